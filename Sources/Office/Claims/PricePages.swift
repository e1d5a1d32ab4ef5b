import Centres
import Documents
import Forms
import Kernel
import Languages
import Look
import Web

/// The price list: as everybody reads it, and as the centre's people keep it.
enum PricePages {
    // MARK: For everybody

    @Sendable static func list(_ visit: Visit) async throws -> Answer {
        let (prices, reductions) = try await standing(visit)
        return visit.page(PriceViews(reader: visit.reader).list(prices, reductions))
    }

    @Sendable static func paper(_ visit: Visit) async throws -> Answer {
        let (prices, reductions) = try await standing(visit), centre = visit.centre.id
        let office = try await visit.read { try CentreStore.centre(centre, in: $0) }
        return try await visit.printed(
            PricePaper(t: visit.t, office: office).list(prices, reductions, on: visit.today), with: "report", name: "\(visit.t(T.claims.prices)).pdf")
    }

    private static func standing(_ visit: Visit) async throws -> ([Price], [Reduction]) {
        let centre = visit.centre.id, today = visit.today
        return try await visit.read { act in
            (try PriceStore.prices(of: centre, on: today, in: act), try PriceStore.reductions(of: centre, in: act).filter { $0.details.holds(on: today) })
        }
    }

    // MARK: For the centre's people

    @Sendable static func desk(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id, today = visit.today
        let (prices, reductions, rule) = try await visit.read { act in
            (try PriceStore.all(of: centre, in: act), try PriceStore.reductions(of: centre, in: act), try PriceStore.rule(of: centre, on: today, in: act))
        }
        return visit.page(PriceViews(reader: visit.reader).desk(prices, reductions, rule))
    }

    @Sendable static func new(_ visit: Visit) async throws -> Answer { visit.page(try await new(visit, visit.form(Typed(["kind": "event", "starts": visit.today.iso])))) }

    private static func new(_ visit: Visit, _ form: FilledForm) async throws -> Screen { PriceViews(reader: visit.reader).price(nil, try await currency(visit), form) }

    static func currency(_ visit: Visit) async throws -> Currency {
        let centre = visit.centre.id
        return try await visit.read { try CentreStore.centre(centre, in: $0).currency }
    }

    @Sendable static func add(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id, typed = visit.typed, own = visit.language, currency = try await currency(visit)
        return try await visit.submit {
            let details = try PriceDetails(typed, currency, own: own)
            return try await visit.act { act in
                try PriceStore.add(details, at: centre, in: act)
                return Redirect(visit.link("/staff/prices"), T.common.saved)
            }
        } again: { try await new(visit, $0) }
    }

    @Sendable static func edit(_ visit: Visit) async throws -> Answer { visit.page(try await edit(visit, nil)) }

    private static func edit(_ visit: Visit, _ form: FilledForm?) async throws -> Screen {
        let (centre, id): (Centre.ID, Price.ID) = (visit.centre.id, try visit.id("price"))
        let price = try await visit.read { try PriceStore.price(id, at: centre, in: $0) }
        return PriceViews(reader: visit.reader).price(price, price.details.amount.currency, form ?? visit.form(price.details.typed))
    }

    @Sendable static func change(_ visit: Visit) async throws -> Answer {
        let (centre, id): (Centre.ID, Price.ID) = (visit.centre.id, try visit.id("price")), typed = visit.typed, own = visit.language
        return try await visit.submit {
            let currency = try await visit.read { try PriceStore.price(id, at: centre, in: $0).details.amount.currency }
            let details = try PriceDetails(typed, currency, own: own)
            return try await visit.act { act in
                try PriceStore.edit(id, to: details, at: centre, in: act)
                return Redirect(visit.link("/staff/prices"), T.common.saved)
            }
        } again: { try await edit(visit, $0) }
    }

    // MARK: Reductions

    @Sendable static func newReduction(_ visit: Visit) async throws -> Answer {
        visit.page(PriceViews(reader: visit.reader).reduction(nil, visit.form(Typed(["kind": "one_in", "people": "10", "starts": visit.today.iso]))))
    }

    @Sendable static func addReduction(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id, typed = visit.typed, own = visit.language
        return try await visit.submit {
            let details = try ReductionDetails(typed, own: own)
            return try await visit.act { act in
                try PriceStore.add(details, at: centre, in: act)
                return Redirect(visit.link("/staff/prices"), T.common.saved)
            }
        } again: { PriceViews(reader: visit.reader).reduction(nil, $0) }
    }

    @Sendable static func editReduction(_ visit: Visit) async throws -> Answer { visit.page(try await editReduction(visit, nil)) }

    private static func editReduction(_ visit: Visit, _ form: FilledForm?) async throws -> Screen {
        let (centre, id): (Centre.ID, Reduction.ID) = (visit.centre.id, try visit.id("reduction"))
        let reduction = try await visit.read { try PriceStore.reduction(id, at: centre, in: $0) }
        return PriceViews(reader: visit.reader).reduction(reduction, form ?? visit.form(reduction.details.typed))
    }

    @Sendable static func changeReduction(_ visit: Visit) async throws -> Answer {
        let (centre, id): (Centre.ID, Reduction.ID) = (visit.centre.id, try visit.id("reduction")), typed = visit.typed, own = visit.language
        return try await visit.submit {
            let details = try ReductionDetails(typed, own: own)
            return try await visit.act { act in
                try PriceStore.edit(id, to: details, at: centre, in: act)
                return Redirect(visit.link("/staff/prices"), T.common.saved)
            }
        } again: { try await editReduction(visit, $0) }
    }

    // MARK: The rule about time

    @Sendable static func rules(_ visit: Visit) async throws -> Answer { visit.page(try await rules(visit, nil)) }

    private static func rules(_ visit: Visit, _ form: FilledForm?) async throws -> Screen {
        let centre = visit.centre.id, today = visit.today
        let (rules, now) = try await visit.read { (try PriceStore.rules(of: centre, in: $0), try PriceStore.rule(of: centre, on: today, in: $0)) }
        return PriceViews(reader: visit.reader).rules(rules, form ?? visit.form(now.typed))
    }

    @Sendable static func setRule(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id, typed = visit.typed, own = visit.language
        return try await visit.submit {
            let rule = try ClaimRule(typed, own: own)
            return try await visit.act { act in
                try PriceStore.set(rule, at: centre, in: act)
                return Redirect(visit.link("/settings/claims"), T.common.saved)
            }
        } again: { try await rules(visit, $0) }
    }
}
