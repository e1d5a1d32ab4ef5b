import Accounts
import Centres
import Events
import Kernel
import Languages
import Registration
package import Web

extension Room {
    /// What other programs read of a centre, the keys that they need for its own data, and who is told what happens as it happens.
    package static let interfaces = Room("interfaces") { room in
        room.get("/interface", .public, example: "/interface", kept: .whileWritten, InterfacePages.guide)
        room.get("/settings/interface", .director, example: "/settings/interface", InterfacePages.show)
        room.get("/settings/interface/keys/new", .director, example: "/settings/interface/keys/new", AccessKeyPages.new)
        room.post("/settings/interface/keys/new", .director, AccessKeyPages.make)
        room.get("/settings/interface/keys/:key", .director, example: "/settings/interface/keys/1", AccessKeyPages.show)
        room.post("/settings/interface/keys/:key/end", .director, AccessKeyPages.end)
        room.get("/settings/interface/webhooks/new", .director, example: "/settings/interface/webhooks/new", WebhookPages.new)
        room.post("/settings/interface/webhooks/new", .director, WebhookPages.make)
        room.get("/settings/interface/webhooks/:webhook", .director, example: "/settings/interface/webhooks/1", WebhookPages.show)
        room.post("/settings/interface/webhooks/:webhook", .director, WebhookPages.save)
        room.post("/settings/interface/webhooks/:webhook/pause", .director, WebhookPages.pause)
        room.post("/settings/interface/webhooks/:webhook/resume", .director, WebhookPages.resume)
        room.post("/settings/interface/webhooks/:webhook/trial", .director, WebhookPages.sendTrial)
        room.post("/settings/interface/webhooks/:webhook/secret", .director, WebhookPages.renew)
        room.post("/settings/interface/webhooks/:webhook/end", .director, WebhookPages.end)
        room.post("/settings/interface/webhooks/:webhook/deliveries/:delivery/again", .director, WebhookPages.sendAgain)

        room.menu(.foot, T.interfaces.guide, "/interface", at: 30)
        room.settings(T.interfaces.title, "/settings/interface", T.interfaces.lead, at: 85)
        for route in PublicRoutes.all + OwnRoutes.all { room.bring(route) }
        for kind in WebhookLetters.kinds { room.bring(kind) }

        room.on(EventAnnounced.self) { try WebhookFactStore.event(.announced, $0.event, in: $1) }
        room.on(EventMoved.self) { try WebhookFactStore.event(.changed, $0.event, in: $1) }
        room.on(EventSeatsChanged.self) { try WebhookFactStore.event(.changed, $0.event, in: $1) }
        room.on(EventConfirmed.self) { try WebhookFactStore.event(.changed, $0.event, in: $1) }
        room.on(EventPostponed.self) { try WebhookFactStore.event(.postponed, $0.event, in: $1) }
        room.on(EventCancelled.self) { try WebhookFactStore.event(.cancelled, $0.event, in: $1) }
        room.on(RegistrationChanged.self) { try WebhookFactStore.registration($0, in: $1) }
        room.on(PaperMade.self) { try WebhookFactStore.paper($0, in: $1) }

        room.job("interfaces.send", WebhookSending.send)
        room.job("interfaces.again", WebhookSending.again)
        room.each(minutes: 15, "interfaces.wake", { records in try await records.write(by: .system) { try WebhookOutboxStore.wakeAll(in: $0) } })
        room.nightly("interfaces.forget") { try InterfaceKeepingStore.forgetOld(in: $0) }

        room.bring(PersonColumn("access_key", "made_by"))
        room.bring(PersonColumn("webhook", "made_by"))
        room.answer(HeldAsked.self) { try InterfaceKeepingStore.held(about: $0.person, in: $1) }
        room.on(PersonErased.self) { try InterfaceKeepingStore.forget($0.person, in: $1) }
        room.on(PersonPurged.self) { try InterfaceKeepingStore.forget($0.person, in: $1) }
        room.today(InterfaceSharedPages.today)
    }
}
