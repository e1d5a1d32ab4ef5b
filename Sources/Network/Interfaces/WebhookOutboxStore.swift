package import Kernel
import Languages
import Queues
import Storage

/// What webhooks are to be told: put there in the act in which it happens, taken from there by the queue.
package enum WebhookOutboxStore {
    // MARK: In the act in which something happens

    /// Whether anybody wants to hear of a kind: asked before anything else is read.
    static func listeners(to kind: WebhookKind, at centre: ID<CentreTag>, in act: Act) throws -> [Webhook.ID] {
        try act.db.rows("SELECT id, kinds FROM webhook WHERE centre = \(centre) AND state <> 'ended' ORDER BY id").compactMap { row in
            let kinds: String = try row["kinds"]
            return kinds.split(separator: " ").contains { $0 == kind.rawValue } ? try row["id"] : nil
        }
    }

    /// - Parameters:
    ///   - subject: what it is about, so that one act tells it once.
    ///   - data: read only where somebody listens.
    package static func tell(_ kind: WebhookKind, about subject: Int64, at centre: ID<CentreTag>, in act: Act, _ data: () throws -> APIValue) throws {
        let listeners = try listeners(to: kind, at: centre, in: act)
        guard !listeners.isEmpty else { return }
        let body = body(kind, try data(), at: act.now), alike = kind == .changed ? [WebhookKind.announced, .changed] : [kind]
        for id in listeners {
            let isTold = try act.db.exists("""
                SELECT id FROM webhook_delivery
                WHERE webhook = \(id) AND thing = \(subject) AND made = \(act.now) AND kind IN \(list: alike) AND delivered IS NULL
                """)
            guard !isTold else { continue }
            try put(kind, body, about: subject, to: id, in: act)
            try wake(id, in: act)
        }
    }

    static func body(_ kind: WebhookKind, _ data: APIValue, at moment: Instant) -> String {
        APIValue.fields([("type", .text(kind.rawValue)), ("timestamp", .text(moment.iso)), ("data", data)]).written
    }

    @discardableResult
    static func put(_ kind: WebhookKind, _ body: String, about subject: Int64, to id: Webhook.ID, in act: Act) throws -> WebhookDelivery.ID {
        WebhookDelivery.ID(try act.db.insert("""
            INSERT INTO webhook_delivery (webhook, kind, thing, body, made) VALUES (\(id), \(kind), \(subject), \(body), \(act.now)) RETURNING id
            """))
    }

    /// One job for each address: what waits for one that did not answer keeps nothing from the next.
    /// - Parameter due: the earliest moment; nil now.
    static func wake(_ id: Webhook.ID, due: Instant? = nil, in act: Act) throws {
        let address: String = try act.db.value("SELECT address FROM webhook WHERE id = \(id)") ?? "", mark = Hex.text(Token(text: address).hash.prefix(6))
        try act.enqueue("interfaces.send", id, once: "interfaces.send.\(id).\(mark)", due: due)
    }

    /// Whoever has something to send and is not called: after a copy was brought back, or when the queue gave up.
    static func wakeAll(in act: Act) throws {
        let waiting: [Webhook.ID] = try act.db.rows("""
            SELECT DISTINCT w.id FROM webhook w JOIN webhook_delivery d ON d.webhook = w.id
            WHERE w.state = 'on' AND d.delivered IS NULL AND d.dropped IS NULL AND d.kind <> 'trial' AND (w.due IS NULL OR w.due <= \(act.now))
            """).map { try $0["id"] }
        for id in waiting { try wake(id, in: act) }
    }

    // MARK: For the queue

    /// What is to be sent next, in the order in which it happened; nil while nothing is, or not yet.
    static func next(of id: Webhook.ID, in act: Act) throws -> (webhook: Webhook, delivery: WebhookDelivery)? {
        let found = try WebhookStore.webhooks("w.id = \(id) AND w.state = 'on' AND (w.due IS NULL OR w.due <= \(act.now))", in: act)
        guard let webhook = found.first else { return nil }
        return try deliveries("""
            d.webhook = \(id) AND d.delivered IS NULL AND d.dropped IS NULL AND d.kind <> 'trial' AND d.made >= \(act.now.adding(days: -Webhook.keptDays))
            """, in: act).first.map { (webhook, $0) }
    }

    /// One that somebody sends by hand; nil when its webhook has ended.
    static func one(_ id: WebhookDelivery.ID, in act: Act) throws -> (webhook: Webhook, delivery: WebhookDelivery)? {
        guard let delivery = try deliveries("d.id = \(id)", in: act).first else { return nil }
        return try WebhookStore.webhooks("w.id = \(delivery.webhook) AND w.state <> 'ended'", in: act).first.map { ($0, delivery) }
    }

    private static func deliveries(_ condition: SQL, in act: Act) throws -> [WebhookDelivery] {
        try act.db.rows("SELECT d.* FROM webhook_delivery d WHERE \(condition) ORDER BY d.id LIMIT 1").map(WebhookDelivery.init(row:))
    }

    /// Writes down what came of a call.
    /// - Parameters:
    ///   - address: which was called.
    ///   - isByHand: then nothing is tried again by itself.
    /// - Returns: whether the next one may go at once.
    static func settle(_ delivery: WebhookDelivery, _ outcome: WebhookOutcome, at address: String, isByHand: Bool, in act: Act) throws -> Bool {
        try act.db.hold("webhook", delivery.webhook.value)
        guard let webhook = try WebhookStore.webhooks("w.id = \(delivery.webhook)", in: act).first else { return false }
        let arrived = outcome.isGood ? act.now : nil
        try act.db.run("""
            UPDATE webhook_delivery SET tries = tries + 1, tried = \(act.now), delivered = coalesce(delivered, \(arrived)), status = \(outcome.status),
                fault = \(outcome.fault), answer = \(outcome.answer) WHERE id = \(delivery.id)
            """)
        // What came of an address that was changed meanwhile says nothing of the one that stands there now.
        guard webhook.draft.address == address else { return false }
        if outcome.isGood {
            // One that has stopped stays so until somebody says that it goes on: a trial that arrives does not make it forgotten.
            try act.db.run("UPDATE webhook SET failing = NULL, tries = 0, due = NULL WHERE id = \(webhook.id) AND state = 'on'")
            return true
        }
        guard !isByHand, webhook.state == .on else { return false }
        let next = WebhookPatience(since: webhook.failing, tries: webhook.tries).next(at: act.now, isGone: outcome.isGone)
        try act.db.run("UPDATE webhook SET failing = coalesce(failing, \(act.now)), tries = tries + 1, due = \(next) WHERE id = \(webhook.id)")
        if let next { try wake(webhook.id, due: next, in: act) } else { try stop(webhook, in: act) }
        return false
    }

    /// It has failed for a day: nobody is called who does not answer, and the centre is told.
    private static func stop(_ webhook: Webhook, in act: Act) throws {
        try act.db.run("UPDATE webhook SET state = 'paused' WHERE id = \(webhook.id)")
        try act.record(T.interfaces.deedHookStopped, .webhook(webhook.id), centre: webhook.centre)
        try WebhookLetters.stopped(webhook, in: act)
    }
}
