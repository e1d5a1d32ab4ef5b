package import Kernel
package import Centres
import Languages
import Storage

/// Who works where. A teacher may work in two or three schools.
package enum EmploymentStore {
    /// Where a person works, as they told it.
    package static func schools(of person: Person.ID, in act: Act) throws -> [School] {
        try SchoolStore.schools(listedBy: "SELECT school, id AS place FROM employment WHERE person = \(person)", in: act)
    }

    /// What a person says of themselves; said twice, it stands once.
    package static func add(_ person: Person.ID, at school: ID<SchoolTag>, job: String = "", in act: Act) throws {
        let added = try act.db.run("INSERT INTO employment (person, school, job) VALUES (\(person), \(school), \(job)) ON CONFLICT (person, school) DO NOTHING")
        if added > 0 { try act.record(T.accounts.employed, .person(person), under: .school(school)) }
    }

    /// The work of people who had none written down.
    static func add(many people: [(person: Person.ID, jobs: [School.ID: String])], in act: Act) throws {
        let rows = people.flatMap { person, jobs in jobs.sorted { $0.key < $1.key }.map { (person: person, school: $0.key, job: $0.value) } }
        try act.db.insert(many: Batch("employment", ["person", "school", "job"], rows: rows.map { [$0.person.stored, $0.school.stored, .text($0.job)] }))
        try act.record(many: rows.map { PastDeed(T.accounts.employed, .person($0.person), under: .school($0.school), by: act.by.person, at: act.now) })
    }

    /// Exactly this work, and no other.
    static func set(_ jobs: [School.ID: String], of person: Person.ID, in act: Act) throws {
        for school in try act.db.rows("SELECT school FROM employment WHERE person = \(person)").map({ try $0["school"] as School.ID }) where jobs[school] == nil {
            try AccountStore.leave(school, of: person, in: act)
        }
        for (school, job) in jobs.sorted(by: { $0.key < $1.key }) { try add(person, at: school, job: job, in: act) }
    }
}
