import Forms
import Kernel
import Languages
import Look
import Web

/// The overview for whoever directs the centre, and the page for those who write programs.
enum InterfacePages {
    @Sendable static func show(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id
        let (keys, webhooks) = try await visit.read { act in
            (try AccessKeyStore.all(of: centre, in: act), try WebhookStore.all(of: centre, in: act))
        }
        return visit.page(InterfaceViews(reader: visit.reader).show(keys, webhooks))
    }

    @Sendable static func guide(_ visit: Visit) async throws -> Answer {
        visit.page(InterfaceGuideViews(reader: visit.reader).show(visit.records.exchange.all(APIRoute.self)))
    }
}
