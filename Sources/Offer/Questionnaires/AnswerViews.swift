import Forms
import HTML
import Kernel
import Languages
import Look

/// The pages on which somebody answers.
struct AnswerViews {
    let reader: Reader
    let survey: Survey
    private var t: Texts { reader.t }

    /// By the public address: what it is about, and a button that begins.
    func welcome() -> Screen {
        screen {
            intro
            Form(action: reader.link("/surveys/\(survey.id)"), hidden: reader.hidden) { Buttons { Submit(t(T.questionnaires.begin)) } }
        }
    }

    func start(_ link: String) -> Screen {
        screen {
            intro
            Buttons { LinkButton(t(T.questionnaires.begin), href: reader.link("/surveys/\(link)/1")) }
        }
    }

    @HTMLBuilder private var intro: some HTML {
        if !survey.content.lead.isEmpty { paragraphs(survey.content.lead) }
        Facts {
            FactLine(t(T.questionnaires.length), t(T.questionnaires.lengthValue(count: survey.content.questions.count)))
            FactLine(t(T.questionnaires.untilLabel), t.day(survey.until, .long))
        }
        Notice(.neutral, t(T.questionnaires.promiseTitle)) {
            HTML::p { t(T.questionnaires.promise(least: .number(AnswerBatch.least))) }
            HTML::p { t(T.questionnaires.promiseFew(least: .number(AnswerBatch.least))) }
        }
    }

    func closed(on today: Day) -> Screen {
        screen {
            Notice(.neutral) {
                HTML::p { t(survey.state(on: today) == .coming ? T.questionnaires.opensOn(day: .day(survey.from)) : T.questionnaires.closedOn(day: .day(survey.until))) }
            }
        }
    }

    func given() -> Screen {
        screen {
            Notice(.good, t(T.questionnaires.givenTitle)) {
                if survey.content.thanks.isEmpty { HTML::p { t(T.questionnaires.givenText) } } else { paragraphs(survey.content.thanks) }
            }
            HTML::p(.class("muted small")) { t(T.questionnaires.givenNote) }
        }
    }

    // MARK: One page of questions

    func part(_ part: Int, _ link: String, _ answers: Answers, _ form: FilledForm) -> Screen {
        let section = survey.content.sections[part], isLast = survey.next(after: part, answers) == nil
        let path = reader.link("/surveys/\(link)")
        return screen(form) {
            if survey.content.sections.count > 1 {
                let said = t(T.questionnaires.page(number: .number(part + 1), total: .number(survey.content.sections.count)))
                HTML::p(.class("muted")) { said }
                Meter(said, value: part + 1, of: survey.content.sections.count)
            }
            Form(action: "\(path)/\(part + 1)", hidden: reader.hidden, isGuarded: true) {
                QuestionFields(section: section, subjects: survey.subjects, order: link, answers: answers, form: form, reader: reader)
                Buttons {
                    Submit(t(isLast ? T.questionnaires.send : T.questionnaires.next), name: "deed", value: "on")
                    if part > 0 { Submit(t(T.questionnaires.back), .quiet, name: "deed", value: "back") }
                    Submit(t(T.questionnaires.stay), .quiet, name: "deed", value: "stay")
                }
                HTML::p(.class("muted small")) { t(T.questionnaires.keptHint) }
            }
        }
    }

    private func screen(_ form: FilledForm? = nil, @HTMLBuilder _ content: () -> Markup) -> Screen {
        let title = t.run(survey.content.title)
        return Screen(title.text, isIndexed: false) {
            if let form { FormFaults(form) }
            Heading(title, lead: survey.topic.isEmpty ? nil : t.run(survey.topic))
            content()
        }
    }

    private func paragraphs(_ words: QuestionWords) -> some HTML {
        let said = words.said(in: t.language)
        return ForEach(said.text.split(separator: "\n")) { line in HTML::p { t.run(String(line), said.language) } }
    }
}
