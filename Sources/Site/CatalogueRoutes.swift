import Kernel
import Offer
import Web

extension Routes {
    /// Programmes, and the catalogues that they stand in.
    mutating func addCatalogue() {
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
        get("/catalogue/cycles/:cycle/renewal", .coordinator, example: "/catalogue/cycles/1/renewal", RenewalPages.list)
        post("/catalogue/cycles/:cycle/renewal", .coordinator, RenewalPages.renew)
        get("/catalogue/accreditors/new", .coordinator, example: "/catalogue/accreditors/new", CyclePages.newAccreditor)
        post("/catalogue/accreditors/new", .coordinator, CyclePages.addAccreditor)
        get("/catalogue/accreditors/:accreditor", .coordinator, example: "/catalogue/accreditors/1", CyclePages.editAccreditor)
        post("/catalogue/accreditors/:accreditor", .coordinator, CyclePages.saveAccreditor)
    }
}
