package import Kernel
import Languages
import Storage

/// How to reach somebody and what they do, as it is said with an application.
extension PersonStore {
    /// Whose word it is.
    package enum Teller: Sendable {
        /// The person’s own: what is said replaces what stood there.
        case bearer
        /// Staff’s of somebody who calls: it only fills what nobody has told.
        case staff
        /// Staff’s, who were asked to mend it.
        case mender
    }

    /// Keeps a telephone with the person, and a job with the work in that school; without a school it is the person’s occupation. What is not said
    /// stays, unless it is mended.
    package static func tell(phone: String, job: String, of id: Person.ID, at school: ID<SchoolTag>?, by teller: Teller, in act: Act) throws {
        if let school, teller == .bearer || !job.isEmpty { try EmploymentStore.tell(job, of: id, at: school, by: teller, in: act) }
        guard !phone.isEmpty || !job.isEmpty || teller == .mender else { return }
        let before = try person(id, in: act)
        let isOccupation = school == nil || before.occupation.isEmpty
        try AccountStore.change(
            id, phone: teller.settles(before.phone, phone), language: before.language,
            occupation: isOccupation ? teller.settles(before.occupation, job) : before.occupation, in: act)
    }

    /// What somebody told before, for a form that asks again: one query. The job is that of the school that they named first, else their occupation.
    package static func told(by id: Person.ID, in act: Act) throws -> (phone: String, job: String, wantsPapers: Bool) {
        guard let row = try act.db.row("""
            SELECT phone, occupation, wants_papers, (SELECT e.job FROM employment e WHERE e.person = person.id AND e.job <> '' ORDER BY e.id LIMIT 1) AS job
            FROM person WHERE id = \(id) AND erased IS NULL
            """) else { throw Problem.missing }
        return (try row["phone"], try (row["job"] as String?) ?? row["occupation"], try row["wants_papers"])
    }

    /// Staff mend an address that nobody has proved.
    /// - Throws: a problem where it is proved, or somebody else’s.
    package static func correct(_ email: EmailAddress, of id: Person.ID, in act: Act) throws {
        let before = try person(id, in: act)
        guard before.email != email.text else { return }
        guard before.verified == nil else { throw Problem.invalid("email", T.accounts.emailProved) }
        if try person(email: email.text, in: act) != nil { throw Problem.invalid("email", T.accounts.emailTaken) }
        try act.db.run("UPDATE person SET email = \(email.text) WHERE id = \(id)")
        try act.db.run("DELETE FROM sign_in_link WHERE person = \(id) AND used IS NULL")
        try index(id, in: act)
        try act.record(T.accounts.emailChanged, .person(id), changes: [Change("email", from: before.email ?? "", to: email.text)])
    }
}

extension PersonStore.Teller {
    func settles(_ before: String, _ said: String) -> String {
        switch self {
        case .bearer: said.isEmpty ? before : said
        case .staff: before.isEmpty ? said : before
        case .mender: said
        }
    }
}

extension EmploymentStore {
    /// What somebody does in a school; said twice, it stands once.
    static func tell(_ job: String, of person: Person.ID, at school: ID<SchoolTag>, by teller: PersonStore.Teller, in act: Act) throws {
        guard let standing = try open(of: person, at: school, in: act) else {
            try add(person, at: school, Work(job: job), in: act)
            return
        }
        var work = standing.work
        work.job = teller.settles(work.job, job)
        guard work != standing.work else { return }
        try change(standing.id, of: person, to: work, in: act)
    }
}
