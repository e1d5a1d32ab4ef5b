import Kernel
import Offer
import Seminars
package import Web

extension Routes {
    /// Every door of the house with its audience.
    package static let site: Routes = {
        var routes = Routes()
        routes.get("", .public, example: "", cached: true, HomePage.show)
        routes.addNetwork()
        routes.catalogue()
        routes.registration()
        routes.staff()
        return routes
    }()

    /// Applying, one's own applications, and the desk.
    private mutating func registration() {
        get("/me", .person, example: "/me", MePage.show)
        get("/events/:event/registration", .public, example: "/events/1/registration", RegistrationPages.form)
        post("/events/:event/registration", .public, RegistrationPages.apply)
        get("/registrations/sent", .public, example: "/registrations/sent", RegistrationPages.sent)
        get("/registrations/:registration", .person, example: "/registrations/1", RegistrationPages.show)
        post("/registrations/:registration/accept", .person, RegistrationPages.accept)
        get("/registrations/:registration/withdraw", .person, example: "/registrations/1/withdraw", RegistrationPages.askWithdraw)
        post("/registrations/:registration/withdraw", .person, RegistrationPages.withdraw)
        post("/registrations/:registration/hand-over", .person, RegistrationPages.handOver)
        get("/staff/events/:event", .coordinator, example: "/staff/events/1", DeskPages.show)
        get("/staff/events/:event/add", .coordinator, example: "/staff/events/1/add", DeskPages.askAdd)
        post("/staff/events/:event/add", .coordinator, DeskPages.add)
        get("/staff/events/:event/list.xlsx", .coordinator, example: "/staff/events/1/list.xlsx", DeskPages.list)
        get("/staff/events/:event/sheet", .coordinator, example: "/staff/events/1/sheet", DeskPages.sheet)
        get("/staff/events/:event/message", .coordinator, example: "/staff/events/1/message", MessagePages.write)
        post("/staff/events/:event/message", .coordinator, MessagePages.look)
        post("/staff/events/:event/message/send", .coordinator, MessagePages.send)
        post("/staff/registrations/:registration/admit", .coordinator, DeskPages.admit)
        post("/staff/registrations/:registration/refuse", .coordinator, DeskPages.refuse)
        post("/staff/registrations/:registration/remark", .coordinator, DeskPages.remark)
        post("/staff/registrations/:registration/move", .coordinator, DeskPages.move)
    }

    private mutating func staff() {
        get("/staff", .coordinator, example: "/staff", TodayPage.show)
        get("/staff/letters", .coordinator, example: "/staff/letters", LettersPage.show)
        get("/staff/letters/:letter", .coordinator, example: "/staff/letters/1", LettersPage.read)
        post("/staff/letters/:letter/again", .coordinator, LettersPage.again)
    }

    private mutating func catalogue() {
        get("/programmes", .public, example: "/programmes", cached: true, CataloguePages.list)
        get("/programmes/:programme", .public, example: "/programmes/1", cached: true, ProgrammePage.show)
        get("/catalogue", .coordinator, example: "/catalogue", ProgrammePages.list)
        get("/catalogue/new", .coordinator, example: "/catalogue/new", ProgrammePages.new)
        post("/catalogue/new", .coordinator, ProgrammePages.add)
        get("/catalogue/programmes/:programme", .coordinator, example: "/catalogue/programmes/1", ProgrammePages.show)
        get("/catalogue/programmes/:programme/edit", .coordinator, example: "/catalogue/programmes/1/edit", ProgrammePages.edit)
        post("/catalogue/programmes/:programme/edit", .coordinator, ProgrammePages.save)
        get("/catalogue/programmes/:programme/withdrawal", .coordinator, example: "/catalogue/programmes/1/withdrawal", ProgrammePages.withdrawal)
        post("/catalogue/programmes/:programme/withdrawal", .coordinator, ProgrammePages.withdraw)
        post("/catalogue/programmes/:programme/return", .coordinator, ProgrammePages.restore)
        post("/catalogue/programmes/:programme/renewal", .coordinator, ProgrammePages.renew)
        post("/catalogue/programmes/:programme/predecessor", .coordinator, ProgrammePages.link)
        get("/catalogue/cycles", .coordinator, example: "/catalogue/cycles", CyclePages.list)
        post("/catalogue/cycles", .coordinator, CyclePages.add)
        get("/catalogue/cycles/:cycle", .coordinator, example: "/catalogue/cycles/1", CyclePages.show)
        post("/catalogue/cycles/:cycle", .coordinator, CyclePages.save)
        get("/catalogue/accreditors/new", .coordinator, example: "/catalogue/accreditors/new", CyclePages.newAccreditor)
        post("/catalogue/accreditors/new", .coordinator, CyclePages.addAccreditor)
        get("/catalogue/accreditors/:accreditor", .coordinator, example: "/catalogue/accreditors/1", CyclePages.editAccreditor)
        post("/catalogue/accreditors/:accreditor", .coordinator, CyclePages.saveAccreditor)
    }
}
