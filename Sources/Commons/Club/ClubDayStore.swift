package import Accounts
package import Centres
package import Events
package import Kernel
package import Languages
import Storage

/// Big days, their stands, who looks after them, and who was counted, as rows.
package enum ClubDayStore {
    // MARK: Reads

    /// One as everybody reads it; before its event is public, its centre's people do.
    package static func day(_ id: ClubDay.ID, at centre: Centre.ID, in act: Act) throws -> ClubDay {
        guard let day = try days("d.id = \(id) AND e.centre = \(centre)", in: act).first,
            day.event.isPublic || act.by.coordinates(centre) else { throw Problem.missing }
        return day
    }

    /// Big days of a centre that strangers may see, the next first.
    package static func coming(at centre: Centre.ID, in act: Act) throws -> [ClubDay] {
        let days = try days("e.centre = \(centre)", in: act).filter { $0.event.isPublic && !$0.event.state.isOff && ($0.event.ends ?? act.now) > act.now }
        return days.sorted { ($0.day ?? .zero) < ($1.day ?? .zero) }
    }

    /// All of them, the newest first.
    package static func all(at centre: Centre.ID, in act: Act) throws -> [ClubDay] { try days("e.centre = \(centre)", in: act) }

    /// Those at which somebody looks after a stand.
    package static func helped(by person: Person.ID, at centre: Centre.ID, in act: Act) throws -> [ClubDay] {
        try days("""
            e.centre = \(centre) AND EXISTS (SELECT 1 FROM club_volunteer v JOIN club_shift h ON h.id = v.shift JOIN club_stand s ON s.id = h.stand
                WHERE s.club_day = d.id AND v.person = \(person))
            """, in: act)
    }

    private static let most = 200

    private static func days(_ condition: SQL, in act: Act) throws -> [ClubDay] {
        let rows = try act.db.rows("SELECT d.id, d.event FROM club_day d JOIN event e ON e.id = d.event WHERE \(condition) ORDER BY d.id DESC LIMIT \(most)")
        let ids: [ClubDay.ID] = try rows.map { try $0["id"] }
        guard !ids.isEmpty else { return [] }
        let events = try Dictionary(uniqueKeysWithValues: EventStore.events(rows.map { try $0["event"] }, in: act).map { ($0.id, $0) })
        let stands = try stands("s.club_day IN \(list: ids)", in: act)
        return try rows.compactMap { row in
            let id: ClubDay.ID = try row["id"]
            return events[try row["event"]].map { ClubDay(id: id, event: $0, stands: stands.filter { $0.day == id }.map(\.stand)) }
        }
    }

    private static func stands(_ condition: SQL, in act: Act) throws -> [(day: ClubDay.ID, stand: ClubStand)] {
        let rows = try act.db.rows("SELECT s.* FROM club_stand s WHERE \(condition) ORDER BY s.club_day, s.number"),
            ids: [ClubStand.ID] = try rows.map { try $0["id"] }
        guard !ids.isEmpty else { return [] }
        let shifts = try act.db.rows("SELECT * FROM club_shift WHERE stand IN \(list: ids) ORDER BY starts, id")
        let helpers = try Dictionary(grouping: act.db.rows("""
            SELECT v.shift, v.person, p.given_name, p.family_name FROM club_volunteer v JOIN club_shift h ON h.id = v.shift JOIN person p ON p.id = v.person
            WHERE h.stand IN \(list: ids) ORDER BY v.at, v.id
            """)) { try $0["shift"] as ClubShift.ID }
        let own = try Dictionary(grouping: shifts) { try $0["stand"] as ClubStand.ID }
        let counts = try act.db.rows("""
            SELECT stand, kind, CAST(sum(number) AS BIGINT) AS number FROM club_tally WHERE undone IS NULL AND stand IN \(list: ids) GROUP BY stand, kind
            """).reduce(into: [ClubStand.ID: [ClubTally: Int]]()) { $0[try $1["stand"], default: [:]][try $1["kind"]] = try $1["number"] as Int }
        return try rows.map { row in
            let id: ClubStand.ID = try row["id"]
            return (try row["club_day"], ClubStand(
                id: id, number: try row["number"], draft: ClubStandDraft(try row["name"], summary: try row["summary"], place: try row["place"]),
                shifts: try (own[id] ?? []).map { try ClubShift(row: $0, helpers: helpers[$0["id"]] ?? []) }, counted: ClubVisitors(counts[id] ?? [:])))
        }
    }

    // MARK: Made

    /// An event of the centre gets stands.
    package static func make(of event: Event.ID, at centre: Centre.ID, in act: Act) throws -> ClubDay.ID {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        guard let found = try? EventStore.event(event, in: act), found.centre == centre else { throw Problem.invalid("event", T.club.errorEvent) }
        try act.db.hold("event", event.value)
        if let known = try act.db.value("SELECT id FROM club_day WHERE event = \(event)", as: ClubDay.ID.self) { return known }
        let id = ClubDay.ID(try act.db.insert("INSERT INTO club_day (event, made) VALUES (\(event), \(act.now)) RETURNING id"))
        try act.record(T.club.dayDeed, .clubDay(id), under: .event(event), centre: centre)
        try act.touchPublicPages()
        return id
    }

    package static func add(_ stand: ClubStandDraft, to id: ClubDay.ID, at centre: Centre.ID, in act: Act) throws {
        _ = try run(id, at: centre, in: act)
        try act.db.hold("club_day", id.value)
        let last = try act.db.count("SELECT coalesce(max(number), 0) FROM club_stand WHERE club_day = \(id)")
        guard last < ClubStandDraft.most else { throw Problem.invalid("name", T.club.errorManyStands(most: .number(ClubStandDraft.most))) }
        try act.db.run("""
            INSERT INTO club_stand (club_day, number, name, summary, place) VALUES (\(id), \(last + 1), \(stand.name), \(stand.summary), \(stand.place))
            """)
        try act.record(T.club.standDeed, .clubDay(id), centre: centre, changes: [Change("stand", from: "", to: stand.name)])
        try act.touchPublicPages()
    }

    /// A stand at which nobody was counted goes, with its shifts; whoever had taken one is told.
    package static func drop(_ stand: ClubStand.ID, of id: ClubDay.ID, at centre: Centre.ID, in act: Act) throws {
        let day = try run(id, at: centre, in: act)
        try act.db.hold("club_day", id.value)
        guard let own = day.stands.first(where: { $0.id == stand }) else { throw Problem.missing }
        guard try !act.db.exists("SELECT id FROM club_tally WHERE stand = \(stand) LIMIT 1") else { throw Problem.conflict(T.club.errorCounted) }
        for shift in own.shifts { try remove(shift, of: day, in: act) }
        try act.db.run("DELETE FROM club_stand WHERE id = \(stand)")
        try act.record(T.club.standGoneDeed, .clubDay(id), centre: centre, changes: [Change("stand", from: own.draft.name, to: "")])
        try act.touchPublicPages()
    }

    package static func add(shift hours: Range<Instant>, needed: Int, to stand: ClubStand.ID, of id: ClubDay.ID, at centre: Centre.ID, in act: Act) throws {
        let day = try run(id, at: centre, in: act)
        guard day.stands.contains(where: { $0.id == stand }) else { throw Problem.missing }
        try act.db.run("INSERT INTO club_shift (stand, starts, finishes, needed) VALUES (\(stand), \(hours.lowerBound), \(hours.upperBound), \(needed))")
        try act.record(T.club.shiftDeed, .clubDay(id), centre: centre)
        try act.touchPublicPages()
    }

    package static func drop(shift: ClubShift.ID, of id: ClubDay.ID, at centre: Centre.ID, in act: Act) throws {
        let day = try run(id, at: centre, in: act)
        guard let own = day.shifts.first(where: { $0.id == shift }) else { throw Problem.missing }
        try act.db.hold("club_shift", shift.value)
        try remove(own, of: day, in: act)
        try act.record(T.club.shiftGoneDeed, .clubDay(id), centre: centre)
        try act.touchPublicPages()
    }

    private static func remove(_ shift: ClubShift, of day: ClubDay, in act: Act) throws {
        try act.db.run("DELETE FROM club_volunteer WHERE shift = \(shift.id)")
        try act.db.run("DELETE FROM club_shift WHERE id = \(shift.id)")
        for helper in shift.people { try ClubLetters.shiftGone(helper.id, shift, day, in: act) }
    }

    private static func run(_ id: ClubDay.ID, at centre: Centre.ID, in act: Act) throws -> ClubDay {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        return try day(id, at: centre, in: act)
    }

    // MARK: Volunteers

    /// Somebody looks after a stand for some hours.
    /// - Throws: a conflict where enough people do already, or where it is over, or where they are elsewhere at that time.
    package static func help(_ shift: ClubShift.ID, of id: ClubDay.ID, at centre: Centre.ID, in act: Act) throws {
        guard let person = act.by.person else { throw Problem.missing }
        guard try day(id, at: centre, in: act).shifts.contains(where: { $0.id == shift }) else { throw Problem.missing }
        // One who takes two shifts at once is held too: nobody is at two stands.
        try act.db.hold("person", person.value)
        try act.db.hold("club_shift", shift.value)
        let day = try day(id, at: centre, in: act)
        guard let own = day.shifts.first(where: { $0.id == shift }) else { throw Problem.missing }
        guard !own.people.contains(where: { $0.id == person }) else { return }
        guard own.hours.upperBound > act.now, !day.event.state.isOff else { throw Problem.conflict(T.club.errorShiftOver) }
        guard own.lacks > 0 else { throw Problem.conflict(T.club.errorShiftFull) }
        guard !day.shifts.contains(where: { other in other.id != shift && other.overlaps(own) && other.people.contains { $0.id == person } }) else {
            throw Problem.conflict(T.club.errorShiftTwice)
        }
        try act.db.run("INSERT INTO club_volunteer (shift, person, at) VALUES (\(shift), \(person), \(act.now))")
        try act.record(T.club.helpDeed, .clubDay(id), under: .person(person), centre: centre)
        try act.touchPublicPages()
        try ClubLetters.helps(person, own, day, in: act)
    }

    package static func leave(_ shift: ClubShift.ID, of id: ClubDay.ID, at centre: Centre.ID, in act: Act) throws {
        guard let person = act.by.person else { throw Problem.missing }
        guard try day(id, at: centre, in: act).shifts.contains(where: { $0.id == shift }) else { throw Problem.missing }
        guard try act.db.run("DELETE FROM club_volunteer WHERE shift = \(shift) AND person = \(person)") > 0 else { throw Problem.missing }
        try act.record(T.club.helpGoneDeed, .clubDay(id), under: .person(person), centre: centre)
        try act.touchPublicPages()
    }

    // MARK: Counted

    /// A stand for whoever counts there: the centre's people, and all who look after a stand of that day.
    package static func counted(_ stand: ClubStand.ID, at centre: Centre.ID, in act: Act) throws -> (day: ClubDay, stand: ClubStand) {
        guard let id = try act.db.value("SELECT club_day FROM club_stand WHERE id = \(stand)", as: ClubDay.ID.self) else { throw Problem.missing }
        let day = try day(id, at: centre, in: act)
        guard let own = day.stands.first(where: { $0.id == stand }),
            act.by.coordinates(centre) || day.isHelped(by: act.by.person) else { throw Problem.missing }
        return (day, own)
    }

    /// So many visitors came.
    package static func count(_ kind: ClubTally, _ number: Int, at stand: ClubStand.ID, of centre: Centre.ID, in act: Act) throws {
        let (day, _) = try counted(stand, at: centre, in: act)
        let today = try CentreStore.centre(centre, in: act).zone.day(of: act.now)
        guard !day.event.state.isOff, let first = day.day, first <= today else { throw Problem.conflict(T.club.errorNotYet) }
        try act.db.run("INSERT INTO club_tally (stand, kind, number, at, person) VALUES (\(stand), \(kind), \(number), \(act.now), \(act.by.person))")
    }

    /// Takes back what this person counted last at this stand. It stays as a row.
    /// - Returns: whether there was anything.
    package static func undo(at stand: ClubStand.ID, of centre: Centre.ID, in act: Act) throws -> Bool {
        _ = try counted(stand, at: centre, in: act)
        try act.db.hold("club_stand", stand.value)
        let last = try act.db.value("SELECT max(id) FROM club_tally WHERE stand = \(stand) AND undone IS NULL AND person = \(act.by.person)", as: Int64.self)
        guard let last else { return false }
        return try act.db.run("UPDATE club_tally SET undone = \(act.now) WHERE id = \(last)") > 0
    }

    /// A draft that comes to nothing has no stands.
    static func discard(_ event: Event.ID, in act: Act) throws {
        let ids: [ClubDay.ID] = try act.db.rows("SELECT id FROM club_day WHERE event = \(event)").map { try $0["id"] }
        guard !ids.isEmpty else { return }
        let stands: SQL = "SELECT id FROM club_stand WHERE club_day IN \(list: ids)"
        try act.db.run("DELETE FROM club_volunteer WHERE shift IN (SELECT id FROM club_shift WHERE stand IN (\(stands)))")
        try act.db.run("DELETE FROM club_shift WHERE stand IN (\(stands))")
        try act.db.run("DELETE FROM club_tally WHERE stand IN (\(stands))")
        try act.db.run("DELETE FROM club_stand WHERE club_day IN \(list: ids)")
        try act.db.run("DELETE FROM club_day WHERE id IN \(list: ids)")
    }
}

extension ClubShift {
    init(row: Row, helpers: [Row]) throws {
        let (starts, finishes): (Instant, Instant) = (try row["starts"], try row["finishes"])
        (id, hours, needed) = (try row["id"], starts..<max(starts, finishes), try row["needed"])
        people = try helpers.map { Volunteer(id: try $0["person"], name: PersonName(given: try $0["given_name"], family: try $0["family_name"]).full) }
    }
}
