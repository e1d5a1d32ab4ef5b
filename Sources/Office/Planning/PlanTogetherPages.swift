import Events
import Forms
import Kernel
import Languages
import Web

/// What all centres of the installation plan, month by month.
enum PlanTogetherPages {
    @Sendable static func show(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id, month = OfferMonth(visit.query["month"]) ?? OfferMonth(visit.today)
        let (together, forms) = try await visit.read { act in
            (try PlanTogetherStore.together(month, seenFrom: centre, in: act), try EventFormStore.all(in: act))
        }
        return visit.page(PlanTogetherViews(reader: visit.reader).calendar(together, forms))
    }
}
