import Forms
import Kernel
import Languages
import Look
import Web

/// What readers would like the centre to have, and what staff say of it.
enum WishPages {
    @Sendable static func mine(_ visit: Visit) async throws -> Answer { visit.page(try await mine(visit, visit.form())) }

    @Sendable static func wish(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id
        return try await visit.submit {
            let draft = try WishDraft(visit.typed)
            return try await visit.act { act in
                try WishStore.wish(draft, at: centre, in: act)
                return Redirect(visit.link("/library/wishes"), T.library.wishThanks)
            }
        } again: { try await mine(visit, $0) }
    }

    private static func mine(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        let centre = visit.centre.id
        return WishViews(reader: visit.reader).mine(try await visit.read { try WishStore.mine(at: centre, in: $0) }, form)
    }

    @Sendable static func desk(_ visit: Visit) async throws -> Answer { visit.page(try await desk(visit, visit.form())) }

    @Sendable static func answer(_ visit: Visit) async throws -> Answer {
        let (id, centre): (TitleWish.ID, _) = (try visit.id("wish"), visit.centre.id)
        return try await visit.submit {
            let said = try WishAnswer(visit.typed)
            return try await visit.act { act in
                try WishStore.answer(said, to: id, at: centre, in: act)
                return Redirect(visit.link("/staff/library/wishes"), T.library.wishAnswered)
            }
        } again: { form in
            try await desk(visit, visit.form(Typed(form.typed.fields + [("wish", "\(id)")]), form.problem))
        }
    }

    private static func desk(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        let centre = visit.centre.id
        return WishViews(reader: visit.reader).desk(try await visit.read { try WishStore.desk(at: centre, in: $0) }, form)
    }
}

extension WishDraft {
    init(_ typed: Typed) throws {
        var faults = Faults()
        let number = BookNumber(typed["isbn"])
        self.init(typed["title"], authors: typed["authors"], isbn: number?.digits ?? "", reason: typed.lines("reason"))
        faults.require(!name.isEmpty, "title", T.common.errorMissing)
        faults.require(typed["isbn"].isEmpty || number != nil, "isbn", T.library.errorISBN)
        faults.limit(name, "title", .sentence)
        faults.limit(authors, "authors", .sentence)
        faults.limit(reason, "reason", .note)
        try faults.check()
    }
}

extension WishAnswer {
    init(_ typed: Typed) throws {
        var faults = Faults()
        let state = TitleWish.State(rawValue: typed["state"]), answer = typed.lines("answer")
        faults.require(state != nil && state != .asked, "state", T.common.errorChoose)
        faults.limit(answer, "answer", .note)
        let title = typed["known"].split(separator: "/").last.flatMap { LibraryTitle.ID($0) }
        faults.require(typed["known"].isEmpty || title != nil, "known", T.library.errorTitleNumber)
        try faults.check()
        self.init(state ?? .declined, answer, title: title)
    }
}
