import Kernel

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
