import Accounts
import Kernel
import Languages
import Storage

/// What happens to duties and invitations when something happens to the person.
extension SchoolTeamStore {
    /// The account goes, or never became one: the rights went with it.
    static func forget(_ person: Person.ID, in act: Act) throws {
        try act.db.run("DELETE FROM school_duty WHERE person = \(person)")
        try act.db.run("DELETE FROM school_invitation WHERE person = \(person)")
    }

    /// Invitations that nobody answered in time.
    static func forgetOld(in act: Act) throws { try act.db.run("DELETE FROM school_invitation WHERE ends <= \(act.now)") }

    static func heldDuties(about person: Person.ID, in act: Act) throws -> HeldData {
        HeldData("school_duty", try act.db.rows("""
            SELECT d.duty, d.digest, d.told, s.name FROM school_duty d JOIN school s ON s.id = d.school WHERE d.person = \(person) ORDER BY d.id
            """).map { row in
            let told: Instant = try row["told"]
            return ["school": try row["name"], "duty": try row["duty"], "digest": try row["digest"], "told": told.iso]
        })
    }

    static func heldInvitations(about person: Person.ID, in act: Act) throws -> HeldData {
        HeldData("school_invitation", try act.db.rows("""
            SELECT i.*, s.name FROM school_invitation i JOIN school s ON s.id = i.school WHERE i.person = \(person) ORDER BY i.id
            """).map { row in
            let invitation = try SchoolInvitation(row: row), work = invitation.work
            return [
                "school": try row["name"], "part": invitation.part.rawValue, "given_name": invitation.name.given, "family_name": invitation.name.family,
                "job": work.job, "teaches": work.teaches, "since": work.since?.iso ?? "", "share": work.share.map { "\($0)" } ?? "",
                "at": invitation.at.iso, "ends": invitation.ends.iso,
            ]
        })
    }
}
