import Events
import Kernel

/// All that the page of a batch shows.
struct BatchDesk: Sendable {
    let batch: CertificateBatch
    let certificates: [Certificate]
    let event: Event?
    /// The name of whoever signed it; empty before.
    let signer: String
    /// How many of its people have a proved address, and how many of those want papers by mail.
    let reachable, wanting: Int
    /// Whom no letter reaches.
    let others: [Concerned.Unwritten]
    /// By which right whoever looks may sign it.
    let right: Signer.Right?
    /// Whether the signing code may be left out: the people of a demonstration are invented and have no telephone that could show one.
    let isDemonstration: Bool
}
