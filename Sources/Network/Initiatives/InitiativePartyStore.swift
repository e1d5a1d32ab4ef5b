package import Accounts
package import Centres
package import Circles
package import Kernel
package import Languages
import Storage

/// Who takes part, and what they say, as rows.
package enum InitiativePartyStore {
    // MARK: Reads

    /// Those who are asked, the coordinating centre first.
    static func parties(of ids: [Initiative.ID], in act: Act) throws -> [Initiative.ID: [InitiativeParty]] {
        guard !ids.isEmpty else { return [:] }
        let rows = try act.db.rows("SELECT * FROM initiative_party WHERE initiative IN \(list: ids) ORDER BY id")
        return try rows.reduce(into: [:]) { found, row in
            let standing: InitiativeStanding? = try row["standing"], version: Int? = try row["version"], centre: Centre.ID? = try row["centre"]
            let words: String = try row["words"]
            found[try row["initiative"], default: []].append(InitiativeParty(
                id: try row["id"], centre: try centre.map { try CentreStore.centre($0, in: act) }, name: try row["name"], asked: try row["asked"],
                position: standing.map { InitiativePosition($0, words: words, version: version ?? 1) }, given: try row["given"]))
        }
    }

    static func circles(of id: Initiative.ID, in act: Act) throws -> [InitiativeCircle] {
        try act.db.rows("""
            SELECT c.id, c.name FROM initiative_circle k JOIN circle c ON c.id = k.circle WHERE k.initiative = \(id) ORDER BY c.name, c.id
            """).map { InitiativeCircle(id: try $0["id"], name: try $0["name"]) }
    }

    /// Whether somebody belongs today to a circle that is asked.
    static func isMember(_ person: Person.ID, of one: Initiative, in act: Act) throws -> Bool {
        let asked = Set(try circles(of: one.id, in: act).map(\.id)), today = try InitiativeStore.today(at: one.centre, in: act)
        return try CircleStore.mine(person, at: one.centre, in: act).contains { circle in
            // Whoever only asks to join is no member yet.
            try asked.contains(circle.id) && CircleMemberStore.members(of: circle, on: today, in: act).contains { $0.person == person }
        }
    }

    /// Initiatives about which somebody is asked as a member of a circle, and which still take words.
    package static func waiting(for person: Person.ID, at centre: Centre.ID, in act: Act) throws -> [Initiative] {
        let open = try InitiativeStore.initiatives("""
            i.centre = \(centre) AND i.state = 'open' AND i.deadline >= \(act.now) AND EXISTS (SELECT 1 FROM initiative_circle k WHERE k.initiative = i.id)
            """, in: act)
        return try open.filter { try isMember(person, of: $0, in: act) }
    }

    /// Everybody who belongs to the circles that are asked, once.
    static func members(of sight: InitiativeSight, in act: Act) throws -> [Person.ID] {
        let today = try InitiativeStore.today(at: sight.home.id, in: act)
        var seen: Set<Person.ID> = []
        return try sight.circles.flatMap { one in
            try CircleMemberStore.members(of: CircleStore.circle(one.id, at: sight.home.id, in: act), on: today, in: act).map(\.person)
        }.filter { seen.insert($0).inserted }
    }

    /// Who runs things at a centre, by name.
    package static func staff(of centre: Centre.ID, in act: Act) throws -> [(id: Person.ID, name: String)] {
        try act.db.rows("""
            SELECT p.id, p.given_name, p.family_name FROM person p WHERE p.erased IS NULL AND p.id IN (
                SELECT r.person FROM role r WHERE r.centre = \(centre) AND r.role IN ('coordinator', 'director'))
            ORDER BY p.family_name, p.given_name, p.id
            """).map { (try $0["id"], PersonName(given: try $0["given_name"], family: try $0["family_name"]).full) }
    }

    // MARK: Who takes part

    /// Asks these centres and circles, and these institutions outside, from now on. Whoever has spoken stays.
    package static func ask(
        _ centres: Set<Centre.ID>, _ circles: Set<Circle.ID>, outside: [String], _ id: Initiative.ID, at centre: Centre.ID, in act: Act
    ) throws {
        let sight = try InitiativeStore.held(id, at: centre, in: act), one = sight.initiative
        guard one.state.isWritten else { throw Problem.conflict(T.initiatives.errorFrozen) }
        let known = Set(try CentreStore.all(in: act).map(\.id)), own = Set(try CircleStore.all(of: centre, in: act).filter { $0.closed == nil }.map(\.id))
        var faults = Faults()
        faults.require(centres.isSubset(of: known), "centres", T.common.errorChoose)
        faults.require(circles.isSubset(of: own.union(sight.circles.map(\.id))), "circles", T.common.errorChoose)
        try faults.check()
        let wanted = centres.union([centre])
        for party in sight.parties where party.position == nil && party.centre?.id != centre {
            let isAsked = party.centre.map { wanted.contains($0.id) } ?? outside.contains(party.name)
            if !isAsked { try act.db.run("DELETE FROM initiative_party WHERE id = \(party.id)") }
        }
        let asked = Set(sight.parties.compactMap(\.centre?.id)), named = Set(sight.parties.map(\.name))
        for new in wanted.subtracting(asked).sorted(by: { $0.value < $1.value }) {
            try act.db.run("INSERT INTO initiative_party (initiative, centre, asked) VALUES (\(id), \(new), \(act.now))")
        }
        for name in outside where !named.contains(name) {
            try act.db.run("INSERT INTO initiative_party (initiative, name, asked) VALUES (\(id), \(name), \(act.now))")
        }
        for gone in Set(sight.circles.map(\.id)).subtracting(circles) {
            try act.db.run("DELETE FROM initiative_circle WHERE initiative = \(id) AND circle = \(gone)")
        }
        let newCircles = circles.subtracting(sight.circles.map(\.id))
        for new in newCircles.sorted(by: { $0.value < $1.value }) {
            try act.db.run("INSERT INTO initiative_circle (initiative, circle, asked) VALUES (\(id), \(new), \(act.now))")
        }
        try act.record(T.initiatives.askedDeed, .initiative(id), centre: centre)
        guard one.state == .open else { return }
        let after = try InitiativeStore.home(id, at: centre, in: act)
        try InitiativeLetters.tellCentres(.asked, after, only: wanted.subtracting(asked), in: act)
        let told = Set(try members(of: sight, in: act)), all = Set(try members(of: after, in: act))
        if !newCircles.isEmpty { try InitiativeLetters.tellMembers(.asked, after, only: all.subtracting(told), in: act) }
    }

    // MARK: Positions

    /// A centre says where it stands, or says it anew, until the minute of the deadline.
    package static func say(_ standing: InitiativeStanding, _ words: String, on id: Initiative.ID, at centre: Centre.ID, in act: Act) throws {
        _ = try InitiativeStore.desk(id, at: centre, in: act)
        try act.db.hold("initiative", id.value)
        let sight = try InitiativeStore.desk(id, at: centre, in: act)
        guard let party = sight.own else { throw Problem.missing }
        try write(standing, words, of: party, sight, in: act)
    }

    /// The position of somebody outside, as their letter says it: the coordinating centre writes it down.
    package static func note(
        _ standing: InitiativeStanding, _ words: String, of party: InitiativeParty.ID, on id: Initiative.ID, at centre: Centre.ID, in act: Act
    ) throws {
        let sight = try InitiativeStore.held(id, at: centre, in: act)
        guard let party = sight.parties.first(where: { $0.id == party && $0.centre == nil }) else { throw Problem.missing }
        try write(standing, words, of: party, sight, in: act)
    }

    private static func write(_ standing: InitiativeStanding, _ words: String, of party: InitiativeParty, _ sight: InitiativeSight, in act: Act) throws {
        let one = sight.initiative
        guard let version = sight.current, one.state == .open else {
            throw Problem.conflict(one.state == .draft ? T.initiatives.errorDraft : T.initiatives.errorFrozen)
        }
        guard one.takesWords(at: act.now) else { throw Problem.conflict(T.initiatives.errorOver(at: .instant(one.details.deadline))) }
        let position = InitiativePosition(standing, words: words, version: version.number)
        guard !position.lacksWords else { throw Problem.invalid("words", T.initiatives.errorWords) }
        try act.db.run("""
            UPDATE initiative_party SET standing = \(standing), words = \(words), version = \(version.number), given = \(act.now), person = \(act.by.person)
            WHERE id = \(party.id)
            """)
        try act.record(T.initiatives.positionDeed, .initiative(one.id), centre: sight.centre, changes: [
            Change("standing", from: party.position?.standing.rawValue ?? "", to: standing.rawValue),
            Change("words", from: party.position?.words ?? "", to: words),
        ], retention: .register)
    }
}
