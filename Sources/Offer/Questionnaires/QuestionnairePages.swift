import Centres
import Forms
import Kernel
import Languages
import Look
import Web

/// The questionnaires of a centre, where its people make them.
enum QuestionnairePages {
    @Sendable static func list(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id
        let (own, surveys) = try await visit.read { act in
            (try QuestionnaireStore.questionnaires(of: centre, in: act), try SurveyStore.surveys(of: centre, in: act))
        }
        let samples = Sample.allCases.map { ($0, $0.content(visit.records.words)) }
        return visit.page(QuestionnaireViews(reader: visit.reader).list(own, surveys, samples))
    }

    @Sendable static func take(_ visit: Visit) async throws -> Answer {
        guard let sample = Sample(rawValue: visit.parameters["sample"] ?? "") else { throw Problem.missing }
        let centre = visit.centre.id
        return try await visit.act { act in
            let id = try QuestionnaireStore.add(sample.content(act.words), for: sample.purpose, to: centre, in: act)
            return Redirect(visit.link("/staff/questionnaires/\(id)"), T.questionnaires.saidTaken)
        }
    }

    @Sendable static func new(_ visit: Visit) async throws -> Answer { visit.page(QuestionnaireEditViews(reader: visit.reader).new(visit.form())) }

    @Sendable static func add(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id
        return try await visit.submit {
            guard let purpose = Questionnaire.Purpose(rawValue: visit.typed["purpose"]) else { throw Problem.invalid("purpose", T.common.errorChoose) }
            var content = QuestionnaireContent(QuestionWords())
            try content.read(visit.typed)
            let made = content
            return try await visit.act { act in
                let id = try QuestionnaireStore.add(made, for: purpose, to: centre, in: act)
                return Redirect(visit.link("/staff/questionnaires/\(id)"), T.questionnaires.saidAdded)
            }
        } again: { form in
            QuestionnaireEditViews(reader: visit.reader).new(form)
        }
    }

    @Sendable static func show(_ visit: Visit) async throws -> Answer {
        let (questionnaire, surveys) = try await whole(visit)
        return visit.page(QuestionnaireViews(reader: visit.reader).page(questionnaire, surveys, visit.form()))
    }

    /// A page of it as those see it who are asked; what is answered here is thrown away.
    @Sendable static func look(_ visit: Visit) async throws -> Answer {
        let questionnaire = try await questionnaire(visit), t = visit.t
        let subjects = [1, 2].map { SurveySubject(id: $0, name: t(T.questionnaires.trialSubject(number: .number(Int($0))))) }
        var answers = Answers()
        for section in questionnaire.content.sections { try? answers.read(visit.query, section, subjects, asksRequired: false) }
        return visit.page(QuestionnaireViews(reader: visit.reader).trial(questionnaire, subjects, answers, visit.form(visit.query)))
    }

    @Sendable static func retire(_ visit: Visit) async throws -> Answer { try await setRetired(true, visit) }
    @Sendable static func reinstate(_ visit: Visit) async throws -> Answer { try await setRetired(false, visit) }

    private static func setRetired(_ isRetired: Bool, _ visit: Visit) async throws -> Answer {
        let id: Questionnaire.ID = try visit.id("questionnaire")
        return try await visit.act { act in
            try QuestionnaireStore.setRetired(isRetired, id, in: act)
            return Redirect(visit.link("/staff/questionnaires/\(id)"), isRetired ? T.questionnaires.retired : T.questionnaires.reinstated)
        }
    }

    // MARK: Asking

    /// Begins an asking by an address that anybody may open.
    @Sendable static func ask(_ visit: Visit) async throws -> Answer {
        let (questionnaire, surveys) = try await whole(visit)
        return try await visit.submit {
            let draft = try SurveyDraft(visit.typed, today: visit.today)
            return try await visit.act { act in
                let survey = try SurveyStore.begin(draft, with: questionnaire.id, in: act)
                return Redirect(visit.link("/staff/surveys/\(survey)"), T.questionnaires.saidBegun)
            }
        } again: { form in
            QuestionnaireViews(reader: visit.reader).page(questionnaire, surveys, form)
        }
    }

    static func questionnaire(_ visit: Visit) async throws -> Questionnaire {
        let id: Questionnaire.ID = try visit.id("questionnaire")
        return try await visit.read { try QuestionnaireStore.changeable(id, in: $0) }
    }

    private static func whole(_ visit: Visit) async throws -> (Questionnaire, [Survey]) {
        let id: Questionnaire.ID = try visit.id("questionnaire")
        return try await visit.read { (try QuestionnaireStore.changeable(id, in: $0), try SurveyStore.surveys(with: id, in: $0)) }
    }
}
