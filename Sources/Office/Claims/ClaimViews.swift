import Forms
import HTML
import Kernel
import Languages
import Look
import Purses

/// One claim: what it is for, who pays it, and what is done with it.
struct ClaimViews {
    let reader: Reader
    private var t: Texts { reader.t }
    private var trail: [Look.Link] { [Look.Link(t(T.claims.title), href: reader.link("/staff/claims"))] }
    private var lists: ClaimListViews { ClaimListViews(reader: reader) }

    /// - Parameter brought: what rooms above show of it.
    func show(_ sight: ClaimSight, _ brought: [(title: Phrase?, content: Markup)], _ form: FilledForm) -> Screen {
        let claim = sight.claim, who = lists.who(claim)
        return Screen(who.text, trail: trail) {
            FormFaults(form)
            Heading(who, kind: Run(t(T.claims.claim)), lead: t.run(claim.what))
            if sight.isUndecided { Notice(.waiting, t(T.claims.decideTitle)) { HTML::p { t(T.claims.decideText) } } }
            if claim.isCancelled { Notice(.neutral, t(T.claims.stateCancelled)) { HTML::p { t.run(claim.reason) } } }
            Facts {
                FactLine(t(T.common.state)) { lists.chip(claim) }
                FactLine(t(T.claims.amount)) { t.money(claim.amount) }
                if !claim.reduced.isZero { FactLine(t(T.claims.priceWhole)) { t.money(claim.price); ", "; t.run(claim.reduction) } }
                FactLine(t(T.claims.rest), t.money(claim.rest))
                FactLine(t(T.claims.due), t.day(claim.due))
                if !claim.schoolName.isEmpty { FactLine(t(T.claims.school), t.run(claim.schoolName)) }
                FactLine(t(T.claims.made), t.instant(claim.made))
                if let event = claim.event {
                    FactLine(t(T.claims.event)) { a(.href(reader.link("/staff/events/\(event)/claims"))) { t.run(sight.event) } }
                }
            }
            h2 { t(T.claims.shares) }
            shares(claim)
            ForEach(brought) { part in
                if let title = part.title { h2 { t(title) } }
                part.content
            }
            if !claim.isCancelled, claim.divisible != nil { split(sight, form) }
            if claim.shares.contains(where: { $0.payer != nil && ($0.rest.minor != 0 || $0.paid.minor > 0) }) { money(claim, form) }
            if !claim.isCancelled { cancel(claim, form) }
        }
    }

    private func shares(_ claim: Claim) -> some HTML {
        DataTable(t(T.claims.shares), rows: claim.shares, columns: [
            Column(t(T.claims.payer), .name) { share in
                if let payer = share.payer { a(.href(reader.link("/staff/claims/payers/\(payer)"))) { t.run(share.payerName) } } else { t(T.claims.borne) }
                if share.isInvoiced { " "; Chip(.info, t(T.claims.invoiced)) }
            },
            Column(t(T.claims.purse)) { share in
                if let purse = share.purse { a(.href(reader.link("/staff/purses/\(purse)"))) { t.run(share.purseName) } } else { "–" }
            },
            Column(t(T.claims.reference)) { share in share.payer == nil ? "–" : share.reference?.written(in: share.currency) ?? "–" },
            Column(t(T.claims.due)) { share in t.day(share.due, .short) },
            Column(t(T.claims.amount), .number) { share in t.money(share.amount) },
            Column(t(T.claims.paid), .number) { share in t.money(share.paid) },
            Column(t(T.claims.credited), .number) { share in t.money(share.takenOff) },
            Column(t(T.claims.rest), .number) { share in t.money(share.rest) },
        ], isCaptionHidden: true)
    }

    // MARK: Dividing

    private func split(_ sight: ClaimSight, _ form: FilledForm) -> some HTML {
        let claim = sight.claim, whole = claim.divisible ?? .nothing(claim.currency)
        let rows = min(ClaimSplit.most, max(claim.shares.count + 2, (1...ClaimSplit.most).last { !form["amount-\($0)"].isEmpty } ?? 0))
        return Disclosure(t(T.claims.divide), isOpen: form.problem != nil && !form["amount-1"].isEmpty) {
            HTML::p { t(T.claims.divideText(whole: .money(whole))) }
            Form(action: reader.link("\(claim.path)/split"), hidden: reader.hidden, isGuarded: true, label: t(T.claims.divide)) {
                ForEach(Array(1...rows)) { row in
                    Fieldset(t(T.claims.part(number: .number(row)))) {
                        FieldRow {
                            form.field(T.claims.payer, "payer-\(row)", isOptional: true).select(payers(sight))
                            form.field(T.claims.purse, "purse-\(row)", isOptional: true).select(
                                [Field.Choice("", t(T.claims.noPurse))] + sight.purses.map { Field.Choice("\($0.id)", t.run($0.name)) })
                            form.field(T.claims.amount, "amount-\(row)", .short, isOptional: row > 1, most: TextLimit.number.rawValue).text()
                        }
                    }
                }
                Buttons { Submit(t(T.claims.divideAct), .quiet) }
            }
        }
    }

    private func payers(_ sight: ClaimSight) -> [Field.Choice] {
        let claim = sight.claim
        var choices = [Field.Choice("", t(T.claims.nobody))]
        if claim.person != nil, !sight.payers.contains(where: { $0.whose == .person(claim.person) }) { choices.append(Field.Choice("person", Run(claim.personName))) }
        if let school = claim.school, !sight.payers.contains(where: { $0.whose == .school(school) }) { choices.append(Field.Choice("school", t.run(claim.schoolName))) }
        if !sight.municipality.isEmpty {
            let isKnown = sight.payers.contains { $0.whose.kind == .municipality && $0.name == sight.municipality }
            if !isKnown { choices.append(Field.Choice("municipality", t(T.claims.municipalityOf(name: .title(sight.municipality))))) }
        }
        return choices + sight.payers.map { Field.Choice("\($0.id)", t.run($0.name)) }
    }

    // MARK: Money

    private func money(_ claim: Claim, _ form: FilledForm) -> some HTML {
        let shares = claim.shares.filter { $0.payer != nil }, deeds: [(ClaimMoneyForm.Deed, Phrase)] = [
            (.paid, T.claims.deedPaid), (.refunded, T.claims.deedRefunded), (.lost, T.claims.deedLost),
        ]
        return Disclosure(t(T.claims.money), isOpen: form.problem != nil && !form["deed"].isEmpty) {
            HTML::p { t(T.claims.moneyText) }
            Form(action: reader.link("\(claim.path)/money"), hidden: reader.hidden, isGuarded: true, label: t(T.claims.money)) {
                form.field(T.claims.share, "share", otherwise: shares.first.map { "\($0.id)" } ?? "").select(
                    shares.map { share in
                        let payer = lists.payer(share)
                        return Field.Choice("\(share.id)", Run("\(payer.text), \(t.money(share.rest))", lang: payer.lang))
                    })
                form.field(T.claims.deed, "deed", otherwise: claim.rest.minor < 0 ? "refunded" : "paid").select(deeds.map { Field.Choice($0.rawValue, t($1)) })
                FieldRow {
                    form.field(T.claims.amount, "amount", .short, otherwise: (Money(minor: abs(claim.rest.minor), claim.currency) ?? claim.rest).typed).text()
                    form.day(T.claims.day, "day")
                }
                form.field(T.claims.words, "why", .full, hint: T.claims.wordsHint, isOptional: true, most: TextLimit.line.rawValue).text()
                Buttons { Submit(t(T.claims.moneyAct), .quiet) }
            }
        }
    }

    private func cancel(_ claim: Claim, _ form: FilledForm) -> some HTML {
        Disclosure(t(T.claims.cancel), isOpen: form.fault("reason") != nil) {
            HTML::p { t(T.claims.cancelText) }
            Form(action: reader.link("\(claim.path)/cancel"), hidden: reader.hidden, label: t(T.claims.cancel)) {
                form.field(T.claims.reason, "reason", .full).text()
                Buttons { Submit(t(T.claims.cancelAct), .danger) }
            }
        }
    }

    // MARK: By hand

    func new(_ prices: [Price], _ payers: [ClaimPayer], _ currency: Currency, _ form: FilledForm) -> Screen {
        Screen(t(T.claims.addClaim), trail: trail) {
            FormFaults(form)
            Heading(t(T.claims.addClaim), lead: t(T.claims.addClaimLead))
            let own = prices.filter { $0.details.kind != .event && $0.details.amount.currency == currency }
            if !own.isEmpty {
                HTML::p {
                    t(T.claims.fromPrices); " "
                    ForEach(Array(own.enumerated())) { index, price in
                        if index > 0 { ", " }
                        a(.href(reader.link("/staff/claims/new?price=\(price.id)"))) { t.run(price.details.name) }
                    }
                }
            }
            Form(action: reader.link("/staff/claims/new"), hidden: reader.hidden + kept(form), isGuarded: true) {
                form.field(T.claims.payer, "payer", hint: T.claims.payerHint).select(
                    [Field.Choice("", t(T.common.choose))] + payers.map { Field.Choice("\($0.id)", t.run($0.name)) })
                form.field(T.claims.what, "subject", .full).text()
                FieldRow {
                    form.field(T.claims.amountIn(currency: .text(currency.rawValue)), "amount", .short, hint: T.claims.amountHint).text()
                    form.day(T.claims.due, "due")
                }
                Buttons { Submit(t(T.claims.addClaimAct)); LinkButton(t(T.common.cancel), href: reader.link("/staff/claims"), .quiet) }
            }
            HTML::p { a(.href(reader.link("/staff/claims/payers/new"))) { t(T.claims.addPayer) } }
        }
    }

    private func kept(_ form: FilledForm) -> [Hidden] { ["listed", "event"].filter { !form[$0].isEmpty }.map { Hidden($0, form[$0]) } }
}
