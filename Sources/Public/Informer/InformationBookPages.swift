import Centres
import Forms
import Kernel
import Languages
import Look
import Web

/// The book of information: as everybody reads it, as it is printed, as staff write it.
enum InformationBookPages {
    @Sendable static func show(_ visit: Visit) async throws -> Answer {
        visit.page(InformationBookViews(reader: visit.reader).show(try await book(visit)))
    }

    @Sendable static func pdf(_ visit: Visit) async throws -> Answer {
        let (book, id) = (try await book(visit), visit.centre.id)
        // What is not written yet leads to the page that says so.
        guard !book.parts.isEmpty else { return .redirect(visit.link("/information-book")) }
        let office = try await visit.read { try CentreStore.centre(id, in: $0) }
        let paper = InformationBookPaper(book: book, office: office, t: visit.t).paper
        return try await visit.printed(paper, with: "report", name: "\(visit.t(T.informer.book)).pdf")
    }

    private static func book(_ visit: Visit) async throws -> InformationBook {
        let (centre, t) = (visit.centre.id, visit.t)
        return try await visit.read { try InformationFigureStore.book(of: centre, t, in: $0) }
    }

    // MARK: For those who write it

    @Sendable static func list(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id
        return visit.page(InformationBookViews(reader: visit.reader).list(try await visit.read { try InformationBookStore.chapters(of: centre, in: $0) }))
    }

    @Sendable static func begin(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id
        return try await visit.act { act in
            try InformationBookStore.begin(at: centre, in: act)
            return Redirect(visit.link("/staff/information-book"), T.informer.saidBookBegun)
        }
    }

    @Sendable static func new(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id
        let last = try await visit.read { try InformationBookStore.chapters(of: centre, in: $0).map(\.draft.place).max() ?? 0 }
        let empty = InformationDraft(place: min(last + 10, InformationDraft.places.upperBound), texts: [:])
        return visit.page(InformationBookViews(reader: visit.reader).form(nil, visit.form(empty.typed)))
    }

    @Sendable static func add(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id
        return try await visit.submit {
            let draft = try InformationDraft(visit.typed)
            return try await visit.act { act in
                try InformationBookStore.add(draft, to: centre, in: act)
                return Redirect(visit.link("/staff/information-book"), T.informer.chapterAdded)
            }
        } again: { InformationBookViews(reader: visit.reader).form(nil, $0) }
    }

    @Sendable static func edit(_ visit: Visit) async throws -> Answer {
        let chapter = try await chapter(visit)
        return visit.page(InformationBookViews(reader: visit.reader).form(chapter, visit.form(chapter.draft.typed)))
    }

    @Sendable static func change(_ visit: Visit) async throws -> Answer {
        let chapter = try await chapter(visit)
        return try await visit.submit {
            let draft = try InformationDraft(visit.typed)
            return try await visit.act { act in
                try InformationBookStore.edit(chapter.id, to: draft, in: act)
                return Redirect(visit.link("/staff/information-book"), T.common.saved)
            }
        } again: { InformationBookViews(reader: visit.reader).form(chapter, $0) }
    }

    @Sendable static func remove(_ visit: Visit) async throws -> Answer {
        let id: InformationChapter.ID = try visit.id("chapter")
        return try await visit.act { act in
            try InformationBookStore.remove(id, in: act)
            return Redirect(visit.link("/staff/information-book"), T.informer.chapterRemoved)
        }
    }

    private static func chapter(_ visit: Visit) async throws -> InformationChapter {
        let id: InformationChapter.ID = try visit.id("chapter")
        return try await visit.read { try InformationBookStore.chapter(id, in: $0) }
    }
}
