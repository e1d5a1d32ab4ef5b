import Forms
import HTML
import Kernel
import Languages
import Look

/// By which rule people are counted, and until when reports are handed in.
struct ReportRuleViews {
    let reader: Reader
    private var t: Texts { reader.t }
    private var path: String { reader.link("/staff/reports/rules") }

    func show(_ rules: [CountingRule], _ terms: [ReportTerm], _ kinds: [ReportKind], rule: FilledForm, term: FilledForm, sent: FilledForm?) -> Screen {
        Screen(t(T.reports.rules), trail: ReportListViews.trail(reader)) {
            if let sent { FormFaults(sent) }
            Heading(t(T.reports.rules), lead: t(T.reports.rulesLead))
            h2 { t(T.reports.counting) }
            DataTable(t(T.reports.counting), rows: rules, columns: [
                Column(t(T.reports.number), .number) { rule in t.number(rule.number) },
                Column(t(T.reports.way), .name) { rule in t(rule.way.name) },
                Column(t(T.reports.starts)) { rule in rule.number == 1 ? "–" : t.day(rule.starts, .numeric) },
                Column(t(T.reports.basis)) { rule in rule.article.isEmpty ? Run("–") : t.run(rule.article) },
            ], isCaptionHidden: true)
            if reader.actor.holds(.director, at: reader.centre.id) {
                Disclosure(t(T.reports.addRule), isOpen: rule.problem != nil) {
                    Form(action: path, hidden: reader.hidden + [Hidden("of", "rule")], label: t(T.reports.addRule)) {
                        rule.field(T.reports.way, "way").select(CountingRule.Way.allCases.map { Field.Choice($0.rawValue, t($0.name)) })
                        rule.day(T.reports.starts, "starts", hint: T.reports.startsHint)
                        rule.field(T.reports.basis, "basis", isOptional: true).text()
                        Buttons { Submit(t(T.common.save)) }
                    }
                }
            }
            h2 { t(T.reports.terms) }
            HTML::p { t(T.reports.termsLead) }
            if !terms.isEmpty {
                DataTable(t(T.reports.terms), rows: terms, columns: [
                    Column(t(T.reports.report), .name) { term in t(term.kind.name) },
                    Column(t(T.reports.until)) { term in term.last(in: reader.today.year).map { t.day($0, .short) } ?? "–" },
                    Column(t(T.reports.basis)) { term in term.article.isEmpty ? Run("–") : t.run(term.article) },
                ], isCaptionHidden: true)
            }
            Disclosure(t(T.reports.setTerm), isOpen: term.problem != nil) {
                Form(action: path, hidden: reader.hidden + [Hidden("of", "term")], label: t(T.reports.setTerm)) {
                    term.field(T.reports.report, "kind").select(kinds.map { Field.Choice($0.rawValue, t($0.name)) })
                    FieldRow {
                        term.field(T.reports.termDay, "date", .short, isOptional: true).number()
                        term.field(T.reports.termMonth, "month", .short, isOptional: true).number()
                    }
                    Field(
                        t(T.reports.basis), name: "basis", row: "term", value: term["basis"], error: term.fault("basis"), optional: t(T.common.optional)
                    ).text()
                    Buttons { Submit(t(T.common.save)) }
                }
            }
        }
    }
}
