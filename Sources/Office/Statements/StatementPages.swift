import Centres
import Forms
import Kernel
import Languages
import Look
import Web

/// Statements of the centre's accounts: a file comes in, somebody looks at what it brings, and it is in the books.
enum StatementPages {
    /// A statement is some hundred kilobytes; what is larger is something else.
    private static let most = 16 << 20

    @Sendable static func list(_ visit: Visit) async throws -> Answer { visit.page(try await list(visit, visit.form())) }

    private static func list(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        let centre = visit.centre.id, page = visit.query.page
        let (paging, statements, open) = try await visit.read { act in
            let paging = Paging(page, count: try StatementStore.count(of: centre, in: act))
            return (
                paging, try StatementStore.statements(of: centre, limit: Paging.size, offset: paging.offset, in: act),
                try StatementLineStore.openCount(.incoming, at: centre, in: act))
        }
        return StatementViews(reader: visit.reader).list(statements, paging, open: open, form)
    }

    /// Reads the file, and keeps it when it can be read.
    @Sendable static func upload(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id, seal = visit.seal
        return try await visit.submit {
            guard let file = visit.typed.file("file") else { throw Problem.invalid("file", T.common.fileNotChosen) }
            let recap = visit.typed.file("recap")
            guard file.bytes.count <= most, (recap?.bytes.count ?? 0) <= most else { throw Problem.invalid("file", StatementProblem.tooLarge.phrase) }
            do throws(StatementProblem) { _ = try StatementFile(file.bytes, recap: recap?.bytes) } catch {
                throw Problem.invalid(error == .otherRecap ? "recap" : "file", error.phrase)
            }
            let sealed = try StatementDraftStore.seal(file.bytes, with: seal), beside = try recap.map { try StatementDraftStore.seal($0.bytes, with: seal) }
            return try await visit.act { act in
                let draft = try StatementDraftStore.keep(sealed, recap: beside, name: file.name, at: centre, in: act)
                return Redirect(visit.link("/staff/statements/drafts/\(draft)"))
            }
        } again: { try await list(visit, $0) }
    }

    // MARK: What it would bring

    @Sendable static func preview(_ visit: Visit) async throws -> Answer { visit.page(try await preview(visit, visit.form())) }

    private static func preview(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        let (centre, seal, id): (Centre.ID, Seal, StatementDraft.ID) = (visit.centre.id, visit.seal, try visit.id("draft"))
        let (draft, preview) = try await visit.read { act in
            let draft = try StatementDraftStore.draft(id, seal, at: centre, in: act)
            return (draft, try StatementStore.preview(draft.file, at: centre, in: act))
        }
        return StatementViews(reader: visit.reader).preview(draft, preview, form)
    }

    @Sendable static func bring(_ visit: Visit) async throws -> Answer {
        let (centre, seal, id): (Centre.ID, Seal, StatementDraft.ID) = (visit.centre.id, visit.seal, try visit.id("draft"))
        return try await visit.submit {
            try await visit.act { act in
                let draft = try StatementDraftStore.draft(id, seal, at: centre, in: act)
                let brought = try StatementStore.bring(draft.file, name: draft.name, at: centre, in: act)
                try StatementDraftStore.drop(id, in: act)
                let said = brought.fresh == 0 ? T.statements.saidNothingNew : T.statements.saidBrought(count: brought.fresh, settled: .number(brought.settled))
                return Redirect(visit.link(brought.statements.first.map { "/staff/statements/\($0)" } ?? "/staff/statements"), said)
            }
        } again: { try await preview(visit, $0) }
    }

    @Sendable static func drop(_ visit: Visit) async throws -> Answer {
        let id: StatementDraft.ID = try visit.id("draft")
        return try await visit.act { act in
            try StatementDraftStore.drop(id, in: act)
            return Redirect(visit.link("/staff/statements"), T.statements.saidDropped)
        }
    }

    // MARK: In the books

    @Sendable static func show(_ visit: Visit) async throws -> Answer {
        let (centre, id): (Centre.ID, Statement.ID) = (visit.centre.id, try visit.id("statement")), page = visit.query.page
        let (statement, paging, lines) = try await visit.read { act in
            let statement = try StatementStore.statement(id, at: centre, in: act), paging = Paging(page, count: statement.lines)
            return (statement, paging, try StatementLineStore.lines(of: id, limit: Paging.size, offset: paging.offset, in: act))
        }
        return visit.page(StatementViews(reader: visit.reader).show(statement, lines, paging))
    }
}
