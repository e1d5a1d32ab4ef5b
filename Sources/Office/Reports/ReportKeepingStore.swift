import Accounts
import Events
import Kernel
import Languages
import Storage

/// What happens to reports when something happens to a person, and to drafts that nobody signs.
enum ReportKeepingStore {
    /// A draft that nobody has touched for so long goes; what was signed stays.
    static let yearsDrafts = 2

    /// The account goes: who made and signed a report is no part of it. Its numbers stay, for they name nobody.
    static func forget(_ person: Person.ID, in act: Act) throws {
        try act.db.run("UPDATE report SET made_by = NULL WHERE made_by = \(person)")
        try act.db.run("UPDATE report SET signed_by = NULL WHERE signed_by = \(person)")
    }

    static func forgetOld(in act: Act) throws {
        let before = act.now.adding(days: -366 * yearsDrafts)
        for report in try ReportStore.reports("state = 'draft' AND reckoned < \(before)", in: act) { try ReportStore.drop(report.id, in: act) }
    }

    /// A draft of an event came to nothing: it was in no report, or is there no more.
    static func discard(_ event: Event.ID, in act: Act) throws { try act.db.run("DELETE FROM report_event WHERE event = \(event)") }

    /// What this room tells somebody who asks what is held.
    static func held(about person: Person.ID, in act: Act) throws -> HeldData {
        HeldData("report", try act.db.rows("""
            SELECT kind, year, state, number FROM report WHERE made_by = \(person) OR signed_by = \(person) ORDER BY id
            """).map { row in
            ["kind": try row["kind"], "year": "\(try row["year"] as Int)", "state": try row["state"], "number": try row["number"]]
        })
    }
}
