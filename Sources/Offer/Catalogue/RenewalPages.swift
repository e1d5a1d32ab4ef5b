import Forms
import HTML
import Kernel
import Languages
import Look
package import Web

/// A new cycle takes over programmes of an earlier one: whoever got a new number is copied.
package enum RenewalPages {
    private static let most = 50

    @Sendable package static func list(_ visit: Visit) async throws -> Answer {
        try await list(visit, problem: nil)
    }

    private static func list(_ visit: Visit, problem: Problem?) async throws -> Answer {
        let id: Cycle.ID = try visit.id("cycle")
        let (query, order) = (visit.query, visit.language.alphabet)
        let (cycle, earlier, from, choices) = try await visit.read { act in
            let cycle = try CycleStore.cycle(id, in: act)
            let earlier = try CycleStore.cycles(in: act).filter { cycle.follows($0) }
            let from = earlier.first { "\($0.id)" == query["from"] } ?? earlier.first { $0.accreditor == cycle.accreditor } ?? earlier.first
            let choices = try from.map { try ProgrammeStore.renewable(from: $0.id, for: id, words: query["q"], order: order, limit: most, in: act) }
            return (cycle, earlier, from, choices ?? [])
        }
        let t = visit.t
        let trail = [
            Look.Link(t(T.catalogue.programmes), href: visit.link("/catalogue")), Look.Link(t(T.catalogue.cycles), href: visit.link("/catalogue/cycles")),
            Look.Link(t.shown(cycle.title), href: visit.link("/catalogue/cycles/\(id)")),
        ]
        return visit.page(t(T.catalogue.renewMany), trail: trail, status: problem == nil ? 200 : 422) {
            ErrorSummary(t(T.common.errorsTitle), visit.mistakes(problem))
            Heading(t(T.catalogue.renewMany), kind: t.shown(cycle.title), lead: t(T.catalogue.renewManyLead))
            if let from {
                RenewalList(
                    earlier: earlier, from: from, choices: choices, isCut: choices.count == most, words: query["q"], typed: visit.typed,
                    action: visit.link("/catalogue/cycles/\(id)/renewal"), hidden: visit.hidden, t: t, mistake: { visit.mistake($0, problem) })
            } else {
                EmptyState(t(T.catalogue.noEarlierTitle), t(T.catalogue.noEarlierText)) { Empty() }
            }
        }
    }

    @Sendable package static func renew(_ visit: Visit) async throws -> Answer {
        let id: Cycle.ID = try visit.id("cycle")
        let query = visit.query.query
        let numbers = visit.typed.fields.compactMap { field -> (programme: Programme.ID, number: String)? in
            guard field.name.hasPrefix("number-"), let programme = Programme.ID(field.name.dropFirst("number-".count)) else { return nil }
            let number = visit.typed[field.name]
            return number.isEmpty ? nil : (programme, number)
        }
        do {
            return try await visit.act { act in
                try ProgrammeStore.renew(numbers, for: id, in: act)
                return Redirect(visit.link("/catalogue/cycles/\(id)/renewal") + (query.isEmpty ? "" : "?\(query)"), T.catalogue.saidRenewedMany(count: numbers.count))
            }
        } catch let problem as Problem where problem.kind == .invalid {
            return try await list(visit, problem: problem)
        }
    }
}
