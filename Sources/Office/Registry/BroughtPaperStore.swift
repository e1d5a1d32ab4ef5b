import Kernel
import Languages
import Storage

/// Papers of old registers as rows: they keep their numbers, and the next one of their year follows the greatest.
enum BroughtPaperStore {
    static func all(of centres: [ID<CentreTag>], in act: Act) throws -> [(id: RegistryEntry.ID, entry: BroughtPaper)] {
        try read("b.centre IN \(list: centres)", in: act)
    }

    static func entry(_ id: RegistryEntry.ID, in act: Act) throws -> BroughtPaper? { try read("e.id = \(id)", in: act).first?.entry }

    private static func read(_ condition: SQL, in act: Act) throws -> [(id: RegistryEntry.ID, entry: BroughtPaper)] {
        try act.db.rows("""
            SELECT e.*, b.centre, b.year, m.code FROM registry_entry e JOIN registry_book b ON b.id = e.book LEFT JOIN registry_mark m ON m.id = e.mark
            WHERE \(condition) ORDER BY e.id
            """).map { row in
            let entry = try RegistryEntry(row: row), draft = entry.draft, mark: String? = try row["code"]
            return (entry.id, BroughtPaper(
                centre: try row["centre"], year: try row["year"], number: entry.number, sub: entry.sub, label: entry.label, direction: draft.direction.rawValue,
                mark: mark ?? "", subject: draft.subject, other: draft.other, theirNumber: draft.theirNumber, day: draft.day, settled: entry.settled))
        }
    }

    static func add(_ paper: BroughtPaper, in act: Act) throws -> RegistryEntry.ID {
        guard act.by.coordinates(paper.centre) else { throw Problem.missing }
        let book = try RegistryBookStore.hold(paper.year, of: paper.centre, in: act)
        guard !book.isClosed else { throw Problem.conflict(T.registry.errorClosed) }
        guard try !act.db.exists("SELECT 1 AS stands FROM registry_entry WHERE book = \(book.id) AND number = \(paper.number) AND sub = \(paper.sub)") else {
            throw Problem.conflict(T.registry.errorStands(label: .text(paper.label)))
        }
        let mark: RegistryMark.ID? = try act.db.value("SELECT id FROM registry_mark WHERE centre = \(paper.centre) AND code = \(paper.mark)")
        let id = RegistryEntry.ID(try act.db.insert("""
            INSERT INTO registry_entry (book, number, sub, label, direction, mark, subject, other, their_number, day, entered, entered_by, settled)
            VALUES (\(book.id), \(paper.number), \(paper.sub), \(paper.label), \(paper.direction), \(mark), \(paper.subject), \(paper.other), \(paper.theirNumber),
                \(paper.day), \(act.now), \(act.by.person), \(paper.settled)) RETURNING id
            """))
        if paper.number > book.last { try act.db.run("UPDATE registry_book SET last_number = \(paper.number) WHERE id = \(book.id)") }
        try act.record(T.registry.deedBrought, .registryEntry(id), centre: paper.centre, changes: [Change("label", from: "", to: paper.label)], retention: .register)
        try RegistryListStore.makeFindable(id, in: act)
        return id
    }

    /// A list is taken back: its papers were never entered here.
    static func remove(_ id: RegistryEntry.ID, in act: Act) throws {
        guard let paper = try entry(id, in: act), act.by.coordinates(paper.centre) else { throw Problem.missing }
        let book = try RegistryBookStore.hold(paper.year, of: paper.centre, in: act)
        guard !book.isClosed else { throw Problem.conflict(T.registry.errorClosed) }
        if try act.db.exists("SELECT 1 AS used FROM registry_file WHERE entry = \(id)") { throw Problem.conflict(T.registry.errorUsed(label: .text(paper.label))) }
        try act.db.unindex("registry", id.value)
        try act.forgetJournal(about: .registryEntry(id))
        try act.db.run("DELETE FROM registry_entry WHERE id = \(id)")
        let last: Int = try act.db.value("SELECT max(number) AS number FROM registry_entry WHERE book = \(book.id)") ?? 0
        try act.db.run("UPDATE registry_book SET last_number = \(last) WHERE id = \(book.id)")
    }
}
