import Forms
import Kernel
import Languages
import Look
import Web

/// The centre's list of marks, and how long papers of each are kept.
enum RegistryMarkPages {
    @Sendable static func list(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id
        return visit.page(RegistryMarkViews(reader: visit.reader).list(try await visit.read { try RegistryMarkStore.all(of: centre, in: $0) }, kinds(visit)))
    }

    private static func kinds(_ visit: Visit) -> [RegistryKind] { visit.records.exchange.all(RegistryKind.self) }

    @Sendable static func new(_ visit: Visit) async throws -> Answer {
        let term = RegistryTerm(since: visit.today, years: 10)
        return visit.page(RegistryMarkViews(reader: visit.reader).new(kinds(visit), visit.form(term.typed)))
    }

    @Sendable static func add(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id
        return try await visit.submit {
            var faults = Faults()
            let draft = try faults.gather { try RegistryMarkDraft(visit.typed) }, term = try faults.gather { try RegistryTerm(visit.typed, own: visit.language) }
            try faults.check()
            guard let draft, let term else { throw Problem.missing }
            return try await visit.act { act in
                try RegistryMarkStore.add(draft, term, at: centre, in: act)
                return Redirect(visit.link("/staff/registry/marks"), T.common.saved)
            }
        } again: { RegistryMarkViews(reader: visit.reader).new(kinds(visit), $0) }
    }

    @Sendable static func show(_ visit: Visit) async throws -> Answer { visit.page(try await screen(visit)) }

    private static func screen(_ visit: Visit, _ form: FilledForm? = nil, term: FilledForm? = nil) async throws -> Screen {
        let (centre, id): (_, RegistryMark.ID) = (visit.centre.id, try visit.id("mark"))
        let mark = try await visit.read { try RegistryMarkStore.mark(id, at: centre, in: $0) }
        let own = mark.draft.typed.with("ended", mark.ended == nil ? nil : "yes")
        return RegistryMarkViews(reader: visit.reader).show(
            mark, kinds(visit), form ?? visit.form(own), term: term ?? visit.form(Typed(["since": visit.today.iso])))
    }

    private static func change(
        _ visit: Visit, again: (FilledForm) async throws -> Screen, _ deed: @escaping @Sendable (RegistryMark.ID, ID<CentreTag>, Act) throws -> Void
    ) async throws -> Answer {
        let (centre, id): (_, RegistryMark.ID) = (visit.centre.id, try visit.id("mark"))
        return try await visit.submit {
            try await visit.act { act in
                try deed(id, centre, act)
                return Redirect(visit.link("/staff/registry/marks/\(id)"), T.common.saved)
            }
        } again: { try await again($0) }
    }

    @Sendable static func save(_ visit: Visit) async throws -> Answer {
        try await change(visit, again: { try await screen(visit, $0) }) { id, centre, act in
            try RegistryMarkStore.edit(id, to: try RegistryMarkDraft(visit.typed), isEnded: visit.typed.has("ended"), at: centre, in: act)
        }
    }

    @Sendable static func setTerm(_ visit: Visit) async throws -> Answer {
        try await change(visit, again: { try await screen(visit, term: $0) }) { id, centre, act in
            try RegistryMarkStore.set(try RegistryTerm(visit.typed, own: visit.language), of: id, at: centre, in: act)
        }
    }
}
