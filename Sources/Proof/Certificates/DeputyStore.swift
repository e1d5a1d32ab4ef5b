import Accounts
package import Centres
package import Kernel
package import Languages
import Storage

/// Who may sign for the director, as rows.
package enum DeputyStore {
    package static func deputies(of centre: Centre.ID, in act: Act) throws -> [Deputy] {
        try act.db.rows("""
            SELECT d.*, p.given_name, p.family_name FROM deputy d JOIN person p ON p.id = d.person WHERE d.centre = \(centre) ORDER BY d.last_day DESC, d.id DESC LIMIT 50
            """).compactMap { row in
                let first: Day = try row["first_day"], last: Day = try row["last_day"]
                guard first <= last else { return nil }
                let name = PersonName(given: try row["given_name"], family: try row["family_name"])
                return Deputy(id: try row["id"], person: try row["person"], name: name.full, days: first...last, ended: try row["ended"])
            }
    }

    /// The director, and nobody else, names one of the centre's own people.
    package static func name(email: String, first: Day?, last: Day?, at centre: Centre.ID, in act: Act) throws {
        guard act.by.grants.contains(Grant(.director, centre: centre)) else { throw Problem.conflict(T.certificates.deputyByDirector) }
        let today = try CentreStore.centre(centre, in: act).zone.day(of: act.now)
        var faults = Faults()
        faults.require(first != nil, "first", T.common.errorMissing)
        faults.require(last.map { $0 >= max(today, first ?? today) } ?? false, "last", T.certificates.deputyDays)
        let person = try PersonStore.person(email: email, in: act)
        let isStaff = try person.flatMap { try PersonStore.actor($0.id, in: act) }?.coordinates(centre) ?? false
        faults.require(isStaff, "email", T.certificates.deputyUnknown)
        try faults.check()
        guard let person, let first, let last else { return }
        try act.db.run("""
            INSERT INTO deputy (centre, person, first_day, last_day, named, named_by) VALUES (\(centre), \(person.id), \(first), \(last), \(act.now), \(act.by.person))
            """)
        try act.record(
            T.certificates.deputyNamed, .person(person.id), centre: centre, changes: [Change("days", from: "", to: "\(first.iso)–\(last.iso)")], retention: .register)
    }

    package static func end(_ id: Deputy.ID, at centre: Centre.ID, in act: Act) throws {
        let person: Person.ID? = try act.db.value("SELECT person FROM deputy WHERE id = \(id) AND centre = \(centre) AND ended IS NULL")
        guard let person else { throw Problem.missing }
        try act.db.run("UPDATE deputy SET ended = \(act.now) WHERE id = \(id)")
        try act.record(T.certificates.deputyEnded, .person(person), centre: centre, retention: .register)
    }
}
