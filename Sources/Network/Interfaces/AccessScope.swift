import Kernel
package import Languages
import Storage

/// What a key may read of its centre's own data. Nothing more is ever read with it, and nothing is written.
package enum AccessScope: String, CaseIterable, Sendable, Storable {
    case events = "events:read"
    case registrations = "registrations:read"
    case certificates = "certificates:read"
    case claims = "claims:read"
    case figures = "figures:read"

    /// Whether it tells of people, so that each use is written down.
    package var tellsPeople: Bool {
        switch self {
        case .registrations, .certificates, .claims: true
        case .events, .figures: false
        }
    }

    package var name: Phrase {
        switch self {
        case .events: T.interfaces.scopeEvents
        case .registrations: T.interfaces.scopeRegistrations
        case .certificates: T.interfaces.scopeCertificates
        case .claims: T.interfaces.scopeClaims
        case .figures: T.interfaces.scopeFigures
        }
    }

    package var hint: Phrase {
        switch self {
        case .events: T.interfaces.scopeEventsHint
        case .registrations: T.interfaces.scopeRegistrationsHint
        case .certificates: T.interfaces.scopeCertificatesHint
        case .claims: T.interfaces.scopeClaimsHint
        case .figures: T.interfaces.scopeFiguresHint
        }
    }
}
