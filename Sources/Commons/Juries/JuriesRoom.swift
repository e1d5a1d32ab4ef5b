import Accounts
import Contests
import Events
import Kernel
import Languages
import Look
package import Web

extension Room {
    /// Juries of contests: blind rounds, the chair's decision, results, diplomas, the gallery.
    package static let juries = Room("juries") { room in
        room.get("/contests/:contest/results", .public, example: "/contests/2/results", JuryResultPages.results)
        room.get("/contests/:contest/gallery", .public, example: "/contests/2/gallery", JuryResultPages.gallery)
        room.get("/contests/:contest/gallery/:code", .public, JuryResultPages.work)

        room.get("/me/juries", .person, example: "/me/juries", JurorPages.list)
        room.get("/me/juries/:contest", .person, JurorPages.desk)
        room.post("/me/juries/:contest/answer", .person, JurorPages.answer)
        room.post("/me/juries/:contest/order", .person, JurorPages.order)
        room.get("/me/juries/:contest/works/:code", .person, JurorPages.work)
        room.post("/me/juries/:contest/works/:code", .person, JurorPages.give)
        room.post("/me/juries/:contest/works/:code/keep", .person, JurorPages.keep)
        room.post("/me/juries/:contest/works/:code/conflict", .person, JurorPages.declare)
        room.post("/me/juries/:contest/works/:code/remarks", .person, JurorPages.remark)
        room.get("/me/juries/:contest/works/:code/files/:file", .person, JurorPages.file)
        room.get("/me/juries/:contest/works/:code/files/:file/:width", .person, JurorPages.file)
        room.get("/me/juries/:contest/board", .person, JuryBoardPages.show)
        room.post("/me/juries/:contest/decide", .person, JuryBoardPages.decide)
        room.get("/me/juries/:contest/minutes.pdf", .person, JuryBoardPages.minutes)
        room.get("/me/results/:contest", .person, JuryResultPages.outcome)
        room.post("/me/results/:contest/portfolio", .person, JuryResultPages.offer)
        room.get("/me/results/:contest/thanks.pdf", .person, JuryPrintPages.ownThanks)
        room.get("/me/results/:contest/diplomas.pdf", .person, JuryPrintPages.ownDiplomas)

        room.get("/staff/juries", .coordinator, example: "/staff/juries", JuryDeskPages.list)
        room.get("/staff/juries/:contest", .coordinator, example: "/staff/juries/2", JuryDeskPages.show)
        room.post("/staff/juries/:contest/rules", .coordinator, JuryDeskPages.set)
        room.post("/staff/juries/:contest/rounds", .coordinator, JuryDeskPages.addRound)
        room.post("/staff/juries/:contest/rounds/:round/remove", .coordinator, JuryDeskPages.removeRound)
        room.post("/staff/juries/:contest/jurors", .coordinator, JuryDeskPages.invite)
        room.post("/staff/juries/:contest/jurors/:juror/chair", .coordinator, JuryDeskPages.makeChair)
        room.post("/staff/juries/:contest/jurors/:juror/release", .coordinator, JuryDeskPages.release)
        room.post("/staff/juries/:contest/open", .coordinator, JuryDeskPages.open)
        room.post("/staff/juries/:contest/close", .coordinator, JuryDeskPages.close)
        room.post("/staff/juries/:contest/reopen", .coordinator, JuryDeskPages.reopen)
        room.post("/staff/juries/:contest/publish", .coordinator, JuryDeskPages.publish)
        room.post("/staff/juries/:contest/event", .coordinator, JuryDeskPages.makeEvent)
        room.get("/staff/juries/:contest/board", .coordinator, example: "/staff/juries/2/board", JuryDeskPages.board)
        room.get("/staff/juries/:contest/figures", .coordinator, example: "/staff/juries/2/figures", JuryDeskPages.figures)
        room.get("/staff/juries/:contest/minutes.pdf", .coordinator, JuryDeskPages.minutes)
        room.get("/staff/juries/:contest/diplomas.pdf", .coordinator, JuryPrintPages.diplomas)
        room.get("/staff/juries/:contest/thanks.pdf", .coordinator, JuryPrintPages.thanks)
        room.get("/staff/juries/:contest/catalogue.pdf", .coordinator, JuryPrintPages.catalogue)
        room.get("/staff/juries/:contest/labels.pdf", .coordinator, JuryPrintPages.labels)

        room.menu(.staff, T.juries.title, "/staff/juries", .check, in: .pupils, at: 67)

        room.bring(PersonColumn("juror", mayStay: true))
        room.bring(PersonColumn("jury_thanks", mayStay: true))
        for kind in JuryLetters.kinds { room.bring(kind) }
        room.answer(HeldAsked.self) { try JuryKeepingStore.held(about: $0.person, in: $1) }
        room.on(PersonErased.self) { try JuryKeepingStore.forget($0.person, in: $1) }
        room.on(PersonPurged.self) { try JuryKeepingStore.forget($0.person, in: $1) }
        room.on(WorkRemoving.self) { try JuryKeepingStore.remove($0.work, in: $1) }
        room.on(WorkForgotten.self) { try JuryKeepingStore.forget($0.work, in: $1) }
        room.answer(WorkPointsAsked.self) { try JuryDecisionStore.points(of: $0.contest, in: $1) }
        room.on(ContestRemoving.self) { try JuryKeepingStore.remove($0.contest, in: $1) }
        room.on(ContestMoved.self) { try JuryDecisionStore.moved($0, in: $1) }
        room.on(EventDiscarded.self) { try JuryResultStore.drop($0.event, in: $1) }
        room.answer(ContestPageAsked.self, JurySharedPages.onContest)
        room.answer(ContestDeskAsked.self, JurySharedPages.onDesk)
        room.answer(MyWorkAsked.self, JurySharedPages.onWork)
        room.each(minutes: 60, "juries", { records in try await JuryKeepingStore.tend(records) })
        room.nightly("juries.forget") { try JuryKeepingStore.forgetOld(in: $0) }
        room.today(JurySharedPages.today)
        room.me(JurySharedPages.mine)
    }
}
