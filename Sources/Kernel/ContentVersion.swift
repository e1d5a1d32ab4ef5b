import Storage

/// How often what public pages show has changed. What is made of it is kept in memory as long as its version stands.
package struct ContentVersion: Sendable, Hashable {
    /// What is written: of events, programmes, centres, certificates.
    package let written: Int
    /// Seats that were taken or freed: every application counts here, and few pages show it.
    package let seats: Int

    /// Whether what was made at an earlier version may still be shown.
    /// - Parameter withSeats: whether it tells how many seats are taken.
    package func allows(_ made: ContentVersion, withSeats: Bool) -> Bool {
        written == made.written && (!withSeats || seats == made.seats)
    }

    /// Of the records as this transaction sees them.
    package init(in act: Act) throws {
        guard let row = try act.db.row("SELECT sum(written) AS written, sum(seats) AS seats FROM content_version") else { throw Problem.missing }
        written = try row["written"]
        seats = try row["seats"]
    }
}

extension Act {
    /// Public pages made before this act are stale from now on.
    package func touchPublicPages() throws { try touch(written: 1, seats: 0) }

    /// Seats were taken or freed: public pages that show seats are stale from now on, and only those.
    package func touchSeats() throws { try touch(written: 0, seats: 1) }

    /// On PostgreSQL each connection counts in a row of its own: one row for all would be held until the commit, and every event would wait for the
    /// act of another.
    private func touch(written: Int, seats: Int) throws {
        let own: SQL = db.engine == .postgresql ? "pg_backend_pid() % 64 + 1" : "1"
        try db.run("""
            INSERT INTO content_version (id, written, seats) VALUES (\(own), \(written), \(seats))
            ON CONFLICT (id) DO UPDATE SET written = content_version.written + excluded.written, seats = content_version.seats + excluded.seats
            """)
    }
}
