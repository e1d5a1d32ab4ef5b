import Centres
package import Kernel
import Languages
import Storage

/// Books of the register as rows: one is held while numbers are given from it.
package enum RegistryBookStore {
    /// All books of a centre, the newest first, with how many papers each holds and how many of them are open.
    package static func all(of centre: ID<CentreTag>, in act: Act) throws -> [RegistryBook] {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        return try act.db.rows("SELECT * FROM registry_book WHERE centre = \(centre) ORDER BY year DESC").map(RegistryBook.init(row:))
    }

    /// - Throws: `Problem.missing` for those who do not work at its centre.
    package static func book(_ id: RegistryBook.ID, in act: Act) throws -> RegistryBook {
        let book = try act.db.row("SELECT * FROM registry_book WHERE id = \(id)").map(RegistryBook.init(row:))
        guard let book, act.by.coordinates(book.centre) else { throw Problem.missing }
        return book
    }

    /// The book of a year, held until the act ends, so that nobody else gives a number from it. It is opened when it is first needed, and written as the
    /// one before it.
    static func hold(_ year: Int, of centre: ID<CentreTag>, in act: Act) throws -> RegistryBook {
        let style: RegistryStyle? = try act.db.value("SELECT style FROM registry_book WHERE centre = \(centre) AND year <= \(year) ORDER BY year DESC LIMIT 1")
        try act.db.run("""
            INSERT INTO registry_book (centre, year, style) VALUES (\(centre), \(year), \(style ?? .year)) ON CONFLICT (centre, year) DO NOTHING
            """)
        guard let id: RegistryBook.ID = try act.db.value("SELECT id FROM registry_book WHERE centre = \(centre) AND year = \(year)") else { throw Problem.missing }
        return try hold(id, in: act)
    }

    static func hold(_ id: RegistryBook.ID, in act: Act) throws -> RegistryBook {
        try act.db.hold("registry_book", id.value)
        guard let row = try act.db.row("SELECT * FROM registry_book WHERE id = \(id)") else { throw Problem.missing }
        return try RegistryBook(row: row)
    }

    /// Gives the next number of a book that is held.
    static func next(_ book: inout RegistryBook, in act: Act) throws -> Int {
        guard !book.isClosed else { throw Problem.conflict(T.registry.errorClosed) }
        book.last += 1
        try act.db.run("UPDATE registry_book SET last_number = \(book.last) WHERE id = \(book.id)")
        return book.last
    }

    /// Closes the book of a year that is over: its last page says with which number, and what stands in it changes no more.
    package static func close(_ id: RegistryBook.ID, in act: Act) throws {
        _ = try book(id, in: act)
        let book = try hold(id, in: act), today = try today(at: book.centre, in: act)
        guard !book.isClosed else { throw Problem.conflict(T.registry.errorClosed) }
        guard book.mayClose(on: today) else { throw Problem.conflict(T.registry.errorYearGoesOn) }
        try act.db.run("UPDATE registry_book SET closed = \(today), closed_by = \(act.by.person) WHERE id = \(id)")
        try act.record(T.registry.deedClosed, .registryBook(id), centre: book.centre, changes: [Change("last_number", from: "", to: "\(book.last)")],
            retention: .register)
    }

    /// Writes numbers in another style from the next one on.
    package static func write(_ style: RegistryStyle, at centre: ID<CentreTag>, in act: Act) throws {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        let book = try hold(today(at: centre, in: act).year, of: centre, in: act)
        try act.db.run("UPDATE registry_book SET style = \(style) WHERE id = \(book.id)")
        try act.record(T.registry.deedStyle, .registryBook(book.id), centre: centre, changes: [Change("style", from: book.style.rawValue, to: style.rawValue)])
    }

    static func today(at centre: ID<CentreTag>, in act: Act) throws -> Day { try CentreStore.centre(centre, in: act).zone.day(of: act.now) }
}
