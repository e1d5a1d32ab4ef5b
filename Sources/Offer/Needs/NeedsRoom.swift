import Accounts
import Kernel
import Languages
import Look
import Schools
package import Web

extension Room {
    /// What teachers and schools need: topics, plans, who would come, what is called for.
    package static let needs = Room("needs") { room in
        room.get("/topics", .public, example: "/topics", TopicPages.list)
        room.get("/topics/:topic", .public, example: "/topics/1", TopicPages.show)
        for kind in ["topic", "programme"] {
            let path = "/\(kind)s/:\(kind)/would-come"
            room.get(path, .person, example: "/\(kind)s/1/would-come", WouldComePages.ask(kind))
            room.post(path, .person, WouldComePages.come(kind))
            room.post("\(path)/take-back", .person, WouldComePages.takeBack(kind))
        }

        room.get("/me/plan", .person, example: "/me/plan", NeedPlanPages.show)
        for step in PlanStep.allCases {
            room.get("/me/plan/\(step.rawValue)", .person, example: "/me/plan/\(step.rawValue)", NeedPlanPages.step(step))
            room.post("/me/plan/\(step.rawValue)", .person, NeedPlanPages.save(step))
        }
        room.post("/me/plan/carry", .person, NeedPlanPages.carry)
        room.post("/me/plan/served", .person, NeedPlanPages.serve)
        room.post("/me/plan/meant", .person, NeedPlanPages.mean)

        room.get("/me/schools/:school/plans", .person, example: "/me/schools/1/plans", SchoolNeedPages.plans)
        room.get("/me/schools/:school/needs", .person, example: "/me/schools/1/needs", SchoolNeedPages.show)
        room.post("/me/schools/:school/needs", .person, SchoolNeedPages.save)
        room.school(T.needs.plans, "plans", at: 10)
        room.school(T.needs.schoolNeeds, "needs", at: 15, waits: { _ in T.needs.askedOfSchool }, counted: SchoolNeedStore.awaited)

        room.get("/staff/needs", .coordinator, example: "/staff/needs", DemandPages.show)
        room.get("/staff/needs.xlsx", .coordinator, DemandPages.sheet)
        room.get("/staff/needs/rows", .coordinator, example: "/staff/needs/rows", DemandPages.rows)
        room.get("/staff/needs/words", .coordinator, example: "/staff/needs/words", OwnWordsPages.show)
        room.post("/staff/needs/words", .coordinator, OwnWordsPages.match)
        room.post("/staff/needs/words/release", .coordinator, OwnWordsPages.release)
        room.get("/staff/needs/calls", .coordinator, example: "/staff/needs/calls", DemandCallPages.list)
        room.post("/staff/needs/calls/:call/end", .coordinator, DemandCallPages.end)
        room.get("/staff/needs/surveys", .coordinator, example: "/staff/needs/surveys", NeedSurveyPages.list)
        room.get("/staff/needs/schools", .coordinator, example: "/staff/needs/schools", SchoolNeedPages.list)
        room.post("/staff/needs/schools", .coordinator, SchoolNeedPages.ask)
        room.get("/staff/needs/schools/:school", .coordinator, example: "/staff/needs/schools/1", SchoolNeedPages.read)

        room.get("/needs", .public, example: "/needs", DemandReleasePages.show)
        room.get("/needs.xlsx", .public, DemandReleasePages.sheet)
        room.get("/staff/needs/release", .coordinator, example: "/staff/needs/release", DemandReleasePages.desk)
        room.post("/staff/needs/release", .coordinator, DemandReleasePages.release)

        room.get("/settings/topics", .coordinator, example: "/settings/topics", TopicPages.kept)
        room.post("/settings/topics/starter", .coordinator, TopicPages.addStarter)
        room.get("/settings/topics/new", .coordinator, example: "/settings/topics/new", TopicPages.new)
        room.post("/settings/topics/new", .coordinator, TopicPages.add)
        room.get("/settings/topics/:topic", .coordinator, example: "/settings/topics/1", TopicPages.edit)
        room.post("/settings/topics/:topic", .coordinator, TopicPages.save)
        room.post("/settings/topics/:topic/retire", .coordinator, TopicPages.retire)
        room.post("/settings/topics/:topic/merge", .coordinator, TopicPages.merge)
        room.post("/settings/topics/:topic/programmes", .coordinator, TopicPages.tie)
        room.get("/settings/demand", .coordinator, example: "/settings/demand", DemandCallPages.rule)
        room.post("/settings/demand", .coordinator, DemandCallPages.setRule)
        room.settings(T.needs.topics, "/settings/topics", T.needs.topicsDeskLead, at: 54)
        room.settings(T.needs.rule, "/settings/demand", T.needs.ruleLead, at: 55)
        room.firstStep(T.needs.stepTopics, "/settings/topics", T.needs.stepTopicsText, at: 65) { _, act in try TopicStore.isStocked(in: act) }

        room.menu(.foot, T.needs.wished, "/needs", at: 5)
        room.menu(.staff, T.needs.demand, "/staff/needs", .report, in: .offer, at: 32)
        room.menu(.foot, T.needs.topics, "/topics", at: 5)
        room.today(NeedsShared.today)
        room.me(NeedsShared.mine)
        room.bring(PersonColumn("need_plan", mayStay: true))
        room.bring(PersonColumn("would_come", mayStay: true))
        room.bring(PersonColumn("school_need", "written_by"))
        room.on(PersonErased.self) { try NeedsPeopleStore.forget($0.person, in: $1) }
        room.answer(HeldAsked.self) { try NeedsPeopleStore.held(about: $0.person, in: $1) }
        room.nightly("needs.forget") { try NeedsPeopleStore.forgetOld(in: $0) }
    }
}
