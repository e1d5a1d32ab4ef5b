import Events
import Kernel

/// What the first page of the centre's certificates shows.
struct CertificateDesk: Sendable {
    struct Waiting: Sendable {
        let batch: CertificateBatch
        let count: Int
        let event: Event?
    }

    let waiting: [Waiting]
    let registers: [Register]
    let words: String
    let found: [Certificate]
}

/// One certificate with all that was done to it.
struct CertificateSheet: Sendable {
    let certificate: Certificate
    /// Its duplicates, its original, its correction and what it corrects.
    let kin: [Certificate]
    let history: [(entry: JournalEntry, who: String)]
    /// By which right whoever looks may sign a duplicate.
    let right: Signer.Right?
    /// Whether the signing code may be left out.
    let isDemonstration: Bool
}
