import Forms
import Kernel
import Languages
import Look
package import Web

/// Of whom the doubtful lines of a list speak: somebody says it line by line, or of all of one kind. What was said is kept with the file.
package struct ImportMatchPages: Sendable {
    private let drafts: ImportDrafts

    package init(_ visit: Visit) { drafts = ImportDrafts(visit) }

    @Sendable package func show(_ visit: Visit) async throws -> Answer {
        let (draft, preview) = try await preview(visit)
        return visit.page(page(visit, draft, preview, visit.query["show"], visit.form()))
    }

    /// Keeps what was said of the lines of this page.
    @Sendable package func save(_ visit: Visit) async throws -> Answer {
        try await keep(visit) { try ImportMatchForm.said($0, of: $1) }
    }

    /// Says the same of all that wait and are doubtful in the same way.
    @Sendable package func settle(_ visit: Visit) async throws -> Answer {
        try await keep(visit) { try ImportMatchForm.saidOfAll($0, of: $1) }
    }

    private func keep(_ visit: Visit, _ read: @escaping @Sendable (Typed, [ImportStep]) throws -> [Int: ImportChoice?]) async throws -> Answer {
        let (draft, preview) = try await preview(visit)
        let id = try visit.id("draft", of: ImportDraft.self), show = visit.typed[ImportMatchForm.show]
        return try await visit.submit {
            let said = try read(visit.typed, preview.steps)
            let waits = preview.steps.contains { step in step.doubt.map { (said[step.line] ?? $0.choice) == nil } ?? false }
            let onward = "/imports/drafts/\(id)" + (waits || show == ImportMatchSight.decided ? "/matches" + (show.isEmpty ? "" : "?show=\(show)") : "")
            return try await visit.act { act in
                try ImportChoiceStore.keep(said, of: id, in: act)
                return Redirect(visit.link(onward), T.imports.matchSaved(count: said.values.count { $0 != nil }))
            }
        } again: { form in
            page(visit, draft, preview, show, form)
        }
    }

    private func page(_ visit: Visit, _ draft: ImportDraft, _ preview: ImportPreview, _ show: String, _ form: FilledForm) -> Screen {
        ImportMatchViews(reader: visit.reader, kinds: drafts.kinds).show(draft, ImportMatchSight(preview.steps, show), form)
    }

    private func preview(_ visit: Visit) async throws -> (ImportDraft, ImportPreview) {
        let (draft, kind) = try await drafts.draft(visit)
        guard draft.state != .running, draft.state != .done else { throw Problem.missing }
        let list = try await drafts.list(draft, kind, visit)
        let id = try visit.id("draft", of: ImportDraft.self)
        return (draft, try await visit.read { try ImportStore.preview(kind, list, ImportChoiceStore.choices(of: id, in: $0), in: $0) })
    }
}
