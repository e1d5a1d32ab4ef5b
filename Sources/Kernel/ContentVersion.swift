package import Storage

/// Counts the changes of what public pages show. A page that was made at one version is kept in memory until the version changes.
package struct ContentVersion: Sendable, Hashable {
    /// Changes of what is written about events, programmes, centres and certificates.
    package let written: Int
    /// Changes of how many seats are taken. Every application is one, and few pages show them.
    package let seats: Int

    /// Whether what was made at an earlier version may still be shown.
    /// - Parameter withSeats: whether it tells how many seats are taken.
    package func allows(_ made: ContentVersion, withSeats: Bool) -> Bool {
        written == made.written && (!withSeats || seats == made.seats)
    }

    /// The version of the records as this transaction sees them.
    package init(in act: Act) throws {
        guard let row = try act.db.row("SELECT \(Self.columns)") else { throw Problem.missing }
        try self.init(row: row)
    }

    init(row: Row) throws {
        written = try row["version_written"]
        seats = try row["version_seats"]
    }

    /// Columns of a statement that reads something else too: see `Act.sees`.
    package static let columns: SQL = """
        (SELECT sum(written) FROM content_version) AS version_written, (SELECT sum(seats) FROM content_version) AS version_seats
        """
}

extension Act {
    /// Public pages made before this act are stale from now on.
    package func touchPublicPages() throws { try touch(written: 1, seats: 0) }

    /// Seats were taken or freed: public pages that show seats are stale from now on, and only those.
    package func touchSeats() throws { try touch(written: 0, seats: 1) }

    /// On PostgreSQL each connection counts in a row of its own. A single row would stay locked until its act commits, so that acts on different
    /// events would wait for one another.
    private func touch(written: Int, seats: Int) throws {
        let own: SQL = db.engine == .postgresql ? "pg_backend_pid() % 64 + 1" : "1"
        try db.run("""
            INSERT INTO content_version (id, written, seats) VALUES (\(own), \(written), \(seats))
            ON CONFLICT (id) DO UPDATE SET written = content_version.written + excluded.written, seats = content_version.seats + excluded.seats
            """)
    }
}
