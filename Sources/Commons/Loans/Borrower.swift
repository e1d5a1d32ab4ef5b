package import Centres
package import Kernel
package import Languages
import Library
package import Storage

/// Whoever borrows from the resource centre: somebody with an account, an institution through whoever answers for it, a pupil by a card.
package struct Borrower: Sendable {
    package typealias ID = Kernel.ID<Borrower>

    package let id: ID
    package let centre: Centre.ID
    package let kind: BorrowerKind
    /// Who borrows, or answers for the institution or the pupil; nil where nobody with an account does.
    package let person: Kernel.ID<PersonTag>?
    package let school: School.ID?
    /// The name to read at the desk: of the person, of the institution, of the pupil.
    package let name: String
    /// Who answers for it and has no account.
    package let responsible: String
    /// Who answers for it, by an account or without one.
    package let keeper: String
    package let schoolClass: String
    /// The pupil's.
    package let schoolName: String
    /// What its barcode says; see `LibraryCode`.
    package let card: String
    /// The day on which the guardian's paper was seen.
    package let consent: Day?
    /// Why nothing is lent to them; empty where nothing stands against it.
    package let blocked: String

    package var isBlocked: Bool { !blocked.isEmpty }
}

package enum BorrowerKind: String, CaseIterable, Sendable, Storable {
    case person, institution, pupil

    package var name: Phrase {
        switch self {
        case .person: T.loans.kindPerson
        case .institution: T.loans.kindInstitution
        case .pupil: T.loans.kindPupil
        }
    }

    /// Many of them.
    var plural: Phrase {
        switch self {
        case .person: T.loans.kindPeople
        case .institution: T.loans.kindInstitutions
        case .pupil: T.loans.kindPupils
        }
    }
}

/// What is written down of an institution that borrows and is not among the schools, or of the one that is.
package struct InstitutionDetails: Sendable, Hashable {
    package var school: School.ID?
    package var name: String
    /// Who answers for it: by an account, or by name.
    package var person: Kernel.ID<PersonTag>?
    package var responsible: String

    package init(school: School.ID? = nil, name: String = "", person: Kernel.ID<PersonTag>? = nil, responsible: String = "") {
        (self.school, self.name, self.person, self.responsible) = (school, name, person, responsible)
    }
}

/// What is written down of a pupil, and no more: it goes when the last thing is long back.
package struct PupilDetails: Sendable, Hashable {
    package var name: String
    package var schoolClass: String
    package var school: School.ID?
    /// That the guardian has agreed on paper, which was seen.
    package var hasConsent: Bool

    package init(name: String, schoolClass: String, school: School.ID?, hasConsent: Bool) {
        (self.name, self.schoolClass, self.school, self.hasConsent) = (name, schoolClass, school, hasConsent)
    }
}

extension Subject {
    package static func borrower(_ id: Borrower.ID) -> Subject { .other("borrower", id.value) }
    package static func loan(_ id: Loan.ID) -> Subject { .other("loan", id.value) }
    package static func reservation(_ id: Reservation.ID) -> Subject { .other("reservation", id.value) }
}

extension Actor {
    /// Whether the actor stands at the desk of a centre.
    package func lends(at centre: Centre.ID) -> Bool { keepsLibrary(of: centre) }
}
