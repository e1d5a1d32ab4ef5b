package import Kernel
import Imports
import Languages
import Queues
import Storage
import Web

/// The end of an account: what is held, what goes, what stays.
extension AccountStore {
    /// Everything that this floor holds about a person, then everything that the rooms above add.
    static func held(about id: Person.ID, in act: Act) throws -> [String: [HeldData.Entry]] {
        var held = HeldData()
        let person = try PersonStore.person(id, in: act)
        held.add("person", [[
            "given_name": person.name.given, "family_name": person.name.family,
            "given_name_other_script": person.otherScript?.given ?? "", "family_name_other_script": person.otherScript?.family ?? "",
            "email": person.email ?? "", "email_proved": person.verified?.iso ?? "", "phone": person.phone,
            "language": person.language.rawValue, "occupation": person.occupation, "papers_by_mail": person.wantsPapers ? "yes" : "no",
            "has_password": try hasPassword(id, in: act) ? "yes" : "no",
        ]])
        held.add("former_name", try act.db.rows("SELECT * FROM former_name WHERE person = \(id) ORDER BY id").map {
            ["given_name": try $0["given_name"], "family_name": try $0["family_name"], "until": (try $0["until"] as Instant).iso]
        })
        held.add("other_address", try act.db.rows("SELECT email, since FROM other_address WHERE person = \(id) ORDER BY id").map {
            ["email": try $0["email"], "since": (try $0["since"] as Instant).iso]
        })
        held.add("employment", try EmploymentStore.all(of: id, in: act).map { employment in
            let work = employment.work
            return [
                "school": employment.name, "job": work.job, "teaches": work.teaches, "since": work.since?.iso ?? "", "until": work.until?.iso ?? "",
                "share": work.share.map { "\($0) %" } ?? "",
            ]
        })
        held.add("correction", try act.db.rows("SELECT c.name, x.since FROM correction x JOIN centre c ON c.id = x.centre WHERE x.person = \(id) ORDER BY x.id").map {
            ["unseen_by": try $0["name"], "since": (try $0["since"] as Instant).iso]
        })
        held.add("role", try RoleStore.roles(of: [id], in: act).map { ["role": $0.grant.role.rawValue, "place": $0.place ?? "", "since": $0.since.iso] })
        held.add("session", try SessionStore.all(of: id, in: act).map { ["begun": $0.begun.iso, "last_used": $0.seen.iso, "device": $0.device] })
        held.add("second_factor", try act.db.rows("SELECT confirmed FROM second_factor WHERE person = \(id)").map { ["since": (try $0["confirmed"] as Instant).iso] })
        held.add("letter", try act.db.rows("SELECT written, name, address, subject, secret, text, fault FROM letter WHERE person = \(id) ORDER BY id").map {
            let isSecret: Bool = try $0["secret"]
            return [
                "written": (try $0["written"] as Instant).iso, "name": try $0["name"], "to": try $0["address"], "subject": try $0["subject"],
                "text": isSecret ? "" : try $0["text"], "fault": try ($0["fault"] as String?) ?? "",
            ]
        })
        // Of whoever became this person, what moved is held as this one's own; the journal and the imports stay as they were written.
        let all = [id] + (try MergeStore.gone(into: id, in: act))
        held.add("person_merge", try MergeStore.held(by: id, in: act))
        held.add("journal", try act.db.rows("""
            SELECT j.at, j.deed, CASE WHEN j.noun = 'person' AND j.subject IN \(list: all) THEN d.changes ELSE NULL END AS changes
            FROM journal j LEFT JOIN journal_detail d ON d.journal = j.id
            WHERE j.person IN \(list: all) OR (j.noun = 'person' AND j.subject IN \(list: all)) ORDER BY j.id
            """).map { ["at": (try $0["at"] as Instant).iso, "deed": try $0["deed"], "changes": try ($0["changes"] as String?) ?? ""] })
        held.add("import_row", try all.flatMap { try ImportStore.held(PersonImport.kind, about: $0, in: act) })
        for part in try act.ask(HeldAsked(person: id)) { held.add(part) }
        return held.all
    }

    /// The person asked to be forgotten. The row stays, without a name, so that what a rule makes us keep still hangs on something.
    /// - Throws: a conflict for the last administrator.
    package static func erase(_ person: Person.ID, in act: Act) throws {
        _ = try PersonStore.person(person, in: act)
        try RoleStore.keepAdministrator(without: person, T.accounts.lastAdministratorErase, in: act)
        for other in try MergeStore.gone(into: person, in: act).reversed() + [person] { try forget(other, in: act) }
        try act.record(T.accounts.erased, .person(person))
    }

    private static func forget(_ person: Person.ID, in act: Act) throws {
        try act.state(PersonErased(person: person))
        try act.db.unindex("person", person.value)
        try clear(person, in: act)
        try forgetTraces(of: person, in: act)
        let empty = PersonName(given: "", family: "")
        try act.db.run("""
            UPDATE person SET given_name = '', family_name = '', other_script_given = NULL, other_script_family = NULL, email = NULL, verified = NULL,
                newcomer = \(false), phone = '', occupation = '', wants_papers = \(false), password = NULL, erased = \(act.now),
                name_key = '', key_azbuka = \(empty.sortKey(.azbuka)), key_abeceda = \(empty.sortKey(.abeceda)),
                key_lithuanian = \(empty.sortKey(.lithuanian))
            WHERE id = \(person)
            """)
    }

    /// What is told of a person outside the rows of this floor: by the journal, letters, forms that wait, imports.
    static func forgetTraces(of person: Person.ID, in act: Act) throws {
        try act.forget(person)
        try SessionStore.forget(person, in: act)
        try ImportStore.forget(PersonImport.kind, about: person, in: act)
        try ImportDraftStore.forget(of: person, in: act)
        try MergeStore.forget(person, in: act)
    }

    /// Removes the rows of this floor that hang on a person.
    static func clear(_ person: Person.ID, in act: Act) throws {
        try SessionStore.endAll(of: person, in: act)
        for table in ["former_name", "other_address", "employment", "correction", "role", "sign_in_link", "recovery_code", "second_factor"] as [StaticString] {
            try act.db.run("DELETE FROM \(name: table) WHERE person = \(person)")
        }
    }
}
