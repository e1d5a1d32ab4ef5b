package import Kernel
package import Languages
import Storage

/// The archive book as rows: its numbers go on through all years, without gaps.
package enum RegistryArchiveStore {
    // MARK: Reads

    /// All lines of a centre's book, from the first on.
    package static func all(of centre: ID<CentreTag>, in act: Act) throws -> [RegistryArchive] {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        return try act.db.rows("SELECT * FROM registry_archive WHERE centre = \(centre) ORDER BY number").map(RegistryArchive.init(row:))
    }

    package static func line(_ id: RegistryArchive.ID, at centre: ID<CentreTag>, in act: Act) throws -> RegistryArchive {
        let line = try act.db.row("SELECT * FROM registry_archive WHERE id = \(id) AND centre = \(centre)").map(RegistryArchive.init(row:))
        guard act.by.coordinates(centre), let line else { throw Problem.missing }
        return line
    }

    static func papers(of id: RegistryArchive.ID, in act: Act) throws -> [RegistryEntry] {
        try RegistryListStore.entries("e.archive = \(id)", order: "e.number, e.sub", in: act)
    }

    /// Papers of years that are over and that stand in no line yet, by year and mark: what the book still wants.
    package static func lacking(at centre: ID<CentreTag>, on today: Day, in act: Act) throws -> [(year: Int, mark: RegistryMark, papers: Int)] {
        let marks = Dictionary(uniqueKeysWithValues: try RegistryMarkStore.marks("m.centre = \(centre)", in: act).map { ($0.id, $0) })
        return try act.db.rows("""
            SELECT b.year, e.mark, count(*) AS papers FROM registry_entry e JOIN registry_book b ON b.id = e.book
            WHERE b.centre = \(centre) AND b.year < \(today.year) AND e.mark IS NOT NULL AND e.archive IS NULL AND e.settled IS NOT NULL AND e.withdrawn IS NULL
            GROUP BY b.year, e.mark ORDER BY b.year, e.mark
            """).compactMap { row in
            guard let mark = marks[try row["mark"]] else { return nil }
            return (try row["year"], mark, try row["papers"])
        }.sorted { ($0.year, $0.mark.code) < ($1.year, $1.mark.code) }
    }

    // MARK: Verbs

    /// Writes a line: what is settled of that year and mark belongs to it from then on, and its term is the one that held then.
    @discardableResult
    package static func add(_ draft: RegistryArchiveDraft, at centre: ID<CentreTag>, in act: Act) throws -> RegistryArchive.ID {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        let today = try RegistryBookStore.today(at: centre, in: act)
        var faults = Faults()
        faults.require(draft.year < today.year, "year", T.registry.errorArchiveYear)
        faults.require(!draft.contents.isEmpty, "contents", T.common.errorMissing)
        try faults.check()
        let mark = try draft.mark.map { id in
            guard let mark = try RegistryMarkStore.marks("m.id = \(id) AND m.centre = \(centre)", in: act).first else {
                throw Problem.invalid("mark", T.common.errorChoose)
            }
            return mark
        }
        try act.db.hold("centre", centre.value)
        let term = Day(year: draft.year, month: 12, day: 31).flatMap { mark?.term(on: $0) }
        let number: Int = try act.db.value("SELECT max(number) AS number FROM registry_archive WHERE centre = \(centre)") ?? 0
        let id = RegistryArchive.ID(try act.db.insert("""
            INSERT INTO registry_archive (centre, number, year, mark, contents, quantity, place, years, article, entered, entered_by)
            VALUES (\(centre), \(number + 1), \(draft.year), \(draft.mark), \(draft.contents), \(draft.quantity), \(draft.place), \(term?.years),
                \(term?.article ?? ""), \(today), \(act.by.person)) RETURNING id
            """))
        if let mark {
            let papers = try act.db.run("""
                UPDATE registry_entry SET archive = \(id) WHERE mark = \(mark.id) AND archive IS NULL AND settled IS NOT NULL AND withdrawn IS NULL
                    AND book IN (SELECT b.id FROM registry_book b WHERE b.centre = \(centre) AND b.year = \(draft.year))
                """)
            try act.db.run("UPDATE registry_archive SET papers = \(papers) WHERE id = \(id)")
        }
        try act.record(T.registry.deedArchived, .registryArchive(id), centre: centre, changes: [Change("number", from: "", to: "\(number + 1)")],
            retention: .register)
        return id
    }

    /// The archive has consented, and the papers are gone: their files go too, the lines of the register stay.
    package static func dispose(_ id: RegistryArchive.ID, on day: Day, approval: String, at centre: ID<CentreTag>, in act: Act) throws {
        guard act.by.holds(.director, at: centre) else { throw Problem.missing }
        try act.db.hold("registry_archive", id.value)
        let line = try line(id, at: centre, in: act), today = try RegistryBookStore.today(at: centre, in: act)
        guard line.disposed == nil else { throw Problem.conflict(T.registry.errorDisposed) }
        guard line.isOver(on: today) else { throw Problem.conflict(T.registry.errorKept) }
        var faults = Faults()
        faults.require(!approval.isEmpty, "approval", T.registry.errorApproval)
        faults.require(day <= today, "disposed", T.registry.errorDayComes)
        faults.require(day >= line.entered, "disposed", T.registry.errorDisposedBefore)
        try faults.check()
        try act.db.run("UPDATE registry_archive SET disposed = \(day), approval = \(approval) WHERE id = \(id)")
        try act.db.run("DELETE FROM registry_file WHERE entry IN (SELECT e.id FROM registry_entry e WHERE e.archive = \(id))")
        try act.db.run("UPDATE registry_entry SET note = '' WHERE archive = \(id)")
        try act.record(T.registry.deedDisposed, .registryArchive(id), centre: centre, changes: [
            Change("disposed", from: "", to: day.iso), Change("approval", from: "", to: approval),
        ], retention: .register)
    }

    /// Lines whose time is over.
    static func over(at centre: ID<CentreTag>, on today: Day, in act: Act) throws -> Int {
        try act.db.value("""
            SELECT count(*) AS waiting FROM registry_archive WHERE centre = \(centre) AND disposed IS NULL AND years IS NOT NULL AND year + years + 1 <= \(today.year)
            """) ?? 0
    }
}
