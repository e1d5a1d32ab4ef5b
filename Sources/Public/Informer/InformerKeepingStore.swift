package import Accounts
package import Kernel
import Languages
import Planning
import Storage

/// What happens to the rows of informers when something happens to a person, and what is told to somebody who asks what is held.
package enum InformerKeepingStore {
    /// To whom an informer went is kept so long.
    static let years = 2

    /// The account goes: that the school got it stays, not who.
    static func forget(_ person: Person.ID, in act: Act) throws {
        try act.db.run("UPDATE informer_sending SET person = NULL WHERE person = \(person)")
    }

    static func forgetOld(in act: Act) throws {
        try act.db.run("DELETE FROM informer_sending WHERE sent < \(act.now.adding(days: -years * 365))")
    }

    static func held(about person: Person.ID, in act: Act) throws -> HeldData {
        HeldData("informer_sending", try act.db.rows("""
            SELECT i.first_day, c.name, s.sent, s.reminded, s.passed FROM informer_sending s JOIN informer i ON i.id = s.informer JOIN school c ON c.id = s.school
            WHERE s.person = \(person) ORDER BY s.id
            """).map { row in
            let first: Day = try row["first_day"], sent: Instant = try row["sent"], reminded: Instant? = try row["reminded"], passed: Instant? = try row["passed"]
            return [
                "month": OfferMonth(first).text, "school": try row["name"], "sent": sent.iso, "reminded": reminded?.iso ?? "", "passed": passed?.iso ?? "",
            ]
        })
    }
}
