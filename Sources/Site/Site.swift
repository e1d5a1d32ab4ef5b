import Kernel
import People
package import Web

extension Routes {
    /// Every door of the house with its audience.
    package static let site: Routes = {
        var routes = Routes()
        routes.get("", .public, example: "", cached: true, HomePage.show)

        // Accounts.
        routes.get("/sign-in", .public, example: "/sign-in", SignInPages.show)
        routes.post("/sign-in", .public, SignInPages.mail)
        routes.get("/sign-in/sent", .public, example: "/sign-in/sent", SignInPages.sent)
        routes.get("/sign-in/password", .public, example: "/sign-in/password", SignInPages.showPassword)
        routes.post("/sign-in/password", .public, SignInPages.password)
        routes.get("/enter/:token", .public, SignInPages.open)
        routes.post("/enter/:token", .public, SignInPages.use)
        routes.get("/sign-up", .public, example: "/sign-up", SignUpPages.show)
        routes.post("/sign-up", .public, SignUpPages.open)
        routes.post("/sign-out", .person, SignInPages.leave)
        routes.post("/sign-out/everywhere", .person, SignInPages.leaveEverywhere)
        routes.get("/second-factor", .person, SecondFactorPages.show)
        routes.post("/second-factor", .person, SecondFactorPages.send)
        routes.get("/kept/:id", .person, KeptFormPages.show)
        routes.post("/kept/:id", .person, KeptFormPages.send)
        routes.get("/data-protection", .public, example: "/data-protection", cached: true, DataProtectionPages.show)
        routes.get("/me/account", .person, example: "/me/account", AccountPages.show)
        routes.get("/me/account/name", .person, example: "/me/account/name", AccountPages.showName)
        routes.post("/me/account/name", .person, AccountPages.name)
        routes.get("/me/account/other-script", .person, example: "/me/account/other-script", AccountPages.showOtherScript)
        routes.post("/me/account/other-script", .person, AccountPages.otherScript)
        routes.get("/me/account/contact", .person, example: "/me/account/contact", AccountPages.showContact)
        routes.post("/me/account/contact", .person, AccountPages.contact)
        routes.post("/me/account/schools/:school/leave", .person, AccountPages.leaveSchool)
        routes.get("/me/account/email", .person, example: "/me/account/email", CredentialPages.showEmail)
        routes.post("/me/account/email", .person, CredentialPages.email)
        routes.get("/me/account/password", .person, example: "/me/account/password", CredentialPages.showPassword)
        routes.post("/me/account/password", .person, CredentialPages.password)
        routes.post("/me/account/factor", .person, SecondFactorPages.renew)
        routes.get("/me/account/data", .person, CredentialPages.data)
        routes.get("/me/account/erase", .person, example: "/me/account/erase", CredentialPages.showErase)
        routes.post("/me/account/erase", .person, CredentialPages.erase)
        routes.get("/people", .administrator, example: "/people", PeoplePages.list)
        routes.get("/people/new", .administrator, example: "/people/new", PeoplePages.showNew)
        routes.post("/people/new", .administrator, PeoplePages.add)
        routes.get("/people/:person", .administrator, PeoplePages.show)
        routes.post("/people/:person/roles", .administrator, PeoplePages.grant)
        routes.post("/people/:person/roles/:role/take", .administrator, PeoplePages.take)
        return routes
    }()
}
