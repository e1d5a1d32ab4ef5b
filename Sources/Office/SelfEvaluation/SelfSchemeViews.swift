import Forms
import HTML
import Kernel
import Languages
import Look

/// The settings of self-evaluation.
struct SelfSchemeViews {
    let reader: Reader
    private var t: Texts { reader.t }
    private var base: String { reader.link("/settings/self-evaluation") }

    func scheme(_ board: SelfBoard, rule: FilledForm, accreditation: FilledForm, area: FilledForm) -> Screen {
        Screen(t(T.selfevaluation.scheme), trail: reader.settingsTrail) {
            FormFaults(rule)
            FormFaults(accreditation)
            FormFaults(area)
            Heading(t(T.selfevaluation.scheme), lead: t(T.selfevaluation.schemeLead))
            areas(board, area)
            accreditations(board, accreditation)
            rules(board, rule)
        }
    }

    // MARK: What is looked at

    @HTMLBuilder private func areas(_ board: SelfBoard, _ form: FilledForm) -> some HTML {
        if board.areas.isEmpty {
            HTML::p { t(T.selfevaluation.beginHint) }
            ButtonForm(t(T.selfevaluation.begin), action: "\(base)/begin", hidden: reader.hidden)
        }
        ForEach(board.areas) { area in
            h2 { t.run(area.name) }
            ForEach(area.features) { feature in
                PersonLine(
                    t.run(feature.name), href: "\(base)/areas/\(area.id)/features/\(feature.id)", detail: feature.draft.facts.map { Run(t($0.name)) },
                    state: feature.ended == nil ? nil : Chip(.neutral, t(T.selfevaluation.featureEnded)))
            }
            let name = t.run(area.name).text
            HTML::p {
                a(.href("\(base)/areas/\(area.id)/features/new"), .aria("label", "\(t(T.selfevaluation.addFeature)): \(name)")) { t(T.selfevaluation.addFeature) }
            }
        }
        Disclosure(t(T.selfevaluation.addArea), isOpen: form.fault("name") != nil) {
            Form(action: "\(base)/areas", hidden: reader.hidden, label: t(T.selfevaluation.addArea)) {
                form.field(T.selfevaluation.area, "name", .full).text()
                Buttons { Submit(t(T.common.add), .quiet) }
            }
        }
    }

    func feature(_ feature: SelfFeature?, of area: SelfArea, _ form: FilledForm) -> Screen {
        let title = feature.map { t.run($0.name) } ?? Run(t(T.selfevaluation.addFeature))
        let own = "\(base)/areas/\(area.id)/features/\(feature.map { "\($0.id)" } ?? "new")"
        return Screen(title.text, trail: reader.settingsTrail + [Look.Link(t(T.selfevaluation.scheme), href: base)]) {
            FormFaults(form)
            Heading(title, kind: t.run(area.name))
            Form(action: own, hidden: reader.hidden, isGuarded: true, label: title.text) {
                form.field(T.selfevaluation.feature, "title", .full).text()
                form.field(T.selfevaluation.hint, "note", .full, hint: T.selfevaluation.hintHint, isOptional: true).area(rows: 3)
                form.field(T.selfevaluation.facts, "facts", hint: T.selfevaluation.factsHint, isOptional: true).checkboxes(
                    SelfFact.allCases.map { Field.Choice($0.rawValue, t($0.name)) }, chosen: Set(form.typed.all("facts")))
                if feature != nil { form.field(T.selfevaluation.endFeature, "ended", hint: T.selfevaluation.endFeatureHint).check(isOn: form["ended"] == "yes") }
                Buttons { Submit(t(T.common.save)) }
            }
        }
    }

    // MARK: Until when, by which scale

    @HTMLBuilder private func accreditations(_ board: SelfBoard, _ form: FilledForm) -> some HTML {
        h2 { t(T.selfevaluation.accreditation) }
        if board.accreditations.isEmpty { HTML::p { t(T.selfevaluation.noAccreditation) } } else {
            DataTable(t(T.selfevaluation.accreditation), rows: board.accreditations, columns: [
                Column(t(T.selfevaluation.accredited), .name) { one in t.days(one.days) },
                Column(t(T.selfevaluation.act)) { one in t.run(one.act) },
            ], isCaptionHidden: true)
        }
        Disclosure(t(T.selfevaluation.addAccreditation), isOpen: form.problem != nil) {
            Form(action: "\(base)/accreditations", hidden: reader.hidden, label: t(T.selfevaluation.addAccreditation)) {
                FieldRow {
                    form.day(T.selfevaluation.first, "first")
                    form.day(T.selfevaluation.last, "last")
                }
                form.field(T.selfevaluation.act, "decision", .full, hint: T.selfevaluation.actHint, isOptional: true, most: TextLimit.sentence.rawValue).text()
                Buttons { Submit(t(T.common.add), .quiet) }
            }
        }
    }

    @HTMLBuilder private func rules(_ board: SelfBoard, _ form: FilledForm) -> some HTML {
        h2 { t(T.selfevaluation.rule) }
        if !board.rules.isEmpty {
            DataTable(t(T.selfevaluation.rule), rows: board.rules, columns: [
                Column(t(T.selfevaluation.since), .name) { rule in t.day(rule.since, .numeric) },
                Column(t(T.selfevaluation.levels), .number) { rule in "\(rule.levels)" },
                Column(t(T.selfevaluation.filing)) { rule in "\(rule.day). \(rule.month)." },
                Column(t(T.selfevaluation.article)) { rule in t.run(rule.article) },
            ], isCaptionHidden: true)
        }
        Disclosure(t(T.selfevaluation.newRule), isOpen: form.problem != nil) {
            Form(action: "\(base)/rules", hidden: reader.hidden, label: t(T.selfevaluation.newRule)) {
                form.day(T.selfevaluation.since, "since")
                form.field(T.selfevaluation.levels, "levels", .short, hint: T.selfevaluation.levelsHint).number()
                FieldRow {
                    form.field(T.selfevaluation.filingDay, "filingDay", .short).number()
                    form.field(T.selfevaluation.filingMonth, "filingMonth", .short).number()
                }
                form.field(T.selfevaluation.article, "article", .full, isOptional: true, most: TextLimit.sentence.rawValue).text()
                Buttons { Submit(t(T.common.save), .quiet) }
            }
        }
    }
}
