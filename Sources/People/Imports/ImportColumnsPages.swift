import Forms
import Kernel
import Languages
import Look
import Sheets
package import Web

/// How an uploaded file is read: which sheet, where its heads stand, what each column holds. Whoever uploaded it sees it and says it otherwise.
package struct ImportColumnsPages: Sendable {
    let kinds: [any Importable.Type]

    package init(_ visit: Visit) { kinds = visit.records.exchange.importKinds }

    @Sendable package func show(_ visit: Visit) async throws -> Answer {
        visit.page(try await page(visit, visit.form()) { ImportColumnsForm.place(visit.query, over: $0.saying) })
    }

    /// Keeps what was chosen, or only shows what would come of it.
    @Sendable package func save(_ visit: Visit) async throws -> Answer {
        let saying = ImportColumnsForm.saying(visit.typed)
        let (draft, kind, list) = try await self.list(visit) { _ in saying }
        return try await visit.submit {
            try ImportColumnsForm.check(list.reading, kind.columns)
            guard !visit.typed.has("look") else { return visit.page(try await page(visit, visit.form()) { _ in saying }) }
            let id = try visit.id("draft", of: ImportDraft.self), centre = visit.centre.id
            let before = draft.saying.tab == saying.tab ? list.reading.tab : try await ImportDrafts(visit).list(draft, kind, visit).reading.tab
            return try await visit.act { act in
                try ImportDraftStore.say(saying, of: id, in: act)
                if before != list.reading.tab { try ImportChoiceStore.forget(of: id, in: act) }
                try ImportMemoryStore.remember(list.reading, draft.kind, at: centre, in: act)
                return Redirect(visit.link("/imports/drafts/\(id)"), T.imports.columnsSaved)
            }
        } again: { form in
            try await page(visit, form) { _ in saying }
        }
    }

    private func page(_ visit: Visit, _ form: FilledForm, _ saying: @escaping @Sendable (ImportDraft) -> ImportSaying) async throws -> Screen {
        let (draft, kind, list) = try await self.list(visit, saying)
        let lines = try await visit.read { act -> ImportPreview? in
            // A list in which something is still missing is shown as it is.
            do { return try ImportStore.preview(kind, list, [:], most: ImportColumnsSight.shown,
                in: act) } catch let problem as Problem where problem.kind == .invalid { return nil }
        }
        return ImportColumnsViews(reader: visit.reader, kinds: kinds).show(ImportColumnsSight(draft, kind, list, lines), form)
    }

    private func list(
        _ visit: Visit, _ saying: @escaping @Sendable (ImportDraft) -> ImportSaying
    ) async throws -> (ImportDraft, any Importable.Type, ImportedList) {
        let drafts = ImportDrafts(visit)
        let (draft, kind) = try await drafts.draft(visit)
        return (draft, kind, try await drafts.list(draft, kind, saying: saying(draft), visit))
    }
}

/// Uploaded files, as pages read them.
struct ImportDrafts: Sendable {
    let kinds: [any Importable.Type]

    init(_ visit: Visit) { kinds = visit.records.exchange.importKinds }

    /// The file of this page.
    func draft(_ visit: Visit) async throws -> (ImportDraft, any Importable.Type) {
        let id = try visit.id("draft", of: ImportDraft.self)
        let seal = visit.seal
        let draft = try await visit.read { try ImportDraftStore.found(id, seal, in: $0) }
        return (draft, try kind(draft.kind, for: visit.actor))
    }

    /// A file is read apart from the records, for it may take a second; what of it is proposed depends on them.
    func list(_ draft: ImportDraft, _ kind: any Importable.Type, saying: ImportSaying? = nil, _ visit: Visit) async throws -> ImportedList {
        let file = try ImportFile.read(draft.bytes)
        return try await list(file, kind, saying ?? draft.saying, isOld: draft.isOld, visit)
    }

    func list(_ file: SheetFile, _ kind: any Importable.Type, _ saying: ImportSaying, isOld: Bool, _ visit: Visit) async throws -> ImportedList {
        let centre = visit.centre.id
        return try await visit.read { act in
            let memory = try ImportMemoryStore.memory(kind.kind, at: centre, in: act)
            return ImportedList(file, ImportProposal(kind, lastTime: memory, in: act).reading(of: file, saying: saying), isOld: isOld)
        }
    }

    func kind(_ kind: ImportKind, for actor: Actor) throws -> any Importable.Type {
        guard let found = kinds.first(where: { $0.kind == kind }), found.admits(actor) else { throw Problem.missing }
        return found
    }
}
