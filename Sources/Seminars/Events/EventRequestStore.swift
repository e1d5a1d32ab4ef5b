import Accounts
package import Centres
package import Kernel
import Languages
package import Schools
import Storage

/// Requests of schools for events of their own, as rows.
package enum EventRequestStore {
    /// A request for the people of the centre that is asked; for everybody else it is not there.
    package static func request(_ id: EventRequest.ID, in act: Act) throws -> EventRequest {
        guard let request = try act.db.row("SELECT * FROM event_request WHERE id = \(id)").map(EventRequest.init(row:)), act.by.coordinates(request.centre) else {
            throw Problem.missing
        }
        return request
    }

    /// Those that a centre was asked for: what waits first, then the newest.
    package static func requests(to centre: Centre.ID, waiting: Bool = false, in act: Act) throws -> [EventRequest] {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        let only: SQL = waiting ? "AND state = 'asked'" : ""
        return try act.db.rows("""
            SELECT * FROM event_request WHERE centre = \(centre) \(only) ORDER BY CASE WHEN state = 'asked' THEN 0 ELSE 1 END, asked DESC, id DESC LIMIT 200
            """).map(EventRequest.init(row:))
    }

    /// What a school has asked for, the newest first.
    package static func requests(of school: School.ID, limit: Int = 10, in act: Act) throws -> [EventRequest] {
        guard act.by.looksAfter(school) else { throw Problem.missing }
        return try act.db.rows("SELECT * FROM event_request WHERE school = \(school) ORDER BY asked DESC, id DESC LIMIT \(limit)").map(EventRequest.init(row:))
    }

    package static func ask(_ details: EventRequestDetails, for id: School.ID, of centre: Centre.ID, in act: Act) throws -> EventRequest {
        _ = try SchoolTeamStore.school(id, in: act)
        let zone = try CentreStore.centre(centre, in: act).zone
        guard details.day >= zone.day(of: act.now) else { throw Problem.invalid("day", T.events.requestDayPast) }
        let row = try act.db.row("""
            INSERT INTO event_request (centre, school, person, title, text, day, begins, ends, people, wishes, asked, state)
            VALUES (\(centre), \(id), \(act.by.person), \(details.title), \(details.text), \(details.day.iso), \(details.begins.minutes),
                    \(details.ends.minutes), \(details.people), \(details.wishesText), \(act.now), 'asked') RETURNING *
            """)
        guard let row else { throw Problem.missing }
        let request = try EventRequest(row: row)
        try act.record(T.events.requestMade, .eventRequest(request.id), under: .school(id), centre: centre)
        return request
    }

    /// The centre says yes: an event with what the school has said, announced, and the hall is booked with it.
    package static func accept(_ id: EventRequest.ID, _ answer: EventRequestAnswer, in act: Act) throws -> Event.ID {
        let request = try waiting(id, in: act)
        let centre = try CentreStore.centre(request.centre, in: act), school = try SchoolStore.school(request.school, in: act)
        if let hall = answer.hall { guard try HallStore.changeable(hall, in: act).centre == centre.id else { throw Problem.missing } }
        let form = try EventFormStore.form(answer.form, at: centre.id, in: act)
        let event = try EventStore.draft(form.id, plan(of: request, answer, form, school, centre, in: act), centre: centre.id, in: act)
        try EventStore.announce(event, limits: nil, in: act)
        try act.db.run("UPDATE event_request SET state = 'accepted', decided = \(act.now), event = \(event) WHERE id = \(id)")
        try act.record(T.events.requestAcceptedDeed, .eventRequest(id), under: .event(event), centre: centre.id)
        try EventRequestLetters.accepted(request, as: EventStore.event(event, in: act), centre, in: act)
        return event
    }

    /// What the event is to be, as the school has said it.
    private static func plan(
        of request: EventRequest, _ answer: EventRequestAnswer, _ form: EventForm, _ school: School, _ centre: Centre, in act: Act
    ) -> EventPlan {
        let details = request.details, t = act.words.texts(centre.language, in: centre.zone)
        let wishes = EventRequest.Wish.allCases.filter(details.wishes.contains).map { t($0.name) }
        let wished = wishes.isEmpty ? "" : "\(t(T.events.requestWished)): \(wishes.joined(separator: ", "))"
        let place = [school.name, school.details.address].filter { !$0.isEmpty }.joined(separator: ", ")
        let session = EventSession(
            day: details.day, begins: details.begins, ends: details.ends, hall: answer.hall,
            place: answer.hall == nil ? String(place.prefix(TextLimit.of("place").rawValue)) : "")
        return EventPlan(
            language: centre.language, seats: form.countsSeats ? details.people : 0, deadline: max(details.day.adding(days: -1), centre.zone.day(of: act.now)),
            fee: .nothing(centre.currency), payers: [.free], target: String(school.name.prefix(TextLimit.of("target").rawValue)),
            municipality: school.details.municipality,
            texts: [centre.language: EventText(title: details.title, description: [details.text, wished].filter { !$0.isEmpty }.joined(separator: "\n\n"))],
            sessions: [session])
    }

    package static func decline(_ id: EventRequest.ID, because reason: String, in act: Act) throws {
        guard !reason.isEmpty else { throw Problem.invalid("reason", T.events.requestReasonMissing) }
        let request = try waiting(id, in: act)
        try act.db.run("UPDATE event_request SET state = 'declined', decided = \(act.now), reason = \(reason) WHERE id = \(id)")
        try act.record(T.events.requestDeclinedDeed, .eventRequest(id), under: .school(request.school), centre: request.centre)
        try EventRequestLetters.declined(request, because: reason, CentreStore.centre(request.centre, in: act), in: act)
    }

    /// It is answered once: whoever is second is told.
    private static func waiting(_ id: EventRequest.ID, in act: Act) throws -> EventRequest {
        _ = try request(id, in: act)
        try act.db.hold("event_request", id.value)
        let request = try request(id, in: act)
        guard request.state == .asked else { throw Problem.conflict(T.events.requestAnswered) }
        return request
    }

    // MARK: About the person who asked

    static func held(about person: Person.ID, in act: Act) throws -> HeldData {
        HeldData("event_request", try act.db.rows("SELECT * FROM event_request WHERE person = \(person) ORDER BY id").map(EventRequest.init(row:)).map { request in
            [
                "title": request.details.title, "text": request.details.text, "day": request.details.day.iso, "asked": request.asked.iso,
                "state": request.state.rawValue, "reason": request.reason,
            ]
        })
    }
}
