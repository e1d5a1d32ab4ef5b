import Forms
import HTML
import Kernel
import Languages
import Look

struct PlanVersionViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func list(_ plan: YearPlan, _ versions: [PlanVersion], _ words: PlanWords, _ form: FilledForm) -> Screen {
        let base = reader.link("/staff/plans/\(plan.id)")
        return Screen(t(T.planning.versions), trail: YearPlanViews.trail(reader, plan)) {
            FormFaults(form)
            Heading(t(T.planning.versions), kind: t(plan.title), lead: t(T.planning.versionsLead))
            if versions.isEmpty { EmptyState(t(T.planning.noVersions), t(T.planning.noVersionsText)) { Empty() } }
            if let version = versions.first, let next = version.next { decision(version, next, plan, form, base) }
            ForEach(versions) { version in
                h2 { a(.href("\(base)/versions/\(version.number)")) { t(T.planning.version(number: .number(version.number))) } }
                HTML::p {
                    Chip(version.state.tone, t(version.state.name))
                    " "
                    t(T.planning.submittedBy(who: .text(words.person(version.person)), at: .instant(version.at)))
                }
                if !version.reason.isEmpty { HTML::p { t.run(version.reason) } }
                Steps(version.decisions.map { step($0, of: version, words) })
            }
        }
    }

    private func step(_ decision: PlanDecision, of version: PlanVersion, _ words: PlanWords) -> Steps.Step {
        let state: Steps.Step.State = decision.outcome != .waiting ? .done : version.next?.id == decision.id ? .now : .next
        var told: [String] = []
        if decision.outcome == .approved { told.append(t(T.planning.versionApproved)) }
        if decision.outcome == .returned { told.append(t(T.planning.versionReturned)) }
        if !decision.number.isEmpty { told.append(t(T.planning.decisionOf(number: .text(decision.number), day: decision.day.map { Value.day($0,
            .numeric) } ?? .text("")))) }
        if let at = decision.at { told.append("\(words.person(decision.person)), \(t.instant(at))") }
        if !decision.reason.isEmpty { told.append(t.shown(decision.reason)) }
        let name = t.run(decision.step.name)
        return Steps.Step(
            name.text, told.isEmpty ? nil : told.joined(separator: " · "), state, said: state == .done ? t(T.planning.decided) : nil, lang: name.lang)
    }

    /// What the step whose turn it is says; for somebody else it is told whom one waits for.
    @HTMLBuilder private func decision(_ version: PlanVersion, _ next: PlanDecision, _ plan: YearPlan, _ form: FilledForm, _ base: String) -> some HTML {
        h2 { t(T.planning.decideOn(number: .number(version.number))) }
        if next.isFor(reader.actor, at: plan.centre) {
            HTML::p {
                if next.step.signer == .office {
                    t.run(next.step.name)
                    ": "
                }
                t(next.step.signer == .director ? T.planning.decideMeans : T.planning.recordMeans)
            }
            Form(action: "\(base)/decide", hidden: reader.hidden + [Hidden("decision", "\(next.id)")]) {
                if next.step.signer == .office {
                    FieldRow {
                        form.field(T.planning.decisionNumber, "number").text()
                        form.day(T.planning.decisionDay, "day")
                    }
                }
                form.field(T.planning.returnReason, "reason", .full, hint: T.planning.returnReasonHint, isOptional: true).area(rows: 3)
                Buttons {
                    Submit(t(next.step.signer == .director ? T.planning.approve : T.planning.recordApproval))
                    Submit(t(T.planning.giveBack), .danger, name: "return", value: "yes")
                }
            }
        } else {
            HTML::p { t(T.planning.notYours(step: .title(next.step.name))) }
        }
    }

    func show(
        _ plan: YearPlan, _ version: PlanVersion, _ items: [PlanItem], of versions: [PlanVersion], against other: PlanVersion?, _ difference: PlanDifference?,
        _ words: PlanWords
    ) -> Screen {
        let base = reader.link("/staff/plans/\(plan.id)"), title = t(T.planning.version(number: .number(version.number)))
        let trail = YearPlanViews.trail(reader, plan) + [Look.Link(t(T.planning.versions), href: "\(base)/versions")]
        return Screen(title, trail: trail) {
            Heading(title, kind: t(plan.title))
            Facts {
                FactLine(t(T.common.state)) { Chip(version.state.tone, t(version.state.name)) }
                FactLine(t(T.planning.handedIn), t(T.planning.submittedBy(who: .text(words.person(version.person)), at: .instant(version.at))))
                if !version.reason.isEmpty { FactLine(t(T.planning.reason), t.run(version.reason)) }
            }
            if let other, let difference {
                h2 { t(T.planning.comparedWith(number: .number(other.number))) }
                PlanDifferenceView(difference, words, reader)
            }
            if versions.count > 2 {
                FilterChips(t(T.planning.compare), versions.filter { $0.number != version.number }.map { one in
                    NavItem(
                        t(T.planning.version(number: .number(one.number))), href: "\(base)/versions/\(version.number)?against=\(one.number)",
                            isCurrent: one.number == other?.number)
                })
            }
            h2 { t(T.planning.lines) }
            DataTable(t(T.planning.lines), rows: items, columns: columns(words), onPhone: .scroll, isCaptionHidden: true)
            YearPlanViews(reader: reader).papers(base, version: version.number)
        }
    }
}

extension PlanVersionViews {
    private func columns(_ words: PlanWords) -> [Column<PlanItem>] {
        let title = Column<PlanItem>(t(T.planning.title), .name) { item in t.run(item.details.title) }
        return [title] + PlanField.allCases.filter { $0 != .title && $0 != .programme }.map { field in
            Column<PlanItem>(t(field.name)) { item in words.said(field, of: item.details, t) }
        }
    }
}

/// What was added, taken out and changed, line by line.
struct PlanDifferenceView: View {
    let difference: PlanDifference
    let words: PlanWords
    let reader: Reader

    init(_ difference: PlanDifference, _ words: PlanWords, _ reader: Reader) { (self.difference, self.words, self.reader) = (difference, words, reader) }

    var body: Markup {
        let t = reader.t
        if difference.isNothing { HTML::p { t(T.planning.noDifference) } }
        ForEach(difference.added) { item in PersonLine(t.run(item.title), detail: [Run(t.term(item.days))], state: Chip(.good, t(T.planning.added))) }
        ForEach(difference.removed) { item in PersonLine(t.run(item.title), detail: [Run(t.term(item.days))], state: Chip(.bad, t(T.planning.removed))) }
        ForEach(difference.changed) { change in
            PersonLine(t.run(change.after.title), state: Chip(.waiting, t(T.planning.changed)))
            Facts {
                ForEach(change.fields) { field in
                    FactLine(t(field.name)) {
                        HTML::del { said(field, change.before) }
                        " → "
                        HTML::ins { said(field, change.after) }
                    }
                }
            }
        }
    }

    private func said(_ field: PlanField, _ item: PlanItemDetails) -> Run {
        let said = words.said(field, of: item, reader.t)
        return said.text.isEmpty ? Run(reader.t(T.planning.nothing)) : said
    }
}
