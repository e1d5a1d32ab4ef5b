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

    /// So many days one may last.
    static let daysMost = 366
}
