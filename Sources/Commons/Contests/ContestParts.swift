import Accounts
import Centres
import Forms
import HTML
import Kernel
import Languages
import Look
import Schools
import Web

/// A part that a room above brings, as it is shown to a reader.
struct BroughtPart {
    let title: Phrase?
    let body: Markup
}

extension [ContestPagePart] {
    func shown(_ reader: Reader) -> [BroughtPart] { map { BroughtPart(title: $0.part.title, body: $0.part.show(reader)) } }
}

/// What of contests stands on pages that rooms share.
enum ContestParts {
    /// So many days before it forgets children the desk is told.
    private static let eraseDays = 14

    /// What waits at the desk: late works, a deadline that passed, a decision that is missing.
    @Sendable static func today(_ asked: TodayAsked, in act: Act) throws -> TodayPart {
        let centre = asked.centre.id, zone = asked.centre.zone
        guard act.by.coordinates(centre) else { return TodayPart() }
        let contests = try ContestStore.all(of: centre, in: act), late = try ContestBoardStore.late(at: centre, in: act)
        var lines: [TodayPart.Line] = []
        for contest in contests {
            let name = asked.t.run(contest.name, contest.language), path = "/staff/contests/\(contest.id)", closes = zone.day(of: contest.closes)
            if let count = late[contest.id], count > 0 { lines.append(.init(.waiting, closes, name, T.contests.todayLate(count: count), T.contests.look, path: path)) }
            if contest.state == .open, !contest.isInTime(act.now) { lines.append(.init(.waiting, closes, name, T.contests.todayPassed, T.contests.goOn, path: path)) }
            if let day = contest.erases, contest.erased == nil, contest.isForPupils, day > asked.today, day <= asked.today.adding(days: eraseDays) {
                lines.append(.init(.neutral, day, name, T.contests.todayErases(day: .day(day)), T.contests.look, path: path))
            }
        }
        return TodayPart(lines: lines)
    }

    /// What somebody has sent in, and what is missing.
    @Sendable static func mine(_ asked: MeAsked, in act: Act) throws -> MePart {
        let lines = try MyContestStore.lines(of: asked.person, at: asked.centre.id, in: act).filter { $0.contest.state != .closed }
        guard !lines.isEmpty else { return MePart() }
        return MePart((27, PagePart(T.contests.mine) { MyContestViews(reader: $0).part(lines) }))
    }

    /// What a school has sent in, as numbers.
    @Sendable static func ofSchool(_ asked: SchoolPageAsked, in act: Act) throws -> SchoolPagePart? {
        let counts = try MyContestStore.counts(of: asked.school.id, at: asked.centre, in: act)
        guard !counts.isEmpty else { return nil }
        return SchoolPagePart(at: 48, PagePart(T.contests.title) { reader in
            ForEach(counts) { contest, works in
                PersonLine(
                    reader.t.run(contest.name, contest.language), href: reader.link(contest.path), detail: [Run(reader.t(T.contests.worksCount(count: works)))],
                    state: ContestViews(reader: reader).chip(contest))
            }
        })
    }
}
