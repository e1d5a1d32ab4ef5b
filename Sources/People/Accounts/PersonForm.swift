package import Forms
package import Kernel
import Languages

/// A name as forms and lists have it: read in one way, with one limit, wherever it is typed.
extension PersonName {
    /// So many letters a given name or a family name may have.
    package static let most = 80
    /// The same of a name that is written as one.
    package static let mostWhole = 2 * most + 1
    package static let givenField = "given_name", familyField = "family_name"

    /// Reads the two fields of a name and tells what is wrong with them.
    package init(_ typed: Typed, _ faults: inout Faults) {
        self.init(given: typed[Self.givenField].filter { !$0.isNewline }, family: typed[Self.familyField].filter { !$0.isNewline })
        for (field, text) in [(Self.givenField, given), (Self.familyField, family)] {
            faults.require(!text.isEmpty, field, T.common.errorMissing)
            faults.limit(text, field, most: Self.most)
        }
    }

    /// - Throws: a problem with each field that is empty or too long.
    package init(_ typed: Typed) throws {
        var faults = Faults()
        self.init(typed, &faults)
        try faults.check()
    }

    package var typed: Typed { Typed([Self.givenField: given, Self.familyField: family]) }
}

extension EmailAddress {
    /// Reads the field `email`.
    package init(_ typed: Typed) throws {
        guard let email = EmailAddress(typed["email"]) else { throw Problem.invalid("email", T.common.errorEmail) }
        self = email
    }
}

/// Somebody who is named for the first time, with the address to write to.
package struct NamedPerson: Sendable {
    package let name: PersonName
    package let email: EmailAddress

    /// - Throws: all that is wrong with name and address at once.
    package init(_ typed: Typed) throws {
        var faults = Faults()
        name = PersonName(typed, &faults)
        let email = EmailAddress(typed["email"])
        faults.require(email != nil, "email", T.common.errorEmail)
        try faults.check()
        self.email = try email ?? EmailAddress(typed)
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
        faults.require(ContactDetails.isPhone(phone), "phone", T.accounts.phoneWrong)
        faults.line(occupation, "occupation", most: 120)
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
        faults.require(Self.isPhone(phone), "phone", T.accounts.phoneWrong)
        faults.line(occupation, "occupation", most: 120)
        faults.require(language != nil, "language", T.common.errorChoose)
        try faults.check()
        self.language = language ?? .sr
    }

    static func isPhone(_ text: String) -> Bool { text.count <= 40 && text.allSatisfy { $0.isNumber || "+()/- .".contains($0) } }

    static func typed(_ person: Person) -> Typed {
        Typed(["phone": person.phone, "language": person.language.rawValue, "occupation": person.occupation, "papers": person.wantsPapers ? "yes" : ""])
    }
}
