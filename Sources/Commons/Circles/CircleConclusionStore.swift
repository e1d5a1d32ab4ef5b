package import Accounts
package import Centres
import Delivery
import Events
package import Kernel
package import Languages
package import Storage

/// Conclusions as rows: written with somebody who does them and a day, and followed until they are settled.
package enum CircleConclusionStore {
    // MARK: Reads

    static func conclusions(_ condition: SQL, in act: Act) throws -> [CircleConclusion] {
        try act.db.rows("""
            SELECT c.*, p.given_name, p.family_name, p.erased FROM circle_conclusion c LEFT JOIN person p ON p.id = c.owner
            WHERE \(condition) ORDER BY c.day, c.id
            """).map(CircleConclusion.init(row:))
    }

    package static func conclusion(_ id: CircleConclusion.ID, of circle: Circle.ID, in act: Act) throws -> CircleConclusion {
        guard let found = try conclusions("c.id = \(id) AND c.circle = \(circle)", in: act).first else { throw Problem.missing }
        return found
    }

    /// What was concluded in a school year.
    static func conclusions(of circle: Circle.ID, in year: SchoolYear, in act: Act) throws -> [CircleConclusion] {
        try conclusions("c.circle = \(circle) AND c.day >= \(year.first) AND c.day <= \(year.last)", in: act)
    }

    /// The page *what became of it*: a year with the year before it, and what was agreed at the centre's events at which the circle met.
    package static func year(_ year: SchoolYear, of circle: Circle.ID, at centre: Centre.ID, in act: Act) throws -> ConclusionYear {
        let sight = try CircleStore.sight(circle, at: centre, in: act)
        let events = try CircleMeetingStore.meetings("""
            m.circle = \(circle) AND m.event IS NOT NULL AND m.day >= \(year.previous.first) AND m.day <= \(year.last)
            """, in: act).compactMap(\.details.event)
        let eventsOf = Dictionary(uniqueKeysWithValues: try EventStore.events(Array(Set(events)), in: act).map { ($0.id, $0) })
        let agreed = try ConclusionStore.all(of: Array(eventsOf.keys).sorted(), in: act)
        let ofEvents = agreed.sorted { $0.key < $1.key }.flatMap { id, list in eventsOf[id].map { event in list.map { (event: event, conclusion: $0) } } ?? [] }
        return ConclusionYear(
            sight: sight, year: year, own: try conclusions(of: circle, in: year, in: act), earlier: try conclusions(of: circle, in: year.previous, in: act),
            ofEvents: ofEvents, plan: try CirclePlanStore.lines(of: circle, in: year, in: act))
    }

    /// What somebody still has to do, the most urgent first.
    static func open(of person: Person.ID, at centre: Centre.ID, in act: Act) throws -> [(circle: Circle, conclusion: CircleConclusion)] {
        let open = try conclusions("""
            c.owner = \(person) AND c.settled IS NULL AND EXISTS (SELECT 1 FROM circle k WHERE k.id = c.circle AND k.centre = \(centre) AND k.closed IS NULL)
            """, in: act).sorted { $0.details.due < $1.details.due }
        let ids = Array(Set(open.map(\.circle)))
        let circles = try Dictionary(uniqueKeysWithValues: CircleStore.circles("c.id IN \(list: ids)", in: act).map { ($0.id, $0) })
        return open.compactMap { conclusion in circles[conclusion.circle].map { ($0, conclusion) } }
    }

    // MARK: Verbs

    package static func add(
        _ details: CircleConclusionDetails, of circle: Circle.ID, by meeting: CircleMeeting.ID?, at centre: Centre.ID, in act: Act
    ) throws -> CircleConclusion.ID {
        let sight = try CircleStore.run(circle, at: centre, in: act)
        let folder = try meeting.map { try CircleMeetingStore.folder($0, sight, in: act) }
        if let folder, !folder.hasBegun || folder.meeting.isCancelled { throw Problem.conflict(T.circles.errorNotYet) }
        try check(details, sight, folder, in: act)
        let isAdvice = folder.map { !$0.hasQuorum } ?? false
        let id = CircleConclusion.ID(try act.db.insert("""
            INSERT INTO circle_conclusion (circle, meeting, point, plan_line, event, day, text, owner, due, state, advice)
            VALUES (\(circle), \(meeting), \(details.point), \(details.planLine), \(details.event), \(folder?.meeting.details.day ?? sight.today), \(details.text),
                \(details.owner), \(details.due), \(CircleConclusion.State.open), \(isAdvice)) RETURNING id
            """))
        try act.record(T.circles.concludedDeed, .circle(circle), under: details.owner.map { .person($0) }, centre: centre, changes: [
            Change("text", from: "", to: details.text), Change("due", from: "", to: details.due.iso),
        ])
        return id
    }

    package static func edit(_ id: CircleConclusion.ID, to details: CircleConclusionDetails, of circle: Circle.ID, at centre: Centre.ID, in act: Act) throws {
        let sight = try CircleStore.run(circle, at: centre, in: act), before = try conclusion(id, of: circle, in: act)
        let folder = try before.meeting.map { try CircleMeetingStore.folder($0, sight, in: act) }
        try check(details, sight, folder, keeping: before.details, in: act)
        let isLater = details.due != before.details.due || details.owner != before.details.owner
        try act.db.run("""
            UPDATE circle_conclusion SET point = \(details.point), plan_line = \(details.planLine), event = \(details.event), text = \(details.text),
                owner = \(details.owner), due = \(details.due) WHERE id = \(id)
            """)
        if isLater { try act.db.run("UPDATE circle_conclusion SET reminded = NULL, reminded_late = NULL WHERE id = \(id)") }
        try act.record(T.circles.conclusionChangedDeed, .circle(circle), under: details.owner.map { .person($0) }, centre: centre, changes: [
            Change("text", from: before.details.text, to: details.text), Change("due", from: before.details.due.iso, to: details.due.iso),
        ])
    }

    /// A conclusion has somebody who does it; nobody else is asked what became of it.
    private static func check(
        _ details: CircleConclusionDetails, _ sight: CircleSight, _ folder: MeetingFolder?, keeping before: CircleConclusionDetails? = nil, in act: Act
    ) throws {
        guard let owner = details.owner else { throw Problem.invalid("owner", T.circles.errorOwner) }
        guard sight.members.contains(where: { $0.person == owner }) || before?.owner == owner else { throw Problem.invalid("owner", T.circles.errorNoMember) }
        guard details.due <= sight.today.adding(days: CircleConclusionDetails.daysAhead) else { throw Problem.invalid("due", T.circles.errorFar) }
        guard details.due >= sight.today || details.due == before?.due else { throw Problem.invalid("due", T.circles.errorDuePast) }
        if let point = details.point, !(folder?.meeting.points.contains { $0.id == point } ?? false) { throw Problem.invalid("point", T.common.errorChoose) }
        if let line = details.planLine, try !CirclePlanStore.stands(line, of: sight.circle.id, in: act) { throw Problem.invalid("plan", T.common.errorChoose) }
        if let event = details.event, event != before?.event {
            guard let found = try EventStore.events([event], in: act).first, found.centre == sight.circle.centre, found.isPublic || sight.isStaff else {
                throw Problem.invalid("event", T.circles.errorEvent)
            }
        }
    }

    /// How it stands, by who does it or who runs the circle. What is settled says what became of it, or why it was dropped.
    package static func settle(
        _ id: CircleConclusion.ID, _ state: CircleConclusion.State, _ outcome: String, of circle: Circle.ID, at centre: Centre.ID, in act: Act
    ) throws {
        let sight = try CircleStore.held(circle, at: centre, in: act), before = try conclusion(id, of: circle, in: act)
        guard before.details.owner == act.by.person || sight.mayRun else { throw Problem.conflict(sight.runRefusal ?? T.circles.errorClosed) }
        guard !state.isSettled || !outcome.isEmpty else {
            throw Problem.invalid("outcome", state == .dropped ? T.circles.errorWhyDropped : T.circles.errorOutcome)
        }
        let settled = state.isSettled ? before.settled ?? sight.today : nil
        try act.db.run("UPDATE circle_conclusion SET state = \(state), outcome = \(outcome), settled = \(settled) WHERE id = \(id)")
        try act.record(T.circles.settledDeed, .circle(circle), under: before.details.owner.map { .person($0) }, centre: centre, changes: [
            Change("state", from: before.state.rawValue, to: state.rawValue), Change("outcome", from: before.outcome, to: outcome),
        ])
    }

    /// Where too few were there, all that was concluded is advice.
    static func weigh(_ meeting: CircleMeeting.ID, in act: Act) throws {
        guard let found = try CircleMeetingStore.meetings("m.id = \(meeting)", in: act).first,
            let circle = try CircleStore.circles("c.id = \(found.circle)", in: act).first else { return }
        let hasQuorum = try CircleMeetingStore.roll(of: found, circle, in: act).hasQuorum
        try act.db.run("UPDATE circle_conclusion SET advice = \(!hasQuorum) WHERE meeting = \(meeting)")
    }

    // MARK: By the clock

    private static let hour = 7

    /// Reminds those whose day comes, and those whose day has passed: each once.
    package static func remind(_ records: Records) async throws {
        let ready = try await records.read(as: .system) { try due(in: $0) }
        for id in ready { try await records.write(by: .system) { try remind(id, in: $0) } }
    }

    private static func due(in act: Act) throws -> [CircleConclusion.ID] {
        let today = Zone.utc.day(of: act.now).adding(days: 1)
        return try act.db.rows("""
            SELECT c.id FROM circle_conclusion c JOIN circle k ON k.id = c.circle JOIN person p ON p.id = c.owner
            WHERE c.settled IS NULL AND k.closed IS NULL AND p.erased IS NULL AND p.email IS NOT NULL AND p.verified IS NOT NULL
                AND c.due <= \(today.adding(days: CircleConclusionDetails.noticeDays)) AND (c.reminded IS NULL OR (c.reminded_late IS NULL AND c.due < \(today)))
            ORDER BY c.id
            """).map { try $0["id"] }
    }

    private static func remind(_ id: CircleConclusion.ID, in act: Act) throws {
        try act.db.hold("circle_conclusion", id.value)
        guard let row = try act.db.row("SELECT circle, reminded, reminded_late FROM circle_conclusion WHERE id = \(id) AND settled IS NULL") else { return }
        let (reminded, late): (Instant?, Instant?) = (try row["reminded"], try row["reminded_late"])
        guard let circle = try CircleStore.circles("c.id = \(row["circle"] as Circle.ID)", in: act).first else { return }
        let zone = try CentreStore.centre(circle.centre, in: act).zone, today = zone.day(of: act.now), conclusion = try conclusion(id, of: circle.id, in: act)
        guard zone.time(of: act.now).hour >= hour, let owner = conclusion.details.owner else { return }
        if conclusion.isLate(on: today), late == nil {
            try act.db.run("UPDATE circle_conclusion SET reminded = coalesce(reminded, \(act.now)), reminded_late = \(act.now) WHERE id = \(id)")
            try CircleLetters.remind(owner, of: conclusion, circle, isLate: true, in: act)
        } else if reminded == nil, today >= conclusion.details.due.adding(days: -CircleConclusionDetails.noticeDays) {
            try act.db.run("UPDATE circle_conclusion SET reminded = \(act.now) WHERE id = \(id)")
            try CircleLetters.remind(owner, of: conclusion, circle, isLate: false, in: act)
        }
    }
}

extension CircleConclusion {
    init(row: Row) throws {
        id = try row["id"]
        circle = try row["circle"]
        meeting = try row["meeting"]
        day = try row["day"]
        details = CircleConclusionDetails(
            text: try row["text"], owner: try row["owner"], due: try row["due"], point: try row["point"], planLine: try row["plan_line"], event: try row["event"])
        let (given, family): (String?, String?) = (try row["given_name"], try row["family_name"])
        ownerName = given.map { PersonName(given: $0, family: family ?? "").full }
        state = try row["state"]
        outcome = try row["outcome"]
        isAdvice = try row["advice"]
        settled = try row["settled"]
    }
}
