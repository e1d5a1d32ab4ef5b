package import Kernel
import Languages
import Storage

/// How often something may be tried: counted in a table, so that several copies of the program count together.
package struct Attempts: Sendable {
    let name: String
    let limit: Int
    let seconds: Int

    /// - Parameters:
    ///   - name: what is limited, e.g. `enter`.
    ///   - target: for whom: an address, an account; it is hashed.
    package init(_ name: StaticString, of target: String, limit: Int, within seconds: Int) {
        let digest = Hex.text(Token(text: target).hash.prefix(12))
        self.name = "\(name) \(digest)"
        self.limit = limit
        self.seconds = seconds
    }

    /// Tries from one network.
    package init(_ name: StaticString, from network: Network, limit: Int, within seconds: Int) {
        self.init(name, of: network.description, limit: limit, within: seconds)
    }

    /// Tries of everybody together: many networks may belong to one hand.
    package init(inAll name: StaticString, limit: Int, within seconds: Int) {
        self.init(name, of: "all", limit: limit, within: seconds)
    }

    /// Counts one try. The count stands only if the act does; call it in an act of its own where a refusal must count too.
    /// - Throws: `Problem.tooOften` when the limit is reached.
    package func count(in act: Act) throws {
        let opened = act.now.adding(seconds: -seconds)
        let row = try act.db.row("""
            INSERT INTO attempt (name, window_start, count) VALUES (\(name), \(act.now), 1)
            ON CONFLICT (name) DO UPDATE SET
                count = CASE WHEN attempt.window_start <= \(opened) THEN 1 ELSE attempt.count + 1 END,
                window_start = CASE WHEN attempt.window_start <= \(opened) THEN excluded.window_start ELSE attempt.window_start END
            RETURNING count, window_start
            """)
        guard let row, try row["count"] as Int > limit else { return }
        let start: Instant = try row["window_start"]
        let wait = max(1, start.adding(seconds: seconds).seconds(since: act.now))
        throw Problem(.tooOften(seconds: wait), [Problem.Fault(nil, T.web.tooOften(count: (wait + 59) / 60))])
    }

    /// Takes back the one that was just counted: it was no miss.
    package func forgive(in act: Act) throws {
        try act.db.run("UPDATE attempt SET count = count - 1 WHERE name = \(name) AND count > 0")
    }
}
