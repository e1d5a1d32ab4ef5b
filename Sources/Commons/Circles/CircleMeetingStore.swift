package import Accounts
package import Centres
import Events
package import Kernel
package import Languages
package import Storage

/// Meetings as rows: who was asked, who came, how it was voted.
package enum CircleMeetingStore {
    // MARK: Reads

    /// All of a circle, the newest first.
    package static func meetings(of circle: Circle.ID, in act: Act) throws -> [CircleMeeting] {
        try meetings("m.circle = \(circle)", in: act)
    }

    /// The next of each of many circles: three queries.
    package static func next(of circles: [Circle.ID], from day: Day, in act: Act) throws -> [Circle.ID: CircleMeeting] {
        let coming = try meetings("m.circle IN \(list: circles) AND m.day >= \(day) AND m.cancelled IS NULL", in: act)
        return Dictionary(coming.reversed().map { ($0.circle, $0) }) { first, _ in first }
    }

    static func meetings(_ condition: SQL, in act: Act) throws -> [CircleMeeting] {
        let rows = try act.db.rows("SELECT m.* FROM circle_meeting m WHERE \(condition) ORDER BY m.day DESC, m.begins DESC, m.id DESC")
        guard !rows.isEmpty else { return [] }
        let ids = try rows.map { try $0["id"] as CircleMeeting.ID }
        let points = try act.db.rows("SELECT * FROM circle_point WHERE meeting IN \(list: ids) ORDER BY meeting, place, id")
        let pointsOf = try Dictionary(grouping: points) { try $0["meeting"] as CircleMeeting.ID }
        return try rows.map { row in try CircleMeeting(row: row, points: try (pointsOf[row["id"]] ?? []).map(AgendaPoint.init(row:))) }
    }

    /// All of one meeting, for whoever may see its circle.
    package static func folder(_ id: CircleMeeting.ID, of circle: Circle.ID, at centre: Centre.ID, in act: Act) throws -> MeetingFolder {
        try folder(id, CircleStore.sight(circle, at: centre, in: act), in: act)
    }

    static func folder(_ id: CircleMeeting.ID, _ sight: CircleSight, in act: Act) throws -> MeetingFolder {
        guard let meeting = try meetings("m.id = \(id) AND m.circle = \(sight.circle.id)", in: act).first else { throw Problem.missing }
        return MeetingFolder(
            sight: sight, meeting: meeting, roll: try roll(of: meeting, sight.circle, in: act), minutes: try CircleMinutesStore.minutes(of: id, in: act),
            conclusions: try CircleConclusionStore.conclusions("c.meeting = \(id)", in: act),
            event: try meeting.details.event.flatMap { try EventStore.events([$0], in: act).first })
    }

    /// Who belongs to the circle on the day of a meeting, with what they answered and whether they came.
    static func roll(of meeting: CircleMeeting, _ circle: Circle, in act: Act) throws -> MeetingRoll {
        let said = try act.db.rows("SELECT person, comes, present FROM circle_attendance WHERE meeting = \(meeting.id)")
        let saidOf = try Dictionary(uniqueKeysWithValues: said.map { (try $0["person"] as Person.ID, $0) })
        let members = try CircleMemberStore.members(of: circle, on: meeting.details.day, in: act)
        return MeetingRoll(try members.map { member in
            let row = saidOf[member.person]
            let comes = try row.flatMap { try $0["comes"] as Bool? }, present = try row.flatMap { try $0["present"] as Bool? }
            return MeetingGuest(
                person: member.person, name: member.name, school: member.school, schoolName: member.schoolName, comes: comes, isPresent: present ?? false)
        }, circle.details.quorum)
    }

    static func held(_ id: CircleMeeting.ID, of circle: Circle.ID, at centre: Centre.ID, in act: Act) throws -> MeetingFolder {
        try folder(id, CircleStore.held(circle, at: centre, in: act), in: act)
    }

    private static func run(_ id: CircleMeeting.ID, of circle: Circle.ID, at centre: Centre.ID, in act: Act) throws -> MeetingFolder {
        try folder(id, CircleStore.run(circle, at: centre, in: act), in: act)
    }

    // MARK: Before it

    package static func plan(_ details: MeetingDetails, of circle: Circle.ID, at centre: Centre.ID, in act: Act) throws -> CircleMeeting.ID {
        let sight = try CircleStore.run(circle, at: centre, in: act)
        try check(details, at: centre, today: sight.today, in: act)
        let id = CircleMeeting.ID(try act.db.insert("""
            INSERT INTO circle_meeting (circle, day, begins, ends, place, link, event)
            VALUES (\(circle), \(details.day), \(details.begins), \(details.ends), \(details.place), \(details.link), \(details.event)) RETURNING id
            """))
        try set(details.agenda, of: id, [], in: act)
        try act.record(T.circles.meetingDeed, .circle(circle), centre: centre, changes: [Change("day", from: "", to: details.day.iso)])
        try act.touchPublicPages()
        return id
    }

    /// Changed before its minutes are signed; whoever was asked hears of another day or place, and the entry in the calendar moves.
    package static func change(_ id: CircleMeeting.ID, to details: MeetingDetails, of circle: Circle.ID, at centre: Centre.ID, in act: Act) throws {
        let folder = try run(id, of: circle, at: centre, in: act), before = folder.meeting.details
        guard folder.isOpen else { throw Problem.conflict(T.circles.errorSigned) }
        if details.day != before.day { try check(details, at: centre, today: folder.sight.today, in: act) }
        try checkHours(details, at: centre, in: act)
        try checkEvent(details, at: centre, in: act)
        try act.db.run("""
            UPDATE circle_meeting SET day = \(details.day), begins = \(details.begins), ends = \(details.ends), place = \(details.place), link = \(details.link),
                event = \(details.event) WHERE id = \(id)
            """)
        try set(details.agenda, of: id, folder.meeting.points, in: act)
        try act.record(T.circles.meetingChangedDeed, .circle(circle), centre: centre, changes: [Change("day", from: before.day.iso, to: details.day.iso)])
        try act.touchPublicPages()
        let isMoved = (before.day, before.begins, before.ends) != (details.day, details.begins, details.ends) || before.place != details.place
            || before.link != details.link
        if folder.meeting.invited != nil, isMoved, details.day >= folder.sight.today { try write(.again, id, folder.sight, in: act) }
    }

    private static func check(_ details: MeetingDetails, at centre: Centre.ID, today: Day, in act: Act) throws {
        guard details.day <= today.adding(days: MeetingDetails.daysAhead) else { throw Problem.invalid("day", T.circles.errorFar) }
        try checkHours(details, at: centre, in: act)
        try checkEvent(details, at: centre, in: act)
    }

    private static func checkHours(_ details: MeetingDetails, at centre: Centre.ID, in act: Act) throws {
        let zone = try CentreStore.centre(centre, in: act).zone
        guard (try? zone.instant(details.day, details.begins)) != nil, (try? zone.instant(details.day, details.ends)) != nil else {
            throw Problem.invalid("begins", T.circles.errorHours)
        }
    }

    private static func checkEvent(_ details: MeetingDetails, at centre: Centre.ID, in act: Act) throws {
        guard let event = details.event else { return }
        guard let found = try EventStore.events([event], in: act).first, found.centre == centre, found.isPublic || act.by.coordinates(centre) else {
            throw Problem.invalid("event", T.circles.errorEvent)
        }
    }

    /// Points are known by their titles, so that a vote stays with its point; one that was reworded keeps its row where nothing else says whose it is.
    private static func set(_ agenda: [String], of id: CircleMeeting.ID, _ points: [AgendaPoint], in act: Act) throws {
        var left = points, fresh: [(place: Int, title: String)] = []
        for (place, title) in agenda.enumerated() {
            if let known = left.firstIndex(where: { $0.title == title }) {
                try act.db.run("UPDATE circle_point SET place = \(place) WHERE id = \(left.remove(at: known).id)")
            } else {
                fresh.append((place, title))
            }
        }
        let isReworded = left.count == fresh.count
        for (place, title) in fresh {
            if let known = left.firstIndex(where: { isReworded || $0.ballot == nil }) {
                try act.db.run("UPDATE circle_point SET title = \(title), place = \(place) WHERE id = \(left.remove(at: known).id)")
            } else {
                try act.db.run("INSERT INTO circle_point (meeting, place, title) VALUES (\(id), \(place), \(title))")
            }
        }
        guard !left.isEmpty else { return }
        guard left.allSatisfy({ $0.ballot == nil }) else { throw Problem.invalid("agenda", T.circles.errorVoted) }
        try act.db.run("UPDATE circle_conclusion SET point = NULL WHERE point IN \(list: left.map(\.id))")
        try act.db.run("DELETE FROM circle_point WHERE id IN \(list: left.map(\.id))")
    }

    /// Asks all members by letter, with an entry for their calendars. Asked again, the letters say it anew.
    package static func invite(_ id: CircleMeeting.ID, of circle: Circle.ID, at centre: Centre.ID, in act: Act) throws {
        let folder = try run(id, of: circle, at: centre, in: act)
        guard !folder.meeting.isCancelled, folder.meeting.details.day >= folder.sight.today else { throw Problem.conflict(T.circles.errorPast) }
        guard !folder.meeting.points.isEmpty else { throw Problem.conflict(T.circles.errorNoAgenda) }
        try write(folder.meeting.invited == nil ? .invited : .again, id, folder.sight, in: act)
        try act.db.run("UPDATE circle_meeting SET invited = \(act.now) WHERE id = \(id)")
        try act.record(T.circles.invitedDeed, .circle(circle), centre: centre)
    }

    /// It is not held; whoever was asked hears of it.
    package static func cancel(_ id: CircleMeeting.ID, of circle: Circle.ID, at centre: Centre.ID, in act: Act) throws {
        let folder = try run(id, of: circle, at: centre, in: act)
        // Whoever was there, voted or concluded has met.
        let hasMet = folder.roll.present > 0 || folder.meeting.points.contains { $0.ballot != nil } || !folder.conclusions.isEmpty
        guard folder.minutes.isEmpty, !hasMet, !folder.meeting.isCancelled else { throw Problem.conflict(T.circles.errorHeld) }
        try act.db.run("UPDATE circle_meeting SET cancelled = \(act.now) WHERE id = \(id)")
        if folder.meeting.invited != nil, folder.meeting.details.day >= folder.sight.today { try write(.cancelled, id, folder.sight, in: act) }
        try act.record(T.circles.cancelledDeed, .circle(circle), centre: centre)
        try act.touchPublicPages()
    }

    private static func write(_ news: CircleLetters.News, _ id: CircleMeeting.ID, _ sight: CircleSight, in act: Act) throws {
        try act.db.run("UPDATE circle_meeting SET sequence = sequence + 1 WHERE id = \(id)")
        guard let meeting = try meetings("m.id = \(id)", in: act).first else { throw Problem.missing }
        let installation = try act.installation
        for member in try CircleMemberStore.members(of: sight.circle, on: meeting.details.day, in: act) {
            try CircleLetters.tell(news, member.person, meeting, sight, from: installation, in: act)
        }
    }

    /// A member says whether they come.
    package static func answer(_ comes: Bool, _ id: CircleMeeting.ID, of circle: Circle.ID, at centre: Centre.ID, in act: Act) throws {
        let folder = try held(id, of: circle, at: centre, in: act)
        guard let own = folder.roll.guests.first(where: { $0.person == act.by.person }) else { throw Problem.missing }
        guard !folder.meeting.isCancelled, folder.meeting.details.day >= folder.sight.today else { throw Problem.conflict(T.circles.errorPast) }
        try act.db.run("""
            INSERT INTO circle_attendance (meeting, person, school, comes) VALUES (\(id), \(own.person), \(own.school), \(comes))
            ON CONFLICT (meeting, person) DO UPDATE SET comes = excluded.comes
            """)
        try act.record(comes ? T.circles.comesDeed : T.circles.comesNotDeed, .circle(circle), under: .person(own.person), centre: centre)
    }

    // MARK: At it

    /// Who was there. Nobody is counted who does not belong to the circle on that day; and never fewer than have voted.
    package static func mark(_ present: Set<Person.ID>, _ id: CircleMeeting.ID, of circle: Circle.ID, at centre: Centre.ID, in act: Act) throws {
        let folder = try open(id, of: circle, at: centre, in: act)
        guard present.isSubset(of: folder.roll.guests.map(\.person)) else { throw Problem.invalid("present", T.common.errorChoose) }
        let votes = folder.meeting.points.compactMap(\.ballot?.sum).max() ?? 0
        guard votes <= present.count else { throw Problem.invalid("present", T.circles.errorVotesThere(count: votes)) }
        for guest in folder.roll.guests {
            let isPresent = present.contains(guest.person)
            try act.db.run("""
                INSERT INTO circle_attendance (meeting, person, school, present) VALUES (\(id), \(guest.person), \(guest.school), \(isPresent))
                ON CONFLICT (meeting, person) DO UPDATE SET present = excluded.present, school = excluded.school
                """)
        }
        try CircleConclusionStore.weigh(id, in: act)
        try act.record(T.circles.markedDeed, .circle(circle), centre: centre)
    }

    /// How it was voted on each point; never by more than were there.
    package static func vote(_ ballots: [AgendaPoint.ID: Ballot], _ id: CircleMeeting.ID, of circle: Circle.ID, at centre: Centre.ID, in act: Act) throws {
        let folder = try open(id, of: circle, at: centre, in: act)
        var faults = Faults()
        for point in folder.meeting.points {
            guard let ballot = ballots[point.id] else { continue }
            faults.require(ballot.fits(folder.roll.present), "votes-\(point.id)", T.circles.errorVotes(votes: .number(ballot.sum), present: .number(folder.roll.present)))
        }
        try faults.check()
        for point in folder.meeting.points {
            let ballot = ballots[point.id]
            try act.db.run("""
                UPDATE circle_point SET votes_for = \(ballot?.yes), votes_against = \(ballot?.no), abstained = \(ballot?.abstained) WHERE id = \(point.id)
                """)
        }
        try act.record(T.circles.votedDeed, .circle(circle), centre: centre)
    }

    private static func open(_ id: CircleMeeting.ID, of circle: Circle.ID, at centre: Centre.ID, in act: Act) throws -> MeetingFolder {
        let folder = try run(id, of: circle, at: centre, in: act)
        guard folder.isOpen else { throw Problem.conflict(T.circles.errorSigned) }
        guard folder.hasBegun else { throw Problem.conflict(T.circles.errorNotYet) }
        return folder
    }
}

extension CircleMeeting {
    init(row: Row, points: [AgendaPoint]) throws {
        id = try row["id"]
        circle = try row["circle"]
        details = MeetingDetails(
            day: try row["day"], begins: try row["begins"], ends: try row["ends"], place: try row["place"], link: try row["link"], agenda: points.map(\.title),
            event: try row["event"])
        self.points = points
        invited = try row["invited"]
        isCancelled = try (row["cancelled"] as Instant?) != nil
        sequence = try row["sequence"]
    }
}

extension AgendaPoint {
    init(row: Row) throws {
        let (yes, no, abstained): (Int?, Int?, Int?) = (try row["votes_for"], try row["votes_against"], try row["abstained"])
        let ballot: Ballot? = if let yes, let no, let abstained { Ballot(yes: yes, no: no, abstained: abstained) } else { nil }
        self.init(id: try row["id"], title: try row["title"], ballot: ballot)
    }
}
