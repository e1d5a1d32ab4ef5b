package import Catalogue
package import Centres
package import Events
package import Kernel
package import Languages
package import Needs

/// A draft that stands ready because so many would come: the programme, a hall, the trainers, and three dates on which both are free.
package struct Launch: Sendable {
    package typealias ID = Kernel.ID<Launch>

    package let id: ID
    package let call: DemandCall.ID
    package let centre: Centre.ID
    /// Nil where the topic has none.
    package let programme: Programme.ID?
    /// Who counted when it was made.
    package let people: Int
    package let schools: Int
    /// That all of them travel to the centre and back, in a straight line; those of whom nobody knows where they work are left out.
    package let km: Int
    /// Nil where none could be made, or it was discarded.
    package let event: Event.ID?
    package let made: Instant
    package let dates: [LaunchDate]
}

/// A day on which it could begin, and the hall that is free then.
package struct LaunchDate: Sendable, Hashable {
    package let day: Day
    package let hall: Hall.ID?

    package init(day: Day, hall: Hall.ID?) { (self.day, self.hall) = (day, hall) }
}

/// Which days are proposed.
package enum LaunchDates {
    /// So many weeks from today, for people to apply and schools to arrange for cover.
    package static let lead = 5
    /// So many weeks are looked at.
    package static let horizon = 26
    package static let most = 3

    /// Saturdays on which it could begin, within the days on which the programme may be held.
    package static func saturdays(after today: Day, within days: ClosedRange<Day>? = nil) -> [Day] {
        let earliest = today.adding(days: lead * 7)
        let first = (0..<7).lazy.map { earliest.adding(days: $0) }.first { $0.weekday == .saturday } ?? earliest
        return (0..<horizon).map { first.adding(days: $0 * 7) }.filter { day in days.map { $0.contains(day) } ?? true }
    }

    /// The first of them that fit.
    package static func fitting(_ days: [Day], fits: (Day) throws -> LaunchDate?) rethrows -> [LaunchDate] {
        var found: [LaunchDate] = []
        for day in days where found.count < most { if let date = try fits(day) { found.append(date) } }
        return found
    }
}

/// Who is taken when: what a date is fitted into.
package struct Taken: Sendable {
    /// Hours of halls, with the time for setting up and clearing.
    var halls: [Hall.ID: [Range<Instant>]] = [:]
    /// Days on which somebody who would lead it cannot, or leads something else.
    var days: Set<Day> = []

    package init() {}

    /// The first hall that is large enough and free for all sessions; nil in it where there is none to choose from. Nil where the day does not fit.
    package func date(_ sessions: [EventSession], seats: Int, halls: [Hall], in zone: Zone) -> LaunchDate? {
        guard let first = sessions.map(\.day).min(), sessions.allSatisfy({ !days.contains($0.day) }) else { return nil }
        guard !halls.isEmpty else { return LaunchDate(day: first, hall: nil) }
        let hall = halls.first { hall in
            (hall.details.seats ?? .max) >= seats && sessions.allSatisfy { session in
                guard let begins = try? zone.instant(session.day, session.begins), let ends = try? zone.instant(session.day, session.ends), begins < ends else {
                    return false
                }
                let hours = begins.adding(minutes: -hall.details.setup)..<ends.adding(minutes: hall.details.clearing)
                return !(self.halls[hall.id] ?? []).contains { $0.overlaps(hours) }
            }
        }
        return hall.map { LaunchDate(day: first, hall: $0.id) }
    }
}
