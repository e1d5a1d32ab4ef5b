package import Kernel
package import Languages
import Storage

/// Something that another program wants to hear of as soon as it happens.
package enum WebhookKind: String, CaseIterable, Sendable, Storable {
    case announced = "event.announced"
    case changed = "event.changed"
    case postponed = "event.postponed"
    case cancelled = "event.cancelled"
    case registered = "registration.made"
    case withdrawn = "registration.withdrawn"
    case issued = "certificate.issued"
    /// Sent by hand, to see whether it arrives; every webhook gets it.
    case trial = "trial"

    /// Those that can be chosen.
    package static let chosen = allCases.filter { $0 != .trial }

    package var name: Phrase {
        switch self {
        case .announced: T.interfaces.hearAnnounced
        case .changed: T.interfaces.hearChanged
        case .postponed: T.interfaces.hearPostponed
        case .cancelled: T.interfaces.hearCancelled
        case .registered: T.interfaces.hearRegistered
        case .withdrawn: T.interfaces.hearWithdrawn
        case .issued: T.interfaces.hearIssued
        case .trial: T.interfaces.hearTrial
        }
    }
}

/// An address of another program that is told what happens at a centre.
package struct Webhook: Sendable {
    package typealias ID = Kernel.ID<Webhook>

    package enum State: String, CaseIterable, Sendable, Storable {
        case on
        /// Nothing is sent: it failed for a day, or somebody has stopped it. What happens waits, as long as it is kept.
        case paused
        case ended
    }

    package let id: ID
    package let centre: Kernel.ID<CentreTag>
    package let draft: WebhookDraft
    package let state: State
    /// Since when nothing arrives; nil while all is well.
    package let failing: Instant?
    /// How often it failed in a row.
    package let tries: Int
    /// Before this moment it is not called again.
    package let due: Instant?
    package let made: Instant
    package let madeBy: Kernel.ID<PersonTag>?
    /// Sealed.
    let secret: [UInt8]
    /// The secret before this one, sealed, and until when it signs too.
    let earlier: (secret: [UInt8], until: Instant)?

    init(row: Row) throws {
        id = try row["id"]
        centre = try row["centre"]
        let kinds: String = try row["kinds"]
        draft = WebhookDraft(
            name: try row["name"], address: try row["address"], kinds: Set(kinds.split(separator: " ").compactMap { WebhookKind(rawValue: String($0)) }))
        state = try row["state"]
        failing = try row["failing"]
        tries = try row["tries"]
        due = try row["due"]
        made = try row["made"]
        madeBy = try row["made_by"]
        secret = try row["secret"]
        let (old, until): ([UInt8]?, Instant?) = (try row["earlier_secret"], try row["earlier_until"])
        earlier = old.flatMap { secret in until.map { (secret, $0) } }
    }

    /// So many seconds somebody who was called may take.
    static let seconds = 10
    /// When it has failed for so long, it is paused.
    static let failingHours = 24
    /// What could not be delivered for so long is given up.
    static let keptDays = 3
    /// So long the log tells of deliveries.
    static let logDays = 30
    /// So long the secret before signs beside a new one.
    static let earlierHours = 24
}

/// What is decided about a webhook.
package struct WebhookDraft: Sendable, Hashable {
    package var name: String
    package var address: String
    package var kinds: Set<WebhookKind>

    package init(name: String, address: String, kinds: Set<WebhookKind>) { (self.name, self.address, self.kinds) = (name, address, kinds) }

    var written: String { WebhookKind.allCases.filter(kinds.contains).map(\.rawValue).joined(separator: " ") }
}

/// One thing that a webhook is told, and what became of it.
package struct WebhookDelivery: Sendable {
    package typealias ID = Kernel.ID<WebhookDelivery>

    package enum State: Sendable, Hashable { case waiting, failed, delivered, dropped }

    package let id: ID
    package let webhook: Webhook.ID
    package let kind: WebhookKind
    package let body: String
    package let made: Instant
    package let tries: Int
    package let tried: Instant?
    package let delivered: Instant?
    package let dropped: Instant?
    /// What the other side answered last.
    package let status: Int?
    /// Why there was no answer.
    let fault: WebhookOutcome.Fault?
    package let answer: String

    init(row: Row) throws {
        id = try row["id"]
        webhook = try row["webhook"]
        kind = try row["kind"]
        body = try row["body"]
        made = try row["made"]
        tries = try row["tries"]
        tried = try row["tried"]
        delivered = try row["delivered"]
        dropped = try row["dropped"]
        status = try row["status"]
        fault = try row["fault"]
        answer = try row["answer"]
    }

    /// The same at each try, so that whoever gets it twice knows.
    package var name: String { "msg_\(webhook)_\(id)" }

    package var state: State {
        if delivered != nil { return .delivered }
        if dropped != nil { return .dropped }
        return tries > 0 ? .failed : .waiting
    }
}

extension Subject {
    package static func webhook(_ id: Webhook.ID) -> Subject { .other("webhook", id.value) }
}
