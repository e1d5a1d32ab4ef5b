import Accounts
import Interfaces
import Kernel
import Languages

/// Programs that read the invented centre: two keys, one of which ends soon, and a webhook that nobody calls because it is stopped.
enum DemoInterfaces {
    static func fill(_ town: DemoTown, seal: Seal, _ records: Records) async throws {
        let director = try await records.read(as: .system) { try PersonStore.actor(town.dragana, in: $0) } ?? .system
        let centre = town.centre, today = town.zone.day(of: records.now), sealed = try WebhookSecret.random().sealed(by: seal)
        let secrets = (AccessKey.fresh(), AccessKey.fresh())
        try await records.at(records.now.adding(days: -200)).write(by: director) { act in
            try AccessKeyStore.make(
                AccessKeyDraft(name: "Платформа за учење (пример)", scopes: [.registrations, .certificates], until: today.adding(days: 165)),
                secret: secrets.0, at: centre, in: act)
            try AccessKeyStore.make(
                AccessKeyDraft(name: "Извештај оснивачу (пример)", scopes: [.figures], until: today.adding(days: 10)), secret: secrets.1, at: centre, in: act)
            let hook = try WebhookStore.make(
                WebhookDraft(name: "Сајт општине (пример)", address: "https://opstina.example.org/dojave", kinds: [.announced, .changed, .cancelled]),
                secret: sealed, at: centre, in: act)
            try WebhookStore.pause(hook, at: centre, in: act)
        }
        // While it is stopped, what happens waits.
        try await records.at(records.now.adding(hours: -1)).write(by: director) { act in
            try WebhookOutboxStore.tell(.announced, about: 1, at: centre, in: act) { .fields([("event", .number(1))]) }
        }
    }
}
