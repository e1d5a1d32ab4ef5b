import Forms
import Kernel
import Languages
import Web

/// How a centre asks for its money: the director's choice.
enum PaymentRulePages {
    @Sendable static func show(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id, rule = try await visit.read { try PaymentRuleStore.rule(of: centre, in: $0) }
        return visit.page(PaymentRuleViews(reader: visit.reader).form(visit.form(rule.typed)))
    }

    @Sendable static func save(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id
        return try await visit.submit {
            let rule = try PaymentRule(visit.typed)
            return try await visit.act { act in
                try PaymentRuleStore.set(rule, of: centre, in: act)
                return Redirect(visit.link("/settings/payments"), T.common.saved)
            }
        } again: { PaymentRuleViews(reader: visit.reader).form($0) }
    }
}
