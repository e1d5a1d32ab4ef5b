import Centres
import Forms
import Kernel
import Languages
import Look
import Web

/// One work for the people of the centre.
enum WorkDeskPages {
    @Sendable static func show(_ visit: Visit) async throws -> Answer { visit.page(try await screen(visit, visit.form())) }

    private static func screen(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        let (centre, id): (Centre.ID, ContestWork.ID) = (visit.centre.id, try visit.id("work"))
        let (contest, work) = try await visit.read { act in
            let work = try ContestWorkStore.work(id, at: centre, in: act)
            return (try ContestStore.contest(work.contest, at: centre, in: act), work)
        }
        guard work.state != .draft else { throw Problem.missing }
        return WorkDeskViews(reader: visit.reader).show(contest, work, form)
    }

    private static func change(
        _ visit: Visit, _ said: Phrase, _ deed: @escaping @Sendable (ContestWork.ID, Centre.ID, Act) throws -> Void
    ) async throws -> Answer {
        let (centre, id): (Centre.ID, ContestWork.ID) = (visit.centre.id, try visit.id("work")), reason = visit.typed.lines("reason")
        return try await visit.submit {
            var faults = Faults()
            faults.limit(reason, "reason")
            try faults.check()
            return try await visit.act { act in
                try deed(id, centre, act)
                return Redirect(visit.link("/staff/works/\(id)"), said)
            }
        } again: { try await screen(visit, $0) }
    }

    @Sendable static func admit(_ visit: Visit) async throws -> Answer {
        let reason = visit.typed.lines("reason")
        return try await change(visit, T.contests.deedAdmitted) { try WorkDeskStore.admit($0, reason: reason, at: $1, in: $2) }
    }

    @Sendable static func disqualify(_ visit: Visit) async throws -> Answer {
        let reason = visit.typed.lines("reason")
        return try await change(visit, T.contests.deedDisqualified) { try WorkDeskStore.disqualify($0, reason: reason, at: $1, in: $2) }
    }

    @Sendable static func restore(_ visit: Visit) async throws -> Answer {
        try await change(visit, T.contests.deedRestored) { try WorkDeskStore.restore($0, at: $1, in: $2) }
    }

    /// An exhibit came, or went back.
    @Sendable static func lend(_ visit: Visit) async throws -> Answer {
        let typed = visit.typed, own = visit.language
        return try await change(visit, T.contests.deedExhibit) { id, centre, act in
            var faults = Faults()
            let days = ["lentFrom", "returned"].map { field -> Day? in
                guard !typed[field].isEmpty else { return nil }
                let day = Day(typed: typed[field])
                faults.require(day != nil, field, T.common.errorDay(example: own.isSerbian ? "15.3.2027." : "2027-03-15"))
                return day
            }
            try faults.check()
            try WorkDeskStore.lend(id, from: days[0], returned: days[1], at: centre, in: act)
        }
    }
}
