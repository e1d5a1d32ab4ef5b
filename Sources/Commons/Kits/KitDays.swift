package import Languages

/// Which days of a kit are taken, and when it is free.
package enum KitDays {
    package static func isFree(_ window: ClosedRange<Day>, among taken: [ClosedRange<Day>]) -> Bool { !taken.contains { $0.overlaps(window) } }

    /// The first day, from one on, on which so many days in a row are free.
    /// - Returns: nil where there is none that begins by the last day.
    package static func nextFree(_ days: Int, from first: Day, by last: Day, among taken: [ClosedRange<Day>]) -> Day? {
        var day = first
        for range in taken.sorted(by: { $0.lowerBound < $1.lowerBound }) where range.upperBound >= day {
            if range.lowerBound > day.adding(days: days - 1) { break }
            day = range.upperBound.adding(days: 1)
        }
        return day <= last ? day : nil
    }
}

/// The copies of one kit and what is taken of each, in the order in which they are given out.
package struct KitShelf<Copy: Hashable & Sendable>: Sendable {
    package struct Line: Sendable {
        package let copy: Copy
        package let taken: [ClosedRange<Day>]

        package init(_ copy: Copy, taken: [ClosedRange<Day>]) { (self.copy, self.taken) = (copy, taken) }
    }

    package let lines: [Line]

    package init(_ lines: [Line]) { self.lines = lines }

    /// The copy that can go on a route.
    package func free(for route: KitRoute) -> Copy? { lines.first { KitDays.isFree(route.window, among: $0.taken) }?.copy }

    /// The route as early as it can be, from its own days on: the same stays at the same schools, moved as a whole.
    package func next(_ route: KitRoute) -> KitRoute? {
        let window = route.window, last = window.lowerBound.adding(days: KitRoute.daysAhead)
        return lines.compactMap { KitDays.nextFree(window.count, from: window.lowerBound, by: last, among: $0.taken) }.min().map(route.beginning)
    }

    /// The first day on which a school can have one for a day, from today on.
    package func nextFree(from today: Day, _ times: KitTimes) -> Day? {
        let day = today.adding(days: times.setUp + times.transport)
        return next(KitRoute([KitStop(days: day...day)], times))?.stops.first?.days.lowerBound
    }

    /// How many are free on a day.
    package func free(on day: Day) -> Int { lines.count { KitDays.isFree(day...day, among: $0.taken) } }
}
