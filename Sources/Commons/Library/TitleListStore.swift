package import Centres
package import Kernel
package import Languages
import Storage

/// The list of titles: what is the same for everybody is kept until something is written, or lent.
package enum TitleListStore {
    package static func listing(
        _ words: String, _ filters: TitleFilters, isNewest: Bool = false, page: Int?, at centre: Centre.ID, order: Alphabet, size: Int, in act: Act
    ) throws -> TitleListing {
        let shelf = try shelf(of: centre, order: order, in: act)
        let (ids, counts) = try found(words, filters, isNewest: isNewest, at: centre, order: order, in: act)
        let offset = (min(max(page ?? 1, 1), max(1, (ids.count + size - 1) / size)) - 1) * size
        return TitleListing(
            words: words, filters: filters, isNewest: isNewest,
            shown: try ids.dropFirst(offset).prefix(size).map { TitleShown(id: $0, standing: shelf.standing(of: $0, out: try out(of: centre, in: act))) },
            count: ids.count, counts: counts, subjects: shelf.subjects, stock: shelf.count)
    }

    /// All that is left, in its order, whatever the page.
    package static func found(
        _ words: String, _ filters: TitleFilters, isNewest: Bool = false, at centre: Centre.ID, order: Alphabet, in act: Act
    ) throws -> (ids: [LibraryTitle.ID], counts: TitleCounts) {
        let shelf = try shelf(of: centre, order: order, in: act)
        func narrowed() throws -> (ids: [LibraryTitle.ID], counts: TitleCounts) {
            let here = try act.kept("titles here \(centre) \(order)", withSeats: true) { shelf.here(without: try out(of: centre, in: act).keys) }
            var found: [WordIndex.Found]?
            if !words.isEmpty {
                let sought = BookNumber(words)?.digits ?? JournalNumber(words)?.text.filter { $0 != "-" } ?? words
                found = try act.kept("words of titles") { try act.db.wordIndex("title") }.found(typed: sought)
            }
            return shelf.narrowed(filters, found: found, here: here, isNewest: isNewest)
        }
        // Where nothing is chosen all are counted, and it is the list that most people open.
        guard words.isEmpty, filters.isEmpty else { return try narrowed() }
        return try act.kept("titles listed \(centre) \(order) \(isNewest) \(filters.isDesk)", withSeats: true, narrowed)
    }

    /// What is with somebody now.
    package static func out(of centre: Centre.ID, in act: Act) throws -> [Copy.ID: CopyOut] {
        try act.kept("copies out \(centre)", withSeats: true) {
            try act.ask(CopiesOutAsked(centre: centre)).reduce(into: [:]) { $0.merge($1) { first, _ in first } }
        }
    }

    private static func shelf(of centre: Centre.ID, order: Alphabet, in act: Act) throws -> LibraryShelf {
        try act.kept("titles \(centre) \(order)") { LibraryShelf(try entries(of: centre, order: order, in: act)) }
    }

    private static func entries(of centre: Centre.ID, order: Alphabet, in act: Act) throws -> [TitleEntry] {
        var copies: [LibraryTitle.ID: [Copy.ID]] = [:], elsewhere: [LibraryTitle.ID: Int] = [:], mending: Set<LibraryTitle.ID> = []
        for row in try act.db.rows("SELECT id, title, state FROM copy WHERE centre = \(centre) AND state <> 'off' ORDER BY id") {
            let title: LibraryTitle.ID = try row["title"], state: CopyState = try row["state"]
            if state == .shelf { copies[title, default: []].append(try row["id"]) } else { elsewhere[title, default: 0] += 1 }
            if state == .repair { mending.insert(title) }
        }
        let subscribed = Set(try act.db.rows("SELECT DISTINCT s.title FROM subscription s JOIN title t ON t.id = s.title WHERE t.centre = \(centre)")
            .map { try $0["title"] as LibraryTitle.ID })
        return try act.db.rows("""
            SELECT id, kind, audience, language, subjects FROM title WHERE centre = \(centre) ORDER BY \(SortKeys.column(order)), id
            """).map { row in
                let id: LibraryTitle.ID = try row["id"], kind: TitleKind = try row["kind"], subjects: String = try row["subjects"], own = copies[id] ?? []
                return TitleEntry(
                    id: id, kind: kind, audience: try row["audience"], language: try row["language"],
                    subjects: subjects.isEmpty ? [] : subjects.split(separator: "\n").map(String.init), copies: own, elsewhere: elsewhere[id] ?? 0,
                    isPublic: !kind.hasCopies || !own.isEmpty || mending.contains(id) || subscribed.contains(id))
            }
    }

    /// The rows of these titles, in their order.
    package static func lines(of shown: [TitleShown], in act: Act) throws -> [TitleLine] {
        guard !shown.isEmpty else { return [] }
        let rows = try act.db.rows("SELECT id, kind, name, subtitle, language, authors, year FROM title WHERE id IN \(list: shown.map(\.id))")
            .reduce(into: [:]) { rows, row in rows[try row["id"] as LibraryTitle.ID] = row }
        return try shown.compactMap { shown in
            guard let row = rows[shown.id] else { return nil }
            let authors: String = try row["authors"]
            return TitleLine(
                id: shown.id, kind: try row["kind"], name: try row["name"], subtitle: try row["subtitle"], language: try row["language"],
                authors: authors.split(separator: "\n").map(String.init), year: try row["year"], standing: shown.standing)
        }
    }
}
