import Forms
import HTML
import Kernel
import Languages
import Look

/// The questionnaires of a centre, and one of them.
struct QuestionnaireViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func list(_ own: [Questionnaire], _ surveys: [Survey], _ samples: [(sample: Sample, content: QuestionnaireContent)]) -> Screen {
        Screen(t(T.questionnaires.questionnaires)) {
            Heading(t(T.questionnaires.questionnaires), lead: t(T.questionnaires.lead))
            if !surveys.isEmpty {
                h2 { t(T.questionnaires.surveys) }
                SurveyViews(reader: reader).table(surveys)
            }
            h2 { t(T.questionnaires.own) }
            if own.isEmpty {
                EmptyState(t(T.questionnaires.emptyTitle), t(T.questionnaires.emptyText)) { Empty() }
            } else {
                DataTable(t(T.questionnaires.own), rows: own, columns: [
                    Column(t(T.questionnaires.questionnaire), .name) { one in
                        let title = t.run(one.content.title)
                        a(.href(reader.link("/staff/questionnaires/\(one.id)"))) { title }
                    },
                    Column(t(T.questionnaires.purpose)) { one in t(one.purpose.name) },
                    Column(t(T.questionnaires.questions), .number) { one in t.number(one.content.questions.count) },
                    Column(t(T.questionnaires.languages)) { one in one.content.languages.map { $0.rawValue.uppercased() }.joined(separator: ", ") },
                    Column(t(T.common.state)) { one in
                        if one.isRetired {
                            Chip(.neutral, t(T.questionnaires.isRetired))
                        } else {
                            one.content.faults.isEmpty ? Chip(.good, t(T.questionnaires.isReady)) : Chip(.waiting, t(T.questionnaires.isUnfinished))
                        }
                    },
                ], isCaptionHidden: true)
            }
            Buttons {
                LinkButton(t(T.questionnaires.new), href: reader.link("/staff/questionnaires/new"))
                LinkButton(t(T.questionnaires.bring), href: reader.link("/staff/questionnaires/bring"), .quiet)
            }
            h2 { t(T.questionnaires.samples) }
            HTML::p { t(T.questionnaires.samplesLead) }
            ForEach(samples) { sample, content in
                let title = t.run(content.title)
                PersonLine(
                    title, detail: [Run(t(T.questionnaires.lengthValue(count: content.questions.count))), Run(t(sample.purpose.name))]) {
                    ButtonForm(t(T.questionnaires.take), .quiet, action: reader.link("/staff/questionnaires/samples/\(sample.rawValue)"), hidden: reader.hidden)
                }
            }
        }
    }

    private var trail: [Look.Link] { [Look.Link(t(T.questionnaires.questionnaires), href: reader.link("/staff/questionnaires"))] }

    // MARK: One

    func page(_ questionnaire: Questionnaire, _ surveys: [Survey], _ form: FilledForm) -> Screen {
        let content = questionnaire.content, title = t.run(content.title), path = reader.link("/staff/questionnaires/\(questionnaire.id)")
        return Screen(title.text, trail: trail) {
            FormFaults(form)
            Heading(title, kind: Run(t(questionnaire.purpose.name)))
            state(questionnaire)
            Buttons {
                LinkButton(t(T.questionnaires.look), href: path + "/look", .quiet)
                LinkButton(t(T.questionnaires.editWords), href: path + "/words", .quiet)
                LinkButton(t(T.questionnaires.exportXLSX), href: path + "/export?format=xlsx", .quiet)
                LinkButton(t(T.questionnaires.exportJSON), href: path + "/export?format=json", .quiet)
            }
            ForEach(Array(content.sections.enumerated())) { place, section in
                part(section, place, of: questionnaire, path)
            }
            Buttons { LinkButton(t(T.questionnaires.addSection), href: path + "/sections", content.sections.isEmpty ? .primary : .quiet) }
            if content.faults.isEmpty, !questionnaire.isRetired { ask(questionnaire, path, form) }
            if !surveys.isEmpty {
                h2 { t(T.questionnaires.surveys) }
                SurveyViews(reader: reader).table(surveys)
            }
            ButtonForm(
                t(questionnaire.isRetired ? T.questionnaires.reinstate : T.questionnaires.retire), .quiet,
                action: path + (questionnaire.isRetired ? "/reinstate" : "/retire"), hidden: reader.hidden)
        }
    }

    @HTMLBuilder private func state(_ questionnaire: Questionnaire) -> some HTML {
        let content = questionnaire.content, faults = content.faults, untold = content.untold
        if !faults.isEmpty {
            Notice(.waiting, t(T.questionnaires.faultsTitle)) { ul { ForEach(faults) { fault in li { t(fault.phrase) } } } }
        }
        if !untold.isEmpty {
            Notice(.neutral, t(T.questionnaires.untold(count: untold.count))) {
                ul { ForEach(untold.prefix(5)) { text, language in li { t(T.questionnaires.untoldIn(language: .text(language.ownName))); " "; t.run(text) } } }
            }
        }
        if questionnaire.isFixed { Notice(.neutral) { HTML::p { t(T.questionnaires.isFixed(number: .number(questionnaire.number))) } } }
    }

    private func part(_ section: QuestionSection, _ place: Int, of questionnaire: Questionnaire, _ path: String) -> some HTML {
        let title = t.run(section.title)
        return HTML::section {
            h2 { title; if section.isForEach { " "; Chip(.neutral, t(T.questionnaires.isForEach)) } }
            ol {
                ForEach(section.questions) { question in
                    li {
                        let words = t.run(question.words)
                        a(.href("\(path)/questions/\(question.code)")) { words }
                        " "
                        span(.class("muted small")) { traits(of: question).map { t($0) }.joined(separator: " · ") }
                    }
                }
            }
            Buttons {
                LinkButton(t(T.questionnaires.addQuestion), href: "\(path)/sections/\(place + 1)/questions", .quiet)
                LinkButton(t(T.questionnaires.editSection), href: "\(path)/sections/\(place + 1)", .quiet)
            }
        }
    }

    private func traits(of question: Question) -> [Phrase] {
        [question.kind.name] + (question.isRequired ? [T.questionnaires.required] : []) + (question.shownIf.isEmpty ? [] : [T.questionnaires.conditional])
    }

    private func ask(_ questionnaire: Questionnaire, _ path: String, _ form: FilledForm) -> some HTML {
        HTML::section {
            h2 { t(T.questionnaires.ask) }
            HTML::p { t(T.questionnaires.askText) }
            Form(action: path + "/ask", hidden: reader.hidden) {
                form.field(T.questionnaires.topic, "topic", .full, hint: T.questionnaires.topicHint, isOptional: true).text()
                FieldRow {
                    form.day(T.questionnaires.from, "from", hint: T.questionnaires.fromHint, isOptional: true)
                    form.day(T.questionnaires.until, "until")
                }
                Buttons { Submit(t(T.questionnaires.askAct)) }
            }
        }
    }

    // MARK: As others see it

    func trial(_ questionnaire: Questionnaire, _ subjects: [SurveySubject], _ answers: Answers, _ form: FilledForm) -> Screen {
        let title = t.run(questionnaire.content.title), path = reader.link("/staff/questionnaires/\(questionnaire.id)")
        return Screen(t(T.questionnaires.look), trail: trail + [Look.Link(title, href: path)]) {
            Heading(title, kind: Run(t(T.questionnaires.look)), lead: Run(t(T.questionnaires.lookLead)))
            Form(action: path + "/look", method: .get) {
                ForEach(questionnaire.content.sections) { section in
                    QuestionFields(section: section, subjects: subjects, order: "", answers: answers, form: form, reader: reader)
                }
                Buttons {
                    Submit(t(T.questionnaires.lookAgain), .quiet)
                    LinkButton(t(T.common.back), href: path, .quiet)
                }
            }
        }
    }
}

extension Questionnaire.Purpose {
    var name: Phrase {
        switch self {
        case .evaluation: T.questionnaires.purposeEvaluation
        case .followUp: T.questionnaires.purposeFollowUp
        case .needs: T.questionnaires.purposeNeeds
        case .other: T.questionnaires.purposeOther
        }
    }
}

extension Question.Kind {
    var name: Phrase {
        switch self {
        case .scale: T.questionnaires.kindScale
        case .choice: T.questionnaires.kindChoice
        case .choices: T.questionnaires.kindChoices
        case .text: T.questionnaires.kindText
        case .number: T.questionnaires.kindNumber
        case .date: T.questionnaires.kindDate
        }
    }
}
