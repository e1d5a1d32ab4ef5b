import Accounts
import Files
import Kernel
import Languages
import Look
package import Web

extension Room {
    /// From an idea to the catalogue: proposals of programmes and gatherings, with all that an accreditor asks of them.
    package static let workshop = Room("workshop") { room in
        room.get("/me/proposals", .person, example: "/me/proposals", ProposalPages.mine)
        room.post("/me/proposals", .person, ProposalPages.begin)
        room.get("/me/biography", .person, example: "/me/biography", AuthorPages.biography)
        room.post("/me/biography", .person, AuthorPages.setBiography)

        room.get("/proposals/:proposal", .person, example: "/proposals/1", ProposalPages.show)
        room.post("/proposals/:proposal/moves", .person, ProposalPages.move)
        room.get("/proposals/:proposal/facts", .person, example: "/proposals/1/facts", ProposalPages.facts)
        room.post("/proposals/:proposal/facts", .person, ProposalPages.setFacts)
        room.get("/proposals/:proposal/fields/:field", .person, example: "/proposals/1/fields/goal", ProposalPages.field)
        room.post("/proposals/:proposal/fields/:field", .person, ProposalPages.save)
        room.post("/proposals/:proposal/fields/:field/join", .person, ProposalPages.join)
        room.post("/proposals/:proposal/fields/:field/comments", .person, ProposalPages.comment)
        room.post("/proposals/:proposal/fields/:field/comments/:comment", .person, ProposalPages.answer)
        room.get("/proposals/:proposal/authors", .person, example: "/proposals/1/authors", AuthorPages.list)
        room.post("/proposals/:proposal/authors", .person, AuthorPages.invite)
        room.post("/proposals/:proposal/authors/:author/remove", .person, AuthorPages.remove)
        room.get("/proposals/:proposal/enclosures", .person, example: "/proposals/1/enclosures", DossierPages.enclosures)
        room.post("/proposals/:proposal/enclosures", .person, takes: .uploads, DossierPages.enclose)
        room.post("/proposals/:proposal/enclosures/:enclosure/remove", .person, DossierPages.takeOut)
        room.post("/proposals/:proposal/evidence", .person, DossierPages.evidence)
        room.get("/proposals/:proposal/copy", .person, example: "/proposals/1/copy", DossierPages.copy)
        room.get("/proposals/:proposal/dossier.pdf", .person, DossierPages.paper)
        room.get("/proposals/:proposal/dossier.zip", .person, DossierPages.archive)
        room.get("/consents/:link", .public, AuthorPages.consent)
        room.post("/consents/:link", .public, AuthorPages.answer)

        room.get("/staff/workshop", .coordinator, example: "/staff/workshop", WorkshopDeskPages.board)
        room.post("/staff/workshop/renewals", .coordinator, WorkshopDeskPages.renew)
        room.get("/staff/workshop/:proposal", .coordinator, example: "/staff/workshop/1", WorkshopDeskPages.show)
        room.post("/staff/workshop/:proposal/reviewer", .coordinator, WorkshopDeskPages.reviewer)
        room.get("/staff/workshop/:proposal/review", .coordinator, example: "/staff/workshop/1/review", WorkshopDeskPages.review)
        room.post("/staff/workshop/:proposal/review", .coordinator, WorkshopDeskPages.judge)
        room.post("/staff/workshop/:proposal/moves", .coordinator, WorkshopDeskPages.move)
        room.post("/staff/workshop/:proposal/submission", .coordinator, WorkshopDeskPages.submit)
        room.post("/staff/workshop/:proposal/approval", .coordinator, WorkshopDeskPages.approve)
        room.post("/staff/workshop/:proposal/rejection", .coordinator, WorkshopDeskPages.reject)
        room.post("/staff/workshop/:proposal/complaint", .coordinator, WorkshopDeskPages.complain)
        room.menu(.staff, T.workshop.title, "/staff/workshop", .apply, in: .offer, at: 33)

        room.get("/settings/calls", .director, example: "/settings/calls", CallPages.list)
        room.post("/settings/calls/samples", .director, CallPages.take)
        room.get("/settings/calls/new", .director, example: "/settings/calls/new", CallPages.new)
        room.post("/settings/calls/new", .director, CallPages.add)
        room.get("/settings/calls/:call", .director, example: "/settings/calls/1", CallPages.edit)
        room.post("/settings/calls/:call", .director, CallPages.save)
        room.settings(T.workshop.calls, "/settings/calls", T.workshop.callsLead, at: 53)

        room.bring(PersonColumn("proposal_author", mayStay: true))
        room.bring(PersonColumn("biography", key: "person", mayStay: true))
        room.bring(PersonColumn("proposal_review", "reviewer"))
        room.bring(FileColumn("proposal_enclosure", isPersonal: true))
        for kind in ProposalLetters.kinds { room.bring(kind) }
        room.answer(FileSightAsked.self) { try ProposalEnclosureStore.shows($0.file, in: $1) }
        room.answer(HeldAsked.self) { try WorkshopKeepingStore.held(about: $0.person, in: $1) }
        room.answer(TiesAsked.self) { asked, _ in ProposalAuthorStore.ties(to: asked.centre) }
        room.on(PersonErased.self) { try WorkshopKeepingStore.forget($0.person, in: $1) }
        room.on(PersonPurged.self) { try WorkshopKeepingStore.forget($0.person, in: $1) }
        room.each(minutes: 30, "workshop", { try await WorkshopKeepingStore.remind($0) })
        room.nightly("workshop.forget") { try WorkshopKeepingStore.forgetOld(in: $0) }
        room.today(WorkshopToday.tell)
        room.me(WorkshopToday.mine)
    }
}
