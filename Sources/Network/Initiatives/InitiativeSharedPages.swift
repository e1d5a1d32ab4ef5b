import Forms
import HTML
import Kernel
import Languages
import Look
import Web

/// What initiatives bring to pages that rooms share.
enum InitiativeSharedPages {
    /// Positions that the centre owes, comments that wait, texts to be adopted or sent, answers that did not come.
    @Sendable static func today(_ asked: TodayAsked, in act: Act) throws -> TodayPart {
        let centre = asked.centre.id, t = asked.t, today = asked.today
        guard act.by.coordinates(centre) else { return TodayPart() }
        let lines = try InitiativeStore.lines(at: centre, in: act).flatMap { line -> [TodayPart.Line] in
            let one = line.initiative, title = t.run(one.details.title, one.details.language), end = asked.centre.zone.day(of: one.details.deadline)
            var found: [TodayPart.Line] = []
            if one.takesWords(at: act.now), line.isAsked, line.own == nil {
                let what = T.initiatives.todayPosition(at: .instant(one.details.deadline))
                found.append(.init(.waiting, end, title, what, T.initiatives.say, path: one.deskPath))
            }
            guard one.centre == centre else { return found }
            if one.state == .open, line.openComments > 0 {
                let what = T.initiatives.commentsWait(count: line.openComments)
                found.append(.init(.waiting, today, title, what, T.initiatives.answer, path: "\(one.deskPath)/comments"))
            }
            if one.state == .open, !one.takesWords(at: act.now) {
                found.append(.init(.bad, end, title, T.initiatives.todayOver, T.initiatives.openIt, path: one.deskPath))
            }
            if one.state == .adopted {
                found.append(.init(.waiting, one.adopted ?? today, title, T.initiatives.todaySend, T.initiatives.openAnswers, path: "\(one.deskPath)/answers"))
            }
            if one.state == .sent {
                for sending in try InitiativeMoveStore.sendings(of: one.id, in: act) where sending.isLate(on: today) {
                    found.append(.init(
                        .bad, sending.draft.due, title, T.initiatives.todayLate(recipient: .title(sending.draft.recipient), day: .day(sending.draft.due)),
                        T.initiatives.openAnswers, path: "\(one.deskPath)/answers"))
                }
            }
            return found
        }
        return TodayPart(lines: lines)
    }

    /// About what somebody is asked as a member of a circle.
    @Sendable static func mine(_ asked: MeAsked, in act: Act) throws -> MePart {
        let waiting = try InitiativePartyStore.waiting(for: asked.person, at: asked.centre.id, in: act)
        guard !waiting.isEmpty else { return MePart() }
        return MePart((25, PagePart(T.initiatives.mine) { reader in MyInitiativeViews(reader: reader).lines(waiting) }))
    }
}
