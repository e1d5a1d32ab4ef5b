package import Kernel
import Languages
import Storage

/// Who works where. A teacher may work in two or three schools.
package enum EmploymentStore {
    /// What a person says of themselves; said twice, it stands once.
    package static func add(_ person: Person.ID, at school: ID<SchoolTag>, job: String = "", in act: Act) throws {
        let added = try act.db.run("INSERT INTO employment (person, school, job) VALUES (\(person), \(school), \(job)) ON CONFLICT (person, school) DO NOTHING")
        if added > 0 { try act.record(T.accounts.employed, .person(person), under: .school(school)) }
    }
}
