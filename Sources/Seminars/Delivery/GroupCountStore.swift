import Accounts
package import Events
package import Kernel
import Languages
package import Registration
import Storage

/// How many of each group came, as rows.
package enum GroupCountStore {
    /// The groups that have a seat, in the order of the list; none where no groups apply.
    package static func roll(of event: Event, _ rows: [RollRow], in act: Act) throws -> GroupRoll {
        guard event.form.applying == .group else { return GroupRoll(groups: []) }
        let counted = try act.db.rows("""
            SELECT c.registration, c.pupils, c.companions FROM group_count c JOIN registration r ON r.id = c.registration WHERE r.event = \(event.id)
            """)
        let counts: [Registration.ID: GroupCount] = try Dictionary(uniqueKeysWithValues: counted.map { row in
            (try row["registration"], GroupCount(pupils: try row["pupils"], companions: try row["companions"]))
        })
        return GroupRoll(groups: rows.compactMap { row in row.group.map { CountedGroup(row: row, group: $0, came: counts[row.registration]) } })
    }

    /// - Throws: `Problem.missing` for those who do not run the event, and where no groups apply.
    static func roll(of id: Event.ID, in act: Act) throws -> (event: Event, roll: GroupRoll) {
        let event = try EventStore.event(runBy: act.by, id, in: act)
        guard event.form.applying == .group else { throw Problem.missing }
        return (event, try roll(of: event, AttendanceStore.rows(of: event, in: act), in: act))
    }

    /// Writes down how many came. Whom the counts do not name is not counted any more.
    package static func write(_ counts: [Registration.ID: GroupCount], of id: Event.ID, in act: Act) throws {
        try act.db.hold("event", id.value)
        let (event, roll) = try roll(of: id, in: act)
        guard isOpen(event, at: act.now) else { throw Problem.conflict(T.delivery.groupsNotYet) }
        guard counts.keys.allSatisfy({ id in roll.groups.contains { $0.row.registration == id } }) else { throw Problem.missing }
        for group in roll.groups where counts[group.row.registration] != group.came {
            let id = group.row.registration, count = counts[id]
            try act.db.run("DELETE FROM group_count WHERE registration = \(id)")
            if let count {
                try act.db.run("""
                    INSERT INTO group_count (registration, pupils, companions, person, at)
                    VALUES (\(id), \(count.pupils), \(count.companions), \(act.by.person), \(act.now))
                    """)
            }
            func text(_ number: Int?) -> String { number.map { "\($0)" } ?? "" }
            try act.record(T.delivery.groupCounted, .registration(id), under: .event(event.id), centre: event.centre, changes: [
                Change("pupils", from: text(group.came?.pupils), to: text(count?.pupils)),
                Change("companions", from: text(group.came?.companions), to: text(count?.companions)),
            ])
        }
    }

    /// Groups are counted once it has begun, and as long as what was held can be corrected.
    static func isOpen(_ event: Event, at now: Instant) -> Bool {
        (event.state.isAlive || event.state == .closed) && event.starts.map { $0 <= now } ?? false
    }

    /// What was counted of groups that a person came with, for the person.
    static func held(about person: Person.ID, in act: Act) throws -> HeldData {
        let rows = try act.db.rows("""
            SELECT r.event, c.pupils, c.companions, c.at FROM group_count c JOIN registration r ON r.id = c.registration WHERE r.person = \(person)
            ORDER BY c.at, c.registration
            """)
        return HeldData("group_count", try rows.map { row in
            let at: Instant = try row["at"]
            return [
                "event": "\(try row["event"] as Int64)", "pupils": "\(try row["pupils"] as Int)", "companions": "\(try row["companions"] as Int)", "at": at.iso,
            ]
        })
    }
}
