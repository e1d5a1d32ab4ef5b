package import Kernel
package import Languages

/// What a page of the calendar shows: some days, some halls or things, and what they hold.
package struct BookingCalendar: Sendable {
    package enum Stretch: String, CaseIterable, Sendable { case day, week, month }
    package enum Kind: String, CaseIterable, Sendable { case halls, equipment }

    /// What an address asks for. What names nothing stands for the week of today and all halls.
    package struct Asked: Sendable, Hashable {
        package let stretch: Stretch
        package let kind: Kind
        package let day: Day
        /// The one that is to be seen alone.
        package let thing: Bookable?

        package init(view: String, of kind: String, on day: String, thing: String, today: Day) {
            stretch = Stretch(rawValue: view) ?? .week
            self.thing = Bookable(thing)
            self.kind = Kind(rawValue: kind) ?? (self.thing?.equipment == nil ? .halls : .equipment)
            // No calendar needs another century.
            self.day = Day(typed: day).flatMap { abs($0.year - today.year) <= 60 ? $0 : nil } ?? today
        }

        package var days: ClosedRange<Day> {
            switch stretch {
            case .day: day...day
            case .week: monday...monday.adding(days: 6)
            case .month: day.monthDays
            }
        }

        private var monday: Day { day.adding(days: 1 - day.weekday.rawValue) }

        package var previous: Day { stretch == .month ? day.monthDays.lowerBound.adding(months: -1) : day.adding(days: stretch == .day ? -1 : -7) }
        package var next: Day { stretch == .month ? day.monthDays.lowerBound.adding(months: 1) : day.adding(days: stretch == .day ? 1 : 7) }
    }

    package let asked: Asked
    /// All of the kind that is asked for: those to choose from.
    package let offered: [NamedBookable]
    package let bookings: [Booking]
    package let zone: Zone

    /// What is shown.
    package var things: [NamedBookable] { asked.thing.map { one in offered.filter { $0.thing == one } } ?? offered }

    package func bookings(of thing: Bookable, on day: Day) -> [Booking] { bookings.filter { $0.thing == thing && $0.days(in: zone).contains(day) } }

    package func bookings(on day: Day) -> [Booking] {
        let shown = Set(things.map(\.thing))
        return bookings.filter { shown.contains($0.thing) && $0.days(in: zone).contains(day) }
    }
}

/// A day of one hall as a row of hours: what is taken and what is free, one after the other.
package struct DayLine: Sendable {
    /// Quarters of an hour are the columns.
    package static let quarter = 15

    package struct Part: Sendable {
        package let begins: ClockTime
        package let ends: ClockTime
        /// How many quarters it is wide.
        package let columns: Int
        /// What takes it; nil where it is free.
        package let booking: Booking?
    }

    package let parts: [Part]

    /// The hours that a page shows: from seven to nine in the evening, and more where something is held outside of them.
    package static func hours(of bookings: [Booking], on day: Day, in zone: Zone) -> Range<Int> {
        let times = bookings.map { Booking.times($0.hours, on: day, in: zone) }
        let first = times.map { $0.begins.hour }.min() ?? 24, last = times.map { ($0.ends.minutes + 59) / 60 }.max() ?? 0
        return min(first, 7)..<max(last, 21)
    }

    /// - Parameter bookings: of one hall on that day, none of which touches another.
    package init(_ bookings: [Booking], on day: Day, within hours: Range<Int>, in zone: Zone) {
        let (first, last) = (hours.lowerBound * 60 / Self.quarter, hours.upperBound * 60 / Self.quarter)
        var parts: [Part] = []
        var place = first
        func time(_ column: Int) -> ClockTime { ClockTime(minutes: min(column * Self.quarter, ClockTime.minutesOfDay)) ?? .midnight }
        func free(until column: Int) {
            guard column > place else { return }
            parts.append(Part(begins: time(place), ends: time(column), columns: column - place, booking: nil))
            place = column
        }
        for booking in bookings.sorted(by: { $0.hours.lowerBound < $1.hours.lowerBound }) {
            let (begins, ends) = Booking.times(booking.hours, on: day, in: zone)
            free(until: min(begins.minutes / Self.quarter, last))
            let end = min(max((ends.minutes + Self.quarter - 1) / Self.quarter, place + 1), max(last, place + 1))
            parts.append(Part(begins: begins, ends: ends, columns: end - place, booking: booking))
            place = end
        }
        free(until: last)
        self.parts = parts
    }
}
