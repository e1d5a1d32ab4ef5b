import Community
import Publishing

/// What the page of an informer shows to whoever makes it.
struct OpenedInformer: Sendable {
    let informer: Informer
    /// What it would say now.
    let issue: InformerIssue
    /// From what is picked.
    let news: [Article]
    let practices: [PracticeLine]
    /// Whether the offer of its month is published.
    let hasOffer: Bool
    let sendings: [InformerSending]
}
