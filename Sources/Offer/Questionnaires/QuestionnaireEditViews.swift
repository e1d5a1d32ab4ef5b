import Forms
import HTML
import Kernel
import Languages
import Look

/// The forms in which a questionnaire is written, its languages side by side.
struct QuestionnaireEditViews {
    let reader: Reader
    private var t: Texts { reader.t }

    private func trail(_ questionnaire: Questionnaire? = nil) -> [Look.Link] {
        let all = Look.Link(t(T.questionnaires.questionnaires), href: reader.link("/staff/questionnaires"))
        guard let questionnaire else { return [all] }
        let title = t.run(questionnaire.content.title)
        return [all, Look.Link(title, href: reader.link("/staff/questionnaires/\(questionnaire.id)"))]
    }

    // MARK: Words

    func new(_ form: FilledForm) -> Screen {
        Screen(t(T.questionnaires.new), trail: trail()) {
            FormFaults(form)
            Heading(t(T.questionnaires.new), lead: t(T.questionnaires.newLead))
            Form(action: reader.link("/staff/questionnaires/new"), hidden: reader.hidden, isGuarded: true) {
                form.field(T.questionnaires.purpose, "purpose").radios(Questionnaire.Purpose.allCases.map { Field.Choice($0.rawValue, t($0.name)) })
                ownWords(form)
                buttons(back: "/staff/questionnaires")
            }
        }
    }

    func words(_ questionnaire: Questionnaire, _ form: FilledForm) -> Screen {
        let path = "/staff/questionnaires/\(questionnaire.id)"
        return Screen(t(T.questionnaires.editWords), trail: trail(questionnaire)) {
            FormFaults(form)
            Heading(t(T.questionnaires.editWords))
            Form(action: reader.link(path + "/words"), hidden: reader.hidden, isGuarded: true) {
                ownWords(form)
                buttons(back: path)
            }
        }
    }

    @HTMLBuilder private func ownWords(_ form: FilledForm) -> some HTML {
        languages(form, T.questionnaires.titleLabel, "title", hint: T.questionnaires.languagesHint)
        languages(form, T.questionnaires.leadLabel, "lead", rows: 3, isOptional: true)
        languages(form, T.questionnaires.thanksLabel, "thanks", rows: 2, isOptional: true)
    }

    /// One text in each language.
    private func languages(
        _ form: FilledForm, _ label: Phrase, _ name: String, hint: Phrase? = nil, rows: Int = 1, most: TextLimit = .note, isOptional: Bool = false
    ) -> some HTML {
        Fieldset(t(label), hint: hint.map { t($0) }) {
            div(.class("languages-side")) {
                ForEach(QuestionWords.languages) { language in
                    let field = "\(name)_\(language.rawValue)"
                    let box = Field(
                        language == .sr ? t(T.questionnaires.serbian) : language.ownName, name: field, value: form[field], error: form.fault(field), optional: "",
                        width: .full, autocomplete: "off", lang: language.htmlLang, labelLang: language == .sr ? nil : language.htmlLang,
                        most: (rows > 1 ? most : .sentence).rawValue, limit: t(T.forms.atMost(most: .number(most.rawValue))))
                    if rows > 1 { box.area(rows: rows) } else { box.text() }
                }
            }
        }
    }

    private func buttons(back path: String) -> some HTML {
        Buttons {
            Submit(t(T.common.save))
            LinkButton(t(T.common.cancel), href: reader.link(path), .quiet)
        }
    }

    // MARK: A section

    func section(_ questionnaire: Questionnaire, _ place: Int?, _ form: FilledForm) -> Screen {
        let path = "/staff/questionnaires/\(questionnaire.id)", own = path + (place.map { "/sections/\($0 + 1)" } ?? "/sections")
        let title = t(place == nil ? T.questionnaires.addSection : T.questionnaires.editSection)
        return Screen(title, trail: trail(questionnaire)) {
            FormFaults(form)
            Heading(title)
            Form(action: reader.link(own), hidden: reader.hidden, isGuarded: true) {
                languages(form, T.questionnaires.titleLabel, "title", hint: T.questionnaires.languagesHint)
                languages(form, T.questionnaires.sectionLead, "lead", rows: 2, isOptional: true)
                Field(t(T.questionnaires.forEach), name: "each", hint: t(T.questionnaires.forEachHint), optional: "").check(isOn: form.typed.has("each"))
                buttons(back: path)
            }
            if place != nil { moves(own + "/move") }
        }
    }

    private func moves(_ action: String) -> some HTML {
        Form(action: reader.link(action), hidden: reader.hidden) {
            Buttons {
                Submit(t(T.questionnaires.moveUp), .quiet, name: "deed", value: "up")
                Submit(t(T.questionnaires.moveDown), .quiet, name: "deed", value: "down")
                Submit(t(T.common.remove), .danger, name: "deed", value: "remove")
            }
        }
    }

    // MARK: A question

    func question(_ questionnaire: Questionnaire, _ question: Question?, in place: Int, _ form: FilledForm) -> Screen {
        let path = "/staff/questionnaires/\(questionnaire.id)"
        let own = path + (question.map { "/questions/\($0.code)" } ?? "/sections/\(place + 1)/questions")
        let title = t(question == nil ? T.questionnaires.addQuestion : T.questionnaires.editQuestion)
        return Screen(title, trail: trail(questionnaire)) {
            FormFaults(form)
            Heading(title)
            Form(action: reader.link(own), hidden: reader.hidden, isGuarded: true) {
                languages(form, T.questionnaires.wordsLabel, "words", hint: T.questionnaires.languagesHint)
                languages(form, T.questionnaires.hintLabel, "hint", isOptional: true)
                form.field(T.questionnaires.kind, "kind").radios(Question.Kind.allCases.map { Field.Choice($0.rawValue, t($0.name), hint: t($0.hint)) })
                Field(t(T.questionnaires.isRequired), name: "required", optional: "").check(isOn: form.typed.has("required"))
                scale(form)
                choices(form)
                number(form)
                conditions(form, questionnaire.content, before: question)
                if question == nil { form.field(T.questionnaires.code, "code", .short, hint: T.questionnaires.codeHint, isOptional: true, autocomplete: "off").text() }
                buttons(back: path)
            }
            if question != nil { moves(own + "/move") }
        }
    }

    private func scale(_ form: FilledForm) -> some HTML {
        Disclosure(t(T.questionnaires.forScale), isOpen: form["kind"] == "scale") {
            FieldRow {
                form.field(T.questionnaires.lowest, "lowest", .short, isOptional: true).number()
                form.field(T.questionnaires.highest, "highest", .short, isOptional: true).number()
            }
            languages(form, T.questionnaires.low, "low", isOptional: true)
            languages(form, T.questionnaires.high, "high", isOptional: true)
        }
    }

    private func choices(_ form: FilledForm) -> some HTML {
        Disclosure(t(T.questionnaires.forChoices), isOpen: form["kind"].hasPrefix("choice")) {
            languages(form, T.questionnaires.choices, "choices", hint: T.questionnaires.choicesHint, rows: 6, most: .letter)
            form.field(T.questionnaires.most, "most", .short, hint: T.questionnaires.mostHint, isOptional: true).number()
            Field(t(T.questionnaires.other), name: "other", hint: t(T.questionnaires.otherHint), optional: "").check(isOn: form.typed.has("other"))
            Field(t(T.questionnaires.shuffled), name: "shuffled", optional: "").check(isOn: form.typed.has("shuffled"))
            Field(t(T.questionnaires.about), name: "about", hint: t(T.questionnaires.aboutHint), optional: "").check(isOn: form.typed.has("about"))
        }
    }

    private func number(_ form: FilledForm) -> some HTML {
        Disclosure(t(T.questionnaires.forNumber), isOpen: form["kind"] == "number") {
            FieldRow {
                form.field(T.questionnaires.least, "from", .short, isOptional: true).number()
                form.field(T.questionnaires.greatest, "to", .short, isOptional: true).number()
            }
        }
    }

    private func conditions(_ form: FilledForm, _ content: QuestionnaireContent, before question: Question?) -> some HTML {
        let earlier = content.questions.prefix { $0.code != question?.code }.filter { $0.kind != .text && $0.kind != .date }
        return Disclosure(t(T.questionnaires.shownIf), isOpen: !form["if1"].isEmpty || form.fault("if1") != nil) {
            HTML::p(.class("hint")) { t(T.questionnaires.shownIfHint) }
            ForEach(Array(1...Question.conditionsTyped)) { row in
                FieldRow {
                    form.field(T.questionnaires.ifQuestion, "if\(row)", isOptional: true).select(
                        [Field.Choice("", t(T.questionnaires.always))] + earlier.map { question in
                            let words = t.run(question.words)
                            return Field.Choice(question.code, words)
                        })
                    form.field(T.questionnaires.relation, "relation\(row)", .short, isOptional: true).select(
                        Question.Condition.Relation.allCases.map { Field.Choice($0.rawValue, t($0.name)) })
                    form.field(
                        T.questionnaires.value, "value\(row)", .short, hint: row == 1 ? T.questionnaires.valueHint : nil, isOptional: true, autocomplete: "off"
                    ).text()
                }
            }
        }
    }
}

extension Question.Kind {
    fileprivate var hint: Phrase {
        switch self {
        case .scale: T.questionnaires.kindScaleHint
        case .choice: T.questionnaires.kindChoiceHint
        case .choices: T.questionnaires.kindChoicesHint
        case .text: T.questionnaires.kindTextHint
        case .number: T.questionnaires.kindNumberHint
        case .date: T.questionnaires.kindDateHint
        }
    }
}

extension Question.Condition.Relation {
    fileprivate var name: Phrase {
        switch self {
        case .is: T.questionnaires.relationIs
        case .isNot: T.questionnaires.relationIsNot
        case .atLeast: T.questionnaires.relationAtLeast
        case .atMost: T.questionnaires.relationAtMost
        }
    }
}
