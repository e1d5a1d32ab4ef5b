import Centres
import Forms
import Kernel
import Languages
import Look
import Sheets
import Web

/// One asking: whom it reached, how many answered, what came of it.
enum SurveyPages {
    @Sendable static func show(_ visit: Visit) async throws -> Answer {
        let standing = try await standing(visit)
        return visit.page(SurveyViews(reader: visit.reader).page(standing, visit.form()))
    }

    @Sendable static func extend(_ visit: Visit) async throws -> Answer {
        let standing = try await standing(visit)
        return try await visit.submit {
            guard let until = Day(typed: visit.typed["until"]) else { throw Problem.invalid("until", T.questionnaires.errorDay) }
            return try await visit.act { act in
                try SurveyStore.extend(standing.survey.id, to: until, in: act)
                return Redirect(visit.link("/staff/surveys/\(standing.survey.id)"), T.questionnaires.saidExtended)
            }
        } again: { form in
            SurveyViews(reader: visit.reader).page(standing, form)
        }
    }

    /// Reminds those who were asked by letter and have not answered. Who they are stands nowhere: it is worked out while the letters are written.
    @Sendable static func remind(_ visit: Visit) async throws -> Answer {
        let id: Survey.ID = try visit.id("survey"), seal = visit.seal
        return try await visit.act { act in
            let count = try SurveyLetters.remind(SurveyStore.changeable(id, in: act), seal, in: act)
            return Redirect(visit.link("/staff/surveys/\(id)"), T.questionnaires.saidReminded(count: count))
        }
    }

    @Sendable static func summary(_ visit: Visit) async throws -> Answer {
        let id: Survey.ID = try visit.id("survey"), by = visit.query["by"]
        let (summary, groups) = try await visit.read { act in
            let survey = try SurveyStore.changeable(id, in: act), question = survey.content.question(by)
            let groups = try question.map { $0.isAboutReader ? try SummaryStore.groups(of: survey, by: $0, in: act) : [:] } ?? [:]
            return (try SummaryStore.summary(of: survey, in: act), groups)
        }
        return visit.page(SummaryViews(reader: visit.reader, summary: summary).page(by: summary.survey.content.question(by), groups))
    }

    @Sendable static func screen(_ visit: Visit) async throws -> Answer {
        let id: Survey.ID = try visit.id("survey")
        // All that nobody has read yet may be shown at once.
        let unread = WrittenAnswer.State(rawValue: visit.typed["new"])
        let states = visit.typed.fields.reduce(into: [String: WrittenAnswer.State]()) { states, field in
            guard field.name.hasPrefix("w-"), let state = WrittenAnswer.State(rawValue: field.value) else { return }
            states[String(field.name.dropFirst(2))] = state == .new ? unread ?? state : state
        }
        let back = visit.query["question"].isEmpty ? "summary" : "words?\(visit.query.query)"
        return try await visit.act { act in
            try SummaryStore.screen(states, of: id, in: act)
            return Redirect(visit.link("/staff/surveys/\(id)/\(back)"), T.common.saved)
        }
    }

    /// All that was written in answer to one question, of whom it was asked.
    @Sendable static func words(_ visit: Visit) async throws -> Answer {
        let id: Survey.ID = try visit.id("survey"), query = visit.query
        let (survey, question, subject, answers, paging) = try await visit.read { act in
            let survey = try SurveyStore.changeable(id, in: act), turn = Int64(query.number("turn", in: 0...Int(Int32.max)) ?? 0)
            guard survey.moved >= AnswerBatch.least, let question = survey.content.question(query["question"]), !question.isCounted else { throw Problem.missing }
            let key = AnswerKey(question.code, turn), paging = Paging(query.page, count: try SummaryStore.count(key, of: id, in: act))
            let answers = try SummaryStore.written(key, of: id, from: paging.offset, count: Paging.size, in: act)
            return (survey, question, survey.subjects.first { $0.id == turn }, answers, paging)
        }
        return visit.page(WrittenViews(reader: visit.reader).page(survey, question, of: subject, answers, paging))
    }

    /// The answers as a table, a person in each row and a question in each column; what was written stands on a sheet of its own.
    @Sendable static func export(_ visit: Visit) async throws -> Answer {
        let id: Survey.ID = try visit.id("survey"), t = visit.t
        let (summary, answers) = try await visit.read { act in
            let survey = try SurveyStore.changeable(id, in: act)
            return (try SummaryStore.summary(of: survey, reading: .notHidden, in: act), try SummaryStore.answers(of: survey, in: act))
        }
        let name = "\(t(T.questionnaires.answers)) \(id).xlsx"
        return .file(bytes: try SurveySheet(t: t, summary: summary, answers: answers).xlsx(), type: SurveySheet.type, name: name)
    }

    /// The summary as a paper.
    @Sendable static func paper(_ visit: Visit) async throws -> Answer {
        let id: Survey.ID = try visit.id("survey"), t = visit.t
        let (summary, centre, logo) = try await visit.read { act in
            let survey = try SurveyStore.changeable(id, in: act)
            let summary = try SummaryStore.summary(of: survey, reading: .shown, in: act)
            return (summary, try CentreStore.centre(survey.centre, in: act), try LogoStore.logo(of: survey.centre, in: act))
        }
        guard summary.isShown else { throw Problem.missing }
        let name = "\(t(T.questionnaires.summary)) – \(t.shown(summary.survey.topic.isEmpty ? t.said(summary.survey.content.title) : summary.survey.topic)).pdf"
        return try await visit.printed(SummaryPaper(summary, centre, logo, t).paper, with: "report", pictures: logo?.pictures ?? [:], name: name)
    }

    private static func standing(_ visit: Visit) async throws -> SurveyStanding {
        let id: Survey.ID = try visit.id("survey"), seal = visit.seal
        return try await visit.read { act in try SurveyStanding(SurveyStore.changeable(id, in: act), seal, in: act) }
    }
}
