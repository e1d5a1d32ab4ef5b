import Accounts
import Centres
import Forms
import Kernel
import Languages
import Library
import Look
import Web

/// The desk: one field for whatever is scanned.
enum DeskPages {
    @Sendable static func show(_ visit: Visit) async throws -> Answer {
        visit.page(try await screen(visit, visit.form(Typed([("find", visit.query["find"])])), borrower: Borrower.ID(visit.query["borrower"])))
    }

    /// A scan, or a name.
    @Sendable static func take(_ visit: Visit) async throws -> Answer {
        let scan = Scan(visit.typed["code"]), centre = visit.centre.id, borrower = Borrower.ID(visit.typed["borrower"])
        if case .words(let words) = scan { return .redirect(visit.link("/staff/desk?\(Typed([("find", words)]).query)")) }
        return try await visit.submit {
            try await visit.act { act in
                let answer = try DeskStore.take(scan, with: borrower, at: centre, in: act)
                return Redirect(visit.link(path(answer, borrower)))
            }
        } again: { try await screen(visit, $0, borrower: borrower) }
    }

    private static func path(_ answer: DeskAnswer, _ borrower: Borrower.ID?) -> String {
        let open = borrower.map { "borrower=\($0)&" } ?? ""
        return switch answer {
        case .opened(let id): "/staff/desk?borrower=\(id)"
        case .done(let act): "/staff/desk?\(open)did=\(act)"
        case .echo(let act): "/staff/desk?\(open)did=\(act)&echo=1"
        case .onShelf(let copy): "/staff/desk?copy=\(copy)"
        }
    }

    /// Takes back what was done last.
    @Sendable static func undo(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id, borrower = Borrower.ID(visit.typed["borrower"])
        guard let id = DeskAct.ID(visit.typed["done"]) else { throw Problem.missing }
        return try await visit.submit {
            try await visit.act { act in
                try DeskStore.undo(id, at: centre, in: act)
                return Redirect(visit.link(path(.done(id), borrower)))
            }
        } again: { try await screen(visit, $0, borrower: borrower) }
    }

    @Sendable static func renew(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id
        guard let id = Loan.ID(visit.typed["loan"]) else { throw Problem.missing }
        let borrower = try await visit.read { try LoanStore.loan(id, at: centre, in: $0).borrower }
        return try await visit.submit {
            try await visit.act { act in
                let done = try DeskStore.renew(id, at: centre, in: act)
                return Redirect(visit.link(path(.done(done), borrower)))
            }
        } again: { try await screen(visit, $0, borrower: borrower) }
    }

    /// Something was read or tried out where it stands.
    @Sendable static func useOnSite(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id
        guard let copy = Copy.ID(visit.typed["copy"]) else { throw Problem.missing }
        return try await visit.submit {
            try await visit.act { act in
                let done = try DeskStore.useOnSite(copy, at: centre, in: act)
                return Redirect(visit.link(path(.done(done), nil)))
            }
        } again: { try await screen(visit, $0, borrower: nil) }
    }

    private static func screen(_ visit: Visit, _ form: FilledForm, borrower: Borrower.ID?) async throws -> Screen {
        let (centre, query, alphabet) = (visit.centre.id, form.problem == nil ? visit.query : .nothing, visit.language.alphabet), words = form["find"]
        let sight = try await visit.read { act in
            var sight = try DeskStore.sight(
                borrower, words: words, done: DeskAct.ID(query["did"]), isEcho: query.has("echo"), copy: Copy.ID(query["copy"]), at: centre,
                sorted: alphabet, in: act)
            if !words.isEmpty {
                let people = try PersonStore.search(words, within: PersonStore.ties(to: centre, in: act), sorted: alphabet, limit: 20, in: act)
                let have = Set(sight.found.compactMap { $0.kind == .person ? $0.person : nil })
                sight.people = people.filter { !have.contains($0.id) }
            }
            return sight
        }
        return DeskViews(reader: visit.reader).page(sight, form)
    }
}
