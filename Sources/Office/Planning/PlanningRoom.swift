import Accounts
import Centres
import Events
import Kernel
import Languages
import Look
import Needs
import Registration
package import Web

extension Room {
    /// What a centre means to do in a year, who says yes to it, what came of it, and what it offers for a month.
    package static let planning = Room("planning") { room in
        room.get("/offer", .public, example: "/offer", kept: .whileWritten, MonthOfferPages.list)
        room.get("/offer.atom", .public, example: "/offer.atom", MonthOfferPages.feed)
        room.get("/offer/:month", .public, example: "/offer/latest", MonthOfferPages.show)
        room.get("/offer/:month/offer.ics", .public, MonthOfferPages.calendar)

        room.get("/staff/plans", .coordinator, example: "/staff/plans", YearPlanPages.list)
        room.post("/staff/plans", .coordinator, YearPlanPages.begin)
        room.get("/staff/plans/together", .coordinator, example: "/staff/plans/together", PlanTogetherPages.show)
        room.get("/staff/plans/:plan", .coordinator, example: "/staff/plans/2", YearPlanPages.show)
        room.post("/staff/plans/:plan/programme", .coordinator, YearPlanPages.addProgramme)
        room.post("/staff/plans/:plan/submit", .coordinator, YearPlanPages.submit)
        room.get("/staff/plans/:plan/plan.pdf", .coordinator, YearPlanPages.pdf)
        room.get("/staff/plans/:plan/plan.docx", .coordinator, YearPlanPages.word)
        room.get("/staff/plans/:plan/plan.xlsx", .coordinator, YearPlanPages.sheet)
        room.get("/staff/plans/:plan/items/new", .coordinator, example: "/staff/plans/2/items/new", PlanItemPages.new)
        room.post("/staff/plans/:plan/items/new", .coordinator, PlanItemPages.add)
        room.get("/staff/plans/:plan/items/:item", .coordinator, example: "/staff/plans/1/items/1", PlanItemPages.edit)
        room.post("/staff/plans/:plan/items/:item", .coordinator, PlanItemPages.change)
        room.post("/staff/plans/:plan/items/:item/remove", .coordinator, PlanItemPages.remove)
        room.post("/staff/plans/:plan/items/:item/event", .coordinator, PlanItemPages.draft)
        room.post("/staff/plans/:plan/items/:item/link", .coordinator, PlanItemPages.link)
        room.post("/staff/plans/:plan/items/:item/events/:event/unlink", .coordinator, PlanItemPages.unlink)
        room.post("/staff/plans/:plan/items/:item/reason", .coordinator, PlanItemPages.explain)
        room.get("/staff/plans/:plan/versions", .coordinator, example: "/staff/plans/1/versions", PlanVersionPages.list)
        room.get("/staff/plans/:plan/versions/:version", .coordinator, example: "/staff/plans/1/versions/2", PlanVersionPages.show)
        room.post("/staff/plans/:plan/decide", .coordinator, PlanVersionPages.decide)
        room.get("/staff/plans/:plan/done", .coordinator, example: "/staff/plans/1/done", PlanDonePages.show)
        room.post("/staff/plans/:plan/done/:event", .coordinator, PlanDonePages.explain)
        room.post("/staff/plans/:plan/done/:event/line", .coordinator, PlanDonePages.take)
        room.get("/staff/plans/:plan/done.pdf", .coordinator, PlanDonePages.pdf)
        room.get("/staff/plans/:plan/done.xlsx", .coordinator, PlanDonePages.sheet)

        room.get("/staff/offers", .coordinator, example: "/staff/offers", MonthOfferDeskPages.list)
        room.post("/staff/offers", .coordinator, MonthOfferDeskPages.begin)
        room.get("/staff/offers/:offer", .coordinator, example: "/staff/offers/1", MonthOfferDeskPages.edit)
        room.post("/staff/offers/:offer", .coordinator, MonthOfferDeskPages.save)
        room.get("/staff/offers/:offer/offer.pdf", .coordinator, MonthOfferDeskPages.booklet)

        room.get("/staff/launches", .coordinator, example: "/staff/launches", LaunchPages.list)
        room.get("/staff/launches/:launch", .coordinator, example: "/staff/launches/1", LaunchPages.show)
        room.post("/staff/launches/:launch", .coordinator, LaunchPages.choose)

        room.get("/staff/needs/offer", .coordinator, example: "/staff/needs/offer", OfferAnalysisPages.show)
        room.get("/staff/needs/offer.xlsx", .coordinator, OfferAnalysisPages.sheet)
        room.get("/staff/needs/forecast", .coordinator, example: "/staff/needs/forecast", ForecastPages.show)
        room.post("/staff/needs/forecast", .coordinator, ForecastPages.make)
        room.get("/staff/needs/forecast.xlsx", .coordinator, ForecastPages.sheet)

        room.get("/staff/planner", .coordinator, example: "/staff/planner", PlannerPages.list)
        room.post("/staff/planner", .coordinator, PlannerPages.begin)
        room.get("/staff/planner/:run", .coordinator, example: "/staff/planner/1", PlannerPages.show)
        room.post("/staff/planner/:run/stop", .coordinator, PlannerPages.stop)
        room.post("/staff/planner/:run/accept", .coordinator, PlannerPages.accept)
        room.post("/staff/planner/:run/proposals/:proposal", .coordinator, PlannerPages.mark)
        room.get("/staff/planner/:run/plan.xlsx", .coordinator, PlannerPages.sheet)
        room.get("/settings/calendar", .coordinator, example: "/settings/calendar", PlannerPages.calendar)
        room.post("/settings/calendar", .coordinator, PlannerPages.addPeriod)
        room.post("/settings/calendar/:period/remove", .coordinator, PlannerPages.removePeriod)

        room.get("/settings/planning", .director, example: "/settings/planning", PlanSettingsPages.show)
        room.post("/settings/planning", .director, PlanSettingsPages.save)

        room.menu(.staff, T.planning.plans, "/staff/plans", .apply, in: .offer, at: 56)
        room.menu(.staff, T.planning.offers, "/staff/offers", .book, in: .offer, at: 57)
        room.menu(.foot, T.planning.offers, "/offer", at: 4)
        room.settings(T.planning.settings, "/settings/planning", T.planning.settingsLead, at: 54)
        room.menu(.staff, T.planning.planner, "/staff/planner", .event, in: .offer, at: 55)
        room.settings(T.planning.schoolCalendar, "/settings/calendar", T.planning.schoolCalendarLead, at: 56)
        for kind in LaunchLetters.kinds { room.bring(kind) }
        room.job("planning.run", PlannerRunning.work)
        room.on(DemandReached.self) { try LaunchStore.make($0, in: $1) }
        room.on(EventAnnounced.self) { fact, act in
            try LaunchStore.announced(fact.event, in: act)
            try PlannerRunStore.announced(fact.event, in: act)
            try PlanTakingStore.announced(fact.event, in: act)
        }
        room.on(EventDiscarded.self) { fact, act in
            try PlanDoneStore.drop(fact.event, in: act)
            try LaunchStore.drop(fact.event, in: act)
            try PlannerRunStore.drop(fact.event, in: act)
        }
        room.on(PersonErased.self) { try YearPlanStore.forget($0.person, in: $1) }
        room.answer(HeldAsked.self) { try YearPlanStore.held(about: $0.person, in: $1) }
        room.answer(HeldAsked.self) { try YearPlanStore.heldVersions(about: $0.person, in: $1) }
        room.answer(HeldAsked.self) { try PlannerRunStore.held(about: $0.person, in: $1) }
        room.answer(HolidaysAsked.self) { try PlannerRunStore.holidays(of: $0.centre, from: $0.from, in: $1) }
        room.answer(NeedAsked.self) { try WishedStore.tell($0, in: $1) }
        room.bring(PersonColumn("plan_item"))
        room.bring(PersonColumn("plan_version_item"))
        room.bring(PersonColumn("plan_proposal_trainer"))
        room.bring(PersonColumn("wish_met", mayStay: true))
        room.on(PersonErased.self) { try WishMeetingStore.forget($0.person, in: $1) }
        room.answer(HeldAsked.self) { try WishMeetingStore.held(about: $0.person, in: $1) }
        room.answer(WishMetAsked.self) { try WishMeetingStore.met($0, in: $1) }
        room.nightly("planning.met", work: { try await WishMeetingStore.look($0) })
        room.nightly("planning.forget") { try WishMeetingStore.forgetOld(in: $0) }
        room.today(PlanningToday.tell)
        room.me(PlanningToday.mine)
    }
}
