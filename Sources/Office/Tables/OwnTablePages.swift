import Forms
import Kernel
import Languages
import Look
import Web

/// Tables under their names: saved, changed, looked after, thrown away.
enum OwnTablePages {
    private static func reading(_ visit: Visit) throws -> TableReading {
        guard let kind = TableKind(rawValue: visit.parameters["kind"] ?? ""), kind.isOpen(to: visit.actor, at: visit.centre.id) else { throw Problem.missing }
        return TableReading(visit.query, of: kind)
    }

    /// Saves what is shown: under a new name, or in the place of the table from which it came.
    @Sendable static func save(_ visit: Visit) async throws -> Answer {
        let reading = try reading(visit), query = reading.query, centre = visit.centre.id
        let old = visit.typed.has("replace") ? OwnTable.ID(visit.query["table"]) : nil
        return try await visit.submit {
            let draft = try OwnTableDraft(visit.typed)
            return try await visit.act { act in
                if let old { try OwnTableStore.change(old, draft, to: query, at: centre, in: act) }
                let id = try old ?? OwnTableStore.add(draft, query, at: centre, in: act)
                return Redirect(visit.link(query.address(query.kind.path, of: id)), T.tables.saidSaved(name: .text(draft.name)))
            }
        } again: { try await TablePages.screen(visit, reading, save: $0) }
    }

    @Sendable static func take(_ visit: Visit) async throws -> Answer {
        let (centre, id): (_, OwnTable.ID) = (visit.centre.id, try visit.id("table"))
        return try await visit.act { act in
            try OwnTableStore.take(id, at: centre, in: act)
            return Redirect(visit.link("/staff/tables"), T.tables.saidTaken)
        }
    }

    @Sendable static func remove(_ visit: Visit) async throws -> Answer {
        let (centre, id): (_, OwnTable.ID) = (visit.centre.id, try visit.id("table"))
        return try await visit.act { act in
            try OwnTableStore.remove(id, at: centre, in: act)
            return Redirect(visit.link("/staff/tables"), T.tables.saidRemoved)
        }
    }

    @Sendable static func looks(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id
        return visit.page(TableListViews(reader: visit.reader).looks(try await visit.read { try TableKeepingStore.looks(at: centre, in: $0) }))
    }
}
