import Accounts
import Forms
import Kernel
import Languages
import Look
import Web

/// Neighbours for the people of the centre; who is one, and whose key is believed, is the administrator's.
enum NeighbourPages {
    @Sendable static func list(_ visit: Visit) async throws -> Answer {
        let sight = try await visit.read { act in NeighbourListSight(neighbours: try NeighbourStore.all(in: act), counts: try NeighbourStore.counts(in: act)) }
        return visit.page(NeighbourViews(reader: visit.reader).list(sight))
    }

    @Sendable static func new(_ visit: Visit) async throws -> Answer { visit.page(NeighbourViews(reader: visit.reader).new(visit.form())) }

    @Sendable static func add(_ visit: Visit) async throws -> Answer {
        try await visit.submit {
            let draft = try NeighbourDraft(visit.typed, isEncrypted: visit.records.address.hasPrefix("https:"))
            return try await visit.act { act in
                let id = try NeighbourStore.add(draft.address, draft.fingerprint, in: act)
                return Redirect(visit.link("/staff/neighbours/\(id)"), T.neighbours.saidAdded)
            }
        } again: { NeighbourViews(reader: visit.reader).new($0) }
    }

    @Sendable static func show(_ visit: Visit) async throws -> Answer { visit.page(try await screen(visit, visit.form())) }

    private static func screen(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        let (centre, id): (_, Neighbour.ID) = (visit.centre.id, try visit.id("neighbour"))
        let sight = try await visit.read { act in
            let neighbour = try NeighbourStore.neighbour(id, at: centre, in: act), entries = try JournalEntry.about(.neighbour(id), limit: 60, in: act)
            let names = try PersonStore.names(of: Set(entries.compactMap(\.person)), in: act)
            return NeighbourSheetSight(
                neighbour: neighbour, counts: try NeighbourStore.counts(in: act)[id] ?? [:],
                history: entries.map { entry in (entry, entry.person.flatMap { names[$0] } ?? "") })
        }
        return NeighbourViews(reader: visit.reader).show(sight, form)
    }

    private static func change(
        _ visit: Visit, _ said: Phrase, to path: String? = nil, _ deed: @escaping @Sendable (Neighbour.ID, Act) throws -> Void
    ) async throws -> Answer {
        let id: Neighbour.ID = try visit.id("neighbour")
        return try await visit.submit {
            try await visit.act { act in
                try deed(id, act)
                return Redirect(visit.link(path ?? "/staff/neighbours/\(id)"), said)
            }
        } again: { try await screen(visit, $0) }
    }

    @Sendable static func ask(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id
        return try await change(visit, T.neighbours.saidAsked) { try NeighbourStore.ask($0, at: centre, in: $1) }
    }

    @Sendable static func trust(_ visit: Visit) async throws -> Answer {
        let typed = visit.typed["fingerprint"]
        return try await change(visit, T.neighbours.saidTrusted) { id, act in
            guard let fingerprint = Fingerprint(typed: typed) else { throw Problem.invalid("fingerprint", T.neighbours.errorFingerprint) }
            try NeighbourStore.trust(fingerprint, of: id, in: act)
        }
    }

    @Sendable static func pause(_ visit: Visit) async throws -> Answer { try await change(visit, T.common.saved) { try NeighbourStore.setPaused(true, $0, in: $1) } }

    @Sendable static func resume(_ visit: Visit) async throws -> Answer { try await change(visit, T.common.saved) { try NeighbourStore.setPaused(false, $0, in: $1) } }

    @Sendable static func askRemove(_ visit: Visit) async throws -> Answer {
        let (centre, id): (_, Neighbour.ID) = (visit.centre.id, try visit.id("neighbour"))
        return visit.page(NeighbourViews(reader: visit.reader).remove(try await visit.read { try NeighbourStore.neighbour(id, at: centre, in: $0) }))
    }

    @Sendable static func remove(_ visit: Visit) async throws -> Answer {
        try await change(visit, T.neighbours.saidRemoved, to: "/staff/neighbours") { try NeighbourStore.remove($0, in: $1) }
    }

    // MARK: Figures

    @Sendable static func figures(_ visit: Visit) async throws -> Answer {
        let now = SchoolYear(containing: visit.today), centre = visit.centre.id
        let year = visit.query.number("year", in: now.start - 9...now.start).flatMap(SchoolYear.init(start:)) ?? now
        let figures = try await visit.read { try NetworkFigureStore.figures(of: year, at: centre, in: $0) }
        return visit.page(NetworkFigureViews(reader: visit.reader).page(figures, years: Array(sequence(first: now) { $0.previous }.prefix(5))))
    }
}
