import Forms
import Kernel
import Languages
import Web

/// What neighbours offer, for anybody.
enum NeighbourOfferPages {
    @Sendable static func list(_ visit: Visit) async throws -> Answer {
        let (filter, page) = (OfferFilter(visit.query), visit.query.page)
        let sight = try await visit.read { act in
            let count = try NeighbourOfferStore.count(filter, in: act), paging = Paging(page, count: count)
            let neighbours = try NeighbourStore.all(in: act).filter { $0.state != .paused && $0.isShown(at: act.now) }
            let counts = try FeedKind.offers.reduce(into: [FeedKind: Int]()) { counts, kind in
                var same = filter
                same.kind = kind
                counts[kind] = kind == filter.kind ? count : try NeighbourOfferStore.count(same, in: act)
            }
            return OfferListSight(
                filter: filter, offers: try NeighbourOfferStore.list(filter, limit: Paging.size, offset: paging.offset, in: act), neighbours: neighbours,
                counts: counts, paging: paging)
        }
        return visit.page(NeighbourOfferViews(reader: visit.reader).list(sight))
    }
}
