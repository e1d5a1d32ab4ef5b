import Kernel
import Languages
import Library
import Storage
import Testing

/// What narrows the list of titles, and what it counts.
@Suite struct ShelfRules {
    private func entry(_ id: Int64, _ kind: TitleKind, _ subjects: [String] = [], copies: [Int64] = [], isPublic: Bool = true) -> TitleEntry {
        TitleEntry(
            id: LibraryTitle.ID(id), kind: kind, audience: id.isMultiple(of: 2) ? .teacher : .any, language: id > 2 ? .english : .serbian, subjects: subjects,
            copies: copies.map { Copy.ID($0) }, isPublic: isPublic)
    }

    @Test func `each facet is counted under all the others`() {
        let shelf = LibraryShelf([
            entry(1, .book, ["Математика"], copies: [11, 12]), entry(2, .book, ["matematika", "игра"], copies: [21]), entry(3, .kit, ["игра"], copies: [31]),
            entry(4, .book, ["Математика"], isPublic: false),
        ])
        let here = shelf.here(without: [Copy.ID(11), Copy.ID(21)])
        #expect(here == [true, false, true, false])
        var filters = TitleFilters()
        let all = shelf.narrowed(filters, found: nil, here: here)
        #expect(all.ids.map(\.value) == [1, 2, 3] && all.counts.kinds == [.book: 2, .kit: 1] && all.counts.here == 2)
        #expect(all.counts.subjects == ["matematika": 2, "igra": 2], "one subject, however it is written")
        filters.kind = .book
        let books = shelf.narrowed(filters, found: nil, here: here)
        #expect(books.ids.map(\.value) == [1, 2] && books.counts.kinds == [.book: 2, .kit: 1] && books.counts.subjects == ["matematika": 2, "igra": 1])
        filters.isHere = true
        let there = shelf.narrowed(filters, found: nil, here: here)
        #expect(there.ids.map(\.value) == [1] && there.counts.here == 1 && there.counts.kinds == [.book: 1, .kit: 1])
        filters = TitleFilters()
        filters.isDesk = true
        #expect(shelf.narrowed(filters, found: nil, here: here, isNewest: true).ids.map(\.value) == [4, 3, 2, 1])
        #expect(shelf.narrowed(TitleFilters(), found: [(1, 2), (3, 1), (4, 0)], here: here).ids.map(\.value)
            == [3, 1], "the best first, and nothing that nobody can have")
        filters.subject = "nema"
        #expect(shelf.narrowed(filters, found: nil, here: here).ids.isEmpty)
    }

    @Test func `issues come evenly, and begin anew with the year`() throws {
        let first = try #require(Day(iso: "2026-09-01")), last = try #require(Day(iso: "2027-08-31"))
        let issues = SubscriptionDraft(first...last, count: 4).expected
        #expect(issues.map(\.number) == ["1/2026", "2/2026", "1/2027", "2/2027"])
        #expect(issues.map(\.day.iso) == ["2026-09-01", "2026-12-01", "2027-03-02", "2027-06-01"])
        #expect(SubscriptionDraft(first...first, count: 3).expected.allSatisfy { $0.day == first })
    }

    @Test func `how copies stand is told by the shelf and by who has them`() throws {
        let soon = try #require(Day(iso: "2026-12-01")), later = soon.adding(days: 5)
        func copy(_ id: Int64, _ state: CopyState) -> Copy {
            Copy(id: Copy.ID(id), centre: .init(1), title: LibraryTitle.ID(1), number: Int(id), state: state, draft: CopyDraft(acquired: soon), writtenOff: nil)
        }
        let standing = TitleStanding(
            [copy(1, .shelf), copy(2, .shelf), copy(3, .repair), copy(4, .off), copy(5, .shelf)],
            out: [Copy.ID(1): CopyOut(due: later), Copy.ID(2): CopyOut(due: soon), Copy.ID(3): CopyOut(due: nil)])
        #expect(standing == TitleStanding(copies: 4, here: 1, due: soon))
        let shelf = LibraryShelf([TitleEntry(id: LibraryTitle.ID(1), kind: .book, copies: [1, 2, 5].map { Copy.ID($0) }, elsewhere: 1)])
        #expect(shelf.standing(of: LibraryTitle.ID(1), out: [Copy.ID(1): CopyOut(due: later), Copy.ID(2): CopyOut(due: soon)]) == standing, "lists say the same")
        #expect(shelf.standing(of: LibraryTitle.ID(2), out: [:]) == TitleStanding())
    }
}
