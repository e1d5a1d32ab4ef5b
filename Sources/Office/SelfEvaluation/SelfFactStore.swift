import Centres
import Costs
import Kernel
import Languages
import Storage

/// Facts of a year, counted from what the rooms below wrote down.
enum SelfFactStore {
    static func facts(of year: Int, at centre: Centre.ID, in act: Act) throws -> [SelfFact: Int] {
        guard let first = Day(year: year, month: 1, day: 1), let last = Day(year: year, month: 12, day: 31) else { return [:] }
        let office = try CentreStore.centre(centre, in: act), zone = office.zone
        let days = Span(
            first: first, last: last, begins: zone.startOfDay(first), ends: zone.endOfDay(last), centre: centre,
            held: try RationalUseStore.held(in: first...last, at: office, in: act))
        return try SelfFact.allCases.reduce(into: [:]) { facts, fact in facts[fact] = try act.db.count(query(fact, days)) }
    }

    private struct Span {
        let first, last: Day
        let begins, ends: Instant
        let centre: Centre.ID
        /// Events that were held, as the reports of a year take them.
        let held: SQL

        func within(_ moment: SQL) -> SQL { "\(moment) >= \(begins) AND \(moment) < \(ends)" }
        func on(_ day: SQL) -> SQL { "\(day) >= \(first) AND \(day) <= \(last)" }
    }

    private static let came: SQL = "r.pupils = 0 AND EXISTS (SELECT 1 FROM attendance a WHERE a.registration = r.id AND a.mark IN ('present', 'late', 'left'))"

    private static func query(_ fact: SelfFact, _ year: Span) -> SQL {
        switch fact {
        case .events: "SELECT count(*) AS n FROM event e WHERE \(year.held)"
        case .hours: """
            SELECT CAST(coalesce(sum(g.hours), 0) AS BIGINT) AS n FROM event e JOIN programme g ON g.id = e.programme WHERE \(year.held)
            """
        case .participations: "SELECT count(*) AS n FROM registration r JOIN event e ON e.id = r.event WHERE \(year.held) AND \(came)"
        case .people: "SELECT count(DISTINCT r.person) AS n FROM registration r JOIN event e ON e.id = r.event WHERE \(year.held) AND NOT r.unnamed AND \(came)"
        case .certificates: """
            SELECT count(*) AS n FROM certificate c WHERE c.centre = \(year.centre) AND c.state = 'valid' AND c.duplicate_of IS NULL AND \(year.on("c.day"))
            """
        case .planned: """
            SELECT count(*) AS n FROM plan_item i JOIN year_plan p ON p.id = i.plan WHERE p.centre = \(year.centre) AND \(year.on("i.first_day"))
            """
        case .practices: "SELECT count(*) AS n FROM practice p WHERE p.centre = \(year.centre) AND p.state = 'published' AND \(year.within("p.published"))"
        case .tries: "SELECT count(*) AS n FROM practice_try y JOIN practice p ON p.id = y.practice WHERE p.centre = \(year.centre) AND \(year.within("y.tried"))"
        case .publications: "SELECT count(*) AS n FROM publication p WHERE p.centre = \(year.centre) AND p.state = 'published' AND \(year.within("p.published"))"
        case .projects: """
            SELECT count(*) AS n FROM project p WHERE p.centre = \(year.centre) AND p.first_day <= \(year.last)
                AND (p.last_day IS NULL OR p.last_day >= \(year.first))
                AND p.state NOT IN ('idea', 'application', 'sent', 'rejected', 'dropped')
            """
        case .agreements: """
            SELECT count(*) AS n FROM agreement a JOIN partner p ON p.id = a.partner WHERE p.centre = \(year.centre) AND a.signed <= \(year.last)
                AND (a.until IS NULL OR a.until >= \(year.first)) AND (a.ended IS NULL OR a.ended >= \(year.first))
            """
        case .circles: "SELECT count(*) AS n FROM circle c WHERE c.centre = \(year.centre) AND (c.closed IS NULL OR c.closed >= \(year.first))"
        case .meetings: """
            SELECT count(*) AS n FROM circle_meeting m JOIN circle c ON c.id = m.circle WHERE c.centre = \(year.centre)
                AND m.cancelled IS NULL AND \(year.on("m.day"))
            """
        case .contests: "SELECT count(*) AS n FROM contest c WHERE c.centre = \(year.centre) AND c.state <> 'draft' AND \(year.within("c.closes"))"
        case .sessions: """
            SELECT count(*) AS n FROM club_session s JOIN club c ON c.id = s.club WHERE c.centre = \(year.centre) AND s.state = 'held' AND \(year.on("s.day"))
            """
        case .loans: "SELECT count(*) AS n FROM loan l WHERE l.centre = \(year.centre) AND \(year.within("l.out_at"))"
        }
    }
}
