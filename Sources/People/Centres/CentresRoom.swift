import Forms
import Imports
import Kernel
import Languages
import Look
import Queues
package import Web

extension Room {
    /// Centres with their territory, halls and papers; institutions and municipalities.
    package static let centres = Room("centres") { room in
        room.get("/about", .public, example: "/about", kept: .whileWritten, AboutPages.about)
        room.get("/for-schools", .public, example: "/for-schools", kept: .whileWritten, AboutPages.schools)

        room.get("/schools", .coordinator, example: "/schools", SchoolPages.list)
        room.get("/schools/export", .coordinator, example: "/schools/export?format=csv", SchoolPages.export)
        room.get("/schools/new", .coordinator, example: "/schools/new", SchoolPages.new)
        room.post("/schools/new", .coordinator, SchoolPages.add)
        room.get("/schools/proposals", .coordinator, example: "/schools/proposals", SchoolProposalPages.list)
        room.post("/schools/proposals/:proposal/tie", .coordinator, SchoolProposalPages.tie)
        room.post("/schools/proposals/:proposal/dismiss", .coordinator, SchoolProposalPages.dismiss)
        room.get("/schools/:school", .coordinator, example: "/schools/1", SchoolPages.show)
        room.get("/schools/:school/edit", .coordinator, example: "/schools/1/edit", SchoolPages.edit)
        room.post("/schools/:school/edit", .coordinator, SchoolPages.change)
        room.post("/schools/:school/close", .coordinator, SchoolPages.close)
        room.post("/schools/:school/reopen", .coordinator, SchoolPages.reopen)

        room.get("/settings/centres", .administrator, example: "/settings/centres", CentresPages.list)
        room.post("/settings/centres", .administrator, CentresPages.add)
        room.get("/settings/centre", .director, example: "/settings/centre", CentrePages.settings)
        room.post("/settings/centre", .director, CentrePages.save)
        room.get("/settings/centre/logo", .director, example: "/settings/centre/logo", LogoPages.show)
        room.post("/settings/centre/logo", .director, takes: .files, LogoPages.choose)
        room.post("/settings/centre/logo/remove", .director, LogoPages.remove)
        room.get("/settings/centre/logo/paper.pdf", .director, example: "/settings/centre/logo/paper.pdf", LogoPages.paper)
        room.get("/settings/centre/logo/:picture", .director, LogoPages.picture)
        room.get("/settings/letters", .director, example: "/settings/letters", CentreWordPages.list)
        room.get("/settings/letters/:kind", .director, example: "/settings/letters/admitted", CentreWordPages.edit)
        room.post("/settings/letters/:kind", .director, CentreWordPages.save)
        room.post("/settings/letters/:kind/reset", .director, CentreWordPages.reset)
        room.get("/settings/territory", .director, example: "/settings/territory", CentrePages.territory)
        room.post("/settings/territory", .director, CentrePages.saveTerritory)
        room.get("/settings/municipalities", .coordinator, example: "/settings/municipalities", MunicipalityPages.list)
        room.get("/settings/halls", .coordinator, example: "/settings/halls", HallPages.list)
        room.get("/settings/halls/new", .coordinator, example: "/settings/halls/new", HallPages.new)
        room.post("/settings/halls/new", .coordinator, HallPages.add)
        room.get("/settings/halls/:hall", .coordinator, example: "/settings/halls/1", HallPages.edit)
        room.post("/settings/halls/:hall", .coordinator, HallPages.change)
        room.post("/settings/halls/:hall/close", .coordinator, HallPages.close)
        room.post("/settings/halls/:hall/reopen", .coordinator, HallPages.reopen)

        room.menu(.everybody, T.centres.forSchools, "/for-schools", at: 40)
        room.menu(.everybody, T.centres.about, "/about", at: 50)
        room.menu(.staff, T.centres.schools, "/schools", .school, at: 60)
        room.settings(T.centres.centreSettings, "/settings/centre", T.centres.centreSettingsDetail, at: 10)
        room.settings(T.centres.logo, "/settings/centre/logo", T.centres.logoLead, at: 20)
        room.settings(T.centres.words, "/settings/letters", T.centres.wordsLead, at: 30)
        room.settings(T.centres.territory, "/settings/territory", T.centres.territoryLead, at: 40)
        room.settings(T.centres.centres, "/settings/centres", T.centres.centresLead, at: 60)
        room.settings(T.centres.halls, "/settings/halls", T.centres.hallsLead, at: 70)
        room.settings(T.centres.municipalities, "/settings/municipalities", T.centres.municipalitiesDetail, at: 80)
        room.firstStep(T.centres.stepTerritory, "/settings/territory", T.centres.stepTerritoryText, at: 10) { try TerritoryStore.isSet(of: $0.centre.id, in: $1) }
        room.firstStep(T.centres.stepSchools, "/schools", T.centres.stepSchoolsText, at: 20) {
            try !SchoolStore.list(.init(territory: $0.centre.id), .azbuka, limit: 1, in: $1).isEmpty
        }
        room.firstStep(T.centres.stepHalls, "/settings/halls/new", T.centres.stepHallsText, at: 30) { try !HallStore.halls(of: $0.centre.id, in: $1).isEmpty }
        room.today { try CentreWordStore.tell($0, in: $1) }
        room.imports(MunicipalityImport.self)
        room.imports(SchoolImport.self)
        room.index(SchoolStore.reindex)
    }
}
