package import Centres
package import Kernel
package import Languages
import Storage

/// One of many people who come at once, with the number that they will have and the place where they work.
package struct BroughtPerson: Sendable {
    package let id: Person.ID
    package let name: PersonName
    /// Proved when the person came.
    package let email: String
    package let language: Language
    package let occupation: String
    package let school: School.ID?
    package let came: Instant

    package init(_ id: Person.ID, _ name: PersonName, email: String, language: Language, occupation: String, school: School.ID?, came: Instant) {
        (self.id, self.name, self.email, self.language, self.occupation, self.school, self.came) = (id, name, email, language, occupation, school, came)
    }
}

extension PersonStore {
    /// Writes many people who are not here yet, findable, each with the work that they told.
    package static func bring(_ people: [BroughtPerson], in act: Act) throws {
        let columns: [StaticString] = [
            "id", "given_name", "family_name", "email", "verified", "language", "occupation", "created", "name_key", "key_azbuka", "key_abeceda", "key_lithuanian",
        ]
        try act.db.insert(many: Batch("person", columns, rows: people.map { person in
            [
                person.id.stored, .text(person.name.given), .text(person.name.family), .text(person.email.lowercased()), person.came.stored, person.language.stored,
                .text(person.occupation), person.came.stored, .text(person.name.key), .blob(person.name.sortKey(.azbuka)),
                .blob(person.name.sortKey(.abeceda)), .blob(person.name.sortKey(.lithuanian)),
            ]
        }))
        try act.db.continueNumbers(of: "person")
        let works = people.compactMap { person in person.school.map { (person, $0) } }
        try act.db.insert(many: Batch("employment", ["person", "school", "job"], rows: works.map { [$0.id.stored, $1.stored, .text($0.occupation)] }))
        try act.record(many: works.map { PastDeed(T.accounts.employed, .person($0.id), under: .school($1), by: $0.id, at: $0.came) })
        try act.db.index(many: "person", people.map { person in
            (person.id.value, SearchText(title: Fold.indexText(person.name.full), body: Fold.indexText(person.email)))
        })
    }
}
