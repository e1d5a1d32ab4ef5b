import Accounts
import Centres
import Files
import Kernel
import Languages
import Look
import Registry
package import Web

extension Room {
    /// What centres propose together to change in a rule or a practice, who stands where, and what became of it.
    package static let initiatives = Room("initiatives") { room in
        room.get("/initiatives", .public, example: "/initiatives", InitiativePages.list)
        room.get("/initiatives/:initiative", .public, example: "/initiatives/1", InitiativePages.show)
        room.get("/initiatives/:initiative/initiative.pdf", .public, InitiativePages.pdf)

        room.get("/me/initiatives/:initiative", .person, example: "/me/initiatives/2", InitiativePages.mine)
        room.post("/me/initiatives/:initiative/comments", .person, InitiativePages.comment)

        room.get("/staff/initiatives", .coordinator, example: "/staff/initiatives", InitiativeDeskPages.board)
        room.get("/staff/initiatives/new", .coordinator, example: "/staff/initiatives/new", InitiativeDeskPages.new)
        room.post("/staff/initiatives/new", .coordinator, InitiativeDeskPages.add)
        room.get("/staff/initiatives/:initiative", .coordinator, example: "/staff/initiatives/2", InitiativeDeskPages.show)
        room.get("/staff/initiatives/:initiative/edit", .coordinator, example: "/staff/initiatives/2/edit", InitiativeDeskPages.edit)
        room.post("/staff/initiatives/:initiative/edit", .coordinator, InitiativeDeskPages.save)
        room.post("/staff/initiatives/:initiative/position", .coordinator, InitiativeDeskPages.say)
        room.post("/staff/initiatives/:initiative/adopt", .coordinator, InitiativeDeskPages.adopt)
        room.post("/staff/initiatives/:initiative/drop", .coordinator, InitiativeDeskPages.drop)

        room.get("/staff/initiatives/:initiative/text", .coordinator, example: "/staff/initiatives/2/text", InitiativeTextPages.show)
        room.post("/staff/initiatives/:initiative/publish", .coordinator, InitiativeTextPages.publish)
        room.get("/staff/initiatives/:initiative/versions/:version", .coordinator, example: "/staff/initiatives/1/versions/2", InitiativeTextPages.version)
        room.get("/staff/initiatives/:initiative/articles/new", .coordinator, example: "/staff/initiatives/2/articles/new", InitiativeTextPages.newArticle)
        room.post("/staff/initiatives/:initiative/articles/new", .coordinator, InitiativeTextPages.addArticle)
        room.get("/staff/initiatives/:initiative/articles/:article", .coordinator, example: "/staff/initiatives/2/articles/4", InitiativeTextPages.article)
        room.post("/staff/initiatives/:initiative/articles/:article", .coordinator, InitiativeTextPages.saveArticle)
        room.post("/staff/initiatives/:initiative/articles/:article/remove", .coordinator, InitiativeTextPages.removeArticle)

        room.get("/staff/initiatives/:initiative/parties", .coordinator, example: "/staff/initiatives/2/parties", InitiativeDeskPages.parties)
        room.post("/staff/initiatives/:initiative/parties", .coordinator, InitiativeDeskPages.ask)
        room.post("/staff/initiatives/:initiative/parties/position", .coordinator, InitiativeDeskPages.note)
        room.get("/staff/initiatives/:initiative/comments", .coordinator, example: "/staff/initiatives/2/comments", InitiativeDeskPages.comments)
        room.post("/staff/initiatives/:initiative/comments", .coordinator, InitiativeDeskPages.comment)
        room.post("/staff/initiatives/:initiative/comments/:comment", .coordinator, InitiativeDeskPages.answer)

        room.get("/staff/initiatives/:initiative/answers", .coordinator, example: "/staff/initiatives/1/answers", InitiativeAnswerPages.show)
        room.post("/staff/initiatives/:initiative/sendings", .coordinator, InitiativeAnswerPages.send)
        room.post("/staff/initiatives/:initiative/sendings/:sending", .coordinator, takes: .uploads, InitiativeAnswerPages.answer)
        room.post("/staff/initiatives/:initiative/outcome", .coordinator, InitiativeAnswerPages.close)
        room.get("/staff/initiatives/:initiative/initiative.pdf", .coordinator, InitiativeAnswerPages.pdf)
        room.get("/staff/initiatives/:initiative/initiative.docx", .coordinator, InitiativeAnswerPages.word)

        room.menu(.staff, T.initiatives.title, "/staff/initiatives", .letter, in: .office, at: 83)
        room.menu(.foot, T.initiatives.title, "/initiatives", at: 9)
        for kind in InitiativeLetters.kinds { room.bring(kind) }
        room.bring(RegistryKind("initiative", T.initiatives.kindPaper))

        room.bring(PersonColumn("initiative", "keeper"))
        room.bring(PersonColumn("initiative_version", "author"))
        room.bring(PersonColumn("initiative_party"))
        room.bring(PersonColumn("initiative_comment"))
        room.bring(FileColumn("initiative_sending"))
        room.answer(FileSightAsked.self) { try InitiativeKeepingStore.shows($0.file, in: $1) }
        room.answer(HeldAsked.self) { try InitiativeKeepingStore.held(about: $0.person, in: $1) }
        room.on(PersonErased.self) { try InitiativeKeepingStore.forget($0.person, in: $1) }
        room.on(PersonPurged.self) { try InitiativeKeepingStore.forget($0.person, in: $1) }
        room.each(minutes: 30, "initiatives.remind", { try await InitiativeReminderStore.remind($0) })
        room.nightly("initiatives.forget") { try InitiativeKeepingStore.forgetOld(in: $0) }
        room.index(InitiativeStore.reindex)
        room.today(InitiativeSharedPages.today)
        room.me(InitiativeSharedPages.mine)
    }
}
