import Forms
import Kernel
import Languages
import Look
import Sheets
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

    /// Reads the file, and keeps it when it can be read. What of it is not certain is asked before anything is shown.
    @Sendable package func upload(_ visit: Visit) async throws -> Answer {
        let kind = try kind(of: visit)
        func again(_ form: FilledForm) async throws -> Screen { views(visit).form(kind, lacks: try await visit.read { try kind.lacks(in: $0) }, form) }
        if let file = visit.typed.file("file"), file.bytes.count > ImportFile.most {
            let over = Problem.invalid("file", T.imports.fileOver(most: .text("\(ImportFile.most >> 20) MB")))
            return visit.page(try await again(visit.form(visit.typed, over)), status: 413)
        }
        return try await visit.submit {
            guard let file = visit.typed.files.first(where: { $0.field == "file" && !$0.name.isEmpty }) else { throw Problem.invalid("file", T.common.fileNotChosen) }
            let (bytes, isOld) = try await ImportFile.usual(file.bytes, visit.oldExcel)
            let list = try await drafts(visit).list(try ImportFile.read(bytes), kind, ImportSaying(), isOld: isOld, visit)
            let isClear = list.isClear(for: kind.columns)
            if isClear { _ = try await visit.read { try ImportStore.preview(kind, list, [:], most: 1, in: $0) } }
            let sealed = try ImportDraftStore.seal(bytes, with: visit.seal)
            return try await visit.act { act in
                let draft = try ImportDraftStore.keep(sealed, kind.kind, file: file.name, isOld: isOld, in: act)
                return Redirect(visit.link("/imports/drafts/\(draft)" + (isClear ? "" : "/columns")))
            }
        } again: { form in
            try await again(form)
        }
    }

    @Sendable package func preview(_ visit: Visit) async throws -> Answer {
        let (draft, kind) = try await drafts(visit).draft(visit)
        switch draft.state {
        case .running:
            let id = try visit.id("draft", of: ImportDraft.self)
            return visit.page(views(visit).progress(draft, ImportRun.seen(id, draft, visit.records)))
        case .done: return .redirect(Redirect(visit.link(draft.done.map { "/imports/\($0)" } ?? "/imports")))
        case .stopped, .moved, .refused, .failed, nil: break
        }
        let list = try await drafts(visit).list(draft, kind, visit)
        guard draft.isSaid || list.isClear(for: kind.columns) else { return .redirect(Redirect(visit.link(visit.path + "/columns"))) }
        return visit.page(try await preview(visit, draft, kind, list, visit.form()))
    }

    @Sendable package func apply(_ visit: Visit) async throws -> Answer {
        let id = try visit.id("draft", of: ImportDraft.self)
        // What an administrator brings may concern every centre, so none of them takes it back.
        let centre = visit.actor.isAdministrator ? nil : visit.centre.id
        let ready = try await ready(visit), here = visit.centre.id
        let (seal, outcome) = (visit.seal, visit.typed["outcome"])
        return try await visit.submit {
            try await visit.act { act in
                // Gone when the same form was sent before, which has its answer then.
                guard let ready else { throw Problem.missing }
                guard try ImportDraftStore.found(id, seal, in: act).state.map({ $0 != .running && $0 != .done }) ?? true else { throw Problem.missing }
                if ready.list.lines > ImportRun.most {
                    try ImportRun.begin(id, outcome: outcome, centre: here, in: act)
                    return Redirect(visit.link("/imports/drafts/\(id)"))
                }
                let choices = try ImportChoiceStore.choices(of: id, in: act)
                let done = try ImportStore.apply(ready.kind, ready.list, choices, file: ready.draft.file, centre: centre, outcome: outcome, underway: nil, in: act).id
                if let next = ready.next {
                    try ImportDraftStore.goOn(id, to: next, in: act)
                    let tabs = ready.list.file.tabs, said = T.imports.doneNext(tab: .text(tabs[ready.list.reading.tab].name), next: .text(tabs[next].name))
                    return Redirect(visit.link("/imports/drafts/\(id)"), said)
                }
                try ImportDraftStore.drop(id, in: act)
                return Redirect(visit.link(done.map { "/imports/\($0)" } ?? "/imports"), T.imports.done)
            }
        } again: { form in
            guard let ready else { throw Problem.missing }
            return try await preview(visit, ready.draft, ready.kind, ready.list, form)
        }
    }

    /// A file that can be done: how it is read, and which of its sheets is the next that is such a list, as a register has one for each year.
    private struct Ready: Sendable {
        let draft: ImportDraft
        let kind: any Importable.Type
        let list: ImportedList
        let next: Int?
    }

    /// The file of this page; nil when it is gone.
    private func ready(_ visit: Visit) async throws -> Ready? {
        do {
            let (draft, kind) = try await drafts(visit).draft(visit), list = try await drafts(visit).list(draft, kind, visit)
            for (tab, sheet) in list.file.tabs.enumerated() where tab > list.reading.tab && !sheet.isHidden && !sheet.lines.isEmpty {
                let other = try await drafts(visit).list(list.file, kind, ImportSaying(tab: tab), isOld: draft.isOld, visit)
                if Set(other.reading.places.keys) == Set(list.reading.places.keys) { return Ready(draft: draft, kind: kind, list: list, next: tab) }
            }
            return Ready(draft: draft, kind: kind, list: list, next: nil)
        } catch let problem as Problem where problem.kind == .missing { return nil }
    }

    /// Stops a long import: at its next step, or before it has begun. What is done by then is undone with it.
    @Sendable package func stop(_ visit: Visit) async throws -> Answer {
        let id = try visit.id("draft", of: ImportDraft.self)
        let seal = visit.seal
        let draft = try await visit.read { try ImportDraftStore.found(id, seal, in: $0) }
        // While SQLite writes the import, nothing else is written: then it is told directly.
        guard draft.state == .running, !ImportRun.stop(id, visit.records) else { return .redirect(Redirect(visit.link("/imports/drafts/\(id)"))) }
        return try await visit.act { act in
            try ImportDraftStore.stand(id, .stopped, in: act)
            return Redirect(visit.link("/imports/drafts/\(id)"))
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

    private func preview(_ visit: Visit, _ draft: ImportDraft, _ kind: any Importable.Type, _ list: ImportedList, _ form: FilledForm) async throws -> Screen {
        let id = try visit.id("draft", of: ImportDraft.self)
        let preview = try await visit.read { try ImportStore.preview(kind, list, ImportChoiceStore.choices(of: id, in: $0), in: $0) }
        return views(visit).preview(draft, preview, form)
    }

    private func drafts(_ visit: Visit) -> ImportDrafts { ImportDrafts(visit) }

    private func views(_ visit: Visit) -> ImportViews { ImportViews(reader: visit.reader, kinds: kinds) }

    private func kind(of visit: Visit) throws -> any Importable.Type {
        try drafts(visit).kind(ImportKind(visit.parameters["kind"] ?? ""), for: visit.actor)
    }
}
