import Accounts
import Events
import Kernel
import Languages
import Queues
package import Web

extension Room {
    /// Guests and schools that are invited, speakers who are asked, and their answers.
    package static let guests = Room("guests") { room in
        room.get("/answers/:token", .public, AnswerPages.show)
        room.post("/answers/:token", .public, AnswerPages.answer)
        room.get("/staff/events/:event/guests", .coordinator, example: "/staff/events/1/guests", GuestPages.list)
        room.post("/staff/events/:event/guests", .coordinator, GuestPages.add)
        room.post("/staff/events/:event/guests/list", .coordinator, GuestPages.addLines)
        room.post("/staff/events/:event/guests/schools", .coordinator, GuestPages.addSchools)
        room.get("/staff/events/:event/guests/ask", .coordinator, example: "/staff/events/1/guests/ask", GuestPages.look)
        room.post("/staff/events/:event/guests/ask", .coordinator, GuestPages.ask)
        room.post("/staff/events/:event/guests/remind", .coordinator, GuestPages.remind)
        room.post("/staff/guests/:guest/answer", .coordinator, GuestPages.answer)
        room.post("/staff/guests/:guest/remove", .coordinator, GuestPages.remove)

        room.get("/staff/events/:event/talks", .coordinator, example: "/staff/events/33/talks", TalkPages.list)
        room.post("/staff/events/:event/talks", .coordinator, TalkPages.add)
        room.get("/staff/events/:event/talks.pdf", .coordinator, TalkPages.book)
        room.get("/staff/talks/:talk", .coordinator, example: "/staff/talks/1", TalkPages.edit)
        room.post("/staff/talks/:talk", .coordinator, TalkPages.save)
        room.post("/staff/talks/:talk/remove", .coordinator, TalkPages.remove)

        room.on(EventDiscarded.self) { event, act in
            try GuestStore.discard(event.event, in: act)
            try TalkStore.discard(event.event, in: act)
        }
        room.on(SessionsDropped.self) { try TalkStore.keep($0.sessions, in: $1) }
        room.on(EventCancelled.self) { try GuestStore.tell($0.event, in: $1) }
        room.on(EventPostponed.self) { try GuestStore.tell($0.event, in: $1) }
        room.on(EventMoved.self) { try GuestStore.tell($0.event, in: $1) }
        room.on(PersonErased.self) { try GuestStore.forget($0.person, in: $1) }
        room.bring(PersonColumn("guest"))
        for kind in GuestLetters.kinds { room.bring(kind) }
        room.answer(HeldAsked.self) { try GuestStore.held(about: $0.person, in: $1) }
        room.each(minutes: 30, "guests", GuestStore.remindAll)
        room.nightly("guests.forget") { try GuestStore.forgetOld(in: $0) }
        room.today(GuestsToday.tell)
    }
}
