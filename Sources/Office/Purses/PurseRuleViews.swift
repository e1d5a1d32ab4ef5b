import Centres
import Events
import Forms
import HTML
import Kernel
import Languages
import Look
import Needs

/// For whom and for what a source pays, and where its money went.
struct PurseRuleViews {
    let reader: Reader
    private var t: Texts { reader.t }
    private var frame: PurseFrame { PurseFrame(reader: reader) }

    // MARK: Rules

    /// - Parameter kind: of the rule that is being added.
    func rules(_ purse: Purse, _ kind: PurseRule.Kind, _ names: PurseNames, _ form: FilledForm) -> Screen {
        let name = t.run(purse.name)
        return Screen("\(t(T.purses.rules)): \(name.text)", trail: frame.trail) {
            FormFaults(form)
            Heading(name, kind: Run(t(purse.kind.label)), lead: Run(t(T.purses.rulesLead)))
            frame.parts(of: purse, .rules)
            if purse.rules.isEmpty { HTML::p { t(T.purses.rulesNone) } } else { table(purse, names) }
            h2 { t(T.purses.addRule) }
            FilterChips(t(T.purses.addRule), PurseRule.Kind.allCases.map { one in
                NavItem(t(one.label), href: reader.link("\(purse.path)/rules?kind=\(one.rawValue)"), isCurrent: one == kind)
            })
            Form(action: reader.link("\(purse.path)/rules"), hidden: reader.hidden + [Hidden("kind", kind.rawValue)], isGuarded: true, label: t(T.purses.addRule)) {
                field(kind, purse, names, form)
                form.field(T.purses.article, "article", .full, hint: T.purses.ruleArticleHint, isOptional: true, most: TextLimit.sentence.rawValue).text()
                Buttons { Submit(t(T.common.add)) }
            }
        }
    }

    private func table(_ purse: Purse, _ names: PurseNames) -> some HTML {
        DataTable(t(T.purses.rules), rows: purse.rules, columns: [
            Column(t(T.purses.rule), .name) { rule in t(rule.kind.label) },
            Column(t(T.purses.ruleValue)) { rule in names.value(rule, purse.currency, t) },
            Column(t(T.purses.article)) { rule in rule.article.isEmpty ? Run("–") : t.run(rule.article) },
            Column(t(T.purses.removeRule), .act) { rule in
                if let id = rule.id {
                    Form(
                        action: reader.link("\(purse.path)/rules/\(id)/remove"), hidden: reader.hidden, isInline: true,
                        label: "\(t(T.purses.removeRule)): \(t(rule.kind.label)) \(id)"
                    ) { Submit(t(T.purses.removeRule), .quiet) }
                }
            },
        ], isCaptionHidden: true)
    }

    @HTMLBuilder private func field(_ kind: PurseRule.Kind, _ purse: Purse, _ names: PurseNames, _ form: FilledForm) -> some HTML {
        switch kind {
        case .job: form.field(kind.label, "value", hint: T.purses.ruleJobHint, most: TextLimit.label.rawValue).text()
        case .personMost, .eventMost, .totalMost:
            form.field(T.purses.mostIn(currency: .text(purse.currency.rawValue)), "amount", .short, most: TextLimit.number.rawValue).text()
        case .municipality: form.field(kind.label, "value").select(choices(names.municipalities.map { ("\($0.id)", t.run($0.name)) }))
        case .school: form.field(kind.label, "value").select(choices(names.schools.map { ("\($0.id)", t.run($0.name)) }))
        case .topic: form.field(kind.label, "value").select(choices(names.topics.map { topic in
            let name = topic.names.name(in: t.language)
            return ("\(topic.id)", t.run(name.text, name.language))
        }))
        case .event: form.field(kind.label, "value").select(choices(names.forms.map { one in
            let name = one.name(in: t.language)
            return ("\(one.id)", t.run(name.text, name.language))
        }))
        }
    }

    private func choices(_ all: [(String, Run)]) -> [Field.Choice] {
        [Field.Choice("", t(T.common.choose))] + all.map { Field.Choice($0.0, $0.1) }
    }

    // MARK: Evidence

    func evidence(_ evidence: PurseEvidence, _ paging: Paging) -> Screen {
        let purse = evidence.purse, name = t.run(purse.name), query = evidence.year.map { "?year=\($0)" } ?? "?year=all"
        return Screen("\(t(T.purses.evidence)): \(name.text)", trail: frame.trail) {
            Heading(name, kind: Run(t(purse.kind.label)), lead: Run(t(T.purses.evidenceLead)))
            frame.parts(of: purse, .evidence)
            frame.years(evidence.years, evidence.year, isAllowedAll: true)
            if evidence.entries.isEmpty { HTML::p { t(T.purses.evidenceNone) } } else {
                table(evidence)
                paging.links(reader)
                Buttons { LinkButton(t(T.purses.evidenceSheet), href: reader.link("\(purse.path)/evidence.xlsx\(query)"), .quiet, icon: .download) }
            }
        }
    }

    private func table(_ evidence: PurseEvidence) -> some HTML {
        let money = PurseMoney(t: t, currency: evidence.purse.currency)
        func sum(_ entry: LedgerEntry, _ role: LedgerRole) -> Int {
            entry.lines.reduce(0) { $1.role == role && $1.mark.purse == evidence.purse.id ? $0 + $1.amount.minor : $0 }
        }
        return DataTable(t(T.purses.evidence), rows: evidence.entries, columns: [
            Column(t(T.purses.entry), .name) { entry in a(.href(reader.link("/staff/purses/ledger/\(entry.id)"))) { "\(entry.id)" } },
            Column(t(T.purses.day)) { entry in t.day(entry.day, .numeric) },
            Column(t(T.purses.entryKind)) { entry in
                evidence.kinds[entry.kind].map { t($0) } ?? entry.kind
                if entry.undoneBy != nil { " "; Chip(.neutral, t(T.purses.isPostedBack)) }
            },
            Column(t(T.purses.words)) { entry in entry.words.isEmpty ? Run("–") : t.run(entry.words) },
            Column(t(T.purses.forWhom)) { entry in entry.lines.lazy.compactMap(\.mark.person).first.flatMap { evidence.names[$0.value] } ?? "–" },
            Column(t(T.purses.reserved), .number) { entry in amount(sum(entry, .reserved), money) },
            Column(t(T.purses.spent), .number) { entry in amount(sum(entry, .spent), money) },
            Column(t(T.purses.paper)) { entry in
                if let paper = evidence.papers[entry.id] {
                    a(.href(reader.link(paper.path))) { t.run(paper.name) }
                } else if let event = entry.lines.lazy.compactMap(\.mark.event).first {
                    a(.href(reader.link("/staff/events/\(event)"))) { t(T.purses.toEvent) }
                } else { "–" }
            },
        ], isCaptionHidden: true)
    }

    private func amount(_ minor: Int, _ money: PurseMoney) -> String { minor == 0 ? "–" : money(minor) }
}
