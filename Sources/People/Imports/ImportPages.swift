import Forms
import Kernel
import Languages
import Look
package import Web

/// Import by page: upload, look at what it would do, do it, and take it back if it was wrong. Rooms bring the kinds.
package struct ImportPages: Sendable {
    let kinds: [any Importable.Type]

    package init(_ visit: Visit) { kinds = visit.records.exchange.importKinds }

    /// What was imported, and what can be.
    @Sendable package func list(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id
        let admitted = kinds.filter { $0.admits(visit.actor) }
        let (lines, drafts, imports) = try await visit.read { act in
            (try admitted.map { ImportOrderLine(kind: $0, lacks: try $0.lacks(in: act)) }, try ImportDraftStore.waiting(in: act),
             try ImportStore.recent(at: centre, in: act))
        }
        return visit.page(views(visit).list(lines, drafts, imports))
    }

    @Sendable package func form(_ visit: Visit) async throws -> Answer {
        let kind = try kind(of: visit)
        return visit.page(views(visit).form(kind, lacks: try await visit.read { try kind.lacks(in: $0) }, visit.form()))
    }

    /// Reads the file, and shows it only when it can be read.
    @Sendable package func upload(_ visit: Visit) async throws -> Answer {
        let kind = try kind(of: visit)
        return try await visit.submit {
            guard let file = visit.typed.files.first(where: { $0.field == "file" && !$0.name.isEmpty }) else { throw Problem.invalid("file", T.common.fileNotChosen) }
            let table = try ImportFile.read(file.bytes)
            _ = try await visit.read { try ImportStore.preview(kind, table, in: $0) }
            let sealed = try ImportDraftStore.seal(file.bytes, with: visit.seal)
            return try await visit.act { act in
                let draft = try ImportDraftStore.keep(sealed, kind.kind, file: file.name, in: act)
                return Redirect(visit.link("/imports/drafts/\(draft)"))
            }
        } again: { form in
            views(visit).form(kind, lacks: try await visit.read { try kind.lacks(in: $0) }, form)
        }
    }

    @Sendable package func preview(_ visit: Visit) async throws -> Answer { visit.page(try await preview(visit, visit.form())) }

    @Sendable package func apply(_ visit: Visit) async throws -> Answer {
        let id = try visit.id("draft", of: ImportDraft.self)
        // What an administrator brings may concern every centre, so none of them takes it back.
        let centre = visit.actor.isAdministrator ? nil : visit.centre.id
        let (seal, outcome) = (visit.seal, visit.typed["outcome"])
        return try await visit.submit {
            try await visit.act { act in
                let draft = try ImportDraftStore.found(id, seal, in: act)
                let kind = try self.kind(draft.kind, for: act.by)
                let done = try ImportStore.apply(kind, ImportFile.read(draft.bytes), file: draft.file, centre: centre, outcome: outcome, in: act).id
                try ImportDraftStore.drop(id, in: act)
                return Redirect(visit.link(done.map { "/imports/\($0)" } ?? "/imports"), T.imports.done)
            }
        } again: { form in
            try await preview(visit, form)
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
        let page = visit.query.page
        let (done, paging, rows) = try await visit.read { act in
            let done = try ImportStore.found(id, in: act)
            let paging = Paging(page, count: done.counts.added + done.counts.changed)
            return (done, paging, try ImportStore.rows(of: id, limit: Paging.size, offset: paging.offset, in: act))
        }
        let mayUndo = done.undone == nil && kinds.contains { $0.kind == done.kind && $0.admits(visit.actor) }
        return visit.page(views(visit).show(done, rows, paging, mayUndo: mayUndo))
    }

    /// First tells what the undo would leave as it is, then does it.
    @Sendable package func undo(_ visit: Visit) async throws -> Answer {
        let id = try visit.id("import", of: Import.self)
        let kinds = kinds
        guard visit.typed.has("sure") else {
            let (done, kept) = try await visit.records.write(by: visit.actor) { try ImportStore.kept(byUndo: id, of: kinds, in: $0) }
            return visit.page(views(visit).undo(done, kept: kept))
        }
        return try await visit.act { act in
            try ImportStore.undo(id, of: kinds, in: act)
            return Redirect(visit.link("/imports/\(id)"), T.imports.takenBack)
        }
    }

    private func preview(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        let id = try visit.id("draft", of: ImportDraft.self)
        let seal = visit.seal
        let (draft, preview) = try await visit.read { act in
            let draft = try ImportDraftStore.found(id, seal, in: act)
            return (draft, try ImportStore.preview(self.kind(draft.kind, for: act.by), ImportFile.read(draft.bytes), in: act))
        }
        return views(visit).preview(draft, preview, form)
    }

    private func views(_ visit: Visit) -> ImportViews { ImportViews(reader: visit.reader, kinds: kinds) }

    private func kind(of visit: Visit) throws -> any Importable.Type {
        try self.kind(ImportKind(visit.parameters["kind"] ?? ""), for: visit.actor)
    }

    private func kind(_ kind: ImportKind, for actor: Actor) throws -> any Importable.Type {
        guard let found = kinds.first(where: { $0.kind == kind }), found.admits(actor) else { throw Problem.missing }
        return found
    }
}
