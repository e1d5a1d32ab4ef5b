package import Centres
package import Kernel
import Languages
import Queues
import Storage

extension PersonStore {
    private static let lettersShown = 30
    /// What is told of entering: it is the person's own business and the administrator's of the machine.
    private static let own = [
        T.accounts.entered, T.accounts.enterFailed, T.accounts.codeFailed, T.accounts.leftEverywhere, T.accounts.passwordSet, T.accounts.passwordRemoved,
        T.accounts.factorSet, T.accounts.factorReset, T.accounts.recoveryUsed,
    ]

    /// Somebody with whom the centre has to do.
    /// - Throws: `Problem.missing` for everybody else.
    package static func person(_ id: Person.ID, seenFrom centre: Centre.ID, in act: Act) throws -> Person {
        guard try sees(id, from: centre, in: act) else { throw Problem.missing }
        return try person(id, in: act)
    }

    static func card(_ id: Person.ID, of centre: Centre.ID, in act: Act) throws -> PersonCard {
        let person = try person(id, seenFrom: centre, in: act)
        let letters = try act.db.rows("""
            SELECT id, subject, written, state FROM letter WHERE person = \(id) AND centre = \(centre) AND subject <> '' ORDER BY id DESC LIMIT \(lettersShown)
            """).map { CardLetter(id: try $0["id"], subject: try $0["subject"], written: try $0["written"], isDead: try $0["state"] == LetterState.dead) }
        let silent = Set(Self.own.map(\.key.name.description))
        let own = ([id] + (try MergeStore.gone(into: id, in: act))).map(Subject.person)
        let entries = try own.flatMap { try JournalEntry.about($0, limit: 200, in: act) }.filter { own.contains($0.subject) && !silent.contains($0.deed) }
            .sorted { $0.id > $1.id }
        let names = try names(of: Set(entries.compactMap(\.person)), in: act)
        return PersonCard(
            person: person, roles: try RoleStore.roles(of: [id], in: act), schools: try EmploymentStore.all(of: id, in: act),
            former: try formerNames(of: id, in: act), others: try otherAddresses(of: id, in: act), letters: letters,
            dead: try person.email.flatMap { try LetterRow.dead(to: id, at: $0, of: centre, in: act) },
            merges: try MergeStore.partable(from: id, in: act),
            history: entries.map { entry in (entry, entry.person.flatMap { names[$0] } ?? "") })
    }

    private static func formerNames(of id: Person.ID, in act: Act) throws -> [PersonName] {
        try act.db.rows("SELECT given_name, family_name FROM former_name WHERE person = \(id) ORDER BY id DESC").map {
            PersonName(given: try $0["given_name"], family: try $0["family_name"])
        }
    }

    private static func otherAddresses(of id: Person.ID, in act: Act) throws -> [String] {
        try act.db.rows("SELECT email FROM other_address WHERE person = \(id) ORDER BY email").map { try $0["email"] }
    }

    /// With whom a centre has to do, by name.
    static func tied(to centre: Centre.ID, sorted alphabet: Alphabet, in act: Act) throws -> [Person] {
        try act.db.rows("""
            SELECT p.* FROM person p WHERE p.id IN (\(ties(to: centre, in: act))) AND p.erased IS NULL
            ORDER BY p.\(SortKeys.column(alphabet)), p.id LIMIT 100
            """).map(Person.init(row:))
    }
}
