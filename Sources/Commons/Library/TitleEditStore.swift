package import Centres
package import Files
package import Kernel
import Languages
import Storage

/// What staff and imports do to titles.
extension TitleStore {
    package static func add(_ draft: TitleDraft, at centre: Centre.ID, in act: Act) throws -> LibraryTitle.ID {
        guard act.by.keepsLibrary(of: centre) else { throw Problem.missing }
        let id = try insert(draft, at: centre, in: act)
        try act.db.index("title", id.value, words(of: draft))
        try act.record(T.library.titleAdded, .title(id), centre: centre)
        try act.touchPublicPages()
        return id
    }

    /// Adds many at once, in their order: their words and their journal are written together.
    static func add(many drafts: [(centre: Centre.ID, draft: TitleDraft)], in act: Act) throws -> [LibraryTitle.ID] {
        guard Set(drafts.map(\.centre)).allSatisfy({ act.by.keepsLibrary(of: $0) }) else { throw Problem.missing }
        let ids = try drafts.map { try insert($0.draft, at: $0.centre, in: act) }
        try act.db.index(many: "title", zip(ids, drafts).map { ($0.value, words(of: $1.draft)) })
        try act.record(many: zip(ids, drafts).map { id, _ in PastDeed(T.library.titleAdded, .title(id), by: act.by.person, at: act.now) })
        try act.touchPublicPages()
        return ids
    }

    private static func insert(_ draft: TitleDraft, at centre: Centre.ID, in act: Act) throws -> LibraryTitle.ID {
        let keys = SortKeys(draft.sortName)
        return LibraryTitle.ID(try act.db.insert("""
            INSERT INTO title (centre, kind, language, name, subtitle, authors, publisher, place, year, edition, extent, series, isbn, issn, cobiss, udc, subjects,
                audience, summary, link, programme, key_azbuka, key_abeceda, key_lithuanian, created, changed)
            VALUES (\(centre), \(draft.kind), \(draft.language), \(draft.name), \(draft.subtitle), \(draft.authorLines), \(draft.publisher), \(draft.place),
                \(draft.year), \(draft.edition), \(draft.extent), \(draft.series), \(draft.isbn), \(draft.issn), \(draft.cobiss), \(draft.udc), \(draft.subjectLines),
                \(draft.audience), \(draft.summary), \(draft.link), \(draft.programme), \(keys.azbuka), \(keys.abeceda), \(keys.lithuanian), \(act.now), \(act.now))
            RETURNING id
            """))
    }

    package static func edit(_ id: LibraryTitle.ID, _ draft: TitleDraft, at centre: Centre.ID, in act: Act) throws {
        let before = try held(id, at: centre, in: act), keys = SortKeys(draft.sortName)
        guard before.draft != draft else { return }
        try act.db.run("""
            UPDATE title SET kind = \(draft.kind), language = \(draft.language), name = \(draft.name), subtitle = \(draft.subtitle), authors = \(draft.authorLines),
                publisher = \(draft.publisher), place = \(draft.place), year = \(draft.year), edition = \(draft.edition), extent = \(draft.extent),
                series = \(draft.series), isbn = \(draft.isbn), issn = \(draft.issn), cobiss = \(draft.cobiss), udc = \(draft.udc), subjects = \(draft.subjectLines),
                audience = \(draft.audience), summary = \(draft.summary), link = \(draft.link), programme = \(draft.programme),
                key_azbuka = \(keys.azbuka), key_abeceda = \(keys.abeceda), key_lithuanian = \(keys.lithuanian), changed = \(act.now)
            WHERE id = \(id)
            """)
        try act.db.index("title", id.value, words(of: draft))
        try act.state(Reworded(.title(id)))
        try act.record(T.library.titleEdited, .title(id), centre: centre, changes: draft.changes(since: before.draft))
        try act.touchPublicPages()
    }

    /// Its cover; nil takes it away.
    package static func cover(_ id: LibraryTitle.ID, with file: NewFile?, at centre: Centre.ID, in act: Act) throws {
        _ = try held(id, at: centre, in: act)
        let stored = try file.map { try FileStore.add($0, of: centre, in: act) }
        try act.db.run("UPDATE title SET cover = \(stored), changed = \(act.now) WHERE id = \(id)")
        try act.record(T.library.coverSet, .title(id), centre: centre)
        try act.touchPublicPages()
    }

    /// Writes down which parts belong to it.
    package static func set(parts: [(name: String, count: Int)], of id: LibraryTitle.ID, at centre: Centre.ID, in act: Act) throws {
        let title = try held(id, at: centre, in: act)
        guard title.kind.hasParts || parts.isEmpty else { throw Problem.conflict(T.library.errorNoParts) }
        try act.db.run("DELETE FROM title_part WHERE title = \(id)")
        for (place, part) in parts.enumerated() {
            try act.db.run("INSERT INTO title_part (title, name, count, position) VALUES (\(id), \(part.name), \(part.count), \(place))")
        }
        try act.record(T.library.partsSet, .title(id), centre: centre)
        try act.touchPublicPages()
    }

    /// Takes back a title that has no copies and to which nothing refers: else the database refuses.
    package static func remove(_ id: LibraryTitle.ID, at centre: Centre.ID, in act: Act) throws {
        _ = try held(id, at: centre, in: act)
        guard try CopyStore.copies(of: id, in: act).isEmpty, try !act.db.exists("SELECT 1 AS stands FROM subscription WHERE title = \(id)") else {
            throw Problem.conflict(T.library.errorHasCopies)
        }
        try act.state(TitleRemoving(id))
        try act.db.run("UPDATE title_wish SET title = NULL WHERE title = \(id)")
        try act.db.run("DELETE FROM title_part WHERE title = \(id)")
        try act.db.run("DELETE FROM title WHERE id = \(id)")
        try act.db.unindex("title", id.value)
        try act.record(T.library.titleRemoved, .title(id), centre: centre)
        try act.touchPublicPages()
    }

    // MARK: Words that are found

    /// Its numbers, its name, and all else that tells what it is. A name in a language that no page has is found by its words alone.
    static func words(of draft: TitleDraft) -> SearchText {
        var titles: [(String, Language)] = [], names = draft.authors + [draft.publisher, draft.series]
        for text in [draft.name, draft.subtitle] where !text.isEmpty {
            titles.append((text, draft.language.page(of: text) ?? .en))
        }
        var bodies: [(String, Language)] = []
        for text in draft.subjects + [draft.summary] where !text.isEmpty {
            if let page = draft.language.page(of: text) ?? (Script.of(text) == .cyrillic ? .sr : nil) { bodies.append((text, page)) } else { names.append(text) }
        }
        let numbers = [draft.isbn, draft.issn.filter { $0 != "-" }, draft.cobiss].filter { !$0.isEmpty }
        return SearchText(number: numbers.joined(separator: " "), titles: titles, bodies: bodies, names: names.filter { !$0.isEmpty })
    }

    /// Makes its part of the search index again.
    static func reindex(in act: Act) throws {
        var last = LibraryTitle.ID(0)
        while true {
            let heap = try titles("t.id > \(last)", in: act)
            guard let end = heap.last else { return }
            try act.db.index(many: "title", heap.map { ($0.id.value, words(of: $0.draft)) })
            last = end.id
        }
    }
}

extension TitleDraft {
    var authorLines: String { authors.joined(separator: "\n") }
    var subjectLines: String { subjects.joined(separator: "\n") }

    /// What an edit changed, as the journal keeps it.
    func changes(since before: TitleDraft) -> [Change] {
        zip(before.values, values).map { old, new in Change(new.name, from: old.value, to: new.value) }
    }

    /// Everything as text, by the names of the fields.
    var values: [(name: String, value: String)] {
        [
            ("kind", kind.rawValue), ("language", language.code), ("name", name), ("subtitle", subtitle), ("authors", authorLines), ("publisher", publisher),
            ("place", place), ("year", year.map { "\($0)" } ?? ""), ("edition", edition), ("extent", extent), ("series", series), ("isbn", isbn), ("issn", issn),
            ("cobiss", cobiss), ("udc", udc), ("subjects", subjectLines), ("audience", audience.rawValue), ("summary", summary), ("link", link),
            ("programme", programme.map { "\($0)" } ?? ""),
        ]
    }
}
