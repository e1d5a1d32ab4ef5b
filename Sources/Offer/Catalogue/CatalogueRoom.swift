import Accounts
import Imports
import Kernel
import Languages
import Look
import Queues
package import Web

extension Room {
    /// Programmes of each cycle, with the lists of the cycle.
    package static let catalogue = Room("catalogue") { room in
        room.get("/programmes", .public, example: "/programmes", kept: .whileWritten, CataloguePages.list)
        room.get("/catalogue", .coordinator, example: "/catalogue", ProgrammePages.list)
        room.get("/catalogue/programmes.xlsx", .coordinator, example: "/catalogue/programmes.xlsx", ProgrammePages.sheet)
        room.get("/catalogue/standing", .coordinator, example: "/catalogue/standing", StandingPages.show)
        room.get("/catalogue/trainers", .coordinator, example: "/catalogue/trainers", TrainerTiesPages.show)
        room.post("/catalogue/trainers", .coordinator, TrainerTiesPages.tie)
        room.get("/catalogue/new", .coordinator, example: "/catalogue/new", ProgrammePages.new)
        room.post("/catalogue/new", .coordinator, ProgrammePages.add)
        room.get("/catalogue/programmes/:programme", .coordinator, example: "/catalogue/programmes/1", ProgrammePages.show)
        room.get("/catalogue/programmes/:programme/edit", .coordinator, example: "/catalogue/programmes/1/edit", ProgrammePages.edit)
        room.post("/catalogue/programmes/:programme/edit", .coordinator, ProgrammePages.save)
        room.get("/catalogue/programmes/:programme/people", .coordinator, example: "/catalogue/programmes/1/people", ProgrammePeoplePages.show)
        room.post("/catalogue/programmes/:programme/people/tie", .coordinator, ProgrammePeoplePages.tie)
        room.post("/catalogue/programmes/:programme/people/untie", .coordinator, ProgrammePeoplePages.untie)
        room.post("/catalogue/programmes/:programme/people/write", .coordinator, ProgrammePeoplePages.write)
        room.get("/catalogue/programmes/:programme/register", .coordinator, example: "/catalogue/programmes/1/register", ProgrammeEntryPages.show)
        room.get("/catalogue/programmes/:programme/register.xlsx", .coordinator, example: "/catalogue/programmes/1/register.xlsx", ProgrammeEntryPages.sheet)
        room.post("/catalogue/programmes/:programme/register", .coordinator, ProgrammeEntryPages.open)
        room.post("/catalogue/programmes/:programme/register/:entry", .coordinator, ProgrammeEntryPages.take)
        room.get("/catalogue/programmes/:programme/withdrawal", .coordinator, example: "/catalogue/programmes/1/withdrawal", ProgrammePages.withdrawal)
        room.post("/catalogue/programmes/:programme/withdrawal", .coordinator, ProgrammePages.withdraw)
        room.post("/catalogue/programmes/:programme/return", .coordinator, ProgrammePages.restore)
        room.post("/catalogue/programmes/:programme/renewal", .coordinator, ProgrammePages.renew)
        room.post("/catalogue/programmes/:programme/predecessor", .coordinator, ProgrammePages.link)
        room.get("/catalogue/cycles", .coordinator, example: "/catalogue/cycles", CyclePages.list)
        room.post("/catalogue/cycles", .coordinator, CyclePages.add)
        room.get("/catalogue/cycles/:cycle", .coordinator, example: "/catalogue/cycles/1", CyclePages.show)
        room.post("/catalogue/cycles/:cycle", .coordinator, CyclePages.save)
        room.get("/catalogue/cycles/:cycle/renewal", .coordinator, example: "/catalogue/cycles/1/renewal", RenewalPages.list)
        room.post("/catalogue/cycles/:cycle/renewal", .coordinator, RenewalPages.renew)
        room.get("/catalogue/accreditors/new", .coordinator, example: "/catalogue/accreditors/new", CyclePages.newAccreditor)
        room.post("/catalogue/accreditors/new", .coordinator, CyclePages.addAccreditor)
        room.get("/catalogue/accreditors/:accreditor", .coordinator, example: "/catalogue/accreditors/1", CyclePages.editAccreditor)
        room.post("/catalogue/accreditors/:accreditor", .coordinator, CyclePages.saveAccreditor)

        room.menu(.everybody, T.catalogue.programmes, "/programmes", at: 20)
        room.menu(.staff, T.catalogue.programmes, "/catalogue", .book, in: .offer, at: 30)
        room.firstStep(T.catalogue.stepProgramme, "/catalogue", T.catalogue.stepProgrammeText, at: 60) { _, act in try ProgrammeStore.isStocked(in: act) }
        room.imports(ProgrammeImport.self)
        room.on(PersonErased.self) { try ProgrammeStore.forget($0.person, in: $1) }
        room.answer(HeldAsked.self) { try ProgrammeStore.held(about: $0.person, in: $1) }
        room.bring(PersonColumn("programme_person"))
        room.index(ProgrammeStore.reindex)
        room.today(StandingPages.tell)
        room.me(ProgrammePeoplePages.mine)
        room.answer(CardAsked.self, ProgrammePeoplePages.card)
        room.answer(TiesAsked.self) { asked, _ in ProgrammeStore.ties(to: asked.centre) }
    }
}
