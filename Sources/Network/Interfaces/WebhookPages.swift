import Fetch
import Forms
import Kernel
import Languages
import Look
import Web

/// Webhooks: made, tried, looked after.
enum WebhookPages {
    /// The setting of the installation that lets other servers inside be called.
    private static func isInsideAllowed(_ visit: Visit) -> Bool { visit.installation.fetcher.reach == .anywhere }

    @Sendable static func new(_ visit: Visit) async throws -> Answer { visit.page(WebhookViews(reader: visit.reader).new(visit.form())) }

    /// The secret stands on the answer and nowhere else: whoever sends the form again is led to the webhook.
    @Sendable static func make(_ visit: Visit) async throws -> Answer {
        let (centre, secret) = (visit.centre.id, WebhookSecret.random()), sealed = try secret.sealed(by: visit.seal)
        return try await visit.submit {
            let draft = try WebhookDraft(visit.typed, isInsideAllowed: isInsideAllowed(visit))
            let answer = try await visit.act { act in
                let id = try WebhookStore.make(draft, secret: sealed, at: centre, in: act)
                return Redirect(visit.link(InterfacePaths.webhook(id)), T.interfaces.saidHookMade)
            }
            guard let id = try await visit.read({ try WebhookStore.id(with: sealed, in: $0) }) else { return answer }
            return visit.page(WebhookViews(reader: visit.reader).secret(of: id, secret.text))
        } again: { WebhookViews(reader: visit.reader).new($0) }
    }

    @Sendable static func show(_ visit: Visit) async throws -> Answer { visit.page(try await screen(visit)) }

    private static func screen(_ visit: Visit, _ form: FilledForm? = nil) async throws -> Screen {
        let (centre, id): (_, Webhook.ID) = (visit.centre.id, try visit.id("webhook"))
        let (webhook, deliveries) = try await visit.read { act in
            (try WebhookStore.webhook(id, at: centre, in: act), try WebhookStore.deliveries(of: id, in: act))
        }
        return WebhookViews(reader: visit.reader).show(webhook, deliveries, form ?? visit.form(webhook.draft.typed))
    }

    @Sendable static func save(_ visit: Visit) async throws -> Answer {
        let (typed, isInside) = (visit.typed, isInsideAllowed(visit))
        return try await deed(visit, T.common.saved) { try WebhookStore.edit($0, to: try WebhookDraft(typed, isInsideAllowed: isInside), at: $1, in: $2) }
    }

    @Sendable static func pause(_ visit: Visit) async throws -> Answer {
        try await deed(visit, T.interfaces.saidPaused) { try WebhookStore.pause($0, at: $1, in: $2) }
    }

    @Sendable static func resume(_ visit: Visit) async throws -> Answer {
        try await deed(visit, T.interfaces.saidResumed) { try WebhookStore.resume($0, at: $1, in: $2) }
    }

    @Sendable static func end(_ visit: Visit) async throws -> Answer {
        try await deed(visit, T.interfaces.saidHookEnded) { try WebhookStore.end($0, at: $1, in: $2) }
    }

    @Sendable static func sendTrial(_ visit: Visit) async throws -> Answer {
        try await deed(visit, T.interfaces.saidTrial) { try WebhookStore.sendTrial(to: $0, at: $1, in: $2) }
    }

    @Sendable static func sendAgain(_ visit: Visit) async throws -> Answer {
        let delivery: WebhookDelivery.ID = try visit.id("delivery")
        return try await deed(visit, T.interfaces.saidAgain) { try WebhookStore.sendAgain(delivery, of: $0, at: $1, in: $2) }
    }

    @Sendable static func renew(_ visit: Visit) async throws -> Answer {
        let (centre, id, secret): (_, Webhook.ID, _) = (visit.centre.id, try visit.id("webhook"), WebhookSecret.random())
        let sealed = try secret.sealed(by: visit.seal)
        let answer = try await deed(visit, T.interfaces.saidSecret) { try WebhookStore.renew($0, secret: sealed, at: $1, in: $2) }
        guard try await visit.read({ act in
            guard act.by.holds(.director, at: centre) else { return false }
            return try WebhookStore.isSet(sealed, of: id, in: act)
        }) else { return answer }
        return visit.page(WebhookViews(reader: visit.reader).secret(of: id, secret.text))
    }

    private static func deed(
        _ visit: Visit, _ said: Phrase, _ deed: @escaping @Sendable (Webhook.ID, ID<CentreTag>, Act) throws -> Void
    ) async throws -> Answer {
        let (centre, id): (_, Webhook.ID) = (visit.centre.id, try visit.id("webhook"))
        return try await visit.submit {
            try await visit.act { act in
                try deed(id, centre, act)
                return Redirect(visit.link(InterfacePaths.webhook(id)), said)
            }
        } again: { try await screen(visit, $0) }
    }
}
