import Kernel
import Languages
package import Web

/// Import by page: upload, look at what it would do, do it, and take it back if it was wrong. Rooms bring the kinds.
package struct ImportPages: Sendable {
    let kinds: [any Importable.Type]

    package init(_ visit: Visit) { kinds = visit.records.exchange.importKinds }

    /// What was imported, and what can be.
    @Sendable package func list(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id
        let imports = try await visit.read { try ImportStore.recent(at: centre, in: $0) }
        return views(visit).list(imports)
    }

    @Sendable package func form(_ visit: Visit) async throws -> Answer {
        views(visit).form(try kind(of: visit), problem: nil)
    }

    /// Reads the file, and shows it only when it can be read.
    @Sendable package func upload(_ visit: Visit) async throws -> Answer {
        let kind = try kind(of: visit)
        do {
            guard let file = visit.typed.files.first(where: { $0.field == "file" && !$0.name.isEmpty }) else { throw Problem.invalid("file", T.common.fileNotChosen) }
            let table = try ImportFile.read(file.bytes)
            _ = try await visit.read { try ImportStore.preview(kind, table, in: $0) }
            let sealed = try ImportDraftStore.seal(file.bytes, with: visit.seal)
            return try await visit.act { act in
                let draft = try ImportDraftStore.keep(sealed, kind.kind, file: file.name, in: act)
                return Redirect(visit.link("/imports/drafts/\(draft)"))
            }
        } catch let problem as Problem where problem.kind != .missing {
            return views(visit).form(kind, problem: problem)
        }
    }

    @Sendable package func preview(_ visit: Visit) async throws -> Answer { try await preview(visit, problem: nil) }

    @Sendable package func apply(_ visit: Visit) async throws -> Answer {
        let id = try visit.id("draft", of: ImportDraft.self)
        // What an administrator brings may concern every centre, so none of them takes it back.
        let centre = visit.actor.isAdministrator ? nil : visit.centre.id
        let (seal, outcome) = (visit.seal, visit.typed["outcome"])
        do {
            return try await visit.act { act in
                let draft = try ImportDraftStore.found(id, seal, in: act)
                let kind = try self.kind(draft.kind, for: act.by)
                let done = try ImportStore.apply(kind, ImportFile.read(draft.bytes), file: draft.file, centre: centre, outcome: outcome, in: act).id
                try ImportDraftStore.drop(id, in: act)
                return Redirect(visit.link(done.map { "/imports/\($0)" } ?? "/imports"), T.imports.done)
            }
        } catch let problem as Problem where problem.kind == .conflict {
            return try await preview(visit, problem: problem)
        }
    }

    /// Forgets an uploaded file at once.
    @Sendable package func drop(_ visit: Visit) async throws -> Answer {
        let id = try visit.id("draft", of: ImportDraft.self)
        return try await visit.act { act in
            try ImportDraftStore.drop(id, in: act)
            return Redirect(visit.link("/imports"), T.imports.draftDropped)
        }
    }

    @Sendable package func show(_ visit: Visit) async throws -> Answer {
        let id = try visit.id("import", of: Import.self)
        let page = max(visit.query.number("page") ?? 1, 1)
        let (done, rows) = try await visit.read { act in
            (try ImportStore.found(id, in: act), try ImportStore.rows(of: id, limit: Paging.size, offset: (page - 1) * Paging.size, in: act))
        }
        let mayUndo = done.undone == nil && kinds.contains { $0.kind == done.kind && $0.admits(visit.actor) }
        return views(visit).show(done, rows, page: page, mayUndo: mayUndo)
    }

    @Sendable package func undo(_ visit: Visit) async throws -> Answer {
        let id = try visit.id("import", of: Import.self)
        let kinds = kinds
        return try await visit.act { act in
            try ImportStore.undo(id, of: kinds, in: act)
            return Redirect(visit.link("/imports/\(id)"), T.imports.takenBack)
        }
    }

    private func preview(_ visit: Visit, problem: Problem?) async throws -> Answer {
        let id = try visit.id("draft", of: ImportDraft.self)
        let seal = visit.seal
        let (draft, preview) = try await visit.read { act in
            let draft = try ImportDraftStore.found(id, seal, in: act)
            return (draft, try ImportStore.preview(self.kind(draft.kind, for: act.by), ImportFile.read(draft.bytes), in: act))
        }
        return views(visit).preview(draft, preview, problem: problem)
    }

    private func views(_ visit: Visit) -> ImportViews { ImportViews(visit: visit, kinds: kinds) }

    private func kind(of visit: Visit) throws -> any Importable.Type {
        guard let kind = ImportKind(word: visit.parameters["kind"] ?? "") else { throw Problem.missing }
        return try self.kind(kind, for: visit.actor)
    }

    private func kind(_ kind: ImportKind, for actor: Actor) throws -> any Importable.Type {
        guard let found = kinds.first(where: { $0.kind == kind }), found.admits(actor) else { throw Problem.missing }
        return found
    }
}
