import Accounts
import Centres
import Events
import Kernel
import Languages
import Queues
import Schools
package import Web

extension Room {
    /// Applying, one’s own applications, and the desk.
    package static let registration = Room("registration") { room in
        room.get("/events/:event/registration", .public, example: "/events/1/registration", ApplicationPages.form)
        room.post("/events/:event/registration", .public, ApplicationPages.apply)
        room.get("/registrations/sent", .public, example: "/registrations/sent", ApplicationPages.sent)
        room.get("/registrations/:registration", .person, example: "/registrations/1", RegistrationPages.show)
        room.post("/registrations/:registration/confirm", .person, RegistrationPages.confirm)
        room.post("/registrations/:registration/accept", .person, RegistrationPages.accept)
        room.post("/registrations/:registration/group", .person, PupilGroupPages.change)
        room.get("/registrations/:registration/workshops", .person, example: "/registrations/123/workshops", WorkshopPages.ask)
        room.post("/registrations/:registration/workshops", .person, WorkshopPages.choose)
        room.get("/registrations/:registration/withdraw", .person, example: "/registrations/1/withdraw", RegistrationPages.askWithdraw)
        room.post("/registrations/:registration/withdraw", .person, RegistrationPages.withdraw)
        room.post("/registrations/:registration/hand-over", .person, HandOverPages.offer)
        room.post("/registrations/:registration/hand-over/take-back", .person, HandOverPages.takeBack)
        room.get("/registrations/:registration/hand-over", .person, HandOverPages.show)
        room.post("/registrations/:registration/hand-over/accept", .person, HandOverPages.accept)
        room.post("/registrations/:registration/hand-over/decline", .person, HandOverPages.decline)
        room.get("/staff/events/:event", .coordinator, example: "/staff/events/1", DeskPages.show)
        room.get("/staff/events/:event/add", .coordinator, example: "/staff/events/1/add", DeskPages.askAdd)
        room.post("/staff/events/:event/add", .coordinator, DeskPages.add)
        room.get("/staff/events/:event/list.xlsx", .coordinator, example: "/staff/events/1/list.xlsx", DeskPages.list)
        room.get("/staff/events/:event/workshops", .coordinator, example: "/staff/events/26/workshops", WorkshopPages.desk)
        room.get("/staff/events/:event/workshops.xlsx", .coordinator, example: "/staff/events/26/workshops.xlsx", WorkshopPages.list)
        room.get("/events/:event/need", .public, example: "/events/38/need", SeatNeedPages.show)
        room.get("/events/:event/need.json", .public, SeatNeedPages.json)
        room.get("/staff/events/:event/need", .coordinator, example: "/staff/events/38/need", SeatNeedPages.desk)
        room.post("/staff/events/:event/need", .coordinator, SeatNeedPages.set)
        room.post("/staff/events/:event/need/remove", .coordinator, SeatNeedPages.remove)
        room.get("/settings/need", .director, example: "/settings/need", NeedPointsPages.show)
        room.post("/settings/need", .director, NeedPointsPages.save)
        room.get("/staff/events/:event/message", .coordinator, example: "/staff/events/1/message", MessagePages.write)
        room.post("/staff/events/:event/message", .coordinator, MessagePages.look)
        room.post("/staff/events/:event/message/send", .coordinator, MessagePages.send)
        room.get("/staff/events/:event/chosen", .coordinator, DeskPages.chosen)
        room.post("/staff/events/:event/chosen", .coordinator, DeskPages.perform)
        for verb in DeskVerb.allCases {
            let path = "/staff/registrations/:registration/\(verb.rawValue)"
            room.get(path, .coordinator, example: verb == .remark ? "/staff/registrations/1/remark" : "-", DeskCasePages.ask(verb))
            room.post(path, .coordinator, DeskCasePages.perform(verb))
        }

        room.get("/packages", .public, example: "/packages", EventPackagePages.list)
        room.get("/packages/:package", .public, example: "/packages/1", EventPackagePages.show)
        room.get("/packages/:package/application", .public, example: "/packages/1/application", EventPackagePages.ask)
        room.post("/packages/:package/application", .public, EventPackagePages.apply)
        room.get("/staff/packages", .coordinator, example: "/staff/packages", EventPackageDeskPages.list)
        room.get("/staff/packages/new", .coordinator, example: "/staff/packages/new", EventPackageDeskPages.new)
        room.post("/staff/packages/new", .coordinator, EventPackageDeskPages.add)
        room.get("/staff/packages/:package", .coordinator, example: "/staff/packages/1", EventPackageDeskPages.edit)
        room.post("/staff/packages/:package", .coordinator, EventPackageDeskPages.save)
        room.post("/staff/packages/:package/open", .coordinator, EventPackageDeskPages.open)
        room.post("/staff/packages/:package/close", .coordinator, EventPackageDeskPages.close)
        room.on(EventDiscarded.self) { fact, act in
            try EventPackageStore.discard(fact.event, in: act)
            try SeatNeedStore.discard(fact.event, in: act)
        }
        room.settings(T.registration.needPoints, "/settings/need", T.registration.needPointsLead, at: 53)
        room.index(EventPackageStore.reindex)

        room.get("/me/schools/:school/events", .person, example: "/me/schools/1/events", SchoolGroupPages.events)
        room.get("/me/schools/:school/events/:event", .person, SchoolGroupPages.ask)
        room.post("/me/schools/:school/events/:event", .person, SchoolGroupPages.apply)
        room.get("/me/schools/:school/groups/:group", .person, example: "/me/schools/1/groups/1", SchoolGroupPages.show)
        room.post("/me/schools/:school/groups/:group/name", .person, SchoolGroupPages.name)
        room.post("/me/schools/:school/groups/:group/swap", .person, SchoolGroupPages.swap)
        room.post("/me/schools/:school/groups/:group/withdraw", .person, SchoolGroupPages.withdraw)
        room.post("/me/schools/:school/groups/:group/approve", .person, SchoolGroupPages.approve)
        room.post("/me/schools/:school/groups/:group/decline", .person, SchoolGroupPages.decline)
        room.answer(SchoolPlanAsked.self, SchoolMine.tell)
        room.answer(SchoolNewsAsked.self) { try SchoolPlanStore.news($0, in: $1) }
        room.bring(PersonColumn("school_group"))
        room.answer(HeldAsked.self) { try SchoolGroupStore.held(about: $0.person, in: $1) }
        room.each(minutes: 30, "groups", SchoolGroupStore.tendAll)

        room.answer(TiesAsked.self) { asked, _ in RegistrationStore.ties(to: asked.centre) }
        room.on(SchoolProposalSettled.self) { try RegistrationStore.settle($0, in: $1) }
        room.on(PersonVerified.self) { try RegistrationStore.confirmed($0.person, claim: $0.claim, in: $1) }
        room.answer(ClaimAsked.self) { try RegistrationStore.claimed($0, in: $1) }
        room.on(PersonPurged.self) { try RegistrationStore.forget($0.person, in: $1) }
        room.on(PersonErased.self) { try RegistrationStore.end($0.person, in: $1) }
        room.bring(PersonColumn("registration"))
        room.bring(PersonColumn("hand_over", "colleague", key: "registration"))
        room.bring(PersonColumn("invitation", mayStay: true))
        room.answer(MergeAsked.self) { try RegistrationStore.conflicts(of: $0, in: $1) }
        room.answer(SchoolsAsked.self) { try RegistrationStore.schools(of: $0.people, in: $1) }
        room.answer(HeldAsked.self) { try RegistrationStore.held(about: $0.person, in: $1) }
        room.answer(HeldAsked.self) { try RegistrationStore.heldHandOvers(about: $0.person, in: $1) }
        room.answer(HeldAsked.self) { try WorkshopStore.held(about: $0.person, in: $1) }
        room.answer(HeldAsked.self) { try SeatNeedStore.held(about: $0.person, in: $1) }
        room.answer(HeldAsked.self) { try RegistrationStore.heldInvitations(about: $0.person, in: $1) }
        room.on(EventConfirmed.self) { try RegistrationLetters.confirmedEvent($0.event, in: $1) }
        room.on(EventSessionsChanged.self) { try WorkshopStore.settle($0.event, in: $1) }
        room.on(EventMoved.self) { try SchoolGroupStore.follow($0.event, in: $1) }
        room.on(EventMoved.self) { try RegistrationLetters.rescheduled($0.event, in: $1) }
        room.on(EventSeatsLowering.self) { try RegistrationStore.refuse(lowering: $0, in: $1) }
        room.on(EventSeatsChanged.self) { try RegistrationStore.fill($0.event, in: $1) }
        room.on(EventPostponed.self) { try RegistrationLetters.postponed($0.event, in: $1) }
        room.on(EventCancelled.self) { try RegistrationLetters.cancelled($0.event, in: $1) }

        room.each(minutes: 1, "offers", RegistrationStore.advanceAll)
        room.each(minutes: 1, "need", SeatNeedStore.giveAll)
        room.on(SessionsDropped.self) { try OnlineLinkStore.drop($0.sessions, in: $1) }
        room.on(SessionsDropped.self) { try WorkshopStore.drop($0, in: $1) }
        room.each(minutes: 30, "links", OnlineLinkStore.mailAll)
        room.each(minutes: 30, "queues", RegistrationStore.endAll)
        room.nightly("registration.forget") { try RegistrationStore.forgetUnconfirmed(in: $0) }
        room.today(RegistrationToday.tell)
        room.me(RegistrationMine.tell)
        for kind in RegistrationKinds.all { room.bring(kind) }
        room.answer(CardAsked.self, RegistrationCard.tell)
    }
}
