import Forms
import Accounts
import Catalogue
import Centres
import Imports
import Kernel
import Languages
import Queues
import Schools
package import Web

extension Room {
    /// What is planned, announced and held. Its pages show seats too, so they stand in Site.
    package static let events = Room("events") { room in
        room.get("/settings/forms", .director, example: "/settings/forms", EventFormPages.list)
        room.get("/settings/forms/new", .director, example: "/settings/forms/new", EventFormPages.new)
        room.post("/settings/forms/new", .director, EventFormPages.add)
        room.get("/settings/forms/:form", .director, EventFormPages.edit)
        room.post("/settings/forms/:form", .director, EventFormPages.change)
        room.post("/settings/forms/:form/close", .director, EventFormPages.close)
        room.post("/settings/forms/:form/reopen", .director, EventFormPages.reopen)

        room.get("/staff/events/:event/series", .coordinator, example: "/staff/events/1/series", EventSeriesPages.ask)
        room.post("/staff/events/:event/series", .coordinator, EventSeriesPages.make)

        room.get("/me/schools/:school/requests/new", .person, example: "/me/schools/1/requests/new", EventRequestPages.new)
        room.post("/me/schools/:school/requests/new", .person, EventRequestPages.ask)
        room.get("/staff/requests", .coordinator, example: "/staff/requests", EventRequestPages.list)
        room.get("/staff/requests/:request", .coordinator, example: "/staff/requests/1", EventRequestPages.show)
        room.post("/staff/requests/:request/accept", .coordinator, EventRequestPages.accept)
        room.post("/staff/requests/:request/decline", .coordinator, EventRequestPages.decline)
        room.school(EventRequestMine.ofSchool)
        room.today(EventRequestMine.today)
        room.answer(HeldAsked.self) { try EventRequestStore.held(about: $0.person, in: $1) }
        room.bring(PersonColumn("event_request"))

        room.settings(T.events.forms, "/settings/forms", T.events.formsLead, at: 35)
        room.on(PersonErased.self) { try EventStore.forget($0.person, in: $1) }
        room.answer(HeldAsked.self) { try EventStore.held(about: $0.person, in: $1) }
        room.on(Reworded.self) { try EventStore.index(naming: $0.subject, in: $1) }
        room.answer(RunsAsked.self) { _, act in try EventStore.runs(in: act) }
        room.answer(EventGapsAsked.self) { try EventGapsAsked.ofPlan($0, in: $1) }
        room.firstStep(T.events.stepEvent, "/staff/events/new", T.events.stepEventText, at: 70) { try !EventStore.counts(of: $0.centre.id, in: $1).isEmpty }
        room.answer(LetterSampleAsked.self) { try LetterSample.ofNearest($0, in: $1) }
        room.bring(PersonColumn("event_trainer"))
        room.imports(EarlierEventImport.self)
        room.index(EventStore.reindex)
    }
}
