package import Accounts
import Catalogue
import Certificates
package import Events
package import Kernel
package import Languages
import Storage

/// What many people can show, as rules count it. It reads people by the hundred and keeps nothing of them, so that a whole region needs no more memory than
/// its events do.
package struct EvidenceStore {
    private var occasions: [Event.ID: Occasion] = [:]

    package init() {}

    /// What an event was, as far as rules ask.
    private struct Occasion {
        let day: Day?
        let days: Int
        let hours: Int
        let isGathering: Bool
        let isTrip: Bool
        let isPriority: Bool
        let words: String
    }

    // MARK: Many people

    /// - Returns: what each of them can show of these days; nothing for whoever has nothing.
    package mutating func evidence(of people: [Person.ID], in days: ClosedRange<Day>, in act: Act) throws -> [Person.ID: [Evidence]] {
        guard !people.isEmpty else { return [:] }
        var found: [Person.ID: [Evidence]] = [:]
        let papers = try act.db.rows("""
            SELECT c.id, c.person, c.kind, c.part, c.hours, c.points, c.event, c.day, CASE WHEN c.event IS NULL OR c.earlier THEN c.facts ELSE NULL END AS facts
            FROM certificate c WHERE c.person IN \(list: people) AND c.state = 'valid' AND c.duplicate_of IS NULL ORDER BY c.id
            """).map(Paper.init(row:))
        try learn(Set(papers.compactMap(\.event)), in: act)
        for paper in papers {
            guard let evidence = evidence(paper), days.contains(evidence.day) else { continue }
            found[paper.person, default: []].append(evidence)
        }
        let entries = try act.db.rows("""
            SELECT * FROM portfolio_entry WHERE person IN \(list: people) AND state IN ('unchecked', 'checked')
                AND day >= \(days.lowerBound) AND day <= \(days.upperBound) ORDER BY id
            """).map(PortfolioEntry.init(row:))
        for entry in entries { if let evidence = entry.evidence { found[entry.person, default: []].append(evidence) } }
        return found
    }

    private struct Paper {
        let id: Certificate.ID
        let person: Person.ID
        let kind: CertificateKind
        let part: CertificatePart
        let hours: Int
        let points: Int
        let event: Event.ID?
        let day: Day?
        let facts: String?

        init(row: Row) throws {
            (id, person, kind, part) = (try row["id"], try row["person"], try row["kind"], try row["part"])
            (hours, points, event, day, facts) = (try row["hours"], try row["points"], try row["event"], try row["day"], try row["facts"])
        }
    }

    private func evidence(_ paper: Paper) -> Evidence? {
        let occasion = paper.event.flatMap { occasions[$0] }, facts = paper.facts.flatMap { try? CertificateFacts(text: $0) }
        guard let day = facts?.days?.upperBound ?? occasion?.day ?? paper.day else { return nil }
        let isLed = paper.part != .participant
        return Evidence(
            .certificate(paper.id), kind(paper, occasion), isLed: isLed, day: day, hours: paper.hours > 0 ? paper.hours : occasion?.hours ?? 0,
            days: facts?.days.map { $0.count } ?? occasion?.days ?? 1, points: paper.points > 0 ? paper.points : nil,
            isPriority: occasion?.isPriority ?? (facts?.programme?.priority != nil),
            words: occasion?.words ?? Fold.indexText("\(facts?.title ?? "") \(facts?.programme?.competence ?? "")"))
    }

    private func kind(_ paper: Paper, _ occasion: Occasion?) -> EvidenceKind {
        if occasion?.isGathering == true { return .gathering }
        if paper.part != .participant { return .leading }
        if paper.kind == .certificate { return .programme }
        return occasion?.isTrip == true ? .trip : .course
    }

    // MARK: What comes

    /// What it would be to have been at events that come: as a participant with the paper that they give.
    package mutating func coming(_ events: [Event], in act: Act) throws -> [Evidence] {
        try learn(Set(events.map(\.id)), in: act)
        return events.compactMap { event in
            guard let occasion = occasions[event.id], let day = occasion.day else { return nil }
            let isProgramme = event.form.details.paper == .certificate && event.plan.programme != nil
            let kind: EvidenceKind = occasion.isGathering ? .gathering : isProgramme ? .programme : occasion.isTrip ? .trip : .course
            return Evidence(
                .coming(event.id), kind, day: day, hours: occasion.hours, days: occasion.days, points: event.plan.points > 0 ? event.plan.points : nil,
                isPriority: occasion.isPriority, words: occasion.words, standing: .coming)
        }
    }

    // MARK: Events

    /// Two queries for all events that are not known yet.
    private mutating func learn(_ events: Set<Event.ID>, in act: Act) throws {
        let new = events.filter { occasions[$0] == nil }.sorted()
        guard !new.isEmpty else { return }
        let sessions = try act.db.rows("""
            SELECT event, max(day) AS last, count(DISTINCT day) AS days, CAST(sum(ends - begins) AS BIGINT) AS minutes
            FROM event_session WHERE event IN \(list: new) GROUP BY event
            """)
        var times: [Event.ID: (last: Day, days: Int, minutes: Int)] = [:]
        for row in sessions { times[try row["event"]] = (try row["last"], try row["days"], try row["minutes"]) }
        for row in try act.db.rows("""
            SELECT e.id, e.ends, f.traits, f.asked_days, p.title, p.hours, p.days, k.name AS competence, a.name AS priority
            FROM event e JOIN event_form f ON f.id = e.form LEFT JOIN programme p ON p.id = e.programme
            LEFT JOIN cycle_code k ON k.id = p.competence LEFT JOIN cycle_code a ON a.id = p.priority WHERE e.id IN \(list: new)
            """) {
            let id: Event.ID = try row["id"], ends: Instant? = try row["ends"], traits: String = try row["traits"]
            let (hours, days, asked): (Int?, Int?, Int) = (try row["hours"], try row["days"], try row["asked_days"])
            let (title, competence, priority): (String?, String?, String?) = (try row["title"], try row["competence"], try row["priority"])
            let has = Set(traits.split(separator: " ").map(String.init)), time = times[id]
            occasions[id] = Occasion(
                day: time?.last ?? ends.map { Zone.utc.day(of: $0) }, days: days ?? time?.days ?? 1, hours: hours ?? (time.map { $0.minutes / 60 } ?? 0),
                isGathering: asked > 0 || has.contains(EventTrait.papers.rawValue), isTrip: has.contains(EventTrait.bus.rawValue), isPriority: priority != nil,
                words: Fold.indexText([title, competence, priority].compactMap(\.self).joined(separator: " ")))
        }
    }
}
