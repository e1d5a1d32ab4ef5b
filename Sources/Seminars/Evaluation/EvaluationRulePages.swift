import Forms
import HTML
import Kernel
import Languages
import Look
import Questionnaires
import Web

/// With what the centre evaluates its events.
enum EvaluationRulePages {
    @Sendable static func show(_ visit: Visit) async throws -> Answer { visit.page(try await screen(visit, nil)) }

    @Sendable static func save(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id, today = visit.today
        return try await visit.submit {
            let rule = try EvaluationRule(visit.typed, today: today)
            return try await visit.act { act in
                if let rule { try EvaluationStore.set(rule, of: centre, in: act) } else { try EvaluationStore.removeRule(of: centre, in: act) }
                return Redirect(visit.link("/settings/evaluation"), T.common.saved)
            }
        } again: { try await screen(visit, $0) }
    }

    private static func screen(_ visit: Visit, _ form: FilledForm?) async throws -> Screen {
        let centre = visit.centre.id
        let (rule, questionnaires) = try await visit.read { act in
            let questionnaires = try QuestionnaireStore.questionnaires(of: centre, for: .evaluation, in: act)
            return (try EvaluationStore.rule(of: centre, in: act), questionnaires.filter { $0.content.faults.isEmpty })
        }
        return EvaluationRuleViews(reader: visit.reader).page(questionnaires, form ?? visit.form(rule?.typed ?? Typed(["days": "10"])))
    }
}

extension EvaluationRule {
    /// - Returns: nil where no questionnaire was chosen: then nothing is asked by itself.
    init?(_ typed: Typed, today: Day) throws {
        guard let questionnaire = Questionnaire.ID(typed["questionnaire"]) else { return nil }
        var faults = Faults()
        let days = faults.number(typed, "days", in: Self.daysBounds)
        try faults.check()
        self.init(questionnaire: questionnaire, days: days ?? 10, opensProof: typed.has("proof"), since: today)
    }

    var typed: Typed { Typed([("questionnaire", questionnaire.description), ("days", "\(days)")] + (opensProof ? [("proof", "yes")] : [])) }
}

struct EvaluationRuleViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func page(_ questionnaires: [Questionnaire], _ form: FilledForm) -> Screen {
        Screen(t(T.evaluation.rule), trail: reader.settingsTrail) {
            FormFaults(form)
            Heading(t(T.evaluation.rule), lead: t(T.evaluation.ruleLead))
            if questionnaires.isEmpty {
                EmptyState(t(T.evaluation.noQuestionnaireTitle), t(T.evaluation.noQuestionnaire)) {
                    LinkButton(t(T.questionnaires.questionnaires), href: reader.link("/staff/questionnaires"))
                }
            } else {
                Form(action: reader.link("/settings/evaluation"), hidden: reader.hidden) {
                    form.field(T.evaluation.questionnaire, "questionnaire", hint: T.evaluation.questionnaireHint, isOptional: true).select(
                        [Field.Choice("", t(T.evaluation.nobodyAsked))] + questionnaires.map { one in
                            let title = t.run(one.content.title)
                            return Field.Choice(one.id.description, title)
                        })
                    form.field(T.evaluation.days, "days", .short, hint: T.evaluation.daysHint).number()
                    Field(t(T.evaluation.proof), name: "proof", hint: t(T.evaluation.proofHint), optional: "").check(isOn: form.typed.has("proof"))
                    Buttons { Submit(t(T.common.save)) }
                }
            }
        }
    }
}
