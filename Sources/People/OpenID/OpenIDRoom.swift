import Accounts
import Kernel
import Languages
package import Web

extension Room {
    /// Entering by the word of a service that knows who somebody is: of the state, of a school.
    package static let openID = Room("openid") { room in
        room.get("/sign-in/with/:provider", .public, OpenIDPages.begin)
        room.get("/openid/return", .public, OpenIDPages.comeBack)
        room.get("/openid/enter", .public, OpenIDPages.ask)
        room.post("/openid/enter", .public, OpenIDPages.enter)
        room.get("/me/account/doors", .person, example: "/me/account/doors", OpenIDDoorPages.list)
        room.get("/me/account/doors/confirm", .person, OpenIDDoorPages.ask)
        room.post("/me/account/doors/confirm", .person, OpenIDDoorPages.link)
        room.get("/me/account/doors/with/:provider", .person, OpenIDDoorPages.begin)
        room.post("/me/account/doors/:identity/unlink", .person, OpenIDDoorPages.unlink)

        room.get("/settings/openid", .administrator, example: "/settings/openid", OpenIDSettingsPages.list)
        room.get("/settings/openid/new", .administrator, example: "/settings/openid/new", OpenIDSettingsPages.new)
        room.post("/settings/openid/new", .administrator, OpenIDSettingsPages.add)
        room.get("/settings/openid/:provider", .administrator, OpenIDSettingsPages.show)
        room.post("/settings/openid/:provider", .administrator, OpenIDSettingsPages.save)
        room.post("/settings/openid/:provider/remove", .administrator, OpenIDSettingsPages.remove)
        room.settings(T.openid.title, "/settings/openid", T.openid.settings, at: 92)

        room.answer(SignInDoorsAsked.self) { _, act in
            try OpenIDStore.open(in: act).map { SignInDoor(name: $0.draft.name, path: "/sign-in/with/\($0.id)", account: OpenIDDoorPages.path) }
        }
        room.bring(PersonColumn("openid_identity"))
        room.answer(HeldAsked.self) { try OpenIDStore.held(about: $0.person, in: $1) }
        room.on(PersonErased.self) { try OpenIDStore.forget($0.person, in: $1) }
        room.on(PersonPurged.self) { try OpenIDStore.forget($0.person, in: $1) }
        room.each(minutes: 60, "openid.refresh", at: { try await OpenIDSettingsPages.refresh($0) })
    }
}
