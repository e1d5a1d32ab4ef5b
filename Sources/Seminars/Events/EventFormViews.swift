package import Catalogue
import Forms
package import HTML
import Kernel
package import Languages
package import Look
import Centres
import Web

/// What the form of a plan lets one choose from, in finished words.
package struct EventFormChoices: Sendable {
    package var programmes: [Field.Choice]
    package var halls: [Field.Choice]
    package var towns: [Field.Choice]

    package init(programmes: [Field.Choice], halls: [Field.Choice], towns: [Field.Choice]) {
        self.programmes = programmes
        self.halls = halls
        self.towns = towns
    }
}

/// All that is decided about an event, on one page.
package struct EventFormView: View {
    let form: EventPlanForm
    let choices: EventFormChoices
    let programme: Programme?
    let deadlineDays: Int
    let state: EventState
    let action: String
    let hidden: [Hidden]
    let t: Texts
    let mistake: (String) -> String?

    /// - Parameters:
    ///   - programme: the chosen one, whose limits are told.
    ///   - state: which acts the form ends with.
    ///   - mistake: of a field.
    package init(
        _ form: EventPlanForm, _ choices: EventFormChoices, programme: Programme?, deadlineDays: Int, state: EventState, action: String,
        hidden: [Hidden], _ t: Texts, mistake: @escaping (String) -> String?
    ) {
        self.form = form
        self.choices = choices
        self.programme = programme
        self.deadlineDays = deadlineDays
        self.state = state
        self.action = action
        self.hidden = hidden
        self.t = t
        self.mistake = mistake
    }

    package var body: Markup {
        Form(action: action, hidden: hidden + [Hidden("rows", "\(form.rows)")], isGuarded: true) {
            // Enter in any field must not press the button that only adds rows.
            button(.type(.submit), .class("unseen"), .tabindex(-1), .aria("hidden", true)) { t(T.common.save) }
            programmePart
            EventTextFields(form: form, t: t, mistake: mistake)
            EventSessionFields(form: form, halls: choices.halls, t: t, mistake: mistake)
            seatsPart
            moneyPart
            peoplePart
            Buttons {
                switch state {
                case .draft:
                    Submit(t(T.events.saveAndAnnounce), name: "announce", value: "yes")
                    Submit(t(T.events.saveDraft), .quiet, name: "save", value: "yes")
                case .postponed:
                    Submit(t(T.events.saveAndReannounce), name: "announce", value: "yes")
                    Submit(t(T.common.save), .quiet, name: "save", value: "yes")
                default:
                    Submit(t(T.common.save), name: "save", value: "yes")
                }
            }
        }
    }

    @HTMLBuilder
    private var programmePart: some HTML {
        Fieldset(t(T.events.programme), hint: t(T.events.programmeHint)) {
            field(T.events.programmeChoice, "programme", hint: limits, optional: true, width: .full).select([Field.Choice("", t(T.events.programmeNone))] + choices.programmes)
            Submit(t(T.events.fillFromProgramme), .quiet, name: "fill", value: "yes")
        }
    }

    private var limits: String? {
        programme.map {
            t(T.events.programmeLimits(points: .phrase(T.events.pointsCount(count: $0.limits.hours)), seats: .phrase(T.common.seats(count: $0.limits.seatsMax)), days: .days($0.limits.days)))
        }
    }

    @HTMLBuilder
    private var seatsPart: some HTML {
        Fieldset(t(T.events.group)) {
            FieldRow {
                field(T.events.seats, "seats", width: .short).number()
                field(T.events.seatsMin, "seatsMin", optional: true, width: .short).number()
            }
            field(T.events.deadline, "deadline", hint: t(T.events.deadlineHint(count: deadlineDays)), optional: true, width: .short, inputmode: "text").text()
            field(T.events.pointsField, "points", optional: true, width: .short).number()
        }
    }

    @HTMLBuilder
    private var moneyPart: some HTML {
        Fieldset(t(T.events.fee)) {
            FieldRow {
                field(T.events.feeField, "fee", hint: t(T.events.feeHint), optional: true, width: .short, inputmode: "decimal").text()
                field(T.events.currency, "currency", width: .short).select(Currency.allCases.map { Field.Choice($0.rawValue, $0.rawValue) })
            }
            field(T.events.feeCovers, "feeCovers", hint: t(T.events.feeCoversHint), optional: true, width: .full).text()
            Field(t(T.events.payers), name: "payers", error: mistake("payers")).checkboxes(
                Payer.allCases.map { Field.Choice($0.rawValue, t($0.ofOthers)) }, chosen: Set(form.typed.all("payers")))
        }
    }

    @HTMLBuilder
    private var peoplePart: some HTML {
        Fieldset(t(T.events.people)) {
            field(T.events.trainers, "trainers", hint: t(T.events.trainersHint), optional: true, width: .full).area(rows: 3)
            field(T.events.target, "target", hint: t(T.events.targetHint), optional: true, width: .full).text()
            field(T.events.heldIn, "language", hint: t(T.events.heldInHint)).select(([form.own] + Language.allCases.filter { $0 != form.own }).map { Field.Choice($0.rawValue, t($0.printed)) })
            field(T.events.municipality, "municipality", hint: t(T.events.municipalityHint), optional: true).select([Field.Choice("", t(T.events.notChosen))] + choices.towns)
        }
    }

    private func field(
        _ label: Phrase, _ name: String, hint: String? = nil, optional: Bool = false, width: Field.Width = .medium, inputmode: String? = nil
    ) -> Field {
        Field(
            t(label), name: name, value: form.typed[name], hint: hint, error: mistake(name), optional: optional ? t(T.common.optional) : nil, width: width,
            autocomplete: "off", inputmode: inputmode)
    }
}

/// Title, sentence and text in each language that the centre wants: the own in sight, others when asked for.
struct EventTextFields: View {
    let form: EventPlanForm
    let t: Texts
    let mistake: (String) -> String?

    var body: some HTML {
        Fieldset(t(T.events.about)) {
            fields(form.own)
            ForEach(form.languages.dropFirst()) { language in
                Disclosure(t(T.events.inLanguage(language: .text(language.ownName))), isOpen: isOpen(language)) { fields(language) }
            }
        }
    }

    private func isOpen(_ language: Language) -> Bool {
        ["title", "summary", "description"].contains { part in
            let name = form.name(part, language)
            return !form.typed[name].isEmpty || mistake(name) != nil
        }
    }

    @HTMLBuilder
    private func fields(_ language: Language) -> some HTML {
        let isOwn = language == form.own
        field(T.events.titleField, "title", language, hint: nil, optional: !isOwn).text()
        field(T.events.summary, "summary", language, hint: t(T.events.summaryHint), optional: true).text()
        field(T.events.description, "description", language, hint: t(T.events.descriptionHint), optional: true).area(rows: 6)
    }

    private func field(_ label: Phrase, _ part: String, _ language: Language, hint: String?, optional: Bool) -> Field {
        let name = form.name(part, language)
        return Field(
            t(label), name: name, value: form.typed[name], hint: hint, error: mistake(name), optional: optional ? t(T.common.optional) : nil, width: .full,
            autocomplete: "off", lang: language == t.language ? nil : language.htmlLang)
    }
}

/// The days with their hours and places, row by row, and a button for more rows that works without JavaScript.
struct EventSessionFields: View {
    let form: EventPlanForm
    let halls: [Field.Choice]
    let t: Texts
    let mistake: (String) -> String?

    var body: some HTML {
        Fieldset(t(T.events.sessions), hint: t(T.events.sessionsHint)) {
            ForEach(1...shown) { number in row(number) }
            if shown < form.rows {
                Disclosure(t(T.events.moreDays)) { ForEach(shown + 1...form.rows) { number in row(number) } }
            }
            Submit(t(T.events.moreRows), .quiet, name: "more", value: "yes")
        }
    }

    /// The full rows and one more stand open.
    private var shown: Int { min(form.fullRows + 1, form.rows) }

    private func row(_ number: Int) -> some HTML {
        Group {
            FieldRow {
                field(T.events.dayOf(number: .number(number)), "day\(number)", isOptional: number > 1, width: .short).text()
                field(T.events.begins, "begins\(number)", isOptional: number > 1, width: .short).text()
                field(T.events.ends, "ends\(number)", isOptional: number > 1, width: .short).text()
            }
            FieldRow {
                if !halls.isEmpty { field(T.events.hall, "hall\(number)").select([Field.Choice("", t(T.events.notChosen))] + halls) }
                field(T.events.otherPlace, "place\(number)").text()
                field(T.events.link, "link\(number)").address()
            }
        }
    }

    private func field(_ label: Phrase, _ name: String, isOptional: Bool = true, width: Field.Width = .medium) -> Field {
        Field(
            t(label), name: name, value: form.typed[name], error: mistake(name), optional: isOptional ? "" : nil, width: width, autocomplete: "off")
    }
}
