import Centres
import Forms
import Kernel
import Languages
import Look
import Web

/// Rules with dates: how a fee is divided, what a journey is paid, what is taken from a contract.
enum CostRulePages {
    @Sendable static func show(_ visit: Visit) async throws -> Answer { visit.page(try await show(visit, nil)) }

    private static func show(_ visit: Visit, _ form: FilledForm?) async throws -> Screen {
        let centre = visit.centre.id
        let rules = try await visit.read { act in
            guard act.by.coordinates(centre) else { throw Problem.missing }
            return CostRules(
                splits: try CostRuleStore.splits(at: centre, in: act), rates: try CostRuleStore.rates(at: centre, in: act),
                pays: try CostRuleStore.pays(at: centre, in: act))
        }
        // A form that comes back keeps what was typed; the others stand as they are opened.
        let empty = visit.form(Typed(["starts": visit.today.iso]))
        let sent = form.flatMap { form in CostRuleStore.Kind(rawValue: form.typed["of"]).map { ($0, form) } }
        func filled(_ kind: CostRuleStore.Kind, _ opened: FilledForm) -> FilledForm { sent.flatMap { $0.0 == kind ? $0.1 : nil } ?? opened }
        return CostRuleViews(reader: visit.reader).show(
            rules, split: filled(.splits, visit.form(FeeSplitDraft.opened(visit.today))), rate: filled(.rates, empty), pay: filled(.pays, empty), sent: form)
    }

    @Sendable static func add(_ visit: Visit) async throws -> Answer {
        let (centre, typed, own) = (visit.centre.id, visit.typed, visit.language)
        let currency = try await visit.read { try CentreStore.centre(centre, in: $0).currency }
        return try await visit.submit {
            guard let kind = CostRuleStore.Kind(rawValue: typed["of"]) else { throw Problem.missing }
            let split = try kind == .splits ? FeeSplitDraft(typed, own: own) : nil, rate = try kind == .rates ? TravelRateDraft(typed, currency, own: own) : nil
            let pay = try kind == .pays ? PayRuleDraft(typed, own: own) : nil
            return try await visit.act { act in
                if let split { try CostRuleStore.add(split, at: centre, in: act) }
                if let rate { try CostRuleStore.add(rate, at: centre, in: act) }
                if let pay { try CostRuleStore.add(pay, at: centre, in: act) }
                return Redirect(visit.link("/staff/costs/rules"), T.common.saved)
            }
        } again: { try await show(visit, $0) }
    }

    @Sendable static func end(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id, typed = visit.typed, today = visit.today
        return try await visit.submit {
            guard let kind = CostRuleStore.Kind(rawValue: typed["of"]), let id = ID<FeeSplit>(typed["rule"]) else { throw Problem.missing }
            return try await visit.act { act in
                try CostRuleStore.end(kind, id.value, on: today, at: centre, in: act)
                return Redirect(visit.link("/staff/costs/rules"), T.costs.saidEnded)
            }
        } again: { _ in try await show(visit, nil) }
    }
}

/// All rules of a centre.
struct CostRules: Sendable {
    let splits: [FeeSplit]
    let rates: [TravelRate]
    let pays: [PayRule]
}
