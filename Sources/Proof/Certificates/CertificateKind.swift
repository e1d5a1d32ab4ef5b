import Kernel
package import Languages
import Storage

/// What a document proves.
package enum CertificateKind: String, CaseIterable, Sendable, Codable, Storable {
    /// A programme was completed, with its hours and points.
    case certificate
    /// Somebody took part in a gathering or another event.
    case confirmation
    /// The centre thanks.
    case thanks

    package var name: Phrase {
        switch self {
        case .certificate: T.certificates.kindCertificate
        case .confirmation: T.certificates.kindConfirmation
        case .thanks: T.certificates.kindThanks
        }
    }

    /// The letter by which a signed payload names it.
    var letter: Character {
        switch self {
        case .certificate: "c"
        case .confirmation: "n"
        case .thanks: "t"
        }
    }
}

/// The part that somebody had in an event.
package enum CertificatePart: String, CaseIterable, Sendable, Codable, Storable {
    case participant, trainer, presenter, organiser, mentor

    package var name: Phrase {
        switch self {
        case .participant: T.certificates.partParticipant
        case .trainer: T.certificates.partTrainer
        case .presenter: T.certificates.partPresenter
        case .organiser: T.certificates.partOrganiser
        case .mentor: T.certificates.partMentor
        }
    }

    /// The letter by which a signed payload names it.
    var letter: Character {
        switch self {
        case .participant: "p"
        case .trainer: "t"
        case .presenter: "r"
        case .organiser: "o"
        case .mentor: "m"
        }
    }
}

/// Where a certificate stands.
package enum CertificateState: String, CaseIterable, Sendable, Codable, Storable {
    /// Waits for a signature: no number yet, and it proves nothing.
    case prepared
    case valid
    case void
    /// A correction took its place.
    case replaced

    /// The one table of allowed moves.
    var next: Set<CertificateState> {
        switch self {
        case .prepared: [.valid]
        case .valid: [.void, .replaced]
        case .void, .replaced: []
        }
    }

    package var name: Phrase {
        switch self {
        case .prepared: T.certificates.statePrepared
        case .valid: T.certificates.stateValid
        case .void: T.certificates.stateVoid
        case .replaced: T.certificates.stateReplaced
        }
    }
}
