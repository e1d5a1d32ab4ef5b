package import Accounts
package import Centres
package import Events
package import Kernel
import Languages
import Storage

/// Those who are asked, as rows. Each verb first holds the event, so that what comes and what there is room for are decided one after the other.
package enum GuestStore {
    // MARK: Reads

    /// - Throws: `Problem.missing` for those who do not run the event.
    package static func list(of id: Event.ID, in act: Act) throws -> GuestList {
        let event = try EventStore.event(runBy: act.by, id, in: act)
        return GuestList(event: event, centre: try CentreStore.centre(event.centre, in: act), guests: try guests(of: id, in: act))
    }

    static func guests(of event: Event.ID, in act: Act) throws -> [Guest] {
        try act.db.rows("SELECT * FROM guest WHERE event = \(event) ORDER BY part DESC, id").map(Guest.init(row:))
    }

    /// Speakers who have said yes, in the order in which they were written down: everybody may know them.
    package static func speakers(of event: Event.ID, in act: Act) throws -> [Guest] {
        try guests(of: event, in: act).filter { $0.part == .speaker && $0.answer == .comes }
    }

    /// How many come who were invited.
    package static func people(of event: Event.ID, in act: Act) throws -> Int {
        try act.db.count("SELECT CAST(coalesce(sum(people), 0) AS BIGINT) FROM guest WHERE event = \(event) AND part = 'guest' AND answer = 'comes'")
    }

    /// The guest behind a mailed link.
    package static func guest(_ token: Token, in act: Act) throws -> Guest {
        guard let row = try act.db.row("SELECT g.* FROM guest_link l JOIN guest g ON g.id = l.guest WHERE l.hash = \(token.hash)") else { throw Problem.missing }
        return try Guest(row: row)
    }

    static func guest(_ id: Guest.ID, runBy actor: Actor, in act: Act) throws -> (guest: Guest, event: Event) {
        guard let row = try act.db.row("SELECT * FROM guest WHERE id = \(id)") else { throw Problem.missing }
        let guest = try Guest(row: row)
        try act.db.hold("event", guest.event.value)
        return (guest, try EventStore.event(runBy: actor, guest.event, in: act))
    }

    // MARK: The list

    /// Writes guests onto the list; an address that stands there for the same part already is left out.
    /// - Returns: how many were written.
    @discardableResult
    package static func add(_ guests: [NewGuest], to id: Event.ID, in act: Act) throws -> Int {
        try act.db.hold("event", id.value)
        let event = try EventStore.event(runBy: act.by, id, in: act)
        try requireOpen(event)
        var known = Set(try self.guests(of: id, in: act).map { "\($0.part) \($0.email)" })
        var added = 0
        for guest in guests where guest.email.isEmpty || known.insert("\(guest.part) \(guest.email)").inserted {
            let person = guest.email.isEmpty ? nil : try PersonStore.person(email: guest.email, in: act)?.id
            let row = Guest.ID(try act.db.insert("""
                INSERT INTO guest (event, part, name, email, person, school, topic, answer)
                VALUES (\(id), \(guest.part), \(guest.name), \(guest.email), \(person), \(guest.school), \(guest.topic), \(GuestAnswer.none)) RETURNING id
                """))
            try act.record(T.guests.added, .guest(row), under: .event(id), centre: event.centre)
            added += 1
        }
        return added
    }

    /// The institutions of the centre's territory that have an address and are not on the list.
    package static func addSchools(to id: Event.ID, in act: Act) throws -> Int {
        let event = try EventStore.event(runBy: act.by, id, in: act)
        let schools = try act.db.rows("""
            SELECT s.id, s.name, s.place, s.email FROM school s JOIN centre_territory t ON t.municipality = s.municipality
            WHERE t.centre = \(event.centre) AND s.closed = \(false) AND s.email <> '' ORDER BY s.id
            """)
        return try add(schools.map { row in
            let (name, place): (String, String) = (try row["name"], try row["place"])
            return NewGuest(.guest, name: [name, place].filter { !$0.isEmpty }.joined(separator: ", "), email: (try row["email"] as String).lowercased(),
                school: try row["id"])
        }, to: id, in: act)
    }

    /// Somebody on the list by mistake goes; who was asked is told nothing, so only those who were not.
    package static func remove(_ id: Guest.ID, in act: Act) throws -> Event.ID {
        let (guest, event) = try guest(id, runBy: act.by, in: act)
        guard guest.asked == nil else { throw Problem.conflict(T.guests.askedStays) }
        try act.db.run("DELETE FROM guest WHERE id = \(id)")
        try act.record(T.guests.removed, .guest(id), under: .event(event.id), centre: event.centre)
        if guest.part == .speaker { try act.touchPublicPages() }
        return event.id
    }

    // MARK: Asking and answering

    /// Writes to those who were not asked yet.
    /// - Parameters:
    ///   - words: of the centre, behind the invitation.
    ///   - tokens: as many as there may be letters, made before the act.
    /// - Returns: how many letters leave.
    package static func ask(_ id: Event.ID, saying words: String, tokens: [Token], in act: Act) throws -> Int {
        try act.db.hold("event", id.value)
        let list = try list(of: id, in: act)
        guard list.event.state == .announced || list.event.state == .confirmed else { throw Problem.conflict(T.guests.askAnnounced) }
        let asked = zip(list.toAsk, tokens)
        for (guest, token) in asked {
            try act.db.run("UPDATE guest SET asked = \(act.now) WHERE id = \(guest.id)")
            try GuestLetters.invitation(to: guest, list.event, list.centre, saying: words, token: token, in: act)
            try act.record(T.guests.asked, .guest(guest.id), under: .event(id), centre: list.event.centre)
        }
        return min(list.toAsk.count, tokens.count)
    }

    /// Writes once more to those who have said neither yes nor no.
    package static func remind(_ id: Event.ID, tokens: [Token], in act: Act) throws -> Int {
        try act.db.hold("event", id.value)
        let list = try list(of: id, in: act)
        try requireOpen(list.event)
        for (guest, token) in zip(list.toRemind, tokens) { try remind(guest, list.event, list.centre, token, in: act) }
        return min(list.toRemind.count, tokens.count)
    }

    static func remind(_ guest: Guest, _ event: Event, _ centre: Centre, _ token: Token, in act: Act) throws {
        try act.db.run("UPDATE guest SET reminded = \(act.now) WHERE id = \(guest.id)")
        try GuestLetters.reminder(to: guest, event, centre, token: token, in: act)
        try act.record(T.guests.remindedDeed, .guest(guest.id), under: .event(event.id), centre: event.centre)
    }

    /// A link lets its bearer answer until the event begins, and change the answer.
    static func addLink(_ token: Token, to guest: Guest.ID, in act: Act) throws {
        try act.db.run("INSERT INTO guest_link (hash, guest) VALUES (\(token.hash), \(guest))")
    }

    /// The bearer of a link answers.
    package static func answer(_ token: Token, _ reply: Reply, in act: Act) throws {
        let found = try guest(token, in: act)
        try act.db.hold("event", found.event.value)
        let event = try EventStore.event(found.event, in: act.looking)
        guard event.state == .announced || event.state == .confirmed, event.starts.map({ act.now < $0 }) ?? true else {
            throw Problem.conflict(T.guests.answerOver)
        }
        try settle(guest(token, in: act), reply, of: event, in: act)
    }

    /// Staff write down what somebody said by telephone.
    package static func answer(_ id: Guest.ID, _ reply: Reply, in act: Act) throws -> Event.ID {
        let (guest, event) = try guest(id, runBy: act.by, in: act)
        try settle(guest, reply, of: event, in: act)
        return event.id
    }

    /// There is room for those who come, where seats are counted: nobody is promised a seat that is not there.
    private static func settle(_ guest: Guest, _ reply: Reply, of event: Event, in act: Act) throws {
        if guest.part == .guest, reply.answer == .comes, event.form.countsSeats {
            let others = try people(of: event.id, in: act) - (guest.answer == .comes ? guest.people : 0)
            let left = max(0, event.plan.seats - others)
            guard reply.people <= left else { throw Problem.invalid("people", T.guests.noRoom(count: left)) }
        }
        let topic = guest.part == .speaker && !reply.topic.isEmpty ? reply.topic : guest.topic
        try act.db.run("""
            UPDATE guest SET answer = \(reply.answer), people = \(reply.answer == .comes ? reply.people : 1), note = \(reply.note), topic = \(topic),
                answered = \(act.now)
            WHERE id = \(guest.id)
            """)
        try act.record(T.guests.answered, .guest(guest.id), under: .event(event.id), centre: event.centre, changes: [
            Change("answer", from: guest.answer.rawValue, to: reply.answer.rawValue), Change("people", from: "\(guest.people)", to: "\(reply.people)"),
        ])
        if guest.part == .speaker { try act.touchPublicPages() }
    }

    private static func requireOpen(_ event: Event) throws {
        guard event.state.isChangeable else { throw Problem.conflict(T.events.notChangeable(state: .phrase(event.state.name))) }
    }
}

extension GuestStore {
    static func row(_ id: Guest.ID, in act: Act) throws -> Guest? { try act.db.row("SELECT * FROM guest WHERE id = \(id)").map(Guest.init(row:)) }

    /// How many of those who are asked have not answered.
    struct Unanswered: Sendable {
        /// Speakers who have not said yes or no.
        var speakers = 0
        /// Asked, and silent.
        var silent = 0
        /// On the list, with an address, and not asked.
        var unasked = 0
    }

    static func unanswered(of events: [Event.ID], in act: Act) throws -> [Event.ID: Unanswered] {
        guard !events.isEmpty else { return [:] }
        let rows = try act.db.rows("SELECT * FROM guest WHERE event IN \(list: events) AND answer IN ('none', 'maybe')").map(Guest.init(row:))
        return rows.reduce(into: [:]) { counts, guest in
            if guest.part == .speaker, guest.asked != nil || guest.email.isEmpty { counts[guest.event, default: Unanswered()].speakers += 1 }
            if guest.asked != nil, guest.answer == .none { counts[guest.event, default: Unanswered()].silent += 1 }
            if guest.canBeAsked { counts[guest.event, default: Unanswered()].unasked += 1 }
        }
    }
}
