import Forms
import Kernel
import Languages

/// The neighbours as the centre's people see them.
struct NeighbourListSight: Sendable {
    let neighbours: [Neighbour]
    let counts: [Neighbour.ID: [FeedKind: Int]]
}

/// One neighbour with what was done.
struct NeighbourSheetSight: Sendable {
    let neighbour: Neighbour
    let counts: [FeedKind: Int]
    let history: [(entry: JournalEntry, who: String)]
}

/// What this installation publishes.
struct OwnFeedSight: Sendable {
    /// Scheme and host with the fingerprint: what a neighbour types.
    let address: String
    let keys: [OwnFeedKey]
    let shared: Set<FeedKind>
    let issues: [FeedKind: Instant]

    /// The key that signs now.
    var key: OwnFeedKey? { keys.first { $0.retired == nil && $0.revoked == nil } }
}

/// The neighbours' offers as anybody sees them.
struct OfferListSight: Sendable {
    let filter: OfferFilter
    let offers: [NeighbourOffer]
    let neighbours: [Neighbour]
    let counts: [FeedKind: Int]
    let paging: Paging

    func neighbour(_ id: Neighbour.ID) -> Neighbour? { neighbours.first { $0.id == id } }
}
