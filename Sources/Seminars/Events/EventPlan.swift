package import Accounts
package import Catalogue
package import Centres
package import Kernel
package import Languages

/// What is decided about an event when it is planned, and may be changed until it is held.
package struct EventPlan: Sendable, Hashable {
    package var programme: Programme.ID?
    /// The language in which it is held.
    package var language: Language
    /// The smallest group: with fewer people it does not form.
    package var seatsMin: Int
    package var seats: Int
    /// The local day until whose end one can apply.
    package var deadline: Day
    /// Whether somebody has set it; else it follows the first session by the centre’s rule.
    package var hasOwnDeadline: Bool
    package var fee: Money
    package var feeCovers: String
    package var payers: [Payer]
    package var target: String
    package var points: Int
    package var municipality: Municipality.ID?
    package var texts: [Language: EventText]
    package var sessions: [EventSession]
    package var trainers: [Trainer]
    /// Empty where the form needs none.
    package var approval: EventApproval
    /// Empty where nobody travels.
    package var trip: EventTrip

    package init(
        programme: Programme.ID? = nil, language: Language, seatsMin: Int = 0, seats: Int, deadline: Day, hasOwnDeadline: Bool = true, fee: Money, feeCovers: String = "",
        payers: [Payer] = [.own, .school], target: String = "", points: Int = 0, municipality: Municipality.ID? = nil,
        texts: [Language: EventText], sessions: [EventSession], trainers: [Trainer] = [], approval: EventApproval = .none,
        trip: EventTrip = .none
    ) {
        self.programme = programme
        self.language = language
        self.seatsMin = seatsMin
        self.seats = seats
        self.deadline = deadline
        self.hasOwnDeadline = hasOwnDeadline
        self.fee = fee
        self.feeCovers = feeCovers
        self.payers = payers
        self.target = target
        self.points = points
        self.municipality = municipality
        self.texts = texts
        self.sessions = sessions
        self.trainers = trainers
        self.approval = approval
        self.trip = trip
    }
}

extension EventPlan {
    /// The day on which applications close when nobody sets another.
    package func usualDeadline(_ rules: SeatRules) -> Day? { sessions.map(\.day).min()?.adding(days: -rules.deadlineDays) }

    /// The same once more: moved by whole weeks, so that each session keeps its weekday, its hours and its hall, to the first week in which there is
    /// still a week to apply.
    package func repeated(from today: Day, _ rules: SeatRules) -> EventPlan {
        var plan = self
        plan.hasOwnDeadline = false
        // An approval holds for a year, in which each further time needs a consent of its own.
        plan.approval.consent = nil
        guard let first = sessions.map(\.day).min() else { return plan }
        let weeks = max(1, (first.days(until: today.adding(days: rules.deadlineDays + 7)) + 6) / 7)
        for index in plan.sessions.indices { plan.sessions[index].day = plan.sessions[index].day.adding(days: weeks * 7) }
        return plan
    }
}

/// What is written about an event in one language.
package struct EventText: Sendable, Hashable {
    package var title: String
    /// What one gets, in one sentence.
    package var summary: String
    package var description: String

    package init(title: String, summary: String = "", description: String = "") {
        self.title = title
        self.summary = summary
        self.description = description
    }
}

/// One part of an event: a local day and hours, so that summer time moves nothing.
package struct EventSession: Sendable, Hashable {
    package typealias ID = Kernel.ID<EventSession>

    package var day: Day
    package var begins: ClockTime
    package var ends: ClockTime
    package var hall: Hall.ID?
    /// The place, when it is no hall of the centre's, or what is said beside the hall.
    package var place: String
    package var link: String
    /// What it is called, where sessions run beside one another; empty else.
    package var title: String
    /// The same in other languages, where somebody wrote it.
    package var titles: [Language: String]
    /// Of a workshop, which one chooses; none where the session is everybody's.
    package var seats: Int

    package init(
        day: Day, begins: ClockTime, ends: ClockTime, hall: Hall.ID? = nil, place: String = "", link: String = "", title: String = "", titles: [Language: String] = [:],
        seats: Int = 0
    ) {
        self.day = day
        self.begins = begins
        self.ends = ends
        self.hall = hall
        self.place = place
        self.link = link
        self.title = title
        self.titles = titles
        self.seats = seats
    }
}

extension EventSession {
    /// Whether both are held at one time.
    package func overlaps(_ other: EventSession) -> Bool { day == other.day && begins < other.ends && other.begins < ends }

    /// What people are told of when it changes: all but the number of its seats, and what it is called in other languages.
    var told: EventSession {
        var session = self
        (session.seats, session.titles) = (min(seats, 1), [:])
        return session
    }

    /// Whether both can be held at once: each is somewhere, and not at the same place.
    func isElsewhere(than other: EventSession) -> Bool {
        func whereabouts(_ session: EventSession) -> [String] { [session.hall?.description ?? "", session.place.lowercased(), session.link] }
        return whereabouts(self).contains { !$0.isEmpty } && whereabouts(other).contains { !$0.isEmpty } && whereabouts(self) != whereabouts(other)
            && (hall == nil || hall != other.hall)
    }
}

/// Somebody who holds an event: the name as announced, and the person, where we know one.
package struct Trainer: Sendable, Hashable {
    package var name: String
    package var person: Person.ID?

    package init(name: String, person: Person.ID? = nil) {
        self.name = name
        self.person = person
    }
}
