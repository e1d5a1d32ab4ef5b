import Centres
import Forms
import Kernel
import Languages
import Look
import Web

/// How people are counted, and until when reports are handed in.
enum ReportRulePages {
    @Sendable static func show(_ visit: Visit) async throws -> Answer { visit.page(try await show(visit, nil)) }

    private static func show(_ visit: Visit, _ sent: FilledForm?) async throws -> Screen {
        let centre = visit.centre.id
        let (rules, terms, kinds) = try await visit.read { act in
            guard act.by.coordinates(centre) else { throw Problem.missing }
            return (
                try CountingRuleStore.all(of: centre, in: act), try CountingRuleStore.terms(of: centre, in: act),
                ReportKind.all(in: try CentreStore.centre(centre, in: act).country))
        }
        let isTerm = sent?.typed["of"] == "term", empty = visit.form()
        return ReportRuleViews(reader: visit.reader).show(
            rules, terms, kinds, rule: isTerm ? empty : sent ?? empty, term: isTerm ? sent ?? empty : empty, sent: sent)
    }

    @Sendable static func set(_ visit: Visit) async throws -> Answer {
        let (centre, typed, own) = (visit.centre.id, visit.typed, visit.language)
        return try await visit.submit {
            let term = try typed["of"] == "term" ? ReportTermForm(typed) : nil, rule = try typed["of"] == "rule" ? CountingRuleForm(typed, own: own) : nil
            guard term != nil || rule != nil else { throw Problem.missing }
            return try await visit.act { act in
                if let rule { try CountingRuleStore.add(rule.way, from: rule.starts, article: rule.article, at: centre, in: act) }
                if let term { try CountingRuleStore.set(term.term, for: term.kind, at: centre, in: act) }
                return Redirect(visit.link("/staff/reports/rules"), T.common.saved)
            }
        } again: { try await show(visit, $0) }
    }
}
