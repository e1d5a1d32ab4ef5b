import Catalogue
import Events
import Forms
import HTML
import Kernel
import Languages
import Look

struct YearPlanViews {
    let reader: Reader
    private var t: Texts { reader.t }

    static func trail(_ reader: Reader, _ plan: YearPlan? = nil) -> [Look.Link] {
        let all = [Look.Link(reader.t(T.planning.plans), href: reader.link("/staff/plans"))]
        return all + (plan.map { [Look.Link(reader.t($0.title), href: reader.link("/staff/plans/\($0.id)"))] } ?? [])
    }

    func list(_ plans: [(plan: YearPlan, lines: Int)], _ form: FilledForm) -> Screen {
        Screen(t(T.planning.plans)) {
            FormFaults(form)
            Heading(t(T.planning.plans), lead: t(T.planning.plansLead))
            if plans.isEmpty {
                EmptyState(t(T.planning.noPlans), t(T.planning.noPlansText)) { Empty() }
            } else {
                DataTable(t(T.planning.plans), rows: plans, columns: [
                    Column(t(T.planning.plan), .name) { row in a(.href(reader.link("/staff/plans/\(row.plan.id)"))) { t(row.plan.title) } },
                    Column(t(T.planning.lines), .number) { row in t.number(row.lines) },
                    Column(t(T.common.state)) { row in chip(row.plan) },
                ], isCaptionHidden: true)
            }
            Buttons {
                LinkButton(t(T.planning.together), href: reader.link("/staff/plans/together"), .quiet)
                LinkButton(t(T.planning.offers), href: reader.link("/staff/offers"), .quiet)
            }
            h2 { t(T.planning.newPlan) }
            Form(action: reader.link("/staff/plans"), hidden: reader.hidden) {
                FieldRow {
                    form.field(T.planning.kind, "kind").select(PlanYear.Kind.allCases.map { Field.Choice($0.rawValue, t($0.name)) })
                    form.field(T.planning.begins, "year", .short, otherwise: "\(SchoolYear(containing: reader.today).start)", hint: T.planning.beginsHint).number()
                }
                Field(t(T.planning.copy), name: "copy", error: form.fault("copy"), optional: "").check(isOn: form.typed.has("copy"))
                Buttons { Submit(t(T.planning.begin)) }
            }
        }
    }

    private func chip(_ plan: YearPlan) -> Chip {
        guard let version = plan.version else { return Chip(.neutral, t(T.planning.stateDraft)) }
        return Chip(version.state.tone, t(T.planning.versionState(number: .number(version.number), state: .phrase(version.state.name))))
    }

    /// - Parameters:
    ///   - approved: the last version that was approved.
    ///   - since: what was changed after it.
    /// - Parameter clashes: what other centres do of the same programmes in the same weeks.
    func show(
        _ done: PlanDone, _ words: PlanWords, approved: PlanVersion?, since: PlanDifference?, clashes: ClashingWeeks, _ form: FilledForm
    ) -> Screen {
        let plan = done.plan, base = reader.link("/staff/plans/\(plan.id)")
        return Screen(t(plan.title), trail: Self.trail(reader)) {
            FormFaults(form)
            Heading(t(plan.title), lead: t(T.planning.planLead))
            state(plan, since, base)
            clashes
            Figures([
                Figures.Figure(t.number(done.lines.count), t(T.planning.lines)),
                Figures.Figure(t.number(done.count(.held)), t(T.planning.stateHeld), .good, href: "\(base)/done"),
                Figures.Figure(t.number(done.count(.announced)), t(T.planning.stateAnnounced), .info, href: "\(base)/done"),
                Figures.Figure(t.number(done.unexplained), t(T.planning.unexplained), done.unexplained > 0 ? .waiting : .neutral, href: "\(base)/done"),
            ])
            if done.lines.isEmpty {
                EmptyState(t(T.planning.noLines), t(T.planning.noLinesText)) { Empty() }
            } else {
                table(done, words)
            }
            if !plan.isWaiting { adding(plan, form, base) }
            papers(base, version: nil)
            if !plan.isWaiting, !done.lines.isEmpty { handIn(plan, approved, since, form, base) }
        }
    }

    @HTMLBuilder private func state(_ plan: YearPlan, _ since: PlanDifference?, _ base: String) -> some HTML {
        Facts {
            FactLine(t(T.common.state)) { chip(plan) }
            if let next = plan.version?.next { FactLine(t(T.planning.waitsFor), t.run(next.step.name)) }
            if let since, !since.isNothing {
                FactLine(t(T.planning.sinceApproved), t(T.planning.changes(count: since.added.count + since.removed.count + since.changed.count)))
            }
        }
        if plan.isWaiting { Notice(.info) { HTML::p { t(T.planning.isWaiting) } } }
        Buttons {
            if plan.version != nil { LinkButton(t(T.planning.versions), href: "\(base)/versions", .quiet) }
            LinkButton(t(T.planning.done), href: "\(base)/done", .quiet)
        }
    }

    private func table(_ done: PlanDone, _ words: PlanWords) -> some HTML {
        let rows = done.lines.enumerated().map { (number: $0.offset + 1, line: $0.element) }
        return DataTable(t(T.planning.lines), rows: rows, columns: [
            Column(t(T.planning.number), .number) { row in t.number(row.number) },
            Column(t(T.planning.title), .name) { row in
                a(.href(reader.link("/staff/plans/\(done.plan.id)/items/\(row.line.item.id)"))) { t.run(row.line.item.details.title) }
            },
            Column(t(T.planning.form)) { row in words.form(row.line.item.details.form, t) },
            Column(t(T.planning.term)) { row in t.term(row.line.item.details.days) },
            Column(t(T.planning.person)) { row in
                let name = words.person(row.line.item.details.person)
                if name.isEmpty { Chip(.waiting, t(T.planning.nobody)) } else { name }
            },
            Column(t(T.planning.people), .number) { row in row.line.item.details.people.map { t.number($0) } ?? "" },
            Column(t(T.planning.source)) { row in t.run(row.line.item.details.source) },
            Column(t(T.common.state)) { row in Chip(row.line.state.tone, t(row.line.state.name)) },
        ], isCaptionHidden: true)
    }

    private func adding(_ plan: YearPlan, _ form: FilledForm, _ base: String) -> some HTML {
        Group {
            h2 { t(T.planning.fromCatalogue) }
            Form(action: "\(base)/programme", hidden: reader.hidden) {
                FieldRow {
                    form.field(T.planning.programme, "programmeWords", hint: T.planning.programmeHint).text()
                    form.field(T.planning.month, "month").select(PlanItemViews.months(plan.year, t))
                }
                Buttons {
                    Submit(t(T.planning.addFromCatalogue), .quiet)
                    LinkButton(t(T.planning.addFreely), href: "\(base)/items/new")
                }
            }
        }
    }

    /// - Parameter version: of which the papers are; nil for the plan as it stands.
    func papers(_ base: String, version: Int?) -> some HTML {
        let query = version.map { "?version=\($0)" } ?? ""
        return Buttons {
            LinkButton(t(T.planning.planPDF), href: "\(base)/plan.pdf\(query)", .quiet, icon: .download)
            LinkButton(t(T.planning.planDOCX), href: "\(base)/plan.docx\(query)", .quiet, icon: .download)
            LinkButton(t(T.planning.planXLSX), href: "\(base)/plan.xlsx\(query)", .quiet, icon: .download)
        }
    }

    @HTMLBuilder private func handIn(_ plan: YearPlan, _ approved: PlanVersion?, _ since: PlanDifference?, _ form: FilledForm, _ base: String) -> some HTML {
        if approved == nil || since?.isNothing == false {
            h2 { t(T.planning.submit) }
            HTML::p { t(T.planning.submitMeans) }
            Form(action: "\(base)/submit", hidden: reader.hidden) {
                if approved != nil { form.field(T.planning.changeReason, "reason", .full, hint: T.planning.changeReasonHint).area(rows: 3) }
                Buttons { Submit(t(T.planning.submitAct)) }
            }
        }
    }
}

extension YearPlan {
    var title: Phrase { year.kind == .school ? T.planning.planOfSchoolYear(year: year.value) : T.planning.planOfYear(year: year.value) }
}

extension PlanYear.Kind {
    var name: Phrase {
        switch self {
        case .school: T.planning.kindSchool
        case .calendar: T.planning.kindCalendar
        }
    }
}

extension PlanVersion.State {
    var name: Phrase {
        switch self {
        case .waiting: T.planning.versionWaiting
        case .returned: T.planning.versionReturned
        case .approved: T.planning.versionApproved
        }
    }

    var tone: Tone {
        switch self {
        case .waiting: .waiting
        case .returned: .bad
        case .approved: .good
        }
    }
}

extension PlanState {
    var tone: Tone {
        switch self {
        case .notBegun: .neutral
        case .announced: .info
        case .held: .good
        case .postponed: .waiting
        case .cancelled: .bad
        }
    }
}
