package import Centres
package import Forms
import Kernel
import Languages

/// Somebody known who may be the one that staff write down: `Likeness` says when.
package struct LikelyDouble: Sendable {
    package let person: Person
    package let schools: [String]
}

/// Somebody known, by one of the names that they have or had, with the institutions where they work.
package struct KnownBearer: Sendable {
    package let person: Person.ID
    package let schools: Set<School.ID>
}

/// Two people who may be one, and why.
struct LikelyPair: Sendable {
    let one: LikelyDouble
    let other: LikelyDouble
    let why: Likeness
}

/// What staff write of somebody, by which a known person is found.
package struct WrittenDown: Sendable {
    package let name: PersonName
    package let email: EmailAddress?
    package let phone: String
    let school: School.ID?
    /// Somebody known whom staff mean by it, and whom they say that it is not.
    private(set) var meant: Person.ID?
    private(set) var others: [Person.ID] = []

    package init(_ name: PersonName, email: EmailAddress?, phone: String, school: School.ID?) {
        (self.name, self.email, self.phone, self.school) = (name, email, phone, school)
    }

    /// The same, once it is said whether it is somebody known of the same name.
    /// - Throws: a problem at the field while it has not been said.
    package func meaning(_ person: MeantPerson, among doubles: [LikelyDouble]) throws -> WrittenDown {
        var written = self
        written.meant = try person.person(among: doubles)
        written.others = written.meant == nil ? doubles.map(\.person.id) : []
        return written
    }
}

extension PersonName {
    /// Degrees that lists write before or behind a name, folded; they are no part of it.
    static let degrees: Set = ["dr", "mr", "prof", "doc", "spec", "msc", "phd", "ma", "mag", "habil", "akad"]

    /// What two writings of one name have in common: script, diacritics and the order of the words do not count.
    var key: String { Fold.tokens(full).sorted().joined(separator: " ") }

    /// The same of a name as a list writes it, without degrees.
    package static func key(of written: String) -> String { Fold.tokens(written).filter { !degrees.contains($0) }.sorted().joined(separator: " ") }
}

extension Person {
    /// The digits that tell telephones apart: 064 111 222 and +381 64 111-222 are one.
    static func phoneKey(_ phone: String) -> String? {
        let digits = phone.filter(\.isWholeNumber)
        return digits.count < 6 ? nil : String(digits.suffix(8))
    }
}

/// Whom staff mean by what they typed.
package enum MeantPerson: Sendable, Hashable {
    case unasked
    case known(Person.ID)
    /// Somebody else, who is none of the known.
    case another

    package static let field = "known"
    package static let other = "another"

    package init(_ typed: Typed) {
        let text = typed[Self.field]
        self = Person.ID(text).map(Self.known) ?? (text == Self.other ? .another : .unasked)
    }

    /// Who it is, when somebody of the same name is known.
    /// - Throws: a problem at the field while it has not been said.
    package func person(among doubles: [LikelyDouble]) throws -> Person.ID? {
        switch self {
        case .known(let id) where doubles.contains { $0.person.id == id }: id
        case .another: nil
        default: if doubles.isEmpty { nil } else { throw Problem.invalid(Self.field, T.accounts.doubleFound) }
        }
    }
}
