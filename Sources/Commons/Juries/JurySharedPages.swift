import Accounts
import Centres
import Contests
import Forms
import HTML
import Kernel
import Languages
import Look
import Web

/// What juries bring to pages that rooms share.
enum JurySharedPages {
    /// At the desk: a round that all have seen, results that wait to be public, a contest whose jury has not begun.
    @Sendable static func today(_ asked: TodayAsked, in act: Act) throws -> TodayPart {
        let centre = asked.centre.id, zone = asked.centre.zone
        guard act.by.coordinates(centre) else { return TodayPart() }
        let lines = try JuryStore.underway(at: centre, in: act).compactMap { jury -> TodayPart.Line? in
            let contest = jury.contest, title = asked.t.run(contest.name, contest.language)
            func line(_ tone: Tone, _ day: Day, _ what: Phrase, _ act: Phrase) -> TodayPart.Line { TodayPart.Line(tone, day, title, what, act, path: jury.deskPath) }
            let closed = zone.day(of: contest.closes)
            if let decided = jury.decided { return line(.waiting, zone.day(of: decided), T.juries.todayDecided, T.juries.publish) }
            if let round = jury.underway, let opened = round.opened {
                let progress = try JuryRoundStore.progress(of: round, jury, in: act).values
                return progress.allSatisfy(\.isWhole) ? line(.waiting, zone.day(of: opened), T.juries.todayAllSeen, T.juries.closeRound) : nil
            }
            return jury.isJudged ? nil : line(.waiting, closed, T.juries.todayBegin, T.juries.openRound)
        }
        return TodayPart(lines: lines)
    }

    /// What waits for a juror, and what came of a mentor's works.
    @Sendable static func mine(_ asked: MeAsked, in act: Act) throws -> MePart {
        let centre = asked.centre.id, seats = try JurySheetStore.seats(at: centre, in: act).filter { $0.decided == nil }
        let desks = try seats.filter { $0.round != nil && $0.accepted != nil }.map { try JurySheetStore.desk($0.contest, at: centre, in: act) }
        let progress = Dictionary(uniqueKeysWithValues: desks.map { ($0.seat.contest, $0.progress) })
        let outcomes = try JuryThanksStore.waiting(for: asked.person, at: centre, in: act)
        guard !seats.isEmpty || !outcomes.isEmpty else { return MePart() }
        return MePart((14, PagePart(T.juries.mine) { reader in
            let t = reader.t
            ForEach(seats) { seat in
                PersonLine(t.run(seat.name, seat.language), href: reader.link(seat.path), detail: [Run(told(seat, progress[seat.contest], t))])
            }
            ForEach(outcomes) { one in
                PersonLine(t.run(one.name, one.language), href: reader.link("/me/results/\(one.contest)"), detail: [Run(t(T.juries.outcomeWaits))])
            }
        }))
    }

    private static func told(_ seat: JurorSeat, _ progress: JuryProgress?, _ t: Texts) -> String {
        if seat.accepted == nil { return t(T.juries.invited) }
        if let progress { return t(T.juries.seenOf(count: progress.whole, seen: .number(progress.seen))) }
        return t(seat.isJudged ? T.juries.talking : T.juries.waitsRound)
    }

    /// On the page of a contest that everybody reads.
    @Sendable static func onContest(_ asked: ContestPageAsked, in act: Act) throws -> ContestPagePart? {
        let contest = asked.contest
        guard contest.state == .decided || contest.state == .closed else { return nil }
        return ContestPagePart(at: 10, PagePart(T.juries.results) { reader in
            Buttons {
                LinkButton(reader.t(T.juries.seeResults), href: reader.link("\(contest.path)/results"))
                LinkButton(reader.t(T.juries.toGallery), href: reader.link("\(contest.path)/gallery"), .quiet)
            }
        })
    }

    /// On its page at the desk.
    @Sendable static func onDesk(_ asked: ContestDeskAsked, in act: Act) throws -> ContestPagePart? {
        let contest = asked.contest
        guard contest.hasJury, contest.state != .draft else { return nil }
        let jury = try JuryStore.jury(of: contest, in: act)
        return ContestPagePart(at: 20, PagePart(T.juries.jury) { reader in
            HTML::p { a(.href(reader.link(jury.deskPath))) { reader.t(T.juries.toJury) }; " · "; reader.t(jury.standing) }
        })
    }

    /// On a mentor's page of a work.
    @Sendable static func onWork(_ asked: MyWorkAsked, in act: Act) throws -> ContestPagePart? {
        let contest = asked.contest
        guard contest.hasJury, contest.state == .decided || contest.state == .closed else { return nil }
        let prize = try JuryDecisionStore.prizes(of: contest.id, in: act)[asked.work.id]?.prize
        return ContestPagePart(at: 10, PagePart(T.juries.result) { reader in
            HTML::p {
                prize.map { Chip(.good, reader.t($0.name)) }
                if prize == nil { reader.t(T.juries.tookPart) }
                " "
                a(.href(reader.link("/me/results/\(contest.id)"))) { reader.t(T.juries.yourWorks) }
            }
        })
    }
}
