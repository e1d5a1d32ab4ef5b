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

    /// Until when an offer made now would be held; nil when none may be made now.
    package func until(for event: Event, at now: Instant) -> Instant? {
        guard event.state == .announced || event.state == .confirmed, let cutoff = event.cutoff(rules), now < cutoff,
              Self.hours.contains(zone.time(of: now).hour)
        else { return nil }
        return min(now.adding(hours: rules.offerHours), cutoff)
    }
}
