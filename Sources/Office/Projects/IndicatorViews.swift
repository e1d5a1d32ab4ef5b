import Files
import Forms
import HTML
import Kernel
import Languages
import Look

/// Indicators with what was reached of each. A number leads to its rows; where there are none, there is no number.
struct IndicatorTable: View {
    let indicators: [Indicator]
    /// Where the page of one lies, behind the language; nil where nobody may open it.
    let base: String?
    let reader: Reader
    private var t: Texts { reader.t }

    var body: Markup {
        DataTable(t(T.projects.indicators), rows: indicators, columns: [
            Column(t(T.projects.indicator), .name) { one in
                if let base { a(.href(reader.link("\(base)/\(one.id)"))) { t.run(one.details.name) } } else { t.run(one.details.name) }
            },
            Column(t(T.projects.unit)) { one in t.run(one.details.unit) },
            Column(t(T.projects.baseline), .number) { one in t.number(one.details.baseline) },
            Column(t(T.projects.target), .number) { one in t.number(one.details.target) },
            Column(t(T.projects.reached), .number) { one in Self.reached(one, t) },
            Column(t(T.projects.dueBy)) { one in one.details.due.map { t.day($0, .numeric) } ?? "–" },
            Column(t(T.common.state)) { one in Self.chip(one, reader) },
        ], isCaptionHidden: true).body
    }

    static func reached(_ indicator: Indicator, _ t: Texts) -> String { indicator.reached.map { t.number($0) } ?? t(T.projects.noEvidence) }

    static func chip(_ indicator: Indicator, _ reader: Reader) -> Chip {
        let t = reader.t
        if indicator.isReached { return Chip(.good, t(T.projects.isReached)) }
        if indicator.isLate(on: reader.today) { return Chip(.bad, t(T.projects.late)) }
        return indicator.reached == nil ? Chip(.neutral, t(T.projects.noEvidence)) : Chip(.waiting, t(T.projects.onTheWay))
    }
}

struct IndicatorViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func list(_ project: Project, _ indicators: [Indicator], _ form: FilledForm) -> Screen {
        let base = "\(project.deskPath)/indicators"
        return ProjectFrame(reader, project).screen(.indicators, form) {
            if indicators.isEmpty { EmptyState(t(T.projects.indicatorsNone), t(T.projects.indicatorsNoneText)) { Empty() } } else {
                HTML::p { t(T.projects.indicatorsLead) }
                IndicatorTable(indicators: indicators, base: base, reader: reader).body
            }
            h2 { t(T.projects.addIndicator) }
            Look::Form(action: reader.link(base), hidden: reader.hidden, isGuarded: true, label: t(T.projects.addIndicator)) {
                fields(form)
                Buttons { Submit(t(T.common.add)) }
            }
        }
    }

    @HTMLBuilder private func fields(_ form: FilledForm) -> some HTML {
        form.field(T.projects.indicatorName, "name", .full, hint: T.projects.indicatorHint, most: TextLimit.line.rawValue).text()
        form.field(T.projects.unit, "unit", .short, hint: T.projects.unitHint, most: TextLimit.label.rawValue).text()
        FieldRow {
            form.field(T.projects.baseline, "baseline", .short, isOptional: true).number()
            form.field(T.projects.target, "target", .short).number()
        }
        form.day(T.projects.dueBy, "due", isOptional: true)
        form.field(T.projects.countedBy, "way", hint: T.projects.wayHint).select(Indicator.Way.allCases.map { Field.Choice($0.rawValue, t($0.name)) })
    }

    // MARK: One with its evidence

    func show(_ project: Project, _ indicator: Indicator, _ activities: [ProjectActivity], _ form: FilledForm) -> Screen {
        let base = "\(project.deskPath)/indicators/\(indicator.id)", name = t.run(indicator.details.name)
        return Screen(name.text, trail: ProjectFrame(reader, project).trail(.indicators, isBelow: true)) {
            FormFaults(form)
            Heading(name, kind: Run(t(T.projects.indicator)))
            HTML::p { IndicatorTable.chip(indicator, reader) }
            EvidenceView(indicator: indicator, reader: reader, base: base).body
            if project.state == .running || project.state == .closed {
                EvidenceForm(action: base + "/evidence", activities: activities, form: form, reader: reader).body
            } else {
                HTML::p { t(T.projects.evidenceLater) }
            }
            if indicator.reached == nil {
                h2 { t(T.projects.whyNoEvidence) }
                Look::Form(action: reader.link("\(base)/reason"), hidden: reader.hidden, isGuarded: true, label: t(T.projects.whyNoEvidence)) {
                    form.field(T.projects.reason, "reason", .full, hint: T.projects.whyNoEvidenceHint, isOptional: true, most: TextLimit.note.rawValue).area(rows: 3)
                    Buttons { Submit(t(T.common.save)) }
                }
            }
            h2 { t(T.common.edit) }
            Look::Form(action: reader.link(base), hidden: reader.hidden, isGuarded: true, label: t(T.common.edit)) {
                fields(form)
                Buttons { Submit(t(T.common.save)) }
            }
            if indicator.rows.isEmpty { ButtonForm(t(T.projects.removeIndicator), .danger, action: reader.link("\(base)/remove"), hidden: reader.hidden) }
        }
    }
}

/// What was reached, and the rows that it is made of.
struct EvidenceView: View {
    let indicator: Indicator
    let reader: Reader
    /// Where a row is taken away; nil for those who may not.
    let base: String?
    private var t: Texts { reader.t }

    var body: Markup {
        Facts {
            FactLine(t(T.projects.reached)) {
                IndicatorTable.reached(indicator, t)
                if indicator.reached != nil { " "; t.run(indicator.details.unit) }
            }
            FactLine(t(T.projects.target), t.number(indicator.details.target))
            FactLine(t(T.projects.baseline), t.number(indicator.details.baseline))
            FactLine(t(T.projects.countedBy), t(indicator.details.way.name))
            if let due = indicator.details.due { FactLine(t(T.projects.dueBy), t.day(due)) }
            if !indicator.reason.isEmpty { FactLine(t(T.projects.whyNoEvidence), t.run(indicator.reason)) }
        }
        if let reached = indicator.reached {
            Meter(
                t(T.projects.reachedOf(reached: .number(reached), target: .number(indicator.details.target))), value: min(reached, indicator.details.target),
                of: indicator.details.target, indicator.isReached ? .good : .waiting)
        }
        h2 { t(T.projects.evidence) }
        if indicator.rows.isEmpty { HTML::p { t(T.projects.noEvidenceText) } } else {
            DataTable(t(T.projects.evidence), rows: indicator.rows, columns: columns, isCaptionHidden: true)
        }
    }

    private var columns: [Column<EvidenceRow>] {
        var columns: [Column<EvidenceRow>] = [
            Column(t(T.projects.day), .name) { row in t.day(row.day, .numeric) },
            Column(t(T.projects.count), .number) { row in row.number.map { t.number($0) } ?? t(T.projects.notCounted) },
            Column(t(T.projects.words)) { row in
                t.run(row.words)
                if let counted = row.counted { " ("; t(counted.name); ")" }
            },
            Column(t(T.projects.proof)) { row in proof(row.proof) },
        ]
        if let base {
            columns.append(Column(t(T.projects.handle), .act) { row in
                Look::Form(
                    action: reader.link("\(base)/evidence/\(row.id)/remove"), hidden: reader.hidden, isInline: true,
                    label: "\(t(T.projects.withdraw)): \(t.day(row.day, .numeric)), \(row.id)"
                ) { Submit(t(T.projects.withdraw), .quiet) }
            })
        }
        return columns
    }

    @HTMLBuilder private func proof(_ proof: Proof?) -> some HTML {
        switch proof {
        case .event(let id, let title): a(.href(reader.link("/events/\(id)"))) { t.run(title) }
        case .title(let id, let name): a(.href(reader.link("/library/\(id)"))) { t.run(name) }
        case .activity(_, let name): t.run(name)
        case .file(let file): a(.href(reader.link(file.path))) { file.name }
        case nil: "–"
        }
    }
}

/// A number and what proves it.
struct EvidenceForm: View {
    /// Behind the language.
    let action: String
    let activities: [ProjectActivity]
    let form: FilledForm
    let reader: Reader
    private var t: Texts { reader.t }

    var body: Markup {
        h2 { t(T.projects.addEvidence) }
        Look::Form(action: reader.link(action), hidden: reader.hidden, hasFiles: true, isGuarded: true, label: t(T.projects.addEvidence)) {
            form.day(T.projects.day, "day")
            form.field(T.projects.words, "words", .full, hint: T.projects.evidenceWordsHint, most: TextLimit.note.rawValue).area(rows: 2)
            FieldRow {
                form.field(T.projects.count, "number", .short, hint: T.projects.countHint, isOptional: true, most: TextLimit.number.rawValue).number()
                form.field(T.projects.orCounted, "counted", isOptional: true).select(
                    [Field.Choice("", t(T.projects.typedNumber))] + EvidenceRow.Counted.allCases.map { Field.Choice($0.rawValue, t($0.name)) })
            }
            Fieldset(t(T.projects.proof), hint: t(T.projects.proofHint)) {
                form.field(T.projects.event, "event", .short, hint: T.projects.eventHint, isOptional: true, most: TextLimit.sentence.rawValue).text()
                form.field(T.projects.libraryTitle, "title", .short, hint: T.projects.libraryTitleHint, isOptional: true, most: TextLimit.sentence.rawValue).text()
                if !activities.isEmpty {
                    form.field(T.projects.activity, "activity", isOptional: true).select(
                        [Field.Choice("", t(T.projects.noActivity))] + activities.map { Field.Choice("\($0.id)", t.run($0.details.name)) })
                }
                FileFields(form, T.common.file, "file", [.picture, .document], isOptional: true, asksAlt: false)
            }
            Buttons { Submit(t(T.common.add)) }
        }
    }
}
