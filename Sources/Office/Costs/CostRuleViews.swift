import Foundation
import Forms
import HTML
import Kernel
import Languages
import Look

/// Rules with dates.
struct CostRuleViews {
    let reader: Reader
    private var t: Texts { reader.t }
    private var path: String { reader.link("/staff/costs/rules") }

    func show(_ rules: CostRules, split: FilledForm, rate: FilledForm, pay: FilledForm, sent: FilledForm?) -> Screen {
        Screen(t(T.costs.rules), trail: [Look.Link(t(T.costs.title), href: reader.link("/staff/costs"))]) {
            if let sent { FormFaults(sent) }
            Heading(t(T.costs.rules), lead: t(T.costs.rulesLead))
            CostViews(reader: reader).doors("rules")
            splits(rules.splits, split)
            rates(rules.rates, rate)
            pays(rules.pays, pay)
        }
    }

    private func hidden(_ kind: CostRuleStore.Kind) -> [Hidden] { reader.hidden + [Hidden("of", kind.rawValue)] }

    private func when(_ days: RuleDays) -> String {
        days.ends.map { t(T.costs.fromTo(from: .day(days.starts), to: .day($0))) } ?? t(T.costs.from(day: .day(days.starts)))
    }

    /// A rule that still holds can be ended.
    @HTMLBuilder private func end(_ kind: CostRuleStore.Kind, _ id: Int64, _ days: RuleDays) -> some HTML {
        if days.ends == nil, days.starts <= reader.today {
            ButtonForm(t(T.costs.endToday), .quiet, action: "\(path)/end", hidden: hidden(kind) + [Hidden("rule", "\(id)")])
        }
    }

    @HTMLBuilder private func dates(_ form: FilledForm) -> some HTML {
        FieldRow {
            form.day(T.costs.starts, "starts")
            form.day(T.costs.ends, "ends", isOptional: true)
        }
        form.field(T.costs.article, "basis", hint: T.costs.articleHint, isOptional: true).text()
    }

    // MARK: How a fee is divided

    @HTMLBuilder private func splits(_ splits: [FeeSplit], _ form: FilledForm) -> some HTML {
        h2 { t(T.costs.splits) }
        HTML::p { t(T.costs.splitsLead) }
        if !splits.isEmpty {
            DataTable(t(T.costs.splits), rows: splits, columns: [
                Column(t(T.costs.named), .name) { split in t.run(split.draft.name) },
                Column(t(T.costs.parts)) { split in t.list(split.draft.parts.map { "\(t($0.role.name)) \($0.percent) %" }) },
                Column(t(T.costs.holds)) { split in when(split.draft.days) },
                Column(t(T.costs.article)) { split in if split.draft.days.article.isEmpty { "–" } else { t.run(split.draft.days.article) } },
                Column(t(T.costs.endToday), .act) { split in end(.splits, split.id.value, split.draft.days) },
            ], isCaptionHidden: true)
        }
        Disclosure(t(T.costs.addSplit), isOpen: form.problem != nil) {
            Form(action: path, hidden: hidden(.splits), isGuarded: true, label: t(T.costs.addSplit)) {
                form.field(T.costs.named, "name").text()
                ForEach(Array(1...FeeSplitDraft.partsMost)) { row in
                    FieldRow {
                        Field(
                            t(T.costs.roleNumber(number: .number(row))), name: "role\(row)", value: form["role\(row)"], error: form.fault("role\(row)"), optional: ""
                        ).select(
                            [Field.Choice("", "–")] + FeeSplitDraft.Role.allCases.map { Field.Choice($0.rawValue, t($0.name)) })
                        Field(
                            t(T.costs.percentNumber(number: .number(row))), name: "percent\(row)", value: form["percent\(row)"],
                            error: form.fault("percent\(row)"), optional: "", width: .short).number()
                    }
                }
                dates(form)
                Buttons { Submit(t(T.common.add), .quiet) }
            }
        }
    }

    // MARK: What a journey is paid

    @HTMLBuilder private func rates(_ rates: [TravelRate], _ form: FilledForm) -> some HTML {
        h2 { t(T.costs.rates) }
        HTML::p { t(T.costs.ratesLead) }
        if !rates.isEmpty {
            DataTable(t(T.costs.rates), rows: rates, columns: [
                Column(t(T.costs.kind), .name) { rate in
                    t(rate.draft.kind.name); if rate.draft.kind == .allowance { ", "; t(T.costs.fromHours(count: rate.draft.hours)) }
                },
                Column(t(T.costs.amount), .number) { rate in t.money(rate.draft.amount) },
                Column(t(T.costs.holds)) { rate in when(rate.draft.days) },
                Column(t(T.costs.article)) { rate in if rate.draft.days.article.isEmpty { "–" } else { t.run(rate.draft.days.article) } },
                Column(t(T.costs.endToday), .act) { rate in end(.rates, rate.id.value, rate.draft.days) },
            ], isCaptionHidden: true)
        }
        Disclosure(t(T.costs.addRate), isOpen: form.problem != nil) {
            Form(action: path, hidden: hidden(.rates), isGuarded: true, label: t(T.costs.addRate)) {
                Field(t(T.costs.kind), name: "kind", row: "rates", value: form["kind"], error: form.fault("kind")).select(
                    TravelRate.Kind.allCases.map { Field.Choice($0.rawValue, t($0.name)) })
                FieldRow {
                    form.field(T.costs.hours, "hours", .short, hint: T.costs.hoursHint, isOptional: true).number()
                    form.field(T.costs.amount, "amount", .short).text()
                }
                dates(row: "rates", form)
                Buttons { Submit(t(T.common.add), .quiet) }
            }
        }
    }

    /// The same beside other forms that ask for days.
    @HTMLBuilder private func dates(row: String, _ form: FilledForm) -> some HTML {
        FieldRow {
            Field(
                t(T.costs.starts), name: "starts", row: row, value: Day(iso: form["starts"]).map(form.typed) ?? form["starts"], error: form.fault("starts"),
                width: .short, autocomplete: "off").date(t(T.common.pickDay))
            Field(
                t(T.costs.ends), name: "ends", row: row, value: Day(iso: form["ends"]).map(form.typed) ?? form["ends"], error: form.fault("ends"),
                optional: t(T.common.optional), width: .short, autocomplete: "off").date(t(T.common.pickDay))
        }
        Field(
            t(T.costs.article), name: "basis", row: row, value: form["basis"], hint: t(T.costs.articleHint), error: form.fault("basis"),
            optional: t(T.common.optional)).text()
    }

    // MARK: What is taken from a contract

    @HTMLBuilder private func pays(_ pays: [PayRule], _ form: FilledForm) -> some HTML {
        h2 { t(T.costs.pays) }
        HTML::p { t(T.costs.paysLead) }
        if !pays.isEmpty {
            DataTable(t(T.costs.pays), rows: pays, columns: [
                Column(t(T.costs.kindOfContract), .name) { rule in t(rule.draft.kind.name) },
                Column(t(T.costs.normed), .number) { rule in percent(rule.draft.normed) },
                Column(t(T.costs.parts)) { rule in
                    t.list(rule.draft.parts.map { "\(t.shown($0.name)) \(percent($0.rate))" + ($0.isAbove ? " (\(t(T.costs.above)))" : "") })
                },
                Column(t(T.costs.holds)) { rule in when(rule.draft.days) },
                Column(t(T.costs.article)) { rule in if rule.draft.days.article.isEmpty { "–" } else { t.run(rule.draft.days.article) } },
                Column(t(T.costs.endToday), .act) { rule in end(.pays, rule.id.value, rule.draft.days) },
            ], isCaptionHidden: true)
        }
        Disclosure(t(T.costs.addPay), isOpen: form.problem != nil) {
            Form(action: path, hidden: hidden(.pays), isGuarded: true, label: t(T.costs.addPay)) {
                Field(t(T.costs.kindOfContract), name: "kind", row: "pays", value: form["kind"], error: form.fault("kind")).select(
                    ContractKind.allCases.map { Field.Choice($0.rawValue, t($0.name)) })
                form.field(T.costs.normed, "normed", .short, hint: T.costs.normedHint, isOptional: true).text()
                ForEach(Array(1...PayRuleDraft.partsMost)) { row in
                    FieldRow {
                        Field(
                            t(T.costs.partNumber(number: .number(row))), name: "name\(row)", row: "pays", value: form["name\(row)"], error: form.fault("name\(row)"),
                            optional: "").text()
                        Field(
                            t(T.costs.rateNumber(number: .number(row))), name: "rate\(row)", value: form["rate\(row)"],
                            error: form.fault("rate\(row)"), optional: "", width: .short).text()
                        Field(t(T.costs.aboveNumber(number: .number(row))), name: "above\(row)", optional: "").check(isOn: form.typed.has("above\(row)"))
                    }
                }
                dates(row: "pays", form)
                Buttons { Submit(t(T.common.add), .quiet) }
            }
        }
    }

    /// Hundredths of one in a hundred.
    private func percent(_ rate: Int) -> String { "\(t.number(Decimal(rate) / 100)) %" }
}
