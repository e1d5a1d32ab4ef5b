import Forms
import HTML
import Kernel
import Languages
import Look
import Questionnaires

/// Surveys of needs, with how many have not answered.
struct NeedSurveyViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func list(_ board: NeedSurveyBoard) -> Screen {
        Screen(t(T.needs.surveys), trail: [Look.Link(t(T.needs.demand), href: reader.link("/staff/needs"))]) {
            Heading(t(T.needs.surveys), lead: t(T.needs.surveysLead))
            DemandTabs(reader: reader, current: "/surveys")
            if board.surveys.isEmpty { EmptyState(t(T.needs.surveysNone), t(T.needs.surveysNoneText)) { Empty() } } else {
                DataTable(t(T.needs.surveys), rows: board.surveys, columns: [
                    Column(t(T.needs.survey), .name) { standing in a(.href(path(standing))) { title(standing) } },
                    Column(t(T.common.state)) { standing in state(standing) },
                    Column(t(T.needs.surveyInvited), .number) { standing in t.number(standing.invited) },
                    Column(t(T.needs.surveySilent), .number) { standing in t.number(standing.silent) },
                    Column(t(T.needs.surveyAnswers), .number) { standing in t.number(standing.survey.moved + standing.waiting) },
                    Column(t(T.needs.surveyAct), .act) { standing in act(standing) },
                ], isCaptionHidden: true)
            }
            HTML::p { t(T.needs.surveysBeside) }
            Buttons {
                ForEach(board.questionnaires) { questionnaire in
                    LinkButton(
                        "\(t(T.needs.surveyBegin)): \(title(questionnaire.content.title).text)", href: reader.link("/staff/questionnaires/\(questionnaire.id)"), .quiet)
                }
                if board.questionnaires.isEmpty { LinkButton(t(T.needs.surveyTake), href: reader.link("/staff/questionnaires")) }
            }
        }
    }

    private func path(_ standing: SurveyStanding) -> String { reader.link("/staff/surveys/\(standing.survey.id)") }

    private func title(_ words: QuestionWords) -> Run {
        let said = words.said(in: t.language)
        return t.run(said.text, said.language)
    }

    private func title(_ standing: SurveyStanding) -> Run {
        standing.survey.topic.isEmpty ? title(standing.survey.content.title) : t.run(standing.survey.topic)
    }

    private func state(_ standing: SurveyStanding) -> Chip {
        let survey = standing.survey
        return switch survey.state(on: reader.today) {
        case .coming: Chip(.info, t(T.needs.surveyComes(day: .day(survey.from, .numeric))))
        case .open: Chip(.good, t(T.needs.surveyOpen(day: .day(survey.until, .numeric))))
        case .over, .ended: Chip(.neutral, t(T.needs.surveyEnded(day: .day(survey.until, .numeric))))
        }
    }

    @HTMLBuilder private func act(_ standing: SurveyStanding) -> some HTML {
        if standing.survey.state(on: reader.today) == .open, standing.silent > 0 {
            a(.href(path(standing)), .aria("label", "\(t(T.needs.surveyRemind)): \(title(standing).text)")) { t(T.needs.surveyRemind) }
        } else if standing.survey.moved > 0 {
            a(.href("\(path(standing))/summary"), .aria("label", "\(t(T.needs.surveyResults)): \(title(standing).text)")) { t(T.needs.surveyResults) }
        }
    }
}
