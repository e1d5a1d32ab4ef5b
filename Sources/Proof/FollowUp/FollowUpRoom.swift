import Accounts
import Events
import Files
import Kernel
import Languages
import Look
import Schools
package import Web

extension Room {
    /// Back in the classroom: the step that each means to take, what became of it, and what is told of that.
    package static let followUp = Room("followup") { room in
        room.get("/steps/:link", .public, StepPages.show)
        room.post("/steps/:link", .public, StepPages.save)
        room.post("/steps/:link/proof", .public, takes: .uploads, StepPages.prove)
        room.post("/steps/:link/proof/remove", .public, StepPages.takeBack)
        room.get("/me/steps", .person, example: "/me/steps", StepPages.list)

        room.get("/me/schools/:school/steps", .person, example: "/me/schools/1/steps", SchoolStepPages.list)
        room.post("/me/schools/:school/steps/:step", .person, SchoolStepPages.confirm)
        room.school(T.followup.schoolSteps, "steps", at: 35, waits: { T.followup.schoolWaits(count: $0) }, counted: UseSchoolStore.waiting)

        room.get("/staff/follow-up", .coordinator, example: "/staff/follow-up", FollowUpDeskPages.show)
        room.get("/settings/follow-up", .director, example: "/settings/follow-up", FollowUpDeskPages.rule)
        room.post("/settings/follow-up", .director, FollowUpDeskPages.setRule)
        room.menu(.staff, T.followup.title, "/staff/follow-up", .report, in: .proof, at: 59)
        room.settings(T.followup.rule, "/settings/follow-up", T.followup.ruleLead, at: 36)

        room.bring(PersonColumn("use_step", mayStay: true))
        room.bring(FileColumn("use_step", isPersonal: true))
        for kind in FollowUpLetters.kinds { room.bring(kind) }
        room.answer(FileSightAsked.self) { try UseKeepingStore.shows($0.file, in: $1) }
        room.answer(HeldAsked.self) { try UseKeepingStore.held(about: $0.person, in: $1) }
        room.on(PersonErased.self) { try UseKeepingStore.forget($0.person, in: $1) }
        room.on(PersonPurged.self) { try UseKeepingStore.forget($0.person, in: $1) }
        room.on(EventDiscarded.self) { try FollowUpStore.discard($0.event, in: $1) }
        room.each(minutes: 10, "followup", at: { try await FollowUpStore.tend($0.records, $0.seal) })
        room.nightly("followup.count") { try UseFigureStore.publish(in: $0) }
        room.nightly("followup.forget") { try UseKeepingStore.forgetOld(in: $0) }
        room.today(FollowUpDeskPages.today)
        room.me(FollowUpDeskPages.mine)
        room.me(FollowUpDeskPages.taught)
        room.answer(CardAsked.self, FollowUpDeskPages.card)
    }
}
