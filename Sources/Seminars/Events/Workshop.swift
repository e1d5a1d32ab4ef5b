package import Kernel
package import Languages

/// A session that one chooses, with seats of its own and often beside others. Only events whose form has `parts` have some; a session without seats of
/// its own is everybody's.
package struct Workshop: Sendable, Hashable {
    package typealias ID = EventSession.ID

    package let id: ID
    package let session: EventSession

    package init(id: ID, session: EventSession) {
        self.id = id
        self.session = session
    }

    /// Whether nobody can be in both.
    package func clashes(with other: Workshop) -> Bool { id != other.id && session.overlaps(other.session) }

    /// Workshops in the order of the clock, those together between which one must choose: each clashes with another one of its block.
    package static func blocks(of workshops: [Workshop]) -> [[Workshop]] {
        workshops.reduce(into: []) { blocks, workshop in
            if blocks.last?.contains(where: workshop.clashes) == true { blocks[blocks.count - 1].append(workshop) } else { blocks.append([workshop]) }
        }
    }

    /// The first two of these that nobody can be in at once.
    package static func clash(among workshops: [Workshop]) -> (Workshop, Workshop)? {
        for (index, one) in workshops.enumerated() {
            if let other = workshops[..<index].first(where: one.clashes) { return (other, one) }
        }
        return nil
    }
}

extension Event {
    /// What is chosen of it, in the order of the clock; none where its form has no parts.
    package var workshops: [Workshop] {
        guard form.has(.parts) else { return [] }
        return zip(sessionRows, plan.sessions).filter { $0.1.seats > 0 }.map { Workshop(id: $0, session: $1) }
    }
}

extension Event {
    /// What somebody comes to who has a seat in these workshops: the sessions that are everybody's, and these. Where nothing is left, for it has workshops
    /// only, the stretches of time in which they are held: a seat is a date to keep.
    package func sessions(choosing chosen: Set<Workshop.ID>) -> [EventSession] {
        let workshops = Set(workshops.map(\.id))
        let own = zip(sessionRows, plan.sessions).filter { !workshops.contains($0.0) || chosen.contains($0.0) }.map(\.1)
        return own.isEmpty ? stretches : own
    }

    /// Its sessions as everybody's day reads: workshops beside one another as one stretch of time, without a place.
    package var stretches: [EventSession] {
        let workshops = workshops
        guard !workshops.isEmpty else { return plan.sessions }
        let chosen = Set(workshops.map(\.id))
        let common = zip(sessionRows, plan.sessions).filter { !chosen.contains($0.0) }.map(\.1)
        let stretches = Workshop.blocks(of: workshops).compactMap { block -> EventSession? in
            guard let first = block.first?.session, let ends = block.map(\.session.ends).max() else { return nil }
            return EventSession(day: first.day, begins: first.begins, ends: ends)
        }
        return (common + stretches).sorted { ($0.day.number, $0.begins) < ($1.day.number, $1.begins) }
    }
}

/// Its sessions were written anew, maybe with other seats. Whoever knows who chose which refuses what would leave somebody without a seat.
package struct EventSessionsChanged: Fact { package let event: Event }
