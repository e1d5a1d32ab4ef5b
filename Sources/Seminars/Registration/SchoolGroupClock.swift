import Centres
package import Events
package import Kernel
import Languages
import Schools
import Storage

/// What happens to groups of schools by the clock: a head who did not answer, names that are missing.
extension SchoolGroupStore {
    /// Each group in an act of its own.
    @Sendable package static func tendAll(_ records: Records) async throws {
        for group in try await records.read(as: .system, { try due(in: $0) }) {
            try await records.write(by: .system) { try tend(group, in: $0) }
        }
    }

    /// Groups of events that have not begun where a head is awaited no longer, or seats have no name.
    private static func due(in act: Act) throws -> [SchoolGroup.ID] {
        try act.db.rows("""
            SELECT g.id FROM school_group g JOIN event e ON e.id = g.event WHERE g.approve_until <= \(act.now)
            UNION
            SELECT g.id FROM school_group g JOIN registration r ON r.school_group = g.id AND r.unnamed AND r.state IN ('admitted', 'waiting')
            WHERE g.names_until IS NOT NULL
            """).map { try $0["id"] }.sorted()
    }

    private static func tend(_ id: SchoolGroup.ID, in act: Act) throws {
        let (event, centre) = try RegistrationStore.hold(group(id, in: act).event, in: act)
        let group = try group(id, in: act), today = centre.zone.day(of: act.now)
        if let until = group.approveUntil, until <= act.now {
            try end(group, event, centre, T.registration.schoolGroupUnapproved, in: act)
            try SchoolGroupLetters.unapproved(group, event, centre, in: act)
            return
        }
        let unnamed = try seats(of: id, in: act).filter { $0.isUnnamed && $0.state.isOpen }
        guard let last = group.namesUntil, !unnamed.isEmpty, OfferRule(centre.rules, in: centre.zone).writes(at: act.now) else { return }
        if last < today {
            try lapse(unnamed, of: group, event, centre, in: act)
        } else if last.adding(days: -SchoolGroup.reminderDays) <= today {
            let isNew = try act.db.run("UPDATE school_group SET reminded = \(act.now) WHERE id = \(id) AND reminded IS NULL") > 0
            if isNew { try SchoolGroupLetters.namesMissing(group, count: unnamed.count, until: last, event, centre, in: act) }
        }
    }

    /// An event has other days: the names are due so long before these.
    package static func follow(_ event: Event, in act: Act) throws {
        let centre = try CentreStore.centre(event.centre, in: act), tomorrow = centre.zone.day(of: act.now).adding(days: 1)
        guard let first = event.days?.lowerBound else { return }
        let last = max(tomorrow, first.adding(days: -centre.rules.namesDays))
        try act.db.run("UPDATE school_group SET names_until = \(last.iso), reminded = NULL WHERE event = \(event.id) AND names_until IS NOT NULL")
    }

    /// Seats without a name go on to others.
    private static func lapse(_ seats: [Registration], of group: SchoolGroup, _ event: Event, _ centre: Centre, in act: Act) throws {
        for seat in seats {
            let dossier = Dossier(registration: seat, event: event, centre: centre)
            try RegistrationStore.settle(dossier, Decision(.withdrawn, T.registration.seatLapsed), in: act)
        }
        try act.db.run("UPDATE school_group SET version = version + 1 WHERE id = \(group.id)")
        try SchoolGroupLetters.namesLapsed(group, count: seats.count, event, centre, in: act)
        try RegistrationStore.fill(event, of: centre, in: act)
    }
}
