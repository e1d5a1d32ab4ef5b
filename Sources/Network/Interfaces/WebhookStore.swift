package import Kernel
import Languages
import Queues
import Storage

/// Webhooks of a centre as rows, and what is decided about them.
package enum WebhookStore {
    // MARK: Reads

    package static func all(of centre: ID<CentreTag>, in act: Act) throws -> [Webhook] {
        guard act.by.holds(.director, at: centre) else { throw Problem.missing }
        return try webhooks("w.centre = \(centre)", in: act)
    }

    /// - Throws: `Problem.missing` unless the actor directs the centre.
    package static func webhook(_ id: Webhook.ID, at centre: ID<CentreTag>, in act: Act) throws -> Webhook {
        let found = try webhooks("w.id = \(id) AND w.centre = \(centre)", in: act)
        guard act.by.holds(.director, at: centre), let webhook = found.first else { throw Problem.missing }
        return webhook
    }

    /// What it was told, the newest first.
    package static func deliveries(of id: Webhook.ID, limit: Int = 50, in act: Act) throws -> [WebhookDelivery] {
        try act.db.rows("SELECT d.* FROM webhook_delivery d WHERE d.webhook = \(id) ORDER BY d.id DESC LIMIT \(limit)").map(WebhookDelivery.init(row:))
    }

    /// Whether this is the secret of one: after an act, whether it was set just now.
    static func isSet(_ sealed: [UInt8], of id: Webhook.ID, in act: Act) throws -> Bool {
        try act.db.exists("SELECT id FROM webhook WHERE id = \(id) AND secret = \(sealed)")
    }

    static func id(with sealed: [UInt8], in act: Act) throws -> Webhook.ID? { try act.db.value("SELECT id FROM webhook WHERE secret = \(sealed)") }

    static func webhooks(_ condition: SQL, in act: Act) throws -> [Webhook] {
        try act.db.rows("""
            SELECT w.* FROM webhook w WHERE \(condition) ORDER BY CASE WHEN w.state = 'ended' THEN 1 ELSE 0 END, w.id LIMIT 500
            """).map(Webhook.init(row:))
    }

    private static func held(_ id: Webhook.ID, at centre: ID<CentreTag>, in act: Act) throws -> Webhook {
        try act.db.hold("webhook", id.value)
        let webhook = try webhook(id, at: centre, in: act)
        guard webhook.state != .ended else { throw Problem.conflict(T.interfaces.hookEndedAlready) }
        return webhook
    }

    // MARK: Verbs

    /// - Parameter secret: sealed, made before the act.
    @discardableResult
    package static func make(_ draft: WebhookDraft, secret: [UInt8], at centre: ID<CentreTag>, in act: Act) throws -> Webhook.ID {
        guard act.by.holds(.director, at: centre) else { throw Problem.missing }
        let id = Webhook.ID(try act.db.insert("""
            INSERT INTO webhook (centre, name, address, kinds, secret, state, made, made_by)
            VALUES (\(centre), \(draft.name), \(draft.address), \(draft.written), \(secret), 'on', \(act.now), \(act.by.person)) RETURNING id
            """))
        try act.record(T.interfaces.deedHookMade, .webhook(id), centre: centre, changes: changes(from: nil, to: draft))
        return id
    }

    package static func edit(_ id: Webhook.ID, to draft: WebhookDraft, at centre: ID<CentreTag>, in act: Act) throws {
        let before = try held(id, at: centre, in: act)
        try act.db.run("UPDATE webhook SET name = \(draft.name), address = \(draft.address), kinds = \(draft.written) WHERE id = \(id)")
        // Another address has failed in nothing yet.
        if before.state == .on, before.draft.address != draft.address {
            try act.db.run("UPDATE webhook SET failing = NULL, tries = 0, due = NULL WHERE id = \(id)")
            try WebhookOutboxStore.wake(id, in: act)
        }
        try act.record(T.interfaces.deedHookChanged, .webhook(id), centre: centre, changes: changes(from: before.draft, to: draft))
    }

    /// The secret before it signs too for a day, so that the other side has time.
    package static func renew(_ id: Webhook.ID, secret: [UInt8], at centre: ID<CentreTag>, in act: Act) throws {
        let before = try held(id, at: centre, in: act)
        try act.db.run("""
            UPDATE webhook SET secret = \(secret), earlier_secret = \(before.secret), earlier_until = \(act.now.adding(hours: Webhook.earlierHours))
            WHERE id = \(id)
            """)
        try act.record(T.interfaces.deedHookSecret, .webhook(id), centre: centre)
    }

    package static func pause(_ id: Webhook.ID, at centre: ID<CentreTag>, in act: Act) throws {
        guard try held(id, at: centre, in: act).state == .on else { return }
        try act.db.run("UPDATE webhook SET state = 'paused' WHERE id = \(id)")
        try act.record(T.interfaces.deedHookPaused, .webhook(id), centre: centre)
    }

    /// What waits and is not too old is sent now.
    package static func resume(_ id: Webhook.ID, at centre: ID<CentreTag>, in act: Act) throws {
        guard try held(id, at: centre, in: act).state == .paused else { return }
        try act.db.run("UPDATE webhook SET state = 'on', failing = NULL, tries = 0, due = NULL WHERE id = \(id)")
        try act.record(T.interfaces.deedHookResumed, .webhook(id), centre: centre)
        try WebhookOutboxStore.wake(id, in: act)
    }

    /// Nothing is sent any more; the log stays for its time.
    package static func end(_ id: Webhook.ID, at centre: ID<CentreTag>, in act: Act) throws {
        _ = try held(id, at: centre, in: act)
        try act.db.run("UPDATE webhook SET state = 'ended' WHERE id = \(id)")
        try act.db.run("UPDATE webhook_delivery SET dropped = \(act.now) WHERE webhook = \(id) AND delivered IS NULL AND dropped IS NULL")
        try act.record(T.interfaces.deedHookEnded, .webhook(id), centre: centre)
    }

    /// Something of no meaning, to see whether it arrives. It is sent at once and once.
    package static func sendTrial(to id: Webhook.ID, at centre: ID<CentreTag>, in act: Act) throws {
        let webhook = try held(id, at: centre, in: act)
        let body = WebhookOutboxStore.body(.trial, .fields([("name", .text(webhook.draft.name))]), at: act.now)
        let delivery = try WebhookOutboxStore.put(.trial, body, about: 0, to: id, in: act)
        try act.enqueue("interfaces.again", delivery, once: "interfaces.again.\(delivery)")
    }

    /// The same once more, whether it arrived or not.
    package static func sendAgain(_ delivery: WebhookDelivery.ID, of id: Webhook.ID, at centre: ID<CentreTag>, in act: Act) throws {
        _ = try held(id, at: centre, in: act)
        guard try act.db.exists("SELECT id FROM webhook_delivery WHERE id = \(delivery) AND webhook = \(id)") else { throw Problem.missing }
        try act.enqueue("interfaces.again", delivery, once: "interfaces.again.\(delivery)")
        try act.record(T.interfaces.deedHookAgain, .webhook(id), centre: centre)
    }

    private static func changes(from before: WebhookDraft?, to after: WebhookDraft) -> [Change] {
        [
            Change("name", from: before?.name ?? "", to: after.name), Change("address", from: before?.address ?? "", to: after.address),
            Change("kinds", from: before?.written ?? "", to: after.written),
        ]
    }
}
