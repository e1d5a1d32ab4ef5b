import Forms
import HTML
import Kernel
import Languages
import Look

/// The questions of one section as fields of a form. Questions with one scale stand as a table, whose rows become blocks on a phone.
struct QuestionFields: View {
    let section: QuestionSection
    let subjects: [SurveySubject]
    /// Whose order of shuffled choices it is: the same link sees the same order each time.
    let order: String
    let answers: Answers
    let form: FilledForm
    let reader: Reader
    private var t: Texts { reader.t }

    var body: Markup {
        let title = t.run(section.title), lead = t.run(section.lead)
        if !title.text.isEmpty { h2 { title } }
        if !lead.text.isEmpty { HTML::p { lead } }
        ForEach(section.asked(of: subjects)) { subject in
            if let named = subjects.first(where: { $0.id == subject }), section.isForEach { h3 { t.run(name: named.name, .sr) } }
            ForEach(groups(of: section.questions.filter { answers.shows($0, for: subject) })) { group in
                if let scale = group.first?.scale, group.count > 1 {
                    ScaleTable(scale: scale, questions: group, subject: subject, form: form, reader: reader)
                } else {
                    ForEach(group) { field($0, subject) }
                }
            }
        }
    }

    /// Neighbours with the same scale stand together.
    private func groups(of questions: [Question]) -> [[Question]] {
        questions.reduce(into: []) { groups, question in
            if question.kind == .scale, let scale = groups.last?.last?.scale, groups.last?.last?.kind == .scale, scale == question.scale {
                groups[groups.count - 1].append(question)
            } else {
                groups.append([question])
            }
        }
    }

    @HTMLBuilder private func field(_ question: Question, _ subject: Int64) -> some HTML {
        let name = Answers.field(AnswerKey(question.code, subject)), words = t.run(question.words), hint = t.run(question.hint)
        let label = words
        let field = Field(
            label.text, name: name, value: form[name], hint: hint.text.isEmpty ? limit(question) : t.shown(hint.text), error: form.fault(name),
            optional: question.isRequired ? nil : t(T.common.optional), width: question.kind == .text ? .full : .medium, autocomplete: "off", labelLang: label.lang,
            most: Answers.longestText, limit: question.kind == .text ? t(T.forms.atMost(most: .number(Answers.longestText))) : nil)
        switch question.kind {
        case .scale: ScaleTable(scale: question.scale ?? Question.Scale(1, 5), questions: [question], subject: subject, form: form, reader: reader)
        case .choice: field.radios(choices(question))
        case .choices: field.checkboxes(choices(question), chosen: Set(form.typed.all(name)))
        case .text: field.area(rows: 4)
        case .number: field.number()
        case .date: field.date(t(T.common.pickDay))
        }
    }

    private func limit(_ question: Question) -> String? {
        switch question.kind {
        case .choices: question.most.map { t(T.questionnaires.atMost(count: $0)) }
        case .number: question.bounds.map { t(T.questionnaires.between(least: .number($0.lowerBound), most: .number($0.upperBound))) }
        default: nil
        }
    }

    private func choices(_ question: Question) -> [Field.Choice] {
        let choices = question.isShuffled ? question.choices.sorted { rank($0, question) < rank($1, question) } : question.choices
        return choices.map { choice in
            let words = t.run(choice.words)
            return Field.Choice(choice.code, words)
        }
    }

    private func rank(_ choice: Question.Choice, _ question: Question) -> UInt64 { TextKey.mark(of: "\(order) \(question.code) \(choice.code)") }
}

/// Questions with one scale: a row each, a step in each column.
struct ScaleTable: View {
    let scale: Question.Scale
    let questions: [Question]
    let subject: Int64
    let form: FilledForm
    let reader: Reader
    private var t: Texts { reader.t }

    var body: Markup {
        let low = t.run(scale.low), high = t.run(scale.high)
        div(.class("scales")) {
            if !low.text.isEmpty || !high.text.isEmpty {
                HTML::p(.class("hint")) {
                    "\(scale.lowest) – "; low
                    ", \(scale.highest) – "; high
                }
            }
            ForEach(questions) { row($0) }
        }
    }

    private func row(_ question: Question) -> some HTML {
        let key = AnswerKey(question.code, subject), name = Answers.field(key), words = t.run(question.words), fault = form.fault(name)
        let chosen = form[name], hint = t.run(question.hint)
        return fieldset(.class("field", "scale", fault == nil ? nil : "wrong"), .aria("describedby", fault.map { _ in Field.id(name) + "-error" })) {
            legend {
                words
                if !question.isRequired { span(.class("optional")) { " (\(t(T.common.optional)))" } }
            }
            if !hint.text.isEmpty { HTML::p(.class("hint")) { hint } }
            if let fault { HTML::p(.class("error"), .id(Field.id(name) + "-error")) { Icon.warning; span { fault } } }
            div(.class("marks")) {
                ForEach(Array(scale.steps)) { step in
                    let id = step == scale.lowest ? Field.id(name) : "\(Field.id(name))-\(step)"
                    HTML::label(.for(id)) {
                        input(.type(.radio), .id(id), .name(name), .value("\(step)"), .checked(chosen == "\(step)"))
                        span { "\(step)" }
                    }
                }
            }
        }
    }
}
