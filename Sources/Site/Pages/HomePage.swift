import HTML
import Kernel
import Languages
import Look
import Web

/// The front page of a centre.
enum HomePage {
    @Sendable static func show(_ visit: Visit) async throws -> Answer {
        let t = visit.t
        return visit.page(visit.site) {
            Heading(visit.site, lead: t(T.site.lead))
        }
    }
}
