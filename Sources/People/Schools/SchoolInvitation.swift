package import Accounts
package import Centres
package import Kernel
package import Languages
import Storage

/// Somebody is asked to look after a school, or whether they work there as its roster says.
package struct SchoolInvitation: Sendable {
    package typealias ID = Kernel.ID<SchoolInvitation>

    package enum Part: String, CaseIterable, Sendable, Storable {
        case head, coordinator, colleague

        /// What somebody is then; nil for a colleague, who looks after nothing.
        package var duty: SchoolDuty? { SchoolDuty(rawValue: rawValue) }
        package var name: Phrase { duty?.name ?? T.schools.colleague }
    }

    package let id: ID
    package let school: School.ID
    package let person: Person.ID
    package let part: Part
    /// As whoever asks has typed it; the account tells nothing before its bearer says yes.
    package let name: PersonName
    /// Of a colleague, as it goes into the roster.
    package let work: Work
    package let centre: Centre.ID
    package let at: Instant
    package let ends: Instant

    /// An invitation is good as long as a newcomer may take to prove the address.
    static let days = PersonStore.newcomerDays

    init(row: Row) throws {
        (id, school, person, part) = (try row["id"], try row["school"], try row["person"], try row["part"])
        name = PersonName(given: try row["given_name"], family: try row["family_name"])
        let since: String? = try row["since"]
        work = Work(job: try row["job"], teaches: try row["teaches"], since: since.flatMap { Day(iso: $0) }, share: try row["share"])
        (centre, at, ends) = (try row["centre"], try row["at"], try row["ends"])
    }
}
