package import Languages

/// On which days something can be brought back: the days of the week on which the desk is open, without holidays and what the centre has closed.
package struct OpenDays: Sendable {
    package let weekdays: Set<Weekday>
    package let closed: [ClosedRange<Day>]

    package init(_ weekdays: Set<Weekday>, closed: [ClosedRange<Day>] = []) { (self.weekdays, self.closed) = (weekdays, closed) }

    package func isOpen(_ day: Day) -> Bool { weekdays.contains(day.weekday) && !closed.contains { $0.contains(day) } }

    /// So far a day is looked for; a desk that is never open moves nothing.
    private static let most = 400

    package func first(from day: Day) -> Day { (0..<Self.most).lazy.map { day.adding(days: $0) }.first(where: isOpen) ?? day }

    package func last(until day: Day) -> Day { (0..<Self.most).lazy.map { day.adding(days: -$0) }.first(where: isOpen) ?? day }

    /// The day on which a loan is due that begins today.
    /// - Parameter booked: from when somebody else has the copy; it is back on an open day before.
    /// - Returns: nil where there is no such day after today.
    package func due(from today: Day, days: Int, before booked: Day? = nil) -> Day? {
        let due = first(from: today.adding(days: days))
        guard let booked, due >= booked else { return due }
        let earlier = last(until: booked.adding(days: -1))
        return earlier > today ? earlier : nil
    }
}

/// A time in which the desk of a centre is closed.
package struct DeskClosure: Sendable, Hashable {
    package let id: Int64
    package let days: ClosedRange<Day>
    package let name: String
}
