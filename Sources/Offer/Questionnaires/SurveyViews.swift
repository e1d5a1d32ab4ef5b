import Documents
package import Forms
package import HTML
import Kernel
package import Languages
package import Look

/// Askings as a table, and one of them.
struct SurveyViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func table(_ surveys: [Survey]) -> some HTML {
        DataTable(t(T.questionnaires.surveys), rows: surveys, columns: [
            Column(t(T.questionnaires.survey), .name) { survey in a(.href(reader.link("/staff/surveys/\(survey.id)"))) { name(survey) } },
            Column(t(T.questionnaires.untilLabel)) { survey in t.day(survey.until, .numeric) },
            Column(t(T.questionnaires.answers), .number) { survey in t.number(survey.moved) },
            Column(t(T.common.state)) { survey in state(survey) },
        ], isCaptionHidden: true)
    }

    func name(_ survey: Survey) -> Run {
        if !survey.topic.isEmpty { return t.run(survey.topic) }
        let title = t.run(survey.content.title)
        return title
    }

    private func state(_ survey: Survey) -> Chip {
        switch survey.state(on: reader.today) {
        case .coming: Chip(.neutral, t(T.questionnaires.stateComing))
        case .open: Chip(.good, t(T.questionnaires.stateOpen))
        case .over: Chip(.waiting, t(T.questionnaires.stateOver))
        case .ended: Chip(.neutral, t(T.questionnaires.stateEnded))
        }
    }

    func page(_ standing: SurveyStanding, _ form: FilledForm) -> Screen {
        let survey = standing.survey, path = reader.link("/staff/surveys/\(survey.id)"), title = t.run(survey.content.title)
        let isOpen = survey.state(on: reader.today) == .open
        return Screen(t.shown(name(survey).text), trail: [Look.Link(t(T.questionnaires.questionnaires), href: reader.link("/staff/questionnaires"))]) {
            FormFaults(form)
            Heading(name(survey), kind: Run(t(T.questionnaires.survey)))
            HTML::p {
                state(survey); " "
                t(T.questionnaires.between(least: .day(survey.from), most: .day(survey.until))); " · "
                a(.href(reader.link("/staff/questionnaires/\(survey.questionnaire)"))) { title }
            }
            if standing.invited > 0 { AnsweredMeter(standing, t) }
            Figures([
                Figures.Figure(t.number(standing.answers), t(T.questionnaires.answersCame)),
                Figures.Figure(t.number(survey.moved), t(T.questionnaires.answersShown), href: survey.moved > 0 ? path + "/summary" : nil),
            ])
            HTML::p(.class("muted")) { t(explained(standing)) }
            Buttons {
                if survey.moved >= AnswerBatch.least { LinkButton(t(T.questionnaires.toSummary), href: path + "/summary") }
                if isOpen, standing.invited > standing.answered { LinkButton(t(T.questionnaires.toRemind), href: "#remind", .quiet) }
            }
            if survey.ended == nil {
                Buttons {
                    LinkButton(t(T.questionnaires.paper), href: path + "/paper", .quiet)
                    if isOpen, survey.sheets > 0 { LinkButton(t(T.questionnaires.toEntry), href: path + "/entry", .quiet) }
                }
            }
            if isOpen, survey.isOpen { address(survey) }
            if isOpen, standing.invited > standing.answered {
                HTML::section(.id("remind")) {
                    h2 { t(T.questionnaires.remind) }
                    HTML::p { t(T.questionnaires.remindText) }
                    ButtonForm(t(T.questionnaires.remindAct), action: path + "/remind", hidden: reader.hidden)
                }
            }
            if survey.ended == nil { extend(path, form) }
        }
    }

    private func explained(_ standing: SurveyStanding) -> Phrase {
        if standing.survey.destroyed > 0 { return T.questionnaires.destroyedFew(count: standing.survey.destroyed, least: .number(AnswerBatch.least)) }
        return standing.waiting > 0 ? T.questionnaires.waitingFew(count: standing.waiting, least: .number(AnswerBatch.least)) : T.questionnaires.waitingNone
    }

    private func address(_ survey: Survey) -> some HTML {
        let address = "\(reader.centre.origin)\(reader.link("/surveys/\(survey.id)"))"
        return HTML::section {
            h2 { t(T.questionnaires.address) }
            HTML::p { a(.href(reader.link("/surveys/\(survey.id)"))) { address } }
            HTML::p(.class("muted")) { t(T.questionnaires.addressTwice) }
            if let code = QRCode(address) { CodePicture(t(T.questionnaires.addressPicture), path: code.path, extent: code.extent) }
        }
    }

    private func extend(_ path: String, _ form: FilledForm) -> some HTML {
        Disclosure(t(T.questionnaires.extend), isOpen: form.problem != nil) {
            Form(action: path + "/extend", hidden: reader.hidden) {
                form.day(T.questionnaires.until, "until", hint: T.questionnaires.extendHint)
                Buttons { Submit(t(T.questionnaires.extend), .quiet) }
            }
        }
    }
}

/// An asking in a list: what it is about, and until when it can be answered.
package struct SurveyLine: View {
    let survey: Survey
    let reader: Reader

    package init(_ survey: Survey, _ reader: Reader) { (self.survey, self.reader) = (survey, reader) }

    package var body: Markup {
        let title = reader.t.run(survey.content.title)
        PersonLine(
            SurveyViews(reader: reader).name(survey), href: reader.link("/staff/surveys/\(survey.id)"),
            detail: [title, Run(reader.t(T.questionnaires.between(least: .day(survey.from), most: .day(survey.until))))])
    }
}

/// How many of those who were asked have answered, said and drawn.
package struct AnsweredMeter: View {
    let standing: SurveyStanding
    let t: Texts

    package init(_ standing: SurveyStanding, _ t: Texts) { (self.standing, self.t) = (standing, t) }

    package var body: Markup {
        let said = t(T.questionnaires.answeredOf(answered: .number(standing.answered), invited: .number(standing.invited)))
        HTML::p { said }
        Meter(said, value: standing.answered, of: max(1, standing.invited))
    }
}
