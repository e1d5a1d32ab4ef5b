package import Centres
package import Kernel
import Languages
import Storage

/// Copies as rows.
package enum CopyStore {
    // MARK: Reads

    /// - Throws: `Problem.missing` when the centre has none.
    package static func copy(_ id: Copy.ID, at centre: Centre.ID, in act: Act) throws -> Copy {
        guard let copy = try copies("c.id = \(id) AND c.centre = \(centre)", in: act).first else { throw Problem.missing }
        return copy
    }

    /// What a label names, at whatever centre it is: a book that came by mistake is told from one that nobody knows.
    /// - Parameter text: as a scanner or a hand has typed it; also the number of the book that was kept before, where only one copy of the centre has it.
    package static func copy(labelled text: String, at centre: Centre.ID, in act: Act) throws -> Copy? {
        let label = LibraryCode.cleaned(text), line = WrittenText.line(text)
        guard !label.isEmpty else { return nil }
        if let copy = try copies("c.label = \(label)", in: act).first { return copy }
        let former = try copies("c.centre = \(centre) AND c.former = \(line) AND c.former <> ''", most: 2, in: act)
        return former.count == 1 ? former.first : nil
    }

    /// What somebody at the desk means: a barcode, or a number of the inventory book.
    package static func copy(sought text: String, at centre: Centre.ID, in act: Act) throws -> Copy? {
        if let copy = try copy(labelled: text, at: centre, in: act) { return copy.centre == centre ? copy : nil }
        return try Int(typed: WrittenText.line(text), in: 1...LibraryCode.numberMost).flatMap { try copy(number: $0, at: centre, in: act) }
    }

    /// The one with that number in the centre's inventory book.
    package static func copy(number: Int, at centre: Centre.ID, in act: Act) throws -> Copy? {
        try copies("c.centre = \(centre) AND c.number = \(number)", in: act).first
    }

    /// Those between two numbers of the book that were not written off.
    package static func copies(numbered numbers: ClosedRange<Int>, at centre: Centre.ID, in act: Act) throws -> [Copy] {
        try copies(
            "c.centre = \(centre) AND c.number BETWEEN \(numbers.lowerBound) AND \(numbers.upperBound) AND c.state <> 'off'", most: numbers.count, in: act)
    }

    /// - Parameter condition: over `copy c`.
    static func copies(_ condition: SQL, order: SQL = "c.number, c.id", most: Int = 1_000, in act: Act) throws -> [Copy] {
        try act.db.rows("SELECT c.* FROM copy c WHERE \(condition) ORDER BY \(order) LIMIT \(most)").map(Copy.init(row:))
    }

    /// These, by their ids.
    package static func copies(_ ids: [Copy.ID], in act: Act) throws -> [Copy.ID: Copy] {
        guard !ids.isEmpty else { return [:] }
        return Dictionary(uniqueKeysWithValues: try copies("c.id IN \(list: ids)", most: ids.count, in: act).map { ($0.id, $0) })
    }

    /// All of a title, by their numbers.
    package static func copies(of title: LibraryTitle.ID, in act: Act) throws -> [Copy] { try copies("c.title = \(title)", in: act) }

    /// All of these titles that were not written off.
    static func copies(of titles: [LibraryTitle.ID], in act: Act) throws -> [Copy] {
        try titles.isEmpty ? [] : copies("c.title IN \(list: titles) AND c.state <> 'off'", most: 1_000_000, in: act)
    }

    /// All of a centre that were not written off.
    static func copies(at centre: Centre.ID, in act: Act) throws -> [Copy] { try copies("c.centre = \(centre) AND c.state <> 'off'", most: 1_000_000, in: act) }

    /// All that stand, or should stand, in one place, by their numbers; without a place all of the centre that were not written off.
    package static func copies(onShelf shelf: String? = nil, at centre: Centre.ID, in act: Act) throws -> [Copy] {
        let place: SQL = shelf.map { "AND c.shelf = \($0)" } ?? ""
        return try copies("c.centre = \(centre) AND c.state <> 'off' \(place)", most: 200_000, in: act)
    }

    /// The places that copies stand at, with how many stand there.
    package static func shelves(at centre: Centre.ID, in act: Act) throws -> [(name: String, copies: Int)] {
        try act.db.rows("""
            SELECT shelf, count(*) AS copies FROM copy WHERE centre = \(centre) AND state <> 'off' GROUP BY shelf ORDER BY shelf
            """).map { (try $0["shelf"], try $0["copies"]) }
    }

    /// The inventory book of a year, or of all: what was taken in, by its numbers.
    package static func book(of year: Int?, at centre: Centre.ID, in act: Act) throws -> [Copy] {
        let days: SQL = year.map { "AND c.acquired >= \("\($0)-01-01") AND c.acquired <= \("\($0)-12-31")" } ?? ""
        return try copies("c.centre = \(centre) \(days)", most: 200_000, in: act)
    }

    /// What was written off in a year, by the decision and by the numbers.
    package static func writtenOff(in year: Int, at centre: Centre.ID, in act: Act) throws -> [Copy] {
        try copies("c.centre = \(centre) AND c.written_off >= \("\(year)-01-01") AND c.written_off <= \("\(year)-12-31")",
            order: "c.written_off, c.decision, c.number", most: 200_000, in: act)
    }
}

extension Copy {
    init(row: Row) throws {
        var draft = CopyDraft(acquired: try row["acquired"])
        (draft.label, draft.former, draft.shelf, draft.condition) = (try row["label"], try row["former"], try row["shelf"], try row["condition"])
        (draft.price, draft.origin, draft.source, draft.note) = (try row["price"], try row["origin"], try row["source"], try row["note"])
        let day: Day? = try row["written_off"], decision: String = try row["decision"]
        self.init(
            id: try row["id"], centre: try row["centre"], title: try row["title"], number: try row["number"], state: try row["state"], draft: draft,
            writtenOff: day.map { WriteOff($0, by: decision) })
    }
}
