import Accounts
import Centres
import Kernel
import Languages
import Look
import Registration
import Schools
package import Web

extension Room {
    /// The informer of a month, on the web and on paper, and its way to the staff rooms; the book of information; the poster of one event.
    package static let informer = Room("informer") { room in
        room.get("/informers", .public, example: "/informers", kept: .whileWritten, InformerPages.list)
        room.get("/informers/passed/:sending/:key", .public, InformerSchoolPages.ask)
        room.post("/informers/passed/:sending/:key", .public, InformerSchoolPages.pass)
        room.get("/informers/:informer", .public, example: "/informers/1", kept: .whileWritten, InformerPages.show)
        room.get("/informers/:informer/informer.pdf", .public, InformerPages.paper)
        room.get("/informers/:informer/booklet.pdf", .public, InformerPages.booklet)
        room.get("/information-book", .public, example: "/information-book", kept: .whileWritten, InformationBookPages.show)
        room.get("/information-book/book.pdf", .public, InformationBookPages.pdf)
        room.get("/events/:event/poster.pdf", .public, EventStripPages.paper)

        room.get("/staff/informers", .coordinator, example: "/staff/informers", InformerDeskPages.list)
        room.post("/staff/informers", .coordinator, InformerDeskPages.begin)
        room.get("/staff/informers/schools", .coordinator, example: "/staff/informers/schools", InformerSchoolPages.all)
        room.get("/staff/informers/:informer", .coordinator, example: "/staff/informers/1", InformerDeskPages.edit)
        room.post("/staff/informers/:informer", .coordinator, InformerDeskPages.save)
        room.post("/staff/informers/:informer/withdraw", .coordinator, InformerDeskPages.withdraw)
        room.get("/staff/informers/:informer/trial.pdf", .coordinator, InformerDeskPages.trial)
        room.get("/staff/informers/:informer/schools", .coordinator, example: "/staff/informers/1/schools", InformerSchoolPages.show)
        room.post("/staff/informers/:informer/schools", .coordinator, InformerSchoolPages.send)
        room.get("/staff/information-book", .coordinator, example: "/staff/information-book", InformationBookPages.list)
        room.post("/staff/information-book", .coordinator, InformationBookPages.begin)
        room.get("/staff/information-book/new", .coordinator, example: "/staff/information-book/new", InformationBookPages.new)
        room.post("/staff/information-book/new", .coordinator, InformationBookPages.add)
        room.get("/staff/information-book/:chapter", .coordinator, example: "/staff/information-book/1", InformationBookPages.edit)
        room.post("/staff/information-book/:chapter", .coordinator, InformationBookPages.change)
        room.post("/staff/information-book/:chapter/remove", .coordinator, InformationBookPages.remove)
        room.get("/staff/events/:event/poster.pdf", .coordinator, EventStripPages.paper)

        room.menu(.staff, T.informer.titles, "/staff/informers", .print, at: 67)
        room.menu(.foot, T.informer.titles, "/informers", at: 4)
        room.answer(AboutAsked.self, InformerSharedPages.about)
        for kind in InformerLetters.kinds { room.bring(kind) }
        room.bring(PersonColumn("informer_sending", mayStay: true))
        room.answer(HeldAsked.self) { try InformerKeepingStore.held(about: $0.person, in: $1) }
        room.on(PersonErased.self) { try InformerKeepingStore.forget($0.person, in: $1) }
        room.on(PersonPurged.self) { try InformerKeepingStore.forget($0.person, in: $1) }
        room.answer(EventDeskAsked.self, EventStripPages.onDesk)
        room.each(minutes: 60, "informer.remind", at: { try await InformerSendingStore.remindAll($0.records, $0.seal) })
        room.nightly("informer.forget") { try InformerKeepingStore.forgetOld(in: $0) }
        room.index(InformerIssueStore.reindex)
        room.school(InformerSharedPages.ofSchool)
        room.today(InformerSharedPages.today)
        room.me(InformerSharedPages.mine)
    }
}
