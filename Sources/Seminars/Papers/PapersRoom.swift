import Accounts
import Events
import Guests
import Kernel
package import Web

extension Room {
    /// Calls for papers: what is asked, what comes, who reads it in two rounds, what is decided.
    package static let papers = Room("papers") { room in
        room.get("/events/:event/papers", .public, example: "/events/30/papers", PaperPages.call)
        room.get("/events/:event/papers/new", .person, example: "/events/30/papers/new", PaperPages.new)
        room.post("/events/:event/papers/new", .person, PaperPages.add)
        room.get("/papers/:paper", .person, example: "/papers/6", PaperPages.show)
        room.get("/papers/:paper/edit", .person, example: "/papers/6/edit", PaperPages.edit)
        room.post("/papers/:paper/edit", .person, PaperPages.save)
        room.get("/papers/:paper/withdraw", .person, example: "/papers/1/withdraw", PaperPages.askWithdraw)
        room.post("/papers/:paper/withdraw", .person, PaperPages.withdraw)

        room.get("/reviews", .person, example: "/reviews", PaperPages.reviews)
        room.get("/reviews/:review", .person, example: "/reviews/4", PaperPages.review)
        room.post("/reviews/:review", .person, PaperPages.give)

        room.get("/staff/events/:event/papers", .coordinator, example: "/staff/events/31/papers", PaperDeskPages.show)
        room.get("/staff/events/:event/papers/call", .coordinator, example: "/staff/events/30/papers/call", PaperDeskPages.form)
        room.post("/staff/events/:event/papers/call", .coordinator, PaperDeskPages.save)
        room.post("/staff/events/:event/papers/publish", .coordinator, PaperDeskPages.publish)
        room.post("/staff/events/:event/papers/reviewers", .coordinator, PaperDeskPages.name)
        room.post("/staff/events/:event/papers/deal", .coordinator, PaperDeskPages.deal)
        room.post("/staff/events/:event/papers/remind", .coordinator, PaperDeskPages.remind)
        room.post("/staff/events/:event/papers/place", .coordinator, PaperDeskPages.placeAll)
        room.post("/staff/reviewers/:reviewer/remove", .coordinator, PaperDeskPages.removeReviewer)
        room.get("/staff/papers/:paper", .coordinator, example: "/staff/papers/5", PaperDeskPages.file)
        room.post("/staff/papers/:paper/reviewers", .coordinator, PaperDeskPages.assign)
        room.post("/staff/papers/:paper/decide", .coordinator, PaperDeskPages.decide)
        room.post("/staff/papers/:paper/take-back", .coordinator, PaperDeskPages.takeBack)
        room.post("/staff/papers/:paper/talk", .coordinator, PaperDeskPages.place)

        room.on(EventDiscarded.self) { try PaperStore.discard($0.event, in: $1) }
        room.on(EventCancelled.self) { try PaperStore.tell($0.event, in: $1) }
        room.on(EventPostponed.self) { try PaperStore.tell($0.event, in: $1) }
        room.on(TalkRemoved.self) { try PaperDeskStore.unplace($0.talk, in: $1) }
        room.on(PersonErased.self) { try PaperStore.forget($0.person, in: $1) }
        room.answer(TiesAsked.self) { asked, _ in PaperStore.ties(to: asked.centre) }
        room.bring(PersonColumn("paper"))
        room.bring(PersonColumn("paper_reviewer", mayStay: true))
        room.bring(PersonColumn("paper_review", mayStay: true))
        room.answer(HeldAsked.self) { try PaperStore.held(about: $0.person, in: $1) }
        room.answer(HeldAsked.self) { try PaperStore.heldAuthors(about: $0.person, in: $1) }
        room.answer(HeldAsked.self) { try PaperStore.heldReviews(about: $0.person, in: $1) }
        room.answer(HeldAsked.self) { try PaperStore.heldNamed(about: $0.person, in: $1) }
        room.each(minutes: 30, "reviewers", ReviewStore.remindAll)
        room.nightly("papers.forget") { try PaperStore.forgetOld(in: $0) }
        room.index { try PaperStore.indexAll(in: $0) }
        for kind in PaperLetters.kinds { room.bring(kind) }
        room.today(PapersToday.tell)
        room.me(PapersMine.tell)
    }
}
