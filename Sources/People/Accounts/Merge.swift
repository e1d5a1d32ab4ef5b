package import Kernel
package import Languages
package import Storage

/// A column that points to a person and whose rows are theirs: what they asked for, what they got, what they are. Each room brings those of its own
/// tables, so that the rows follow when two people prove to be one. Who *did* something stays as it was written.
package struct PersonColumn: Sendable {
    package let table: StaticString
    package let name: StaticString
    let key: StaticString
    let condition: SQL
    /// Whether a row of which one person can have only one stays behind with the one who goes, where both have it.
    let mayStay: Bool

    /// - Parameters:
    ///   - key: the column that tells its rows apart, a number.
    ///   - condition: which of the rows speak of people, where others speak of something else.
    package init(_ table: StaticString, _ name: StaticString = "person", key: StaticString = "id", where condition: SQL = "1 = 1", mayStay: Bool = false) {
        (self.table, self.name, self.key, self.condition, self.mayStay) = (table, name, key, condition, mayStay)
    }

    /// As the log of a merge names it.
    package var place: String { "\(table).\(name)" }

    /// Whether the person is also what tells its rows apart: each has one at most.
    var isKey: Bool { key.description == name.description }
}

/// Two people are to become one: each room above names what only one of them can have, and where it is decided.
package struct MergeAsked: Question {
    package typealias Answer = [MergeConflict]
    package let kept: Person.ID
    package let gone: Person.ID
    /// Whose people ask.
    package let centre: ID<CentreTag>
}

/// What has to be decided before two people become one.
package struct MergeConflict: Sendable {
    package let what: Phrase
    /// Where it is decided; nil where that is not for this centre's people.
    package let path: String?

    package init(_ what: Phrase, at path: String? = nil) {
        self.what = what
        self.path = path
    }
}

/// How two people would become one.
struct MergePlan: Sendable {
    /// Who stays: the one who can sign in, so that nobody is let into an account but its owner.
    let kept: Person
    let gone: Person
    let conflicts: [MergeConflict]

    /// Whether staff say which of two addresses stays; one that is proved is never given up for one that is not.
    var asksAddress: Bool { kept.email != nil && gone.email != nil && (kept.verified == nil) == (gone.verified == nil) }
    /// Whether staff say how the name is written: who has proved an address looks after the own name.
    var asksName: Bool { kept.verified == nil && kept.name != gone.name }

    /// The name that stays.
    func name(_ choice: MergeChoice) -> PersonName { asksName && choice.name == gone.id ? gone.name : kept.name }

    /// - Parameter chosen: whose address is to stay, where both have one.
    static func order(_ one: Person, _ other: Person, keeping chosen: Person.ID?) -> (kept: Person, gone: Person) {
        func rank(_ person: Person) -> (Int, Int, Int64) {
            (person.verified != nil ? 0 : person.email != nil ? 1 : 2, person.id == chosen ? 0 : 1, person.id.value)
        }
        return rank(one) < rank(other) ? (one, other) : (other, one)
    }
}

/// Two people who became one, and can be parted again until a day.
struct Merge: Sendable {
    typealias ID = Kernel.ID<Merge>

    let id: ID
    let gone: PersonName
    let at: Instant

    /// So many days two who became one can be parted again.
    static let days = 30

    var until: Instant { at.adding(days: Self.days) }
}

/// What two people said of themselves before they became one.
struct MergeTrace: Codable, Sendable {
    struct Words: Codable, Hashable, Sendable {
        var given, family: String
        var otherGiven, otherFamily: String?
        var phone, occupation: String
        var isNewcomer: Bool

        init(_ person: Person) {
            (given, family) = (person.name.given, person.name.family)
            (otherGiven, otherFamily) = (person.otherScript?.given, person.otherScript?.family)
            (phone, occupation, isNewcomer) = (person.phone, person.occupation, person.isNewcomer)
        }

        var name: PersonName { PersonName(given: given, family: family) }
    }

    /// The one who stays, before and after.
    let before: Words
    let after: Words
    /// The address of the one who went.
    let email: String?
    /// Names that the one who stays has as former ones since.
    var former: [Int64] = []
}
