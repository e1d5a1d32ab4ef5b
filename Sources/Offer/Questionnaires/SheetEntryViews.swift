import Forms
import HTML
import Kernel
import Languages
import Look

/// One sheet of paper after another, by the keyboard alone: the code, then a field for each question in one column; Enter saves and brings the next.
struct SheetEntryViews {
    let reader: Reader
    let survey: Survey
    private var t: Texts { reader.t }

    var trail: [Look.Link] {
        [
            Look.Link(t(T.questionnaires.questionnaires), href: reader.link("/staff/questionnaires")),
            Look.Link(SurveyViews(reader: reader).name(survey), href: reader.link("/staff/surveys/\(survey.id)")),
        ]
    }

    func page(_ entered: Set<Int>, _ form: FilledForm) -> Screen {
        let path = reader.link("/staff/surveys/\(survey.id)")
        return Screen(t(T.questionnaires.entry), trail: trail + [Look.Link(t(T.questionnaires.paper), href: path + "/paper")]) {
            FormFaults(form)
            Heading(SurveyViews(reader: reader).name(survey), kind: Run(t(T.questionnaires.entry)))
            if survey.sheets == 0 {
                EmptyState(t(T.questionnaires.noSheetsTitle), t(T.questionnaires.paperLead)) { LinkButton(t(T.questionnaires.paper), href: path + "/paper") }
            } else if survey.state(on: reader.today) != .open {
                Notice(.neutral) { HTML::p { t(closed) } }
            } else {
                SheetsEntered(entered: entered, survey: survey, t: t)
                HTML::p { t(T.questionnaires.entryHow) }
                Form(action: path + "/entry", hidden: reader.hidden, isGuarded: true) {
                    div(.class("sheet-entry")) {
                        Field(
                            t(T.questionnaires.sheetCode), name: Answers.code, value: form[Answers.code], error: form.fault(Answers.code), width: .short,
                            autocomplete: "off", inputmode: "numeric", .autofocus(form.problem == nil)
                        ).text()
                        ForEach(survey.sheet) { section, subject, questions in
                            let title = t.run(section.title)
                            h2 { title; if let subject, section.isForEach { ": "; t.run(name: subject.name, .sr) } }
                            ForEach(questions) { field($0, form) }
                        }
                    }
                    Buttons { Submit(t(T.questionnaires.entryAct)) }
                }
            }
        }
    }

    private var closed: Phrase {
        survey.state(on: reader.today) == .coming ? T.questionnaires.opensOn(day: .day(survey.from)) : T.questionnaires.isOver
    }

    private func field(_ one: SheetQuestion, _ form: FilledForm) -> some HTML {
        let name = Answers.field(one.key), words = t.run(one.question.words), isText = one.question.kind == .text
        return Field(
            "\(one.number). \(words.text)", name: name, value: isText ? form[name] : form.typed[name], error: form.fault(name), optional: "",
            width: isText ? .full : .short, autocomplete: "off", inputmode: isText || one.question.kind == .date ? nil : "numeric", labelLang: words.lang,
            most: Answers.longestText
        ).hinting(hints(one.question)).text()
    }

    /// What may be typed: the steps of a scale, or the choices by their numbers on the paper.
    private func hints(_ question: Question) -> [Run] {
        switch question.kind {
        case .scale: [Run("\(question.scale?.lowest ?? 1)–\(question.scale?.highest ?? 5)")]
        case .choice, .choices:
            question.choices.enumerated().map { place, choice in
                let words = t.run(choice.words)
                return Run("\(place + 1) – \(words.text)", lang: words.lang)
            }
        case .number: question.bounds.map { [Run(t(T.questionnaires.between(least: .number($0.lowerBound), most: .number($0.upperBound))))] } ?? []
        case .text, .date: []
        }
    }
}
