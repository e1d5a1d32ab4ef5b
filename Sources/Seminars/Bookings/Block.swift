package import Kernel
package import Languages

/// A hall or a thing that the centre keeps for itself: a meeting, painting, a repair. It may last for days.
package struct Block: Sendable, Hashable {
    package var thing: Bookable
    package var hours: Range<Instant>
    package var purpose: String

    package init(_ thing: Bookable, _ hours: Range<Instant>, purpose: String) {
        (self.thing, self.hours, self.purpose) = (thing, hours, purpose)
    }

    /// So many days one may last, and so long it may come back.
    static let daysMost = 366

    /// This one, and the same hours of the wall in each week after it as long as it begins until a day. A week whose hours summer time skips has none.
    package func weekly(until last: Day, in zone: Zone) -> [Block] {
        let (from, to) = (hours.lowerBound, hours.upperBound)
        return stride(from: 0, through: max(0, zone.day(of: from).days(until: last)), by: 7).compactMap { days in
            guard let begins = try? zone.instant(zone.day(of: from).adding(days: days), zone.time(of: from)),
                  let ends = try? zone.instant(zone.day(of: to).adding(days: days), zone.time(of: to))
            else { return nil }
            return Block(thing, begins..<max(begins, ends), purpose: purpose)
        }
    }
}
