import Accounts
import Certificates
import Claims
import Events
import Kernel
import Languages
import Registration
import Schools
import Storage

/// A centre's own rows, for programs that it has given a key: by their numbers, a page at a time, and nothing of other centres.
enum OwnDataStore {
    /// One row more than is shown tells whether the list goes on.
    private static func page<Item: APIThing>(_ rows: [Row], _ limit: Int, _ read: (Row) throws -> Item) throws -> APIPage<Item> {
        let last: Int64? = rows.count > limit ? try rows[limit - 1]["id"] : nil
        return APIPage(try rows.prefix(limit).map(read), next: last.map { APICursor(Int($0)) })
    }

    static func events(after: Int64, limit: Int, at centre: ID<CentreTag>, in act: Act) throws -> APIPage<OwnEvent> {
        let rows = try act.db.rows("""
            SELECT e.id, e.form, e.state, e.starts, e.ends, e.deadline, e.seats, e.points, e.fee, e.currency FROM event e
            WHERE e.centre = \(centre) AND e.id > \(after) ORDER BY e.id LIMIT \(limit + 1)
            """)
        guard !rows.isEmpty else { return APIPage([], next: nil) }
        let ids: [Event.ID] = try rows.map { try $0["id"] }
        var titles: [Event.ID: [Language: String]] = [:], counts: [Event.ID: (taken: Int, waiting: Int)] = [:]
        for row in try act.db.rows("SELECT event, language, title FROM event_text WHERE event IN \(list: ids)") {
            titles[try row["event"], default: [:]][try row["language"]] = try row["title"] as String
        }
        for row in try act.db.rows("""
            SELECT event, CAST(sum(CASE WHEN state = 'waiting' THEN 0 ELSE people END) AS BIGINT) AS taken,
                CAST(sum(CASE WHEN state = 'waiting' THEN 1 ELSE 0 END) AS BIGINT) AS waiting
            FROM registration WHERE state IN ('admitted', 'offered', 'waiting') AND event IN \(list: ids) GROUP BY event
            """) { counts[try row["event"]] = (try row["taken"], try row["waiting"]) }
        return try page(rows, limit) { row in
            let id: Event.ID = try row["id"], count = counts[id] ?? (0, 0)
            return OwnEvent(
                id: id, form: try row["form"], state: try row["state"], titles: titles[id] ?? [:], starts: try row["starts"], ends: try row["ends"],
                deadline: try row["deadline"], seats: try row["seats"], taken: count.taken, waiting: count.waiting, points: try row["points"],
                fee: try row.money("fee", "currency"))
        }
    }

    static func registrations(
        of event: Event.ID?, after: Int64, limit: Int, at centre: ID<CentreTag>, in act: Act
    ) throws -> APIPage<OwnRegistration> {
        let own: SQL = event.map { "r.event = \($0)" } ?? "1 = 1"
        let rows = try act.db.rows("""
            SELECT r.id, r.event, r.state, r.applied, r.decided, r.payer, r.channel, r.people, p.given_name, p.family_name, p.email, p.verified,
                s.name AS school, m.name AS municipality
            FROM registration r JOIN event e ON e.id = r.event JOIN person p ON p.id = r.person LEFT JOIN school s ON s.id = r.school
                LEFT JOIN municipality m ON m.id = s.municipality
            WHERE e.centre = \(centre) AND \(own) AND r.queued IS NOT NULL AND NOT r.unnamed AND r.id > \(after) ORDER BY r.id LIMIT \(limit + 1)
            """)
        return try page(rows, limit) { row in
            let (email, verified): (String?, Instant?) = (try row["email"], try row["verified"])
            return OwnRegistration(
                id: try row["id"], event: try row["event"], state: try row["state"], applied: try row["applied"], decided: try row["decided"],
                payer: try row["payer"], channel: try row["channel"], people: try row["people"], given: try row["given_name"], family: try row["family_name"],
                email: verified == nil ? nil : email, school: try row["school"], municipality: try row["municipality"])
        }
    }

    static func certificates(of event: Event.ID?, after: Int64, limit: Int, at centre: ID<CentreTag>, in act: Act) throws -> APIPage<OwnCertificate> {
        let own: SQL = event.map { "c.event = \($0)" } ?? "1 = 1"
        let rows = try act.db.rows("""
            SELECT c.id, c.label, c.state, c.kind, c.part, c.day, c.event, c.registration, c.name, c.hours, c.points FROM certificate c
            WHERE c.centre = \(centre) AND c.state <> 'prepared' AND \(own) AND c.id > \(after) ORDER BY c.id LIMIT \(limit + 1)
            """)
        return try page(rows, limit) { row in
            OwnCertificate(
                id: try row["id"], number: try row["label"], state: try row["state"], kind: try row["kind"], part: try row["part"], day: try row["day"],
                event: try row["event"], registration: try row["registration"], name: try row["name"], hours: try row["hours"], points: try row["points"])
        }
    }

    static func claims(after: Int64, limit: Int, at centre: ID<CentreTag>, in act: Act) throws -> APIPage<OwnClaim> {
        let rows = try act.db.rows("""
            SELECT c.id, c.event, c.registration, c.what, c.amount, c.currency, c.made, c.due, c.cancelled,
                (SELECT CAST(coalesce(sum(s.paid), 0) AS BIGINT) FROM claim_share s WHERE s.claim = c.id) AS paid,
                (SELECT CAST(coalesce(sum(s.rest), 0) AS BIGINT) FROM claim_share s WHERE s.claim = c.id) AS rest
            FROM claim c WHERE c.centre = \(centre) AND c.id > \(after) ORDER BY c.id LIMIT \(limit + 1)
            """)
        return try page(rows, limit) { row in
            let cancelled: Instant? = try row["cancelled"]
            return OwnClaim(
                id: try row["id"], event: try row["event"], registration: try row["registration"], what: try row["what"],
                amount: try row.money("amount", "currency"), paid: try row.money("paid", "currency"), rest: try row.money("rest", "currency"),
                made: try row["made"], due: try row["due"],
                isCancelled: cancelled != nil)
        }
    }

    /// - Parameter moments: the school year in the centre's zone.
    static func figures(of year: SchoolYear, _ moments: Range<Instant>, at centre: ID<CentreTag>, in act: Act) throws -> OwnFigures {
        let events = try act.db.row("""
            SELECT count(*) AS held, CAST(coalesce(sum(seats), 0) AS BIGINT) AS seats FROM event
            WHERE centre = \(centre) AND state IN ('held', 'closed') AND starts >= \(moments.lowerBound) AND starts < \(moments.upperBound)
            """)
        let people = try act.db.row("""
            SELECT CAST(coalesce(sum(r.people), 0) AS BIGINT) AS participations, count(DISTINCT CASE WHEN r.pupils = 0 THEN r.person END) AS persons,
                count(DISTINCT r.school) AS schools
            FROM registration r JOIN event e ON e.id = r.event
            WHERE e.centre = \(centre) AND e.state IN ('held', 'closed') AND e.starts >= \(moments.lowerBound) AND e.starts < \(moments.upperBound)
                AND r.state = 'admitted' AND NOT r.unnamed
            """)
        let certificates = try act.db.count("""
            SELECT count(*) FROM certificate
            WHERE centre = \(centre) AND state = 'valid' AND day >= \(year.days.lowerBound) AND day <= \(year.days.upperBound) AND duplicate_of IS NULL
            """)
        return OwnFigures(
            year: year, held: try events?["held"] ?? 0, seats: try events?["seats"] ?? 0, participations: try people?["participations"] ?? 0,
            persons: try people?["persons"] ?? 0, schools: try people?["schools"] ?? 0, certificates: certificates)
    }
}
