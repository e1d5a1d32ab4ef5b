package import Centres
package import Events
package import Kernel
package import Languages
package import Storage

/// Who came to what was held in a year, and what sources of money paid of it.
package enum RationalUseStore {
    /// Events that a centre held, by their last day, as a condition over `event e`. What a form keeps inside the house, and lists of earlier years, are no part of
    /// what is told of a year.
    package static func held(in days: ClosedRange<Day>, at centre: Centre, in act: Act) throws -> SQL {
        let (from, until) = (centre.zone.startOfDay(days.lowerBound), centre.zone.endOfDay(days.upperBound))
        let inside = try EventFormStore.all(in: act).values.filter(\.isInternal).map(\.id).sorted()
        let held: SQL = "e.centre = \(centre.id) AND e.state IN ('held', 'closed') AND NOT e.earlier AND e.ends >= \(from) AND e.ends < \(until)"
        return inside.isEmpty ? held : "\(held) AND e.form NOT IN \(list: inside)"
    }

    /// The year and the one before it, with what each place is called.
    /// - Parameter counting: who counts at each event of the year, where a rule says it; else whoever was there.
    package static func use(
        of year: Int, at id: Centre.ID, counting: [Event.ID: Set<ID<PersonTag>>]? = nil, in act: Act
    ) throws -> RationalUseBook {
        guard act.by.coordinates(id) else { throw Problem.missing }
        let centre = try CentreStore.centre(id, in: act)
        let now = try taken(in: year, centre, counting: counting, in: act), before = try taken(in: year - 1, centre, in: act)
        let municipalities = try MunicipalityStore.all(in: act)
        let schools = Set((now.visits + before.visits).compactMap(\.school)).sorted()
        let names = try act.db.rows("SELECT id, name FROM school WHERE id IN \(list: schools)")
        return RationalUseBook(
            use: RationalUse(of: year, now.visits, before: before.visits), loose: now.loose, looseBefore: before.loose, currency: centre.currency,
            municipalities: Dictionary(uniqueKeysWithValues: municipalities.map { ($0.id.value, $0.name) }),
            schools: try Dictionary(uniqueKeysWithValues: names.map { (try $0["id"], try $0["name"]) }), otherWay: try CostRuleStore.otherWay(of: id, in: act))
    }

    /// - Returns: those who came with their parts, and money of events at which nobody is marked, or of none.
    private static func taken(
        in year: Int, _ centre: Centre, counting: [Event.ID: Set<ID<PersonTag>>]? = nil, in act: Act
    ) throws -> (visits: [UseVisit], loose: Int) {
        guard let first = Day(year: year, month: 1, day: 1), let last = Day(year: year, month: 12, day: 31) else { throw Problem.missing }
        let (from, until) = (centre.zone.startOfDay(first), centre.zone.endOfDay(last))
        let held: SQL = "e.centre = \(centre.id) AND e.state IN ('held', 'closed') AND NOT e.earlier AND e.ends >= \(from) AND e.ends < \(until)"
        let told = try Self.held(in: first...last, at: centre, in: act)
        let came = try act.db.rows("""
            SELECT r.id, r.event, r.person, r.school, s.municipality, e.municipality AS held_in, count(DISTINCT n.day) AS days,
                CAST(sum(n.ends - n.begins - a.missed) AS BIGINT) AS minutes
            FROM registration r JOIN event e ON e.id = r.event JOIN attendance a ON a.registration = r.id JOIN event_session n ON n.id = a.session
            LEFT JOIN school s ON s.id = r.school
            WHERE \(told) AND r.pupils = 0 AND a.mark IN ('present', 'late', 'left')
            GROUP BY r.id, r.event, r.person, r.school, s.municipality, e.municipality ORDER BY r.id
            """)
        let points: [Int64: Int] = try numbers("""
            SELECT c.registration AS id, max(c.points) AS amount FROM certificate c JOIN event e ON e.id = c.event
            WHERE \(held) AND c.state = 'valid' AND c.part = 'participant' AND c.registration IS NOT NULL GROUP BY c.registration
            """, in: act)
        var seats: [Int64: Int] = try numbers("""
            SELECT c.registration AS id, CAST(sum(s.paid) AS BIGINT) AS amount
            FROM claim_share s JOIN claim c ON c.id = s.claim JOIN event e ON e.id = c.event
            WHERE \(held) AND c.registration IS NOT NULL AND s.purse IS NOT NULL AND s.paid > 0 AND s.currency = \(centre.currency) GROUP BY c.registration
            """, in: act)
        var pools: [Int64: Int] = try numbers("""
            SELECT c.event AS id, CAST(sum(c.amount) AS BIGINT) AS amount FROM cost c JOIN event e ON e.id = c.event
            WHERE \(held) AND c.state = 'spent' AND c.purse IS NOT NULL AND c.currency = \(centre.currency) GROUP BY c.event
            """, in: act)
        let places = try Places(centre, in: act)
        var byEvent: [Int64: [UseVisit]] = [:]
        for row in came {
            let registration: Int64 = try row["id"], municipality: Municipality.ID? = try row["municipality"], heldIn: Municipality.ID? = try row["held_in"]
            let event: Event.ID = try row["event"], person: ID<PersonTag> = try row["person"]
            if let counting, !(counting[event]?.contains(person) ?? false) { continue }
            byEvent[event.value, default: []].append(UseVisit(
                person, school: try row["school"], municipality: municipality, minutes: try row["minutes"], points: points[registration] ?? 0,
                money: seats.removeValue(forKey: registration) ?? 0, kilometres: places.saved(from: municipality, heldIn: heldIn, days: try row["days"])))
        }
        // A seat that a source paid though nobody came, or nobody who counts, is a cost of the event all the same.
        for row in try act.db.rows("SELECT id, event FROM registration WHERE id IN \(list: seats.keys.sorted())") {
            pools[try row["event"], default: 0] += seats[try row["id"]] ?? 0
        }
        let house: Int = try act.db.count("""
            SELECT CAST(coalesce(sum(c.amount), 0) AS BIGINT) AS amount FROM cost c WHERE c.centre = \(centre.id) AND c.event IS NULL AND c.state = 'spent'
                AND c.purse IS NOT NULL AND c.currency = \(centre.currency) AND c.day >= \(first) AND c.day <= \(last)
            """)
        let loose = pools.filter { byEvent[$0.key] == nil }.map(\.value).reduce(house, +)
        return (byEvent.sorted { $0.key < $1.key }.flatMap { UseVisit.divided(pools[$0.key] ?? 0, among: $0.value) }, loose)
    }

    private static func numbers(_ query: SQL, in act: Act) throws -> [Int64: Int] {
        try Dictionary(uniqueKeysWithValues: act.db.rows(query).map { (try $0["id"], try $0["amount"]) })
    }

    /// Where everybody works, where it is held, where one would else have to go.
    private struct Places {
        private let seats: [Municipality.ID: Coordinates]
        private let own: Coordinates?
        private let other: Coordinates?

        init(_ centre: Centre, in act: Act) throws {
            let all = try MunicipalityStore.all(in: act)
            let seats = Dictionary(uniqueKeysWithValues: all.compactMap { town in town.seat.map { (town.id, $0) } })
            self.seats = seats
            own = try CentreStore.seat(of: centre.id, in: act)
            other = try CostRuleStore.otherWay(of: centre.id, in: act).flatMap { seats[$0] }
        }

        func saved(from home: Municipality.ID?, heldIn place: Municipality.ID?, days: Int) -> Int {
            WaySaved.kilometres(from: home.flatMap { seats[$0] }, held: place.flatMap { seats[$0] } ?? own, other: other, days: days)
        }
    }
}
