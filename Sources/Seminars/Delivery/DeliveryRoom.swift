import Accounts
import Events
import Kernel
import Languages
import Queues
import Registration
import Storage
package import Web

extension Room {
    /// From the hall’s door to the report.
    package static let delivery = Room("delivery") { room in
        room.get("/staff/events/:event/attendance", .coordinator, example: "/staff/events/9/attendance", AttendancePages.show)
        room.post("/staff/events/:event/attendance", .coordinator, AttendancePages.save)
        room.get("/staff/events/:event/sessions/:session/door", .trainer, example: "/staff/events/11/sessions/14/door", DoorPages.show)
        room.post("/staff/events/:event/sessions/:session/door", .trainer, DoorPages.tap)
        room.get("/staff/events/:event/sessions/:session/marks", .trainer, example: "/staff/events/11/sessions/14/marks", DoorPages.state)
        room.post("/staff/events/:event/sessions/:session/marks", .trainer, DoorPages.merge)
        room.get("/staff/events/:event/sessions/:session/walk-in", .coordinator, example: "/staff/events/11/sessions/14/walk-in", WalkInPages.ask)
        room.post("/staff/events/:event/sessions/:session/walk-in", .coordinator, WalkInPages.add)
        room.get("/staff/events/:event/sessions/:session/screen", .trainer, example: "/staff/events/11/sessions/14/screen", AttendPages.screen)
        room.get("/staff/events/:event/sessions/:session/online", .coordinator, OnlinePages.ask)
        room.post("/staff/events/:event/sessions/:session/online", .coordinator, takes: .files, OnlinePages.look)
        room.post("/staff/events/:event/sessions/:session/online/marks", .coordinator, OnlinePages.mark)
        room.get("/staff/events/:event/sheet.pdf", .coordinator, example: "/staff/events/11/sheet.pdf", PaperPages.sheet)
        room.get("/staff/events/:event/badges.pdf", .coordinator, PaperPages.badges)
        room.get("/staff/events/:event/bus.pdf", .coordinator, PaperPages.bus)
        room.get("/staff/events/:event/report", .coordinator, example: "/staff/events/9/report", ReportPages.show)
        room.post("/staff/events/:event/report", .coordinator, ReportPages.write)
        room.get("/staff/events/:event/report.xlsx", .coordinator, example: "/staff/events/9/report.xlsx", ReportPages.sheet)
        room.get("/staff/events/:event/report.pdf", .coordinator, example: "/staff/events/9/report.pdf", PaperPages.report)
        room.get("/staff/events/:event/groups", .coordinator, example: "/staff/events/25/groups", GroupCountPages.ask)
        room.post("/staff/events/:event/groups", .coordinator, GroupCountPages.write)
        room.get("/staff/events/:event/letters", .coordinator, example: "/staff/events/9/letters", ReportLetterPages.write)
        room.post("/staff/events/:event/letters", .coordinator, ReportLetterPages.look)
        room.post("/staff/events/:event/letters/send", .coordinator, ReportLetterPages.send)
        room.get("/staff/events/:event/conclusions", .coordinator, example: "/staff/events/12/conclusions", ConclusionPages.list)
        room.post("/staff/events/:event/conclusions", .coordinator, ConclusionPages.add)
        room.get("/staff/conclusions/:conclusion", .coordinator, example: "/staff/conclusions/1", ConclusionPages.edit)
        room.post("/staff/conclusions/:conclusion", .coordinator, ConclusionPages.save)
        room.post("/staff/conclusions/:conclusion/done", .coordinator, ConclusionPages.finish)
        room.post("/staff/conclusions/:conclusion/reopen", .coordinator, ConclusionPages.reopen)
        room.post("/staff/conclusions/:conclusion/remove", .coordinator, ConclusionPages.remove)
        room.get("/attend", .public, example: "/attend", AttendPages.type)
        room.get("/attend/:code", .public, AttendPages.open)
        room.post("/attend", .person, AttendPages.attend)
        room.get("/staff/groups", .coordinator, example: "/staff/groups", GroupFigurePages.show)
        room.get("/staff/groups.xlsx", .coordinator, example: "/staff/groups.xlsx", GroupFigurePages.sheet)
        room.get("/me/groups", .person, example: "/me/groups", GroupPages.list)
        room.get("/me/groups/:event", .person, GroupPages.show)
        room.get("/settings/completion", .director, example: "/settings/completion", CompletionRulePages.show)
        room.post("/settings/completion", .director, CompletionRulePages.add)
        room.post("/settings/completion/:since/remove", .director, CompletionRulePages.remove)

        room.settings(T.delivery.ruleTitle, "/settings/completion", T.delivery.ruleLead, at: 30)
        room.on(SessionsDropped.self) { try AttendanceStore.drop($0.sessions, in: $1) }
        room.bring(PersonColumn("event_letter", "recipient", where: "kind = 'thanks_trainer'", mayStay: true))
        room.answer(NeedAsked.self) { try NoShowStore.tell($0, in: $1) }
        room.answer(HeldAsked.self) { try AttendanceStore.held(about: $0.person, in: $1) }
        room.answer(HeldAsked.self) { try GroupCountStore.held(about: $0.person, in: $1) }
        room.answer(EventGapsAsked.self) { try DeliveryToday.gaps($0, in: $1) }
        room.nightly("delivery.forget") { try AttendanceStore.sweepKeys(in: $0) }
        room.today(DeliveryToday.tell)
        room.today(ConclusionsToday.tell)
        room.me(DeliveryToday.doors)
        room.me(DeliveryToday.groups)
    }
}
