package import Accounts
package import Centres
package import Kernel
package import Languages
package import Storage

/// Who pays claims of a centre: a person, a school, a municipality, another body.
package struct ClaimPayer: Sendable {
    package typealias ID = Kernel.ID<ClaimPayer>

    package let id: ID
    package let centre: Centre.ID
    package let whose: Whose
    /// As papers name it: what was typed here, else what the person's or the school's own page says.
    package let details: ClaimPayerDetails
    /// What was typed here.
    package let own: ClaimPayerDetails

    package var name: String { details.name }
    package var path: String { "/staff/claims/payers/\(id)" }

    /// What a payer is in the world.
    package enum Whose: Sendable, Hashable {
        /// Nil when the account was deleted; the name stays here.
        case person(Person.ID?)
        case school(School.ID)
        case municipality(Municipality.ID)
        case body

        package var kind: Kind {
            switch self {
            case .person: .person
            case .school: .school
            case .municipality: .municipality
            case .body: .body
            }
        }
    }

    package enum Kind: String, CaseIterable, Sendable, Storable {
        case person, school, municipality, body

        package var name: Phrase {
            switch self {
            case .person: T.claims.payerPerson
            case .school: T.claims.payerSchool
            case .municipality: T.claims.payerMunicipality
            case .body: T.claims.payerBody
            }
        }
    }
}

/// What a paper says of whoever pays.
package struct ClaimPayerDetails: Sendable, Hashable {
    package var name = ""
    package var street = ""
    package var postcode = ""
    package var place = ""
    package var email = ""
    package var pib = ""
    package var companyNumber = ""
    package var jbkjs = ""
    package var vatNumber = ""
    package var contractNumber = ""
    package var account = ""
    /// Whether its invoices go into the central register.
    package var usesCRF = false

    package init() {}

    /// The same with what is empty here taken from elsewhere.
    package func completed(by other: ClaimPayerDetails) -> ClaimPayerDetails {
        var all = self
        for field in Self.texts where all[keyPath: field].isEmpty { all[keyPath: field] = other[keyPath: field] }
        return all
    }

    private static var texts: [WritableKeyPath<ClaimPayerDetails, String>] {
        [\.name, \.street, \.postcode, \.place, \.email, \.pib, \.companyNumber, \.jbkjs, \.vatNumber, \.contractNumber, \.account]
    }
}
