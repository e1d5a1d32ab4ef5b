package import Events
package import Languages
package import Centres

/// When a freed seat may be offered, and for how long: an offer is sent between 8 and 20 o'clock local time, lasts as long as the centre's rule says,
/// and never past the cut-off.
package struct OfferRule: Sendable {
    package let rules: SeatRules
    package let zone: Zone
    private static let hours = 8..<20

    package init(_ rules: SeatRules, in zone: Zone) {
        self.rules = rules
        self.zone = zone
    }

    /// Why a seat stands free although somebody waits: it is theirs, and offered when offers are made again. Nil where none does.
    package func explanation(_ seats: Seats, of event: Event, at now: Instant) -> Phrase? {
        guard seats.offerable > 0, event.state == .announced || event.state == .confirmed else { return nil }
        guard let cutoff = event.cutoff(rules), now < cutoff else { return T.registration.freeByStaff(count: seats.offerable) }
        return T.registration.freeForWaiting(count: seats.offerable, from: .number(Self.hours.lowerBound), to: .number(Self.hours.upperBound))
    }

    /// Whether it is an hour at which people are written to of themselves.
    func writes(at now: Instant) -> Bool { Self.hours.contains(zone.time(of: now).hour) }

    /// The same from the cut-off to the start, for seats that a group which comes whole or not at all cannot use.
    func untilPastWhole(for event: Event, at now: Instant) -> Instant? {
        guard event.state == .announced || event.state == .confirmed, let cutoff = event.cutoff(rules), let starts = event.starts, cutoff <= now, now < starts,
              writes(at: now)
        else { return nil }
        return min(now.adding(hours: rules.offerHours), starts)
    }

    /// Until when an offer made now would be held; nil when none may be made now.
    package func until(for event: Event, at now: Instant) -> Instant? {
        guard event.state == .announced || event.state == .confirmed, let cutoff = event.cutoff(rules), now < cutoff,
              writes(at: now)
        else { return nil }
        return min(now.adding(hours: rules.offerHours), cutoff)
    }
}
