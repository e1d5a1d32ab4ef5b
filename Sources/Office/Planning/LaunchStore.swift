import Accounts
import Bookings
import Catalogue
package import Centres
package import Events
package import Kernel
import Languages
package import Needs
import Storage

/// Drafts that calls have made, as rows.
package enum LaunchStore {
    // MARK: Made

    /// The rule of a centre was reached: what was called for stands ready, in the same act in which the last one pressed.
    package static func make(_ fact: DemandReached, in act: Act) throws {
        let centre = try CentreStore.centre(fact.centre, in: act), programme = try programme(of: fact.subject, in: act)
        let planning = try EventStore.planning(of: nil, at: centre.id, programme: programme.map { "\($0)" }, .azbuka, in: act)
        let title = try planning.programme?.title ?? self.title(of: fact.subject, centre.language, in: act)
        let (plan, dates) = try fitted(title, people: fact.comers.count, planning, in: act)
        // Whoever presses only says that they would come: what stands in the way of a draft is the office's affair.
        let isSound = plan.map { (try? $0.faults(of: planning.form, limits: nil, zone: centre.zone, today: nil).check()) != nil } ?? false
        let event = try plan.flatMap { isSound && !planning.form.isClosed ? try EventStore.draft(planning.form.id, $0, centre: centre.id, in: act) : nil }
        let seat = try CentreStore.seat(of: centre.id, in: act)
        let km = seat.map { seat in fact.comers.compactMap { $0.seat.map { $0.kilometres(to: seat) * 2 } }.reduce(0, +) } ?? 0
        let id = Launch.ID(try act.db.insert("""
            INSERT INTO launch (demand_call, centre, programme, people, schools, km, event, made)
            VALUES (\(fact.call), \(centre.id), \(programme), \(fact.comers.count), \(Set(fact.comers.compactMap(\.school)).count), \(Int(km.rounded())),
                    \(event), \(act.now)) RETURNING id
            """))
        for (line, date) in dates.enumerated() {
            try act.db.run("INSERT INTO launch_date (launch, line, day, hall) VALUES (\(id), \(line), \(date.day), \(date.hall))")
        }
        try act.record(T.planning.launchMade, .other("launch", id.value), under: event.map { .event($0) }, centre: centre.id)
    }

    /// What is held for a topic is the first of its programmes that may be held now.
    private static func programme(of subject: DemandSubject, in act: Act) throws -> Programme.ID? {
        switch subject {
        case .programme(let id): return id
        case .topic(let id):
            let today = Zone.utc.day(of: act.now)
            return try TopicStore.programmes(of: id, in: act).first { $0.withdrawal == nil && !$0.cycle.isOver(on: today) }?.id
        }
    }

    private static func title(of subject: DemandSubject, _ language: Language, in act: Act) throws -> String {
        guard case .topic(let id) = subject else { return "" }
        return try TopicStore.topic(id, in: act).names.name(in: language).text
    }

    /// The plan on the first date that fits, and all dates that do. Without one the first Saturday stands, and whoever makes the draft ready sees what is taken.
    private static func fitted(_ title: String, people: Int, _ planning: EventPlanning, in act: Act) throws -> (EventPlan?, [LaunchDate]) {
        let today = planning.centre.zone.day(of: act.now), days = LaunchDates.saturdays(after: today, within: planning.programme?.cycle.days)
        guard let first = days.first else { return (nil, []) }
        // What has no valid plan makes no draft; whoever pressed is told nothing of it.
        guard let plan = try? ProposedEvent(title: title, people: people, days: Self.days(from: first, planning)).eventPlan(planning) else { return (nil, []) }
        let taken = try taken(plan, from: today, planning, in: act)
        let dates = LaunchDates.fitting(days) { day in
            taken.date(plan.moved(to: day).sessions, seats: plan.seats, halls: planning.halls, in: planning.centre.zone)
        }
        return (dates.first.map { plan.held(on: $0) } ?? plan, dates)
    }

    /// As many days as the programme takes, one after another.
    private static func days(from first: Day, _ planning: EventPlanning) -> [Day] {
        (0..<max(1, min(planning.programme?.days ?? 1, 5))).map { first.adding(days: $0) }
    }

    private static func taken(_ plan: EventPlan, from today: Day, _ planning: EventPlanning, in act: Act) throws -> Taken {
        var taken = Taken()
        let last = today.adding(days: (LaunchDates.lead + LaunchDates.horizon + 2) * 7)
        let hours = try planning.centre.zone.instant(today, .midnight)..<planning.centre.zone.instant(last, .midnight)
        for booking in try BookingStore.bookings(of: planning.centre.id, in: hours, in: act) {
            if case .hall(let hall) = booking.thing { taken.halls[hall, default: []].append(booking.hours) }
        }
        for person in Set(plan.trainers.compactMap(\.person)).sorted() {
            for absence in try TrainerStore.absences(of: person, from: today, in: act) { taken.days.formUnion(absence.noted.days) }
            for event in try EventStore.led(by: person, at: planning.centre.id, in: act) { taken.days.formUnion(event.plan.sessions.map(\.day)) }
        }
        return taken
    }

    // MARK: Read

    /// Those of a centre, the newest first.
    package static func all(of centre: Centre.ID, in act: Act) throws -> [Launch] {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        return try act.db.rows("SELECT * FROM launch WHERE centre = \(centre) ORDER BY made DESC, id DESC LIMIT \(most)").map { try launch($0, in: act) }
    }

    private static let most = 100

    /// Those whose draft nobody has announced yet.
    package static func waiting(at centre: Centre.ID, in act: Act) throws -> Int {
        try act.db.count("SELECT count(*) FROM launch l JOIN event e ON e.id = l.event WHERE l.centre = \(centre) AND e.state = 'draft'")
    }

    /// - Throws: `Problem.missing` unless the actor coordinates its centre.
    package static func launch(_ id: Launch.ID, in act: Act) throws -> Launch {
        guard let launch = try act.db.row("SELECT * FROM launch WHERE id = \(id)").map({ try launch($0, in: act) }), act.by.coordinates(launch.centre) else {
            throw Problem.missing
        }
        return launch
    }

    private static func launch(_ row: Row, in act: Act) throws -> Launch {
        let id: Launch.ID = try row["id"]
        let dates = try act.db.rows("SELECT day, hall FROM launch_date WHERE launch = \(id) ORDER BY line").map { LaunchDate(day: try $0["day"], hall: try $0["hall"]) }
        return Launch(
            id: id, call: try row["demand_call"], centre: try row["centre"], programme: try row["programme"], people: try row["people"],
            schools: try row["schools"], km: try row["km"], event: try row["event"], made: try row["made"], dates: dates)
    }

    // MARK: Chosen, announced, discarded

    /// Moves the draft to one of the dates.
    package static func choose(_ place: Int, of id: Launch.ID, in act: Act) throws -> Event.ID {
        let launch = try launch(id, in: act)
        guard let event = launch.event, launch.dates.indices.contains(place) else { throw Problem.missing }
        let now = try EventStore.event(runBy: act.by, event, in: act)
        guard now.state == .draft else { throw Problem.conflict(T.planning.launchAnnounced) }
        try EventStore.change(event, now.plan.moved(to: launch.dates[place].day).held(on: launch.dates[place]), limits: nil, in: act)
        try act.record(T.planning.launchChosen, .other("launch", id.value), under: .event(event), centre: launch.centre)
        return event
    }

    /// It can be applied for: whoever said that they would come hears of it first, and the call is answered.
    package static func announced(_ event: Event, in act: Act) throws {
        guard let row = try act.db.row("SELECT * FROM launch WHERE event = \(event.id)") else { return }
        let launch = try launch(row, in: act)
        guard try DemandCallStore.call(launch.call, in: act).ended == nil else { return }
        let opens = try HeadStartRuleStore.begin(for: event, in: act)
        for person in try DemandCallStore.people(of: launch.call, in: act) { try LaunchLetters.opened(event, to: person, because: .wouldCome, before: opens, in: act) }
        try DemandCallStore.end(launch.call, because: "", in: act)
    }

    package static func drop(_ event: Event.ID, in act: Act) throws { try act.db.run("UPDATE launch SET event = NULL WHERE event = \(event)") }
}

extension EventPlan {
    /// The same, begun on another day, each session as many days after the first as now.
    func moved(to day: Day) -> EventPlan {
        var plan = self
        guard let first = sessions.map(\.day).min() else { return plan }
        for index in plan.sessions.indices { plan.sessions[index].day = plan.sessions[index].day.adding(days: first.days(until: day)) }
        return plan
    }

    /// On a date, in the hall that is free then.
    func held(on date: LaunchDate) -> EventPlan {
        var plan = moved(to: date.day)
        guard let hall = date.hall else { return plan }
        for index in plan.sessions.indices { (plan.sessions[index].hall, plan.sessions[index].place) = (hall, "") }
        return plan
    }
}
