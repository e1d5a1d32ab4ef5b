import Fetch
import Kernel
import Languages
import Queues
import Storage
import Web

/// What came of one call.
struct WebhookOutcome: Sendable {
    /// Why there was no answer.
    enum Fault: String, CaseIterable, Sendable, Storable { case inside, address, late, large, unreachable }

    var status: Int?
    var fault: Fault?
    /// The beginning of what was answered, for whoever looks for the reason.
    var answer = ""

    var isGood: Bool { status.map { (200..<300).contains($0) } ?? false }
    /// The other side asks not to be called any more.
    var isGone: Bool { status == 410 }

    init(_ answer: FetchAnswer) {
        status = answer.status
        self.answer = Self.beginning(of: String(decoding: answer.body.prefix(2_000), as: UTF8.self))
    }

    init(_ fault: FetchFault) {
        switch fault {
        case .address: self.fault = .address
        case .inside: self.fault = .inside
        case .tooLarge: self.fault = .large
        case .tooLate: self.fault = .late
        case .unreachable(let words):
            self.fault = .unreachable
            answer = Self.beginning(of: words)
        }
    }

    private static func beginning(of words: String) -> String {
        String(String.UnicodeScalarView(WrittenText.line(words).unicodeScalars.prefix(TextLimit.line.rawValue)))
    }
}

/// Sends what waits. One address of a webhook has one job at most, so that somebody who hangs costs one call and then waits: others go on.
enum WebhookSending {
    private static let mostAtOnce = 20

    @Sendable static func send(_ job: Job, _ installation: Installation) async throws {
        let id: Webhook.ID = try job.decoded(), records = installation.records
        for _ in 0..<mostAtOnce {
            guard let (webhook, delivery) = try await records.read(as: .system, { try WebhookOutboxStore.next(of: id, in: $0) }) else { return }
            let outcome = try await call(webhook, delivery, installation)
            let goesOn = try await records.write(by: .system) {
                try WebhookOutboxStore.settle(delivery, outcome, at: webhook.draft.address, isByHand: false, in: $0)
            }
            guard goesOn else { return }
        }
        try await records.write(by: .system) { try WebhookOutboxStore.wake(id, in: $0) }
    }

    /// One delivery, by hand.
    @Sendable static func again(_ job: Job, _ installation: Installation) async throws {
        let id: WebhookDelivery.ID = try job.decoded(), records = installation.records
        guard let (webhook, delivery) = try await records.read(as: .system, { try WebhookOutboxStore.one(id, in: $0) }) else { return }
        let outcome = try await call(webhook, delivery, installation)
        _ = try await records.write(by: .system) { try WebhookOutboxStore.settle(delivery, outcome, at: webhook.draft.address, isByHand: true, in: $0) }
    }

    private static func call(_ webhook: Webhook, _ delivery: WebhookDelivery, _ installation: Installation) async throws -> WebhookOutcome {
        let now = installation.records.now, seal = installation.seal
        var secrets = [try WebhookSecret(sealed: webhook.secret, by: seal)]
        if let earlier = webhook.earlier, earlier.until > now { secrets.append(try WebhookSecret(sealed: earlier.secret, by: seal)) }
        let request = FetchRequest(
            webhook.draft.address, headers: [
                ("Content-Type", "application/json"), ("webhook-id", delivery.name), ("webhook-timestamp", "\(now.seconds)"),
                ("webhook-signature", secrets.map { $0.signature(of: delivery.name, at: now, delivery.body) }.joined(separator: " ")),
            ], body: Array(delivery.body.utf8), seconds: Webhook.seconds, most: 64 << 10)
        do { return WebhookOutcome(try await installation.fetcher.call(request)) } catch { return WebhookOutcome(error) }
    }
}
