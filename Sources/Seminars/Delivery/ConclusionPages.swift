import Centres
import Events
import Forms
import Kernel
import Languages
import Look
package import Web

/// What was agreed at an event.
package enum ConclusionPages {
    @Sendable package static func list(_ visit: Visit) async throws -> Answer { visit.page(try await screen(visit, visit.form())) }

    @Sendable package static func add(_ visit: Visit) async throws -> Answer {
        let id: Event.ID = try visit.id("event")
        return try await visit.submit {
            let details = try ConclusionDetails(visit.typed, today: visit.today)
            return try await visit.act { act in
                try ConclusionStore.add(details, to: id, in: act)
                return Redirect(visit.link("/staff/events/\(id)/conclusions"), T.common.saved)
            }
        } again: { form in
            try await screen(visit, form)
        }
    }

    @Sendable package static func edit(_ visit: Visit) async throws -> Answer {
        let (conclusion, event) = try await conclusion(visit)
        return visit.page(ConclusionViews(reader: visit.reader).form(conclusion, of: event, visit.form(conclusion.details.typed)))
    }

    @Sendable package static func save(_ visit: Visit) async throws -> Answer {
        let (conclusion, event) = try await conclusion(visit)
        return try await visit.submit {
            let details = try ConclusionDetails(visit.typed, today: visit.today)
            return try await visit.act { act in
                try ConclusionStore.edit(conclusion.id, to: details, in: act)
                return Redirect(visit.link("/staff/events/\(event.id)/conclusions"), T.common.saved)
            }
        } again: { form in
            ConclusionViews(reader: visit.reader).form(conclusion, of: event, form)
        }
    }

    @Sendable package static func finish(_ visit: Visit) async throws -> Answer { try await settle(visit, done: true) }
    @Sendable package static func reopen(_ visit: Visit) async throws -> Answer { try await settle(visit, done: false) }

    private static func settle(_ visit: Visit, done isDone: Bool) async throws -> Answer {
        let (conclusion, event) = try await conclusion(visit)
        return try await visit.act { act in
            try ConclusionStore.settle(conclusion.id, done: isDone, visit.typed.lines("outcome"), in: act)
            return Redirect(visit.link("/staff/events/\(event.id)/conclusions"), isDone ? T.delivery.saidConclusionDone : T.delivery.saidConclusionReopened)
        }
    }

    @Sendable package static func remove(_ visit: Visit) async throws -> Answer {
        let (conclusion, event) = try await conclusion(visit)
        return try await visit.act { act in
            try ConclusionStore.remove(conclusion.id, in: act)
            return Redirect(visit.link("/staff/events/\(event.id)/conclusions"), T.delivery.saidConclusionRemoved)
        }
    }

    private static func conclusion(_ visit: Visit) async throws -> (Conclusion, Event) {
        let id: Conclusion.ID = try visit.id("conclusion")
        return try await visit.read { try ConclusionStore.conclusion(id, in: $0) }
    }

    private static func screen(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        let id: Event.ID = try visit.id("event")
        let (event, conclusions) = try await visit.read { act in
            let event = try EventStore.event(runBy: act.by, id, in: act)
            guard event.form.has(.conclusions) else { throw Problem.missing }
            return (event, try ConclusionStore.all(of: id, in: act))
        }
        return ConclusionViews(reader: visit.reader).list(conclusions, of: event, form)
    }
}
