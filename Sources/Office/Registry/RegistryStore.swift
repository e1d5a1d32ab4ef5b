package import Kernel
import Languages
import Storage

/// Papers enter the register: by hand, or by themselves when the program makes them. No number is given twice and none is left out, for the book is held
/// until the act ends, and an act that fails gives none.
package enum RegistryStore {
    // MARK: By themselves

    /// Enters a paper that the program made, or finds it: the same kind and row stay one line. Whoever makes the paper has the right; it is asked nothing here.
    /// - Returns: its number as it is written on papers.
    @discardableResult
    package static func enter(_ paper: RegistryPaper, in act: Act) throws -> String {
        if let known = try label(of: paper.kind, paper.row, in: act) { return known }
        let today = try RegistryBookStore.today(at: paper.centre, in: act)
        var book = try RegistryBookStore.hold(today.year, of: paper.centre, in: act)
        if let known = try label(of: paper.kind, paper.row, in: act) { return known }
        // What is signed for a day to come is entered today.
        var draft = RegistryDraft(paper.direction, Self.cut(paper.title, .sentence), on: min(paper.day, today))
        draft.other = Self.cut(paper.other, .line)
        draft.mark = try RegistryMarkStore.mark(for: paper.kind, at: paper.centre, on: draft.day, in: act)
        let label = try insert(draft, number: RegistryBookStore.next(&book, in: act), sub: 0, book, paper, in: act).label
        return label
    }

    /// The number of a paper that the program made, where it has entered.
    package static func label(of kind: String, _ row: Int64, in act: Act) throws -> String? {
        try act.db.value("SELECT label FROM registry_entry WHERE paper_kind = \(kind) AND paper_row = \(row)")
    }

    /// A paper that the program made holds no longer: it stays with its number, and says why. One that never entered is not missed.
    package static func withdraw(_ kind: String, _ row: Int64, because reason: String, in act: Act) throws {
        guard let found = try act.db.row("""
            SELECT e.id, b.centre FROM registry_entry e JOIN registry_book b ON b.id = e.book
            WHERE e.paper_kind = \(kind) AND e.paper_row = \(row) AND e.withdrawn IS NULL
            """) else { return }
        try withdrawn(try found["id"], because: Self.cut(reason, .note), at: try found["centre"], in: act)
    }

    static func withdrawn(_ id: RegistryEntry.ID, because reason: String, at centre: ID<CentreTag>, in act: Act) throws {
        try act.db.run("UPDATE registry_entry SET withdrawn = \(act.now), reason = \(reason) WHERE id = \(id)")
        try act.record(T.registry.deedWithdrawn, .registryEntry(id), centre: centre, changes: [Change("reason", from: "", to: reason)], retention: .register)
    }

    /// What a room says of a paper ends where the column does.
    private static func cut(_ text: String, _ limit: TextLimit) -> String {
        let line = WrittenText.line(text)
        return line.unicodeScalars.count <= limit.rawValue ? line : String(String.UnicodeScalarView(line.unicodeScalars.prefix(limit.rawValue - 1))) + "…"
    }

    // MARK: By hand

    /// Enters a paper: with the next number of this year, or with the next place in the case of another.
    /// - Parameter other: any paper of the case.
    package static func add(_ draft: RegistryDraft, toCaseOf other: RegistryEntry.ID? = nil, at centre: ID<CentreTag>, in act: Act) throws -> RegistryEntry.ID {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        let today = try RegistryBookStore.today(at: centre, in: act)
        var faults = Faults()
        draft.check(on: today, &faults)
        try faults.check()
        try RegistryMarkStore.check(draft.mark, at: centre, on: today, in: act)
        try check(draft.worker, at: centre, in: act)
        guard let other else {
            var book = try RegistryBookStore.hold(today.year, of: centre, in: act)
            return try insert(draft, number: RegistryBookStore.next(&book, in: act), sub: 0, book, nil, in: act).id
        }
        let first = try RegistryListStore.entry(other, at: centre, in: act), book = try RegistryBookStore.hold(first.book, in: act)
        guard !book.isClosed else { throw Problem.conflict(T.registry.errorCaseClosed) }
        let last: Int = try act.db.value("SELECT max(sub) AS sub FROM registry_entry WHERE book = \(book.id) AND number = \(first.number)") ?? 0
        return try insert(draft, number: first.number, sub: last + 1, book, nil, in: act).id
    }

    /// The paper that was entered last in the book of this year.
    package static func newest(at centre: ID<CentreTag>, in act: Act) throws -> RegistryEntry.ID? {
        let year = try RegistryBookStore.today(at: centre, in: act).year
        return try act.db.value("""
            SELECT e.id FROM registry_entry e JOIN registry_book b ON b.id = e.book WHERE b.centre = \(centre) AND b.year = \(year)
            ORDER BY e.number DESC, e.sub DESC LIMIT 1
            """)
    }

    /// - Throws: a fault at its field where somebody does not work at the centre.
    static func check(_ worker: ID<PersonTag>?, at centre: ID<CentreTag>, in act: Act) throws {
        guard let worker else { return }
        guard try RegistryListStore.staff(of: centre, in: act).contains(where: { $0.id == worker }) else { throw Problem.invalid("worker", T.registry.errorWorker) }
    }

    private static func insert(
        _ draft: RegistryDraft, number: Int, sub: Int, _ book: RegistryBook, _ paper: RegistryPaper?, in act: Act
    ) throws -> (id: RegistryEntry.ID, label: String) {
        let mark = try draft.mark.map { try RegistryMarkStore.code(of: $0, in: act) } ?? ""
        let label = book.style.label(number, sub: sub, year: book.year, mark: mark), settled: Day? = paper == nil ? nil : draft.day
        let id = RegistryEntry.ID(try act.db.insert("""
            INSERT INTO registry_entry (book, number, sub, label, direction, mark, subject, other, their_number, their_day, day, entered, entered_by, due, worker,
                settled, place, note, paper_kind, paper_row, paper_number, page)
            VALUES (\(book.id), \(number), \(sub), \(label), \(draft.direction), \(draft.mark), \(draft.subject), \(draft.other), \(draft.theirNumber),
                \(draft.theirDay), \(draft.day), \(act.now), \(act.by.person), \(draft.due), \(draft.worker), \(settled), \(draft.place), \(draft.note),
                \(paper?.kind ?? ""), \(paper?.row), \(cut(paper?.number ?? "", .label)), \(cut(paper?.page ?? "", .sentence))) RETURNING id
            """))
        try act.record(T.registry.deedEntered, .registryEntry(id), centre: book.centre, changes: [Change("label", from: "", to: label)], retention: .register)
        try RegistryListStore.makeFindable(id, in: act)
        return (id, label)
    }
}
