import Accounts
import Centres
import Events
import Files
import Kernel
import Languages
import Look
import Schools
package import Web

extension Room {
    /// Groups of teachers that meet: what they plan, decide and share, and what became of it.
    package static let circles = Room("circles") { room in
        room.get("/circles", .public, example: "/circles", CirclePages.list)
        room.get("/circles/:circle", .public, example: "/circles/1", CirclePages.show)
        room.post("/circles/:circle/join", .person, CirclePages.join)

        room.get("/me/circles", .person, example: "/me/circles", CirclePages.mine)
        room.get("/me/circles/:circle", .person, example: "/me/circles/1", CirclePages.home)
        room.get("/me/circles/:circle/meetings/new", .person, example: "/me/circles/1/meetings/new", CircleMeetingPages.new)
        room.post("/me/circles/:circle/meetings/new", .person, CircleMeetingPages.add)
        room.get("/me/circles/:circle/meetings/:meeting", .person, example: "/me/circles/1/meetings/1", CircleMeetingPages.show)
        room.get("/me/circles/:circle/meetings/:meeting/edit", .person, example: "/me/circles/1/meetings/1/edit", CircleMeetingPages.edit)
        room.post("/me/circles/:circle/meetings/:meeting/edit", .person, CircleMeetingPages.save)
        room.post("/me/circles/:circle/meetings/:meeting/invite", .person, CircleMeetingPages.invite)
        room.post("/me/circles/:circle/meetings/:meeting/cancel", .person, CircleMeetingPages.cancel)
        room.post("/me/circles/:circle/meetings/:meeting/answer", .person, CircleMeetingPages.answer)
        room.post("/me/circles/:circle/meetings/:meeting/present", .person, CircleMeetingPages.mark)
        room.post("/me/circles/:circle/meetings/:meeting/votes", .person, CircleMeetingPages.vote)
        room.post("/me/circles/:circle/meetings/:meeting/conclusions", .person, CircleMeetingPages.conclude)
        room.get("/me/circles/:circle/meetings/:meeting/minutes", .person, example: "/me/circles/1/meetings/1/minutes", CircleMeetingPages.minutes)
        room.post("/me/circles/:circle/meetings/:meeting/minutes", .person, CircleMeetingPages.write)
        room.post("/me/circles/:circle/meetings/:meeting/minutes/sign", .person, CircleMeetingPages.sign)
        room.post("/me/circles/:circle/meetings/:meeting/minutes/correct", .person, CircleMeetingPages.correct)
        room.get("/me/circles/:circle/meetings/:meeting/minutes.pdf", .person, CircleMeetingPages.paper)

        room.get("/me/circles/:circle/conclusions", .person, example: "/me/circles/1/conclusions", CircleWorkPages.conclusions)
        room.post("/me/circles/:circle/conclusions", .person, CircleWorkPages.conclude)
        room.get("/me/circles/:circle/conclusions/:conclusion", .person, example: "/me/circles/1/conclusions/1", CircleWorkPages.conclusion)
        room.post("/me/circles/:circle/conclusions/:conclusion", .person, CircleWorkPages.change)
        room.post("/me/circles/:circle/conclusions/:conclusion/state", .person, CircleWorkPages.settle)
        room.get("/me/circles/:circle/plan", .person, example: "/me/circles/1/plan", CircleWorkPages.plan)
        room.post("/me/circles/:circle/plan", .person, CircleWorkPages.addLine)
        room.post("/me/circles/:circle/plan/begin", .person, CircleWorkPages.beginPlan)
        room.post("/me/circles/:circle/plan/:line", .person, CircleWorkPages.line)
        room.get("/me/circles/:circle/members", .person, example: "/me/circles/1/members", CircleWorkPages.members)
        room.post("/me/circles/:circle/members", .person, CircleWorkPages.addMember)
        room.post("/me/circles/:circle/members/:member/accept", .person, CircleWorkPages.accept)
        room.post("/me/circles/:circle/members/:member/leave", .person, CircleWorkPages.leave)
        room.post("/me/circles/:circle/chair", .person, CircleWorkPages.setChair)
        room.get("/me/circles/:circle/files", .person, example: "/me/circles/1/files", CircleWorkPages.files)
        room.post("/me/circles/:circle/files", .person, takes: .uploads, CircleWorkPages.addFile)
        room.post("/me/circles/:circle/files/:file/remove", .person, CircleWorkPages.removeFile)
        room.get("/me/circles/:circle/visits", .person, example: "/me/circles/1/visits", CircleVisitPages.list)
        room.post("/me/circles/:circle/visits", .person, CircleVisitPages.add)
        room.post("/me/circles/:circle/visits/:visit", .person, CircleVisitPages.sign)
        room.get("/me/circles/:circle/talk", .person, example: "/me/circles/1/talk", CircleWorkPages.talk)
        room.post("/me/circles/:circle/talk", .person, CircleWorkPages.say)
        room.post("/me/circles/:circle/talk/digest", .person, CircleWorkPages.digest)
        room.post("/me/circles/:circle/talk/:post/report", .person, CircleWorkPages.report)
        room.post("/me/circles/:circle/talk/:post/hide", .person, CircleWorkPages.hide)
        room.get("/me/circles/:circle/report", .person, example: "/me/circles/1/report", CircleWorkPages.yearReport)
        room.get("/me/circles/:circle/report.pdf", .person, CircleWorkPages.printReport)

        room.get("/me/schools/:school/visits", .person, example: "/me/schools/1/visits", CircleVisitPages.ofSchool)
        room.post("/me/schools/:school/visits/:side", .person, CircleVisitPages.confirm)
        room.school(T.circles.schoolVisits, "visits", at: 37, waits: { T.circles.schoolWaits(count: $0) }, counted: CircleVisitStore.waiting)
        room.school(CircleSharedPages.ofSchool)

        room.get("/staff/circles", .coordinator, example: "/staff/circles", CirclePages.board)
        room.get("/staff/circles/new", .coordinator, example: "/staff/circles/new", CirclePages.new)
        room.post("/staff/circles/new", .coordinator, CirclePages.add)
        room.get("/staff/circles/:circle", .coordinator, example: "/staff/circles/1", CirclePages.edit)
        room.post("/staff/circles/:circle", .coordinator, CirclePages.save)
        room.post("/staff/circles/:circle/close", .coordinator, CirclePages.close)
        room.menu(.staff, T.circles.title, "/staff/circles", .people, in: .practice, at: 61)
        room.menu(.foot, T.circles.title, "/circles", at: 6)

        for table in ["circle_chair", "circle_post", "circle_visit_side"] as [StaticString] { room.bring(PersonColumn(table)) }
        for kind in CircleLetters.kinds { room.bring(kind) }
        room.bring(PersonColumn("circle_conclusion", "owner"))
        room.bring(PersonColumn("circle_member", mayStay: true))
        room.bring(PersonColumn("circle_attendance", mayStay: true))
        room.bring(FileColumn("circle_file", isPersonal: true))
        room.answer(FileSightAsked.self) { try CircleKeepingStore.shows($0.file, in: $1) }
        room.answer(TiesAsked.self) { asked, _ in CircleMemberStore.ties(to: asked.centre) }
        room.answer(HeldAsked.self) { try CircleKeepingStore.held(about: $0.person, in: $1) }
        room.on(PersonErased.self) { try CircleKeepingStore.forget($0.person, in: $1) }
        room.on(PersonPurged.self) { try CircleKeepingStore.forget($0.person, in: $1) }
        room.on(EventDiscarded.self) { try CircleKeepingStore.discard($0.event, in: $1) }
        room.each(minutes: 30, "circles.remind", { try await CircleConclusionStore.remind($0) })
        room.nightly("circles.ask", work: { try await CircleVisitStore.ask($0) })
        room.nightly("circles.digest", work: { try await CircleTalkStore.digest($0) })
        room.nightly("circles.forget") { try CircleKeepingStore.forgetOld(in: $0) }
        room.index(CircleStore.reindex)
        room.today(CircleSharedPages.today)
        room.me(CircleSharedPages.mine)
    }
}
