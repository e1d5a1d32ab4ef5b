import Accounts
import Centres
package import Events
package import Kernel
package import Languages
import Forms
import Storage

/// Reading the desk. Of an application that has not counted the centre learns the address alone: it is found by nothing else, and not even its place
/// in the order tells of a name.
extension Desk {
    /// - Throws: `Problem.missing` for those who do not run the event.
    package init(_ id: Event.ID, _ question: DeskQuestion = .everybody, sorted alphabet: Alphabet, in act: Act) throws {
        event = try EventStore.event(runBy: act.by, id, in: act)
        centre = try CentreStore.centre(event.centre, in: act)
        self.question = question
        let counted = try act.db.rows("SELECT state, count(*) AS count FROM registration WHERE event = \(id) GROUP BY state")
        counts = try Dictionary(uniqueKeysWithValues: counted.map { (try $0["state"], try $0["count"]) })
        seats = try RegistrationStore.seats(of: event, in: act)
        let asked = question.condition(in: act)
        if question.isWhole {
            paging = Paging(1, count: counts.values.reduce(0, +))
            rows = try RegistrationStore.deskRows(of: event, asked, question.order(alphabet), in: act)
            clashes = []
        } else {
            paging = Paging(question.page, count: try act.db.count("SELECT count(*) \(RegistrationStore.deskTables) WHERE r.event = \(id) \(asked)"))
            // First who stands on the page, then what is shown of them: of ten thousand only fifty are told.
            let page: [Registration.ID] = try act.db.rows("""
                SELECT r.id \(RegistrationStore.deskTables) WHERE r.event = \(id) \(asked) \(question.order(alphabet)) LIMIT \(Paging.size) OFFSET \(paging.offset)
                """).map { try $0["id"] }
            rows = try RegistrationStore.deskRows(of: event, "AND r.id IN \(list: page)", question.order(alphabet), in: act)
            clashes = try EventStore.clashes(of: event, in: act)
        }
    }
}

extension DeskQuestion {
    /// Over `registration r` with its person `p`.
    fileprivate func condition(in act: Act) -> SQL {
        let only: SQL = state.map { "AND r.state = \($0)" } ?? ""
        return words.reduce(only) { all, word in
            let words = Fold.query(word)
            return """
                \(all) AND (r.queued IS NOT NULL AND (r.person IN (SELECT f.subject FROM \(act.db.found("person", words)) f)
                        OR r.school IN (SELECT f.subject FROM \(act.db.found("school", words)) f))
                    OR r.queued IS NULL AND p.email = \(word.lowercased()))
                """
        }
    }

    fileprivate func order(_ alphabet: Alphabet) -> SQL {
        let key = SortKeys.column(alphabet), turn: SQL = isReversed ? "DESC" : "ASC"
        let hidden: SQL = "CASE WHEN r.queued IS NULL THEN 1 ELSE 0 END, CASE WHEN r.queued IS NULL THEN coalesce(p.email, '') ELSE '' END"
        return switch order {
        case .name: "ORDER BY \(hidden), p.\(key) \(turn), r.id"
        case .school: "ORDER BY \(hidden), CASE WHEN s.id IS NULL THEN 1 ELSE 0 END, s.\(key) \(turn), p.\(key), r.id"
        case .payer: "ORDER BY \(hidden), r.payer \(turn), p.\(key), r.id"
        case .applied: "ORDER BY r.applied \(turn), r.id \(turn)"
        case .state:
            """
            ORDER BY CASE r.state WHEN 'admitted' THEN 1 WHEN 'offered' THEN 2 WHEN 'waiting' THEN 3 WHEN 'unconfirmed' THEN 4 ELSE 5 END \(turn),
                r.queued \(turn) NULLS LAST, r.id
            """
        }
    }
}

extension RegistrationStore {
    static let deskTables: SQL = """
        FROM registration r JOIN person p ON p.id = r.person LEFT JOIN school s ON s.id = r.school
        LEFT JOIN school_proposal written ON written.id = r.proposal
        """

    /// - Parameter condition: begins with AND.
    static func deskRows(of event: Event, _ condition: SQL, _ order: SQL, in act: Act) throws -> [DeskRow] {
        let rows = try act.db.rows("""
            SELECT r.*, p.given_name, p.family_name, p.email, p.verified, p.phone AS person_phone, p.language, p.occupation, w.job AS work_job,
                coalesce(s.name, written.name) AS school_name, s.place AS school_place, q.place AS queue_place,
                (SELECT max(l.id) FROM letter l WHERE l.person = r.person AND l.state = 'dead' AND l.centre = \(event.centre) AND l.address = p.email) AS dead_letter
            \(deskTables) LEFT JOIN employment w ON w.id = \(EmploymentStore.latest(of: "r.person", at: "r.school"))
            LEFT JOIN (SELECT id, row_number() OVER (ORDER BY queued, id) AS place FROM registration WHERE event = \(event.id) AND state = 'waiting') q ON q.id = r.id
            WHERE r.event = \(event.id) \(condition) \(order)
            """)
        return try rows.map(DeskRow.init(row:))
    }

    /// Those who apply for seats that go by need; once these were given, those who were ranked.
    static func ranked(_ event: Event, isGiven: Bool, in act: Act) throws -> [DeskRow] {
        let who: SQL = isGiven ? "AND r.id IN (SELECT k.registration FROM seat_rank k WHERE k.event = \(event.id))" : "AND r.state = 'waiting'"
        return try deskRows(of: event, who, "ORDER BY r.queued, r.id", in: act)
    }

    /// One application with all that is decided about it.
    /// - Throws: `Problem.missing` for those who do not run its event.
    static func deskCase(_ id: Registration.ID, _ alphabet: Alphabet, in act: Act) throws -> DeskCase {
        let event = try EventStore.event(runBy: act.by, row(id, in: act).event, in: act)
        guard let row = try deskRows(of: event, "AND r.id = \(id)", "ORDER BY r.id", in: act).first else { throw Problem.missing }
        let centre = try CentreStore.centre(event.centre, in: act), today = centre.zone.day(of: act.now)
        return DeskCase(
            event: event, centre: centre, row: row, seats: try seats(of: event, in: act),
            others: try EventStore.coming(beside: event, in: act),
            schools: row.registration.hasCounted ? try EmploymentStore.schools(of: row.registration.person, on: today, in: act) : [])
    }
}

extension DeskRow {
    fileprivate init(row: Row) throws {
        let registration = try Registration(row: row)
        // A seat without a name tells nothing of whoever asked for it.
        let isKnown = registration.hasCounted && !registration.isUnnamed
        let (mail, work): (String?, String?) = (try row["email"], try row["work_job"])
        let address = registration.isUnnamed ? nil : mail
        let job: String = try work.flatMap { $0.isEmpty ? nil : $0 } ?? row["occupation"]
        self.init(
            registration: registration,
            name: isKnown ? PersonName(given: try row["given_name"], family: try row["family_name"]) : PersonName(given: "", family: address ?? "–"),
            email: address, phone: isKnown ? try row["person_phone"] : "", isProved: isKnown ? try (row["verified"] as Instant?) != nil : false,
            deadLetter: try row["dead_letter"], language: try row["language"], job: isKnown ? job : "",
            school: try row["school_name"] ?? "", place: try row["school_place"] ?? "", queue: try row["queue_place"])
    }
}

extension JournalLine {
    /// What was done with an event and its applications, each with who did it and whom it concerned.
    static func about(_ event: Event.ID, in act: Act) throws -> [JournalLine] {
        let entries = try JournalEntry.about(.event(event), limit: 60, in: act)
        let names = try PersonStore.names(of: Set(entries.compactMap(\.person)), in: act)
        let concerned = try act.db.rows("""
            SELECT r.id, r.queued, p.given_name, p.family_name, p.email FROM registration r JOIN person p ON p.id = r.person
            WHERE r.event = \(event) AND r.id IN \(list: entries.filter { $0.subject.noun == "registration" }.map(\.subject.id))
            """)
        let whom: [Subject: String] = try Dictionary(uniqueKeysWithValues: concerned.map { row in
            let isKnown = try (row["queued"] as Instant?) != nil
            let name = PersonName(given: try row["given_name"], family: try row["family_name"]).full
            return (.registration(try row["id"]), isKnown ? name : try row["email"] ?? "–")
        })
        return entries.map { entry in JournalLine(entry: entry, who: entry.person.flatMap { names[$0] } ?? "", whom: whom[entry.subject] ?? "") }
    }
}
