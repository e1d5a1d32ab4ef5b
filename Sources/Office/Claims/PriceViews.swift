import Centres
import Forms
import HTML
import Kernel
import Languages
import Look

/// The price list.
struct PriceViews {
    let reader: Reader
    private var t: Texts { reader.t }
    private var trail: [Look.Link] { [Look.Link(t(T.claims.prices), href: reader.link("/staff/prices"))] }

    // MARK: For everybody

    func list(_ prices: [Price], _ reductions: [Reduction]) -> Screen {
        Screen(t(T.claims.prices), description: t(T.claims.pricesLead)) {
            Heading(t(T.claims.prices), lead: t(T.claims.pricesLead))
            if prices.isEmpty { EmptyState(t(T.claims.pricesNone), t(T.claims.pricesNoneText)) { Empty() } }
            ForEach(Price.Kind.allCases.filter { kind in prices.contains { $0.details.kind == kind } }) { kind in
                h2 { t(kind.name) }
                table(prices.filter { $0.details.kind == kind }, t(kind.name), isLinked: false)
            }
            if !reductions.isEmpty {
                h2 { t(T.claims.reductions) }
                ul { ForEach(reductions) { reduction in li { strong { t.run(reduction.name) }; ": "; t(Self.said(reduction.details)) } } }
            }
            if !prices.isEmpty { Buttons { LinkButton(t(T.claims.printed), href: reader.link("/prices.pdf"), .quiet, icon: .print) } }
        }
    }

    private func table(_ prices: [Price], _ caption: String, isLinked: Bool) -> some HTML {
        DataTable(caption, rows: prices, columns: [
            Column(t(T.claims.priceName), .name) { price in
                if isLinked { a(.href(reader.link(price.path))) { t.run(price.details.name) } } else { t.run(price.details.name) }
            },
            Column(t(T.claims.covers)) { price in t.run(price.details.covers) },
            Column(t(T.claims.holds)) { price in span { Self.days(price.details.starts, price.details.ends, t) } },
            Column(t(T.claims.amount), .number) { price in t.money(price.details.amount) },
        ], isCaptionHidden: true)
    }

    /// From when to when something holds.
    static func days(_ starts: Day, _ ends: Day?, _ t: Texts) -> String {
        ends.map { t.days(starts...max(starts, $0)) } ?? t(T.claims.since(day: .day(starts)))
    }

    /// What a reduction is, in one sentence.
    static func said(_ details: ReductionDetails) -> Phrase {
        let percent = details.percent ?? 0
        return switch details.kind {
        case .oneIn: T.claims.saidOneIn(people: .number(details.people ?? 0))
        case .member: T.claims.saidMember(percent: .number(percent))
        case .early: T.claims.saidEarly(count: details.days ?? 0, percent: .number(percent))
        case .many: T.claims.saidMany(people: .number(details.people ?? 0), percent: .number(percent))
        }
    }

    // MARK: For the centre's people

    func desk(_ prices: [Price], _ reductions: [Reduction], _ rule: ClaimRule) -> Screen {
        let today = reader.today, now = prices.filter { $0.details.ends.map { today <= $0 } ?? true }
        let past = prices.filter { price in !now.contains { $0.id == price.id } }
        return Screen(t(T.claims.prices)) {
            Heading(t(T.claims.prices), lead: t(T.claims.pricesDeskLead))
            Buttons {
                LinkButton(t(T.claims.addPrice), href: reader.link("/staff/prices/new"))
                LinkButton(t(T.claims.addReduction), href: reader.link("/staff/prices/reductions/new"), .quiet)
                LinkButton(t(T.claims.asEverybody), href: reader.link("/prices"), .quiet)
            }
            if now.isEmpty { HTML::p { t(T.claims.pricesNone) } } else { table(now, t(T.claims.prices), isLinked: true) }
            h2 { t(T.claims.reductions) }
            if reductions.isEmpty { HTML::p { t(T.claims.reductionsNone) } }
            ForEach(reductions) { reduction in
                PersonLine(
                    t.run(reduction.name), href: reader.link(reduction.path),
                    detail: [Run(t(Self.said(reduction.details))), Run(Self.days(reduction.details.starts, reduction.details.ends, t))],
                    state: reduction.details.holds(on: today) ? nil : Chip(.neutral, t(T.claims.holdsNot)))
            }
            HTML::p { t(T.claims.ruleShort(count: rule.dueDays)) }
            if !past.isEmpty {
                h2 { t(T.claims.pricesPast) }
                table(past, t(T.claims.pricesPast), isLinked: true)
            }
        }
    }

    func price(_ price: Price?, _ currency: Currency, _ form: FilledForm) -> Screen {
        let title = price.map { t.run($0.details.name) } ?? Run(t(T.claims.addPrice))
        return Screen(title.text, trail: trail) {
            FormFaults(form)
            Heading(title, kind: price == nil ? nil : Run(t(T.claims.price)))
            if price != nil { HTML::p { t(T.claims.priceHint) } }
            Form(action: reader.link(price?.path ?? "/staff/prices/new"), hidden: reader.hidden, isGuarded: true) {
                form.field(T.claims.kind, "kind", .short).select(Price.Kind.allCases.map { Field.Choice($0.rawValue, t($0.name)) })
                form.field(T.claims.priceName, "name").text()
                form.field(T.claims.amountIn(currency: .text(currency.rawValue)), "amount", .short, hint: T.claims.amountHint).text()
                form.field(T.claims.covers, "note", .full, hint: T.claims.coversHint, isOptional: true, most: TextLimit.note.rawValue).area(rows: 3)
                FieldRow {
                    form.day(T.claims.starts, "starts")
                    form.day(T.claims.ends, "ends", isOptional: true)
                }
                form.field(T.claims.article, "basis", .full, hint: T.claims.articleHint, isOptional: true).text()
                Buttons { Submit(t(T.common.save)); LinkButton(t(T.common.cancel), href: reader.link("/staff/prices"), .quiet) }
            }
        }
    }

    func reduction(_ reduction: Reduction?, _ form: FilledForm) -> Screen {
        let title = reduction.map { t.run($0.name) } ?? Run(t(T.claims.addReduction))
        return Screen(title.text, trail: trail) {
            FormFaults(form)
            Heading(title, kind: reduction == nil ? nil : Run(t(T.claims.reduction)), lead: Run(t(T.claims.reductionLead)))
            Form(action: reader.link(reduction?.path ?? "/staff/prices/reductions/new"), hidden: reader.hidden, isGuarded: true) {
                form.field(T.claims.kind, "kind").select(Reduction.Kind.allCases.map { Field.Choice($0.rawValue, t($0.name)) })
                form.field(T.claims.reductionName, "name").text()
                FieldRow {
                    form.field(T.claims.people, "people", .short, hint: T.claims.peopleHint, isOptional: true).number()
                    form.field(T.claims.percent, "percent", .short, hint: T.claims.percentHint, isOptional: true).number()
                    form.field(T.claims.days, "days", .short, hint: T.claims.daysHint, isOptional: true).number()
                }
                FieldRow {
                    form.day(T.claims.starts, "starts")
                    form.day(T.claims.ends, "ends", isOptional: true)
                }
                form.field(T.claims.article, "basis", .full, hint: T.claims.articleHint, isOptional: true).text()
                Buttons { Submit(t(T.common.save)); LinkButton(t(T.common.cancel), href: reader.link("/staff/prices"), .quiet) }
            }
        }
    }

    func rules(_ rules: [ClaimRule], _ form: FilledForm) -> Screen {
        Screen(t(T.claims.ruleTitle), trail: reader.settingsTrail) {
            FormFaults(form)
            Heading(t(T.claims.ruleTitle), lead: t(T.claims.ruleLead))
            if !rules.isEmpty {
                DataTable(t(T.claims.rulesHeld), rows: rules, columns: [
                    Column(t(T.claims.starts), .name) { rule in t.day(rule.starts) },
                    Column(t(T.claims.dueDays), .number) { rule in t.number(rule.dueDays) },
                    Column(t(T.claims.keepYears), .number) { rule in t.number(rule.keepYears) },
                    Column(t(T.claims.article)) { rule in t.run(rule.article) },
                ])
            }
            Form(action: reader.link("/settings/claims"), hidden: reader.hidden, isGuarded: true) {
                form.day(T.claims.starts, "starts")
                FieldRow {
                    form.field(T.claims.dueDays, "due", .short).number()
                    form.field(T.claims.keepYears, "keep", .short, hint: T.claims.keepHint).number()
                }
                form.field(T.claims.article, "basis", .full, hint: T.claims.keepArticleHint, isOptional: true).text()
                Buttons { Submit(t(T.common.save)) }
            }
        }
    }
}
