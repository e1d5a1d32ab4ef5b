import Accounts
import Centres
import Delivery
import Events
import Kernel
import Languages
import Look
package import Web

extension Room {
    /// What those thought who were there.
    package static let evaluation = Room("evaluation") { room in
        room.get("/staff/events/:event/evaluation", .coordinator, example: "/staff/events/9/evaluation", EvaluationPages.show)
        room.post("/staff/events/:event/evaluation", .coordinator, EvaluationPages.begin)
        room.post("/staff/events/:event/evaluation/paper", .coordinator, EvaluationPages.paper)
        room.post("/staff/events/:event/evaluation/improve", .coordinator, EvaluationPages.improve)
        room.get("/me/groups/:event/evaluation", .person, EvaluationPages.own)
        room.get("/me/evaluations", .person, example: "/me/evaluations", TrainerMarkPages.own)
        room.get("/staff/quality", .coordinator, example: "/staff/quality", EvaluationPages.quality)
        room.get("/settings/evaluation", .director, example: "/settings/evaluation", EvaluationRulePages.show)
        room.post("/settings/evaluation", .director, EvaluationRulePages.save)

        room.menu(.staff, T.evaluation.quality, "/staff/quality", .report, in: .proof, at: 57)
        room.settings(T.evaluation.rule, "/settings/evaluation", T.evaluation.ruleLead, at: 35)
        room.answer(ProofAsked.self) { asked, act in try EvaluationStore.asked(before: asked.person, of: asked.event, asked.seal, in: act) }
        room.on(EventDiscarded.self) { try EvaluationStore.discard($0.event, in: $1) }
        room.each(minutes: 10, "evaluations", at: { try await EvaluationStore.tend($0.records, $0.seal) })
        room.today(EvaluationToday.tell)
        room.me(TrainerMarkPages.mine)
        room.answer(CardAsked.self, TrainerMarkPages.card)
    }
}
