package import Centres
package import Languages

/// How long a kit is away beside the days on which somebody has it.
package struct KitTimes: Sendable, Hashable {
    /// So many days the centre needs to make it ready before it leaves.
    package var setUp: Int
    /// So many days it is on the way: out, from one school to the next, and back.
    package var transport: Int

    package init(setUp: Int = 0, transport: Int = 0) { (self.setUp, self.transport) = (setUp, transport) }

    package static let bounds = 0...14
}

/// One school of a route, or another place, with the days on which it has the kit.
package struct KitStop: Sendable, Hashable {
    package var school: School.ID?
    /// Where, if that is no school that the centre knows.
    package var place: String
    package var days: ClosedRange<Day>

    package init(school: School.ID? = nil, place: String = "", days: ClosedRange<Day>) { (self.school, self.place, self.days) = (school, place, days) }
}

/// The way of a kit from the centre over some schools and back. The days between two schools are its own: nobody else can have it then.
package struct KitRoute: Sendable, Hashable {
    package var stops: [KitStop]
    package var times: KitTimes

    package init(_ stops: [KitStop], _ times: KitTimes) { (self.stops, self.times) = (stops, times) }

    package static let stopsMost = 12
    /// So far ahead a kit can be booked.
    package static let daysAhead = 400

    /// The day on which it leaves the centre.
    package var leaves: Day { (stops.first?.days.lowerBound ?? .zero).adding(days: -times.transport) }
    /// The day on which it is at the centre again.
    package var isBack: Day { (stops.last?.days.upperBound ?? .zero).adding(days: times.transport) }

    /// The days on which nobody else can have it.
    package var window: ClosedRange<Day> {
        let first = leaves.adding(days: -times.setUp)
        return first...max(first, isBack)
    }

    /// The same, so many days later.
    package func moved(days: Int) -> KitRoute {
        KitRoute(stops.map { stop in
            var stop = stop
            stop.days = stop.days.lowerBound.adding(days: days)...stop.days.upperBound.adding(days: days)
            return stop
        }, times)
    }

    /// The same, so that the centre begins to make it ready on a day.
    package func beginning(_ day: Day) -> KitRoute { moved(days: window.lowerBound.days(until: day)) }

    // MARK: What is wrong with it

    package enum Fault: Sendable, Hashable {
        case empty
        case tooMany
        /// The stop of that number begins before the kit can be there.
        case tooEarly(Int, earliest: Day)
        /// The centre cannot make it ready in time.
        case notReady(earliest: Day)
        case tooFar
        /// Somebody has it for longer than the rule lets.
        case tooLong(Int, most: Int)
    }

    /// - Parameters:
    ///   - today: on which it can be made ready at the earliest.
    ///   - most: days for one stop; nil where nothing limits them.
    package func faults(today: Day, most: Int?) -> [Fault] {
        guard let first = stops.first else { return [.empty] }
        guard stops.count <= Self.stopsMost else { return [.tooMany] }
        var faults: [Fault] = []
        if window.lowerBound < today { faults.append(.notReady(earliest: first.days.lowerBound.adding(days: window.lowerBound.days(until: today)))) }
        if window.upperBound > today.adding(days: Self.daysAhead) { faults.append(.tooFar) }
        for (number, pair) in zip(stops, stops.dropFirst()).enumerated() {
            let earliest = pair.0.days.upperBound.adding(days: 1 + times.transport)
            if pair.1.days.lowerBound < earliest { faults.append(.tooEarly(number + 2, earliest: earliest)) }
        }
        if let most {
            for (number, stop) in stops.enumerated() where stop.days.count > most { faults.append(.tooLong(number + 1, most: most)) }
        }
        return faults
    }
}
