package import Accounts
package import Kernel
import Languages
import Queues
import Storage

/// Neighbours as rows: who is one, whose key is believed, whom somebody has stopped.
package enum NeighbourStore {
    // MARK: Reads

    /// All of them, in the order in which they came.
    package static func all(in act: Act) throws -> [Neighbour] { try neighbours("1 = 1", in: act) }

    /// - Throws: `Problem.missing` for those who run no centre here.
    package static func neighbour(_ id: Neighbour.ID, at centre: ID<CentreTag>, in act: Act) throws -> Neighbour {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        return try neighbour(id, in: act)
    }

    static func neighbour(_ id: Neighbour.ID, in act: Act) throws -> Neighbour {
        guard let one = try found(id, in: act) else { throw Problem.missing }
        return one
    }

    /// Nil where it has been removed meanwhile.
    static func found(_ id: Neighbour.ID, in act: Act) throws -> Neighbour? { try neighbours("n.id = \(id)", in: act).first }

    static func neighbours(_ condition: SQL, in act: Act) throws -> [Neighbour] {
        let rows = try act.db.rows("SELECT n.* FROM neighbour n WHERE \(condition) ORDER BY n.added, n.id")
        guard !rows.isEmpty else { return [] }
        let ids: [Neighbour.ID] = try rows.map { try $0["id"] }
        let names = try act.db.rows("SELECT * FROM neighbour_name WHERE neighbour IN \(list: ids)").reduce(into: [Neighbour.ID: [Language: String]]()) { names, row in
            names[try row["neighbour"], default: [:]][try row["language"] as Language] = try row["name"] as String
        }
        return try rows.map { row in try Neighbour(row: row, names: names[row["id"]] ?? [:]) }
    }

    /// Those who are to be asked now.
    static func due(in act: Act) throws -> [Neighbour.ID] {
        try act.db.rows("SELECT id FROM neighbour WHERE due <= \(act.now) AND state NOT IN ('paused', 'revoked') ORDER BY due, id").map { try $0["id"] }
    }

    /// The newest issues that were taken from a neighbour.
    static func sequences(of id: Neighbour.ID, in act: Act) throws -> [FeedKind: Int64] {
        try act.db.rows("SELECT kind, sequence FROM neighbour_feed WHERE neighbour = \(id)").reduce(into: [:]) { $0[try $1["kind"]] = try $1["sequence"] as Int64 }
    }

    /// How many offers of each kind are known of each neighbour.
    package static func counts(in act: Act) throws -> [Neighbour.ID: [FeedKind: Int]] {
        try act.db.rows("SELECT neighbour, kind, count(*) AS offers FROM neighbour_offer GROUP BY neighbour, kind").reduce(into: [:]) { counts, row in
            counts[try row["neighbour"], default: [:]][try row["kind"] as FeedKind] = try row["offers"] as Int
        }
    }

    // MARK: Verbs

    @discardableResult
    package static func add(_ address: SiteOrigin, _ fingerprint: Fingerprint, in act: Act) throws -> Neighbour.ID {
        guard act.by.isAdministrator else { throw Problem.missing }
        try FeedKeyStore.hold(in: act)
        guard try !act.db.exists("SELECT 1 AS known FROM neighbour WHERE address = \(address.text)") else {
            throw Problem.invalid("address", T.neighbours.errorKnown)
        }
        guard try !act.db.exists("SELECT 1 AS own FROM feed_key WHERE id = \(fingerprint.text)") else { throw Problem.invalid("fingerprint", T.neighbours.errorOwn) }
        let id = Neighbour.ID(try act.db.insert("""
            INSERT INTO neighbour (address, fingerprint, state, added, added_by, due)
            VALUES (\(address.text), \(fingerprint.text), 'new', \(act.now), \(act.by.person), \(act.now)) RETURNING id
            """))
        try act.record(T.neighbours.deedAdded, .neighbour(id), changes: [
            Change("address", from: "", to: address.text), Change("fingerprint", from: "", to: fingerprint.text),
        ])
        try act.enqueue("neighbours.pull", id, once: "neighbours.pull \(id)")
        return id
    }

    /// Somebody has compared the fingerprint of another key: it is believed from now on, with whatever it signs.
    package static func trust(_ fingerprint: Fingerprint, of id: Neighbour.ID, in act: Act) throws {
        guard act.by.isAdministrator else { throw Problem.missing }
        try act.db.hold("neighbour", id.value)
        let old = try neighbour(id, in: act)
        guard fingerprint.text != old.fingerprint || old.state != .revoked else { throw Problem.invalid("fingerprint", T.neighbours.errorSameKey) }
        guard try !act.db.exists("SELECT 1 AS own FROM feed_key WHERE id = \(fingerprint.text)") else { throw Problem.invalid("fingerprint", T.neighbours.errorOwn) }
        try act.db.run("""
            UPDATE neighbour SET fingerprint = \(fingerprint.text), state = 'new', fault = NULL, fails = 0, tag = '',
                due = \(act.now) WHERE id = \(id)
            """)
        // Those that the one before named may be a thief's; what is believed from now on lists its own. A lost one stays lost.
        if fingerprint.text != old.fingerprint { try act.db.run("DELETE FROM neighbour_key WHERE neighbour = \(id) AND NOT revoked") }
        try act.record(T.neighbours.deedTrusted, .neighbour(id), changes: [Change("fingerprint", from: old.fingerprint, to: fingerprint.text)], retention: .register)
        try act.enqueue("neighbours.pull", id, once: "neighbours.pull \(id)")
    }

    /// Is asked as soon as may be.
    package static func ask(_ id: Neighbour.ID, at centre: ID<CentreTag>, in act: Act) throws {
        let found = try neighbour(id, at: centre, in: act)
        guard found.state != .paused, found.state != .revoked else { throw Problem.conflict(T.neighbours.errorNotAsked) }
        try act.enqueue("neighbours.pull", id, once: "neighbours.pull \(id)")
    }

    /// Stops it, or goes on.
    package static func setPaused(_ isPaused: Bool, _ id: Neighbour.ID, in act: Act) throws {
        guard act.by.isAdministrator else { throw Problem.missing }
        try act.db.hold("neighbour", id.value)
        let old = try neighbour(id, in: act)
        guard old.state != .revoked, (old.state == .paused) != isPaused else { throw Problem.conflict(T.neighbours.errorNotAsked) }
        let state: Neighbour.State = isPaused ? .paused : old.heard == nil ? .new : .good
        try act.db.run("UPDATE neighbour SET state = \(state), fault = NULL, fails = 0, due = \(isPaused ? nil : act.now) WHERE id = \(id)")
        try act.record(isPaused ? T.neighbours.deedPaused : T.neighbours.deedResumed, .neighbour(id))
    }

    /// It is no neighbour any more: what it offered goes with it. Records that people brought from there are theirs, and stay.
    package static func remove(_ id: Neighbour.ID, in act: Act) throws {
        guard act.by.isAdministrator else { throw Problem.missing }
        try act.db.hold("neighbour", id.value)
        let old = try neighbour(id, in: act)
        try NeighbourOfferStore.forget(id, in: act)
        try act.db.run("DELETE FROM neighbour_feed WHERE neighbour = \(id)")
        try act.db.run("DELETE FROM neighbour_key WHERE neighbour = \(id)")
        try act.db.run("DELETE FROM neighbour_name WHERE neighbour = \(id)")
        try act.db.run("UPDATE brought_record SET neighbour = NULL WHERE neighbour = \(id)")
        try act.db.run("DELETE FROM neighbour WHERE id = \(id)")
        try act.record(T.neighbours.deedRemoved, .neighbour(id), changes: [Change("address", from: old.address, to: "")])
    }
}

extension Neighbour {
    init(row: Row, names: [Language: String]) throws {
        id = try row["id"]
        (address, fingerprint, state, fault) = (try row["address"], try row["fingerprint"], try row["state"], try row["fault"])
        (installation, site, language) = (try row["installation"], try row["site"], try row["language"])
        self.names = names
        (added, addedBy, tried, heard, due) = (try row["added"], try row["added_by"], try row["tried"], try row["heard"], try row["due"])
        (fails, tag, sequence, expires) = (try row["fails"], try row["tag"], try row["sequence"], try row["expires"])
    }
}
