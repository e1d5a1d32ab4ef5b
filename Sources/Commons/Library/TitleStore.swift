package import Centres
package import Kernel
package import Languages
import Storage

/// Titles as rows.
package enum TitleStore {
    // MARK: Reads

    /// - Throws: `Problem.missing` when the centre has none.
    package static func title(_ id: LibraryTitle.ID, at centre: Centre.ID, in act: Act) throws -> LibraryTitle {
        guard let title = try titles("t.id = \(id) AND t.centre = \(centre)", in: act).first else { throw Problem.missing }
        return title
    }

    /// - Parameter condition: over `title t`.
    static func titles(_ condition: SQL, order: SQL = "t.id", most: Int = 500, in act: Act) throws -> [LibraryTitle] {
        try act.db.rows("SELECT t.* FROM title t WHERE \(condition) ORDER BY \(order) LIMIT \(most)").map(LibraryTitle.init(row:))
    }

    /// These, by their ids.
    package static func titles(_ ids: [LibraryTitle.ID], in act: Act) throws -> [LibraryTitle.ID: LibraryTitle] {
        guard !ids.isEmpty else { return [:] }
        return Dictionary(uniqueKeysWithValues: try titles("t.id IN \(list: ids)", most: ids.count, in: act).map { ($0.id, $0) })
    }

    /// All of a centre.
    static func all(at centre: Centre.ID, in act: Act) throws -> [LibraryTitle.ID: LibraryTitle] {
        Dictionary(uniqueKeysWithValues: try titles("t.centre = \(centre)", most: 1_000_000, in: act).map { ($0.id, $0) })
    }

    /// All of a centre of these kinds, by name.
    package static func titles(of kinds: [TitleKind], at centre: Centre.ID, order: Alphabet, in act: Act) throws -> [LibraryTitle] {
        try titles("t.centre = \(centre) AND t.kind IN \(list: kinds)", order: "t.\(SortKeys.column(order)), t.id", most: 10_000, in: act)
    }

    /// The parts that belong to a title, in their order.
    package static func parts(of id: LibraryTitle.ID, in act: Act) throws -> [TitlePart] {
        try act.db.rows("SELECT id, name, count, position FROM title_part WHERE title = \(id) ORDER BY position, id").map { row in
            TitlePart(id: try row["id"], name: try row["name"], count: try row["count"], position: try row["position"])
        }
    }

    /// One that may be the same: by its ISBN or its number in the shared catalogue.
    static func double(of draft: TitleDraft, at centre: Centre.ID, in act: Act) throws -> LibraryTitle? {
        let ways: [SQL] = (draft.isbn.isEmpty ? [] : ["t.isbn = \(draft.isbn)"]) + (draft.cobiss.isEmpty ? [] : ["t.cobiss = \(draft.cobiss)"])
        return ways.isEmpty ? nil : try titles("t.centre = \(centre) AND (\(SQL.joined(ways, " OR ")))", most: 1, in: act).first
    }

    /// One that is about to be changed.
    static func held(_ id: LibraryTitle.ID, at centre: Centre.ID, in act: Act) throws -> LibraryTitle {
        guard act.by.keepsLibrary(of: centre) else { throw Problem.missing }
        _ = try title(id, at: centre, in: act)
        try act.db.hold("title", id.value)
        return try title(id, at: centre, in: act)
    }
}

extension LibraryTitle {
    init(row: Row) throws {
        var draft = TitleDraft(try row["name"], try row["kind"], in: try row["language"])
        let authors: String = try row["authors"], subjects: String = try row["subjects"]
        (draft.subtitle, draft.publisher, draft.place, draft.year) = (try row["subtitle"], try row["publisher"], try row["place"], try row["year"])
        (draft.edition, draft.extent, draft.series) = (try row["edition"], try row["extent"], try row["series"])
        (draft.isbn, draft.issn, draft.cobiss, draft.udc) = (try row["isbn"], try row["issn"], try row["cobiss"], try row["udc"])
        (draft.authors, draft.subjects) = (authors.split(separator: "\n").map(String.init), subjects.split(separator: "\n").map(String.init))
        (draft.audience, draft.summary, draft.link, draft.programme) = (try row["audience"], try row["summary"], try row["link"], try row["programme"])
        self.init(id: try row["id"], centre: try row["centre"], draft: draft, cover: try row["cover"], created: try row["created"], changed: try row["changed"])
    }
}
