package import Forms
package import Kernel
import Languages
import Mail

/// A name as forms and lists have it: read in one way, with one limit, wherever it is typed.
extension PersonName {
    /// So many letters a given name or a family name may have.
    package static let most = TextLimit.name.rawValue
    /// The same of a name that is written as one.
    package static let mostWhole = 2 * most + 1
    package static let givenField = "given_name", familyField = "family_name"

    /// What stands in the other field of a name that is one word.
    package static let none = "-"

    /// Reads the two fields of a name and tells what is wrong with them.
    package init(_ typed: Typed, _ faults: inout Faults) {
        func part(_ field: String) -> String { typed[field] == Self.none ? "" : typed[field] }
        self.init(given: part(Self.givenField), family: part(Self.familyField))
        for field in [Self.givenField, Self.familyField] {
            faults.require(!typed[field].isEmpty, field, T.accounts.nameMissing)
            faults.limit(typed[field], field)
            faults.require(!PersonName(given: typed[field], family: "").holdsAddress, field, T.accounts.nameHoldsAddress)
        }
        if given.isEmpty, family.isEmpty { faults.add(Self.familyField, T.accounts.nameMissing) }
    }

    /// - Throws: a problem with each field that is empty or too long.
    package init(_ typed: Typed) throws {
        var faults = Faults()
        self.init(typed, &faults)
        try faults.check()
    }

    package var typed: Typed {
        func written(_ part: String) -> String { part.isEmpty && !full.isEmpty ? Self.none : part }
        return Typed([Self.givenField: written(given), Self.familyField: written(family)])
    }
}

extension Faults {
    /// A telephone number has digits and the marks between them, or is not told.
    package mutating func phone(_ text: String) {
        require(text.utf8.count <= Person.longestPhone && text.allSatisfy { ("0"..."9").contains($0) || "+()/- .".contains($0) }, "phone", T.accounts.phoneWrong)
    }
}

extension EmailAddress {
    /// Reads the field `email`.
    package init(_ typed: Typed) throws {
        do { try self.init(reading: typed["email"]) } catch let fault as AddressFault { throw Problem.invalid("email", fault.phrase) }
    }
}

/// Somebody who is named for the first time, with the address to write to.
package struct NamedPerson: Sendable {
    package let name: PersonName
    package let email: EmailAddress

    package init(_ name: PersonName, _ email: EmailAddress) { (self.name, self.email) = (name, email) }

    /// - Throws: all that is wrong with name and address at once.
    package init(_ typed: Typed) throws {
        var faults = Faults()
        name = PersonName(typed, &faults)
        let email = try faults.gather { try EmailAddress(typed) }
        try faults.check()
        guard let email else { throw Problem.invalid("email", T.common.errorEmail) }
        self.email = email
    }
}

/// What staff write of somebody who does not look after an own account.
struct WrittenPerson: Sendable {
    let name: PersonName
    let phone: String
    let occupation: String

    /// - Throws: all that is wrong at once.
    init(_ typed: Typed) throws {
        var faults = Faults()
        name = PersonName(typed, &faults)
        (phone, occupation) = (typed["phone"], typed["occupation"])
        faults.phone(phone)
        faults.limit(occupation, "occupation")
        try faults.check()
    }
}

/// What was typed of how to reach a person, and the other way round.
struct ContactDetails: Sendable {
    let phone: String
    let language: Language
    let occupation: String
    let wantsPapers: Bool

    init(_ typed: Typed) throws {
        let language = Language(rawValue: typed["language"])
        (phone, occupation, wantsPapers) = (typed["phone"], typed["occupation"], typed.has("papers"))
        var faults = Faults()
        faults.phone(phone)
        faults.limit(occupation, "occupation")
        faults.require(language != nil, "language", T.common.errorChoose)
        try faults.check()
        self.language = language ?? .sr
    }

    static func typed(_ person: Person) -> Typed {
        Typed(["phone": person.phone, "language": person.language.rawValue, "occupation": person.occupation, "papers": person.wantsPapers ? "yes" : ""])
    }
}
