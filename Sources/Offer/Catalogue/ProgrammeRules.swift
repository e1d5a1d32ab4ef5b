package import Kernel
package import Languages

/// What a programme allows to those who hold it. Each rule answers nil, or says in the reader's words why not and what to do;
/// whoever asks puts the answer at their own field.
extension Programme {
    /// It is held within its cycle, and before it was withdrawn.
    package func objection(toDays days: ClosedRange<Day>) -> Phrase? {
        guard cycle.contains(days.lowerBound), cycle.contains(days.upperBound) else {
            return T.catalogue.outsideCycle(cycle: .title(cycle.title), from: .day(cycle.days.lowerBound), until: .day(cycle.days.upperBound))
        }
        if let withdrawal, withdrawal.day <= days.upperBound { return T.catalogue.withdrawnSince(day: .day(withdrawal.day)) }
        return nil
    }

    /// An event, and a certificate, never brings more points than the catalogue gives hours.
    package func objection(toPoints points: Int) -> Phrase? {
        points <= hours ? nil : T.catalogue.pointsAbove(hours: .number(hours))
    }

    /// A group is never larger than the catalogue allows.
    package func objection(toSeats seats: Int) -> Phrase? {
        seats <= seatsMax ? nil : T.catalogue.seatsAbove(most: .number(seatsMax))
    }
}

extension Cycle {
    /// A programme is renewed, or has its predecessor, across time: the later cycle begins later.
    package func follows(_ earlier: Cycle) -> Bool { earlier.days.lowerBound < days.lowerBound }
}
