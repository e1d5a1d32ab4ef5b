import Catalogue
import Events
import Forms
import HTML
import Kernel
import Languages
import Look
import Needs

struct PlanItemViews {
    let reader: Reader
    private var t: Texts { reader.t }

    static func months(_ year: PlanYear, _ t: Texts, isOptional: Bool = false) -> [Field.Choice] {
        [Field.Choice("", t(isOptional ? T.planning.monthNone : T.common.choose))] + year.months.map { Field.Choice(OfferMonth($0).text,
            t.month($0.month, $0.year)) }
    }

    func form(_ offer: PlanItemOffer, _ form: FilledForm) -> Screen {
        Screen(t(T.planning.newLine), trail: YearPlanViews.trail(reader, offer.plan)) {
            FormFaults(form)
            Heading(t(T.planning.newLine))
            fields(offer, nil, form)
        }
    }

    /// - Parameter deed: the form of something else that was done with it, when that was refused.
    func show(_ offer: PlanItemOffer, _ line: PlanDone.Line, _ loose: [Event], _ form: FilledForm, about deed: FilledForm?) -> Screen {
        let details = line.item.details
        return Screen(t.shown(details.title), trail: YearPlanViews.trail(reader, offer.plan)) {
            FormFaults(deed ?? form)
            Heading(t.run(details.title), kind: Run(t(line.state.name)), lead: Run(t.term(details.days)))
            came(offer.plan, line, loose, deed ?? FilledForm(.nothing, nil, t))
            h2 { t(T.planning.edit) }
            if offer.plan.isWaiting {
                Notice(.info) { HTML::p { t(T.planning.isWaiting) } }
            } else {
                fields(offer, line, form)
                Buttons { ButtonForm(t(T.planning.removeLine), .danger, action: base(offer.plan, line) + "/remove", hidden: reader.hidden) }
            }
        }
    }

    private func base(_ plan: YearPlan, _ line: PlanDone.Line) -> String { reader.link("/staff/plans/\(plan.id)/items/\(line.item.id)") }

    private func fields(_ offer: PlanItemOffer, _ line: PlanDone.Line?, _ form: FilledForm) -> some HTML {
        let action = line.map { base(offer.plan, $0) } ?? reader.link("/staff/plans/\(offer.plan.id)/items/new")
        // What was seen is what the form was opened with, also when it comes back.
        let seen = form.typed.has("edits") ? form["edits"] : line.map { "\($0.item.edits)" } ?? ""
        return Form(action: action, hidden: reader.hidden + (line == nil ? [] : [Hidden("edits", seen)]), isGuarded: true) {
            form.field(T.planning.title, "title", .full).text()
            FieldRow {
                form.field(T.planning.form, "form").select(offer.forms.map { Field.Choice("\($0.id)", t.run($0.name(in: t.language))) })
                form.field(T.planning.programme, "programmeWords", hint: T.planning.programmeHint, isOptional: true).text()
            }
            form.field(T.needs.topic, "topic", hint: T.planning.topicHint, isOptional: true).select([Field.Choice("", t(T.planning.topicNone))] + topics(offer, form))
            form.field(T.planning.person, "person").select([Field.Choice("", t(T.common.choose))] + offer.staff.map { Field.Choice("\($0.id)", $0.name) })
            Fieldset(t(T.planning.term), hint: t(T.planning.termHint)) {
                form.field(T.planning.month, "month", isOptional: true).select(Self.months(offer.plan.year, t, isOptional: true))
                FieldRow {
                    form.day(T.planning.first, "first", isOptional: true)
                    form.day(T.planning.last, "last", isOptional: true)
                }
            }
            FieldRow {
                form.field(T.planning.place, "place", isOptional: true).text()
                form.field(T.planning.people, "people", .short, isOptional: true).number()
            }
            form.field(T.planning.target, "target", .full, isOptional: true, most: TextLimit.sentence.rawValue).text()
            form.field(T.planning.source, "source", hint: T.planning.sourceHint, isOptional: true, most: TextLimit.line.rawValue).text(proposing: offer.sources)
            FieldRow {
                form.field(T.planning.indicator, "indicator", hint: T.planning.indicatorHint, isOptional: true, most: TextLimit.sentence.rawValue).text()
                form.field(T.planning.goal, "goal", .short, isOptional: true).number()
            }
            form.field(T.planning.lineNumber, "line", .short, hint: T.planning.lineNumberHint, isOptional: true).number()
            Buttons {
                Submit(t(T.common.save))
                LinkButton(t(T.common.cancel), href: reader.link("/staff/plans/\(offer.plan.id)"), .quiet)
            }
        }
    }

    /// Topics that can be chosen, and the one that was.
    private func topics(_ offer: PlanItemOffer, _ form: FilledForm) -> [Field.Choice] {
        let offered = offer.topics.offered(in: t.language), own = Topic.ID(form["topic"]).flatMap { offer.topics[$0] }
        return (offered + (own.map { topic in offered.contains(topic) ? [] : [topic] } ?? [])).map { topic in
            Field.Choice("\(topic.id)", OfferWords(t: t).topic(topic.id, offer.topics))
        }
    }

    // MARK: What came of it

    @HTMLBuilder private func came(_ plan: YearPlan, _ line: PlanDone.Line, _ loose: [Event], _ deed: FilledForm) -> some HTML {
        h2 { t(T.planning.came) }
        if line.events.isEmpty { HTML::p { t(T.planning.cameNothing) } }
        ForEach(line.events) { event in
            let title = t.run(event.title(in: t.language))
            PersonLine(
                title, href: reader.link("/staff/events/\(event.id)"), detail: event.firstDay.map { [Run(t.day($0, .numeric))] } ?? [],
                state: Chip(.neutral, t(event.state.name))
            ) {
                Form(action: base(plan, line) + "/events/\(event.id)/unlink", hidden: reader.hidden, isInline: true,
                    label: "\(t(T.planning.unlink)): \(title.text)") {
                    Submit(t(T.planning.unlink), .quiet)
                }
            }
        }
        if let deviation = line.deviation { PlanReasonForm(reader, deviation, line.reason, action: base(plan, line) + "/reason", deed) }
        Buttons { ButtonForm(t(T.planning.draft), line.events.isEmpty ? .primary : .quiet, action: base(plan, line) + "/event", hidden: reader.hidden) }
        if !loose.isEmpty {
            Form(action: base(plan, line) + "/link", hidden: reader.hidden) {
                deed.field(T.planning.linkExisting, "event").select([Field.Choice("", t(T.common.choose))] + loose.map { event in
                    let day = event.firstDay.map { t.day($0, .numeric) } ?? ""
                    return Field.Choice("\(event.id)", "\(day) \(event.title(in: t.language).text) (\(t(event.state.name)))")
                })
                Buttons { Submit(t(T.planning.link), .quiet) }
            }
        }
    }
}

/// How it came otherwise, and why.
struct PlanReasonForm: View {
    let reader: Reader
    let deviation: PlanDeviation
    let reason: PlanReason?
    let action: String
    let row: String?
    let form: FilledForm

    /// - Parameter row: what tells it from other forms of the page.
    init(_ reader: Reader, _ deviation: PlanDeviation, _ reason: PlanReason?, action: String, row: String? = nil, _ form: FilledForm) {
        (self.reader, self.deviation, self.reason, self.action, self.row, self.form) = (reader, deviation, reason, action, row, form)
    }

    var body: Markup {
        let t = reader.t
        HTML::p {
            Chip(reason == nil ? .waiting : .neutral, t(deviation.name))
            if let reason { " "; t.run(reason.text) }
        }
        Disclosure(t(reason == nil ? T.planning.explain : T.planning.explainAgain), isOpen: reason == nil && row == nil) {
            Form(action: action, hidden: reader.hidden, label: row.map { "\(t(T.planning.explain)): \($0)" }) {
                Field(
                    t(T.planning.reason), name: "reason", row: row, value: form["reason"].isEmpty ? reason?.text ?? "" : form["reason"],
                    error: row == nil || action.hasSuffix(reader.path) ? form.fault("reason") : nil, optional: nil, width: .full,
                        most: TextLimit.note.rawValue).area(rows: 2)
                Buttons { Submit(t(T.common.save), .quiet) }
            }
        }
    }
}
