import Centres
import Forms
import Kernel
import Languages
import Library
import Look
import Web

enum LoanRulePages {
    @Sendable static func show(_ visit: Visit) async throws -> Answer { visit.page(try await screen(visit)) }

    @Sendable static func setDesk(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id, today = visit.today, own = visit.language
        return try await visit.submit {
            let rule = try DeskRule(visit.typed, today: today, own: own)
            return try await visit.act { act in
                try LoanRuleStore.set(rule, of: centre, in: act)
                return Redirect(visit.link("/settings/loans"), T.common.saved)
            }
        } again: { try await screen(visit, desk: $0) }
    }

    @Sendable static func close(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id, own = visit.language
        return try await visit.submit {
            let closure = try ClosureTyped(visit.typed, own: own)
            return try await visit.act { act in
                let moved = try LoanRuleStore.close(closure.days, name: closure.name, at: centre, in: act)
                return Redirect(visit.link("/settings/loans"), moved == 0 ? T.common.saved : T.loans.saidMoved(count: moved))
            }
        } again: { try await screen(visit, closure: $0) }
    }

    @Sendable static func reopen(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id, id: Kernel.ID<DeskClosure> = try visit.id("closure")
        return try await visit.act { act in
            try LoanRuleStore.reopen(id.value, at: centre, in: act)
            return Redirect(visit.link("/settings/loans"), T.common.saved)
        }
    }

    private static func screen(_ visit: Visit, desk: FilledForm? = nil, closure: FilledForm? = nil) async throws -> Screen {
        let centre = visit.centre.id, today = visit.today, isDirector = visit.actor.holds(.director, at: centre)
        let (sight, rule) = try await visit.read { act in
            let currency = try CentreStore.centre(centre, in: act).currency
            return (
                LoanRuleSight(
                    rules: try LoanRuleStore.rules(of: centre, in: act), closures: try LoanRuleStore.closures(of: centre, since: today, in: act), today: today,
                    currency: currency, isDirector: isDirector),
                try LoanRuleStore.desk(of: centre, on: today, in: act))
        }
        var usual = rule
        usual.since = today
        return LoanRuleViews(reader: visit.reader).page(sight, desk ?? visit.form(usual.typed), closure ?? visit.form())
    }

    // MARK: One kind of borrower

    @Sendable static func edit(_ visit: Visit) async throws -> Answer { visit.page(try await edit(visit, nil)) }

    @Sendable static func save(_ visit: Visit) async throws -> Answer {
        let borrower = try borrower(visit), centre = visit.centre.id, today = visit.today, own = visit.language
        let currency = try await visit.read { try CentreStore.centre(centre, in: $0).currency }
        return try await visit.submit {
            let typed = try LoanRulesTyped(visit.typed, today: today, currency: currency, own: own)
            return try await visit.act { act in
                try LoanRuleStore.set(typed.rules, for: borrower, since: typed.since, of: centre, in: act)
                return Redirect(visit.link("/settings/loans"), T.common.saved)
            }
        } again: { try await edit(visit, $0) }
    }

    private static func borrower(_ visit: Visit) throws -> BorrowerKind {
        guard let borrower = BorrowerKind(rawValue: visit.parameters["borrower"] ?? "") else { throw Problem.missing }
        return borrower
    }

    private static func edit(_ visit: Visit, _ form: FilledForm?) async throws -> Screen {
        let borrower = try borrower(visit), centre = visit.centre.id, today = visit.today
        let (rules, currency) = try await visit.read { (try LoanRuleStore.rules(of: centre, in: $0), try CentreStore.centre(centre, in: $0).currency) }
        let now = Dictionary(uniqueKeysWithValues: LoanRulesTyped.kinds.map { ($0, rules.rule(borrower, $0, on: today)) })
        return LoanRuleViews(reader: visit.reader).edit(borrower, form ?? visit.form(LoanRulesTyped.typed(now, since: today, currency, visit.t)))
    }
}
