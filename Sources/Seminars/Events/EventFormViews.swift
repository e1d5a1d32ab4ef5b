import Catalogue
import Centres
import Forms
import HTML
import Kernel
import Languages
import Look

/// All that is decided about an event, on one page.
struct EventFormView: View {
    let planning: EventPlanning
    let plan: EventPlanForm
    let form: FilledForm
    let action: String
    let reader: Reader

    /// - Parameter form: as it was sent or is opened; it is shown with its full rows first.
    init(_ planning: EventPlanning, _ form: FilledForm, action: String, _ reader: Reader) {
        self.planning = planning
        self.action = action
        self.reader = reader
        plan = EventPlanForm(form.typed, own: planning.centre.language)
        self.form = FilledForm(plan.typed, form.problem, form.t)
    }

    private var t: Texts { reader.t }
    private var kind: EventForm { planning.form }

    var body: Markup {
        Form(action: action, hidden: reader.hidden + [Hidden("form", "\(kind.id)"), Hidden("rows", "\(plan.rows)"), Hidden("seen", seen)], isGuarded: true) {
            // Enter in any field must not press the button that only adds rows.
            button(.type(.submit), .class("unseen"), .tabindex(-1), .aria("hidden", true)) { t(T.common.save) }
            if kind.has(.programme) { programmePart }
            EventTextFields(plan: plan, form: form, t: t)
            EventSessionFields(plan: plan, form: form, halls: halls, hasParts: kind.has(.parts), t: t)
            if kind.has(.bus) { EventTripFields(form: form) }
            if kind.countsSeats || kind.has(.points) { seatsPart }
            if kind.has(.fee) { moneyPart }
            if kind.needsApproval { EventApprovalFields(kind, form: form, t: t) }
            peoplePart
            Buttons {
                switch planning.event?.state ?? .draft {
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

    /// The change that whoever types has seen. After a conflict it is the newest, which the page has just told.
    private var seen: String { form.problem?.kind != .conflict && form.typed.has("seen") ? form["seen"] : planning.lastChange }

    // MARK: Parts

    @HTMLBuilder
    private var programmePart: some HTML {
        Fieldset(t(T.events.programme), hint: t(T.events.programmeHint)) {
            field(T.events.programmeChoice, "programme", hint: limits, isOptional: true, width: .full)
                .select([Field.Choice("", t(T.events.programmeNone))] + programmes)
            field(T.events.programmeWords, EventPlanForm.programmeWords, hint: t(T.events.programmeWordsHint), isOptional: true, width: .full).text()
            Submit(t(T.events.fillFromProgramme), .quiet, name: "fill", value: "yes")
        }
    }

    private var limits: String? {
        planning.programme.map(\.limits).map { limits in
            t(T.events.programmeLimits(
                points: .phrase(T.events.pointsCount(count: limits.hours)), seats: .phrase(T.common.seats(count: limits.seatsMax)),
                from: .day(limits.days.lowerBound), until: .day(limits.days.upperBound)))
        }
    }

    /// Those that can be held, and the chosen one in any case.
    private var programmes: [Field.Choice] {
        func choice(_ id: Programme.ID, _ number: String, _ title: String) -> Field.Choice {
            Field.Choice("\(id)", "\(number) · \(t.shown(title))", lang: t.run(title).lang)
        }
        let offered = planning.programmes.map { choice($0.id, $0.number, $0.title) }
        guard let chosen = planning.programme, !planning.programmes.contains(where: { $0.id == chosen.id }) else { return offered }
        return offered + [choice(chosen.id, chosen.number, chosen.title)]
    }

    private var halls: [Field.Choice] {
        planning.halls.map { hall in
            let seats = hall.details.seats.map { t(T.events.hallSeats(hall: .title(hall.name), seats: .phrase(T.common.seats(count: $0)))) }
            return Field.Choice("\(hall.id)", seats ?? t.shown(hall.name), lang: t.run(hall.name).lang)
        }
    }

    @HTMLBuilder
    private var seatsPart: some HTML {
        Fieldset(t(T.events.group)) {
            if kind.countsSeats {
                FieldRow {
                    field(kind.has(.bus) ? T.events.busSeats : T.events.seats, "seats", hint: seatsHint, width: .short).number()
                    if kind.has(.minimum) { field(T.events.seatsMin, "seatsMin", isOptional: true, width: .short).number() }
                }
                field(
                    kind.applying == .invited ? T.events.answerBy : T.events.deadline, "deadline", hint: deadlineHint, isOptional: true, width: .short
                ).date(t(T.common.pickDay))
            }
            if kind.has(.points) { field(T.events.pointsField, "points", isOptional: true, width: .short).number() }
        }
    }

    private var seatsHint: String? { kind.applying == .group ? t(T.events.seatsOfGroupsHint) : nil }

    /// What an empty field means, and the day that it means now.
    private var deadlineHint: String {
        let rule = t(T.events.deadlineHint(count: planning.centre.rules.deadlineDays))
        guard let plan = planning.event?.plan, !plan.hasOwnDeadline else { return rule }
        return rule + " " + t(T.events.deadlineNow(day: .day(plan.deadline, .long)))
    }

    @HTMLBuilder
    private var moneyPart: some HTML {
        Fieldset(t(T.events.fee)) {
            FieldRow {
                field(T.events.feeField, "fee", hint: t(T.events.feeHint), isOptional: true, width: .short, inputmode: "decimal").text()
                field(T.events.currency, "currency", width: .short).select(Currency.allCases.map { Field.Choice($0.rawValue, $0.rawValue) })
            }
            field(T.events.feeCovers, "feeCovers", hint: t(T.events.feeCoversHint), isOptional: true, width: .full).text()
            Field(t(T.events.payers), name: "payers", error: form.fault("payers")).checkboxes(
                Payer.allCases.map { Field.Choice($0.rawValue, t($0.ofOthers)) }, chosen: Set(form.typed.all("payers")))
        }
    }

    @HTMLBuilder
    private var peoplePart: some HTML {
        Fieldset(t(T.events.people)) {
            EventTrainerFields(lead: kind.lead, list: planning.programme?.trainerList ?? .nobody, known: planning.trainers, plan: plan, form: form)
            field(T.events.target, "target", hint: t(T.events.targetHint), isOptional: true, width: .full).text()
            field(T.events.heldIn, "language", hint: t(T.events.heldInHint))
                .select(([plan.own] + Language.allCases.filter { $0 != plan.own }).map { Field.Choice($0.rawValue, t($0.printed)) })
            field(T.events.municipality, "municipality", hint: t(T.events.municipalityHint), isOptional: true).select(
                [Field.Choice("", t(T.events.notChosen))] + planning.towns.map { Field.Choice("\($0.id)", t.run($0.name)) })
        }
    }

    private func field(
        _ label: Phrase, _ name: String, hint: String? = nil, isOptional: Bool = false, width: Field.Width = .medium, inputmode: String? = nil
    ) -> Field {
        Field(
            t(label), name: name, value: form[name], hint: hint, error: form.fault(name), optional: isOptional ? t(T.common.optional) : nil, width: width,
            autocomplete: "off", inputmode: inputmode, limit: t(T.forms.atMost(most: .number(TextLimit.of(name).rawValue))))
    }
}

/// Title, sentence and text in each language that the centre wants: the own in sight, others when asked for.
private struct EventTextFields: View {
    let plan: EventPlanForm
    let form: FilledForm
    let t: Texts

    var body: some HTML {
        Fieldset(t(T.events.about)) {
            fields(plan.own)
            ForEach(plan.languages.dropFirst()) { language in
                Disclosure(t(T.events.inLanguage(language: .text(language.ownName))), isOpen: isOpen(language)) { fields(language) }
            }
        }
    }

    private func isOpen(_ language: Language) -> Bool {
        ["title", "summary", "description"].contains { part in
            let name = plan.name(part, language)
            return !form[name].isEmpty || form.fault(name) != nil
        }
    }

    @HTMLBuilder
    private func fields(_ language: Language) -> some HTML {
        field(T.events.titleField, "title", language, isOptional: language != plan.own).text()
        field(T.events.summary, "summary", language, hint: T.events.summaryHint, isOptional: true).text()
        field(T.events.description, "description", language, hint: T.events.descriptionHint, isOptional: true).area(rows: 6)
    }

    private func field(_ label: Phrase, _ part: String, _ language: Language, hint: Phrase? = nil, isOptional: Bool) -> Field {
        let name = plan.name(part, language)
        return Field(
            t(label), name: name, value: form[name], hint: hint.map { t($0) }, error: form.fault(name), optional: isOptional ? t(T.common.optional) : nil,
            width: .full, autocomplete: "off", lang: language == t.language ? nil : language.htmlLang,
            limit: t(T.forms.atMost(most: .number(TextLimit.of(name).rawValue))))
    }
}

/// The days with their hours and places, row by row, and a button for more rows that works without JavaScript.
private struct EventSessionFields: View {
    let plan: EventPlanForm
    let form: FilledForm
    let halls: [Field.Choice]
    let hasParts: Bool
    let t: Texts

    var body: some HTML {
        Fieldset(t(T.events.sessions), hint: t(T.events.sessionsHint) + (hasParts ? " " + t(T.events.workshopsHint) : "")) {
            ForEach(1...shown) { number in row(number) }
            if shown < plan.rows {
                Disclosure(t(T.events.moreDays)) { ForEach(shown + 1...plan.rows) { number in row(number) } }
            }
            Submit(t(T.events.moreRows), .quiet, name: "more", value: "yes")
        }
    }

    /// The full rows and one more stand open.
    private var shown: Int { min(plan.fullRows + 1, plan.rows) }

    private func row(_ number: Int) -> some HTML {
        Group {
            FieldRow {
                field(T.events.dayOf(number: .number(number)), "day\(number)", isOptional: number > 1, width: .short).date(t(T.common.pickDay))
                field(T.events.begins, "begins\(number)", isOptional: number > 1, width: .short).text()
                field(T.events.ends, "ends\(number)", isOptional: number > 1, width: .short).text()
            }
            FieldRow {
                if !halls.isEmpty { field(T.events.hall, "hall\(number)").select([Field.Choice("", t(T.events.notChosen))] + halls) }
                field(T.events.otherPlace, "place\(number)").text()
                field(T.events.link, "link\(number)").address()
            }
            if hasParts {
                FieldRow {
                    field(T.events.workshopTitle, "workshop\(number)").text()
                    field(T.events.workshopSeats, "own\(number)", width: .short).number()
                }
                Disclosure(t(T.events.workshopTitles), isOpen: others(number).contains { form.fault($0.name) != nil || !form[$0.name].isEmpty }) {
                    FieldRow {
                        ForEach(others(number)) { name, language in
                            Field(language.ownName, name: name, value: form[name], error: form.fault(name), optional: "", autocomplete: "off").text()
                        }
                    }
                }
            }
        }
    }

    /// The fields for what a session is called in other languages, those in which the event itself is written.
    private func others(_ number: Int) -> [(name: String, language: Language)] {
        plan.languages.dropFirst().map { ("workshop-\($0.rawValue)\(number)", $0) }
    }

    private func field(_ label: Phrase, _ name: String, isOptional: Bool = true, width: Field.Width = .medium) -> Field {
        Field(t(label), name: name, value: form[name], error: form.fault(name), optional: isOptional ? "" : nil, width: width, autocomplete: "off")
    }
}
