package import Kernel
package import Languages
import Storage

/// What a table is about: each of its lines is one of these, or counts them.
package enum TableKind: String, CaseIterable, Sendable, Storable {
    case registrations, events, people, certificates, loans, claims

    package var name: Phrase {
        switch self {
        case .registrations: T.tables.kindRegistrations
        case .events: T.tables.kindEvents
        case .people: T.tables.kindPeople
        case .certificates: T.tables.kindCertificates
        case .loans: T.tables.kindLoans
        case .claims: T.tables.kindClaims
        }
    }

    /// What its lines are, in a sentence.
    package var hint: Phrase {
        switch self {
        case .registrations: T.tables.hintRegistrations
        case .events: T.tables.hintEvents
        case .people: T.tables.hintPeople
        case .certificates: T.tables.hintCertificates
        case .loans: T.tables.hintLoans
        case .claims: T.tables.hintClaims
        }
    }

    /// Whose work it is.
    package var needs: Role { self == .loans ? .librarian : .coordinator }

    /// Whether people stand behind its lines, who are counted apart from them.
    package var countsPeople: Bool {
        switch self {
        case .registrations, .certificates, .claims: true
        case .events, .people, .loans: false
        }
    }

    package func isOpen(to actor: Actor, at centre: ID<CentreTag>) -> Bool { actor.coordinates(centre) || actor.holds(needs, at: centre) }

    package var path: String { "/staff/tables/\(rawValue)" }
    /// Its number in the journal, which names things by numbers.
    var number: Int64 { Int64((Self.allCases.firstIndex(of: self) ?? 0) + 1) }

    package func column(_ key: String) -> TableColumn? { columns.first { $0.key == key } }
}

/// Something with a name of its own that a column points to.
package enum TableNoun: String, CaseIterable, Sendable {
    case event, form, person, school, municipality, code

    /// Where it stands, if it has a page.
    package func path(_ id: Int64) -> String? {
        switch self {
        case .event: "/staff/events/\(id)"
        case .person: "/staff/people/\(id)"
        case .school: "/schools/\(id)"
        case .form, .municipality, .code: nil
        }
    }
}
