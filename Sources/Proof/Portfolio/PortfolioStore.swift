package import Accounts
package import Centres
import Certificates
package import Events
import Forms
package import Kernel
package import Languages
import Registration
import Storage

/// Portfolios as they are read.
package enum PortfolioStore {
    private static let yearsShown = 6
    private static let comingMost = 24
    private static let looksShown = 30

    /// - Parameters:
    ///   - picked: events of which it is asked *what if I go there*; nil for those in which the person has a seat.
    package static func portfolio(
        of id: Person.ID, in year: SchoolYear, today: Day, picked: Set<Event.ID>?, at centre: Centre, in act: Act
    ) throws -> Portfolio {
        let person = try PersonStore.person(id, in: act), packs = try RulePackStore.packs(of: centre.country, in: act)
        var store = EvidenceStore()
        let evidence = try store.evidence(of: [id], in: Day.first...Day.last, in: act)[id] ?? []
        let own = try RegistrationStore.all(of: id, in: act).filter { $0.state == .admitted }.map(\.event)
        let coming = try coming(own: Set(own), of: centre, today: today, in: act)
        let picked = picked ?? Set(own)
        let then = try store.coming(coming.filter { picked.contains($0.id) }, in: act)
        let now = SchoolYear(containing: today)
        let years = sequence(first: now) { $0.previous }.prefix(yearsShown)
        return Portfolio(
            person: person, year: year, years: Array(years), standing: packs.judging(year).map { Standing(evidence + then, in: year, by: $0, of: packs) },
            packs: packs, certificates: try CertificateStore.certificates(of: id, in: act).filter { !$0.isDuplicate },
            entries: try EntryStore.entries(of: id, in: act), evidence: evidence, goals: try EntryStore.goals(of: id, in: act),
            leave: try EntryStore.leave(of: id, in: act), career: try EntryStore.career(of: id, in: act), coming: coming, picked: picked)
    }

    /// What comes: first where the person has a seat, then what the centre announces.
    private static func coming(own: Set<Event.ID>, of centre: Centre, today: Day, in act: Act) throws -> [Event] {
        let mine = try EventStore.events(Array(own).sorted(), in: act)
        let open = try EventStore.coming(of: centre, in: act).filter { !own.contains($0.id) && $0.form.details.paper != .none }
        return (mine + open.prefix(comingMost)).filter { event in
            !event.state.isOff && event.state != .closed && (event.ends.map { $0 > act.now } ?? false)
        }
    }

    // MARK: Looks

    /// What staff look at is written down, and the person sees it; once a day is enough.
    /// - Throws: `Problem.missing` unless the centre has to do with the person.
    static func look(at id: Person.ID, from centre: Centre, in act: Act) throws {
        guard act.by.coordinates(centre.id) else { throw Problem.missing }
        _ = try PersonStore.person(id, seenFrom: centre.id, in: act)
        try note(at: id, from: centre.id, zone: centre.zone, in: act)
    }

    /// Writes a look down.
    package static func note(at id: Person.ID, from centre: Centre.ID, zone: Zone, in act: Act) throws {
        let today = zone.day(of: act.now)
        let looks = try act.db.rows("""
            SELECT at FROM journal WHERE noun = 'person' AND subject = \(id) AND deed = \(T.portfolio.looked.key.name.description) AND person = \(act.by.person)
            ORDER BY id DESC LIMIT 1
            """)
        if let last = try looks.first?["at"] as Instant?, zone.day(of: last) == today { return }
        try act.record(T.portfolio.looked, .person(id), centre: centre)
    }

    /// Whether the actor has looked within a day.
    static func hasLooked(at id: Person.ID, in act: Act) throws -> Bool {
        try act.db.exists("""
            SELECT 1 AS looked FROM journal WHERE noun = 'person' AND subject = \(id) AND deed = \(T.portfolio.looked.key.name.description)
                AND person = \(act.by.person) AND at > \(act.now.adding(days: -1))
            """)
    }

    /// Who looked, the last first.
    package static func looks(at id: Person.ID, in act: Act) throws -> [PortfolioLook] {
        let rows = try act.db.rows("""
            SELECT at, person FROM journal WHERE noun = 'person' AND subject = \(id) AND deed = \(T.portfolio.looked.key.name.description)
            ORDER BY id DESC LIMIT \(looksShown)
            """)
        let people: [(Instant, Person.ID?)] = try rows.map { (try $0["at"], try $0["person"]) }
        let names = try PersonStore.names(of: Set(people.compactMap(\.1)), in: act)
        return people.map { PortfolioLook(at: $0.0, name: $0.1.flatMap { names[$0] } ?? "") }
    }

    // MARK: What waits to be looked at

    /// Entries of people with whom a centre has to do that nobody has looked at: those with a scan, and what has no school to know of it.
    package static func waiting(at centre: Centre.ID, limit: Int, in act: Act) throws -> [(entry: PortfolioEntry, name: String)] {
        guard act.by.coordinates(centre) else { return [] }
        return try act.db.rows("""
            SELECT e.*, p.given_name, p.family_name FROM portfolio_entry e JOIN person p ON p.id = e.person
            WHERE e.state = 'unchecked' AND e.file IS NOT NULL AND e.person IN (\(PersonStore.ties(to: centre, in: act))) ORDER BY e.written, e.id LIMIT \(limit)
            """).map { row in
            (try PortfolioEntry(row: row), PersonName(given: try row["given_name"], family: try row["family_name"]).listed)
        }
    }

    /// An entry as the centre's people check it.
    static func checked(_ id: PortfolioEntry.ID, at centre: Centre, in act: Act) throws -> (entry: PortfolioEntry, person: Person) {
        guard act.by.coordinates(centre.id), let entry = try EntryStore.entry(id, in: act), entry.file != nil, entry.state != .planned else { throw Problem.missing }
        return (entry, try PersonStore.person(entry.person, seenFrom: centre.id, in: act))
    }

    /// The paper was seen: it counts, or it is refused with a reason. Whoever checks does so for others, never for themselves.
    static func decide(_ id: PortfolioEntry.ID, seen: Instant?, isGood: Bool, _ reason: String, at centre: Centre, in act: Act) throws {
        let (entry, _) = try checked(id, at: centre, in: act)
        try decide(entry, seen: seen, isGood: isGood, reason, centre: centre.id, in: act)
    }

    /// - Parameter seen: when what was looked at had been written.
    /// - Throws: a conflict where somebody else has decided meanwhile, or its bearer has changed it.
    package static func decide(_ entry: PortfolioEntry, seen: Instant?, isGood: Bool, _ reason: String, centre: Centre.ID, in act: Act) throws {
        guard entry.person != act.by.person else { throw Problem.conflict(T.portfolio.errorOwn) }
        guard isGood || !reason.isEmpty else { throw Problem.invalid("reason", T.portfolio.errorReason) }
        var faults = Faults()
        faults.limit(reason, "reason")
        try faults.check()
        let state: PortfolioEntry.State = isGood ? .checked : .refused
        let changed = try act.db.run("""
            UPDATE portfolio_entry SET state = \(state), reason = \(isGood ? "" : reason), decided = \(act.now), decided_by = \(act.by.person)
            WHERE id = \(entry.id) AND state = 'unchecked' AND written = \(seen)
            """)
        guard changed > 0 else { throw Problem.conflict(T.portfolio.errorDecided) }
        try act.record(
            isGood ? T.portfolio.checkedDeed : T.portfolio.refusedDeed, .other("portfolio_entry", entry.id.value), under: .person(entry.person), centre: centre)
    }
}
