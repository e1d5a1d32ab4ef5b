import Accounts
package import Centres
package import Kernel
import Languages
import Needs
import Storage

/// Segments as rows, and who belongs to them today.
package enum SegmentStore {
    // MARK: Reads

    /// Those that can be chosen, by name.
    package static func all(of centre: Centre.ID, in act: Act) throws -> [Segment] {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        return try segments("centre = \(centre) AND dropped IS NULL", in: act)
    }

    package static func segment(_ id: Segment.ID, at centre: Centre.ID, in act: Act) throws -> Segment {
        guard let segment = try segments("id = \(id) AND centre = \(centre)", in: act).first, act.by.coordinates(centre) else { throw Problem.missing }
        return segment
    }

    static func segments(_ condition: SQL, in act: Act) throws -> [Segment] {
        let rows = try act.db.rows("SELECT * FROM newsletter_segment WHERE \(condition) ORDER BY name, id")
        guard !rows.isEmpty else { return [] }
        let ids: [Segment.ID] = try rows.map { try $0["id"] }, topics = try TopicStore.list(in: act)
        var drafts: [Segment.ID: SegmentDraft] = [:]
        for row in rows {
            var draft = SegmentDraft(name: try row["name"])
            draft.hasOutside = try row["outside"]
            drafts[try row["id"]] = draft
        }
        for row in try act.db.rows("SELECT * FROM newsletter_segment_pick WHERE segment IN \(list: ids) ORDER BY id") {
            let id: Segment.ID = try row["segment"], word: String = try row["word"]
            switch try row["axis"] as String {
            case "municipality": if let one: Municipality.ID = try row["municipality"] { drafts[id]?.municipalities.insert(one) }
            case "school": if let one: School.ID = try row["school"] { drafts[id]?.schools.insert(one) }
            case "kind": if let one = School.Kind(rawValue: word) { drafts[id]?.kinds.insert(one) }
            case "job": drafts[id]?.jobs.append(word)
            case "subject": drafts[id]?.subjects.append(word)
            default:
                // A topic that went into another one is asked as that.
                if let one: Topic.ID = try row["topic"] { drafts[id]?.topics.insert(topics.standing(one)?.id ?? one) }
            }
        }
        return try rows.compactMap { row in
            let id: Segment.ID = try row["id"]
            return try drafts[id].map { Segment(id: id, draft: $0, dropped: try row["dropped"]) }
        }
    }

    // MARK: Who belongs to one

    /// To whom an issue of a newsletter would go now.
    package static func audience(of newsletter: Newsletter.ID, _ segment: SegmentDraft?, _ seal: Seal, at centre: Centre.ID, in act: Act) throws -> NewsletterAudience {
        NewsletterAudience(
            try agreed("c.newsletter = \(newsletter)", seal, at: centre, in: act), try SubscriberStore.stops(of: newsletter, at: centre, in: act), in: segment)
    }

    /// Who belongs to a segment among all who have some newsletter of the centre.
    package static func members(of segment: SegmentDraft, _ seal: Seal, at centre: Centre.ID, in act: Act) throws -> NewsletterAudience {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        return NewsletterAudience(try agreed("1 = 1", seal, at: centre, in: act), try SubscriberStore.stops(of: nil, at: centre, in: act), in: segment)
    }

    /// - Parameter condition: over `newsletter_consent c`.
    private static func agreed(_ condition: SQL, _ seal: Seal, at centre: Centre.ID, in act: Act) throws -> [NewsletterReader] {
        let rows = try act.db.rows("""
            SELECT s.id, s.person, s.address, s.language, c.given, p.email, p.given_name, p.family_name, p.language AS own_language
            FROM newsletter_consent c JOIN newsletter_subscriber s ON s.id = c.subscriber LEFT JOIN person p ON p.id = s.person
            WHERE s.centre = \(centre) AND c.given IS NOT NULL AND c.ended IS NULL AND \(condition)
                AND ((s.person IS NULL AND s.address <> '') OR (p.erased IS NULL AND p.email IS NOT NULL AND p.verified IS NOT NULL))
            ORDER BY CASE WHEN s.person IS NULL THEN 1 ELSE 0 END, s.id, c.id
            """)
        let works = try works(at: centre, in: act), topics = try interests(at: centre, in: act)
        return try rows.map { row in
            let id: Subscriber.ID = try row["id"], person: Kernel.ID<PersonTag>? = try row["person"], own: String = try row["address"]
            let address = try (row["email"] as String?) ?? own
            let name = try person.map { _ in try PersonName(given: row["given_name"], family: row["family_name"]).full } ?? ""
            return NewsletterReader(
                subscriber: id, person: person, name: name, address: address, language: try (row["own_language"] as Language?) ?? row["language"],
                digest: AddressMark.of(address, seal), given: try row["given"],
                facts: SegmentFacts(isOutside: person == nil, works: person.flatMap { works[$0] } ?? [], topics: topics[id] ?? []))
        }
    }

    private static func works(at centre: Centre.ID, in act: Act) throws -> [Kernel.ID<PersonTag>: [SegmentFacts.Work]] {
        let today = try CentreStore.centre(centre, in: act).zone.day(of: act.now)
        let rows = try act.db.rows("""
            SELECT e.person, e.school, e.job, e.teaches, c.municipality, c.kind FROM employment e JOIN school c ON c.id = e.school
            JOIN newsletter_subscriber s ON s.person = e.person
            WHERE s.centre = \(centre) AND (e.since IS NULL OR e.since <= \(today)) AND (e.until IS NULL OR e.until >= \(today)) ORDER BY e.id
            """)
        return try rows.reduce(into: [:]) { works, row in
            works[try row["person"], default: []].append(SegmentFacts.Work(
                at: try row["school"], in: try row["municipality"], try row["kind"], job: try row["job"], subject: try row["teaches"]))
        }
    }

    private static func interests(at centre: Centre.ID, in act: Act) throws -> [Subscriber.ID: Set<Topic.ID>] {
        let topics = try TopicStore.list(in: act)
        let rows = try act.db.rows("""
            SELECT i.subscriber, i.topic FROM newsletter_interest i JOIN newsletter_subscriber s ON s.id = i.subscriber WHERE s.centre = \(centre)
            """)
        return try rows.reduce(into: [:]) { all, row in
            let topic: Topic.ID = try row["topic"]
            all[try row["subscriber"], default: []].insert(topics.standing(topic)?.id ?? topic)
        }
    }

    // MARK: Verbs

    package static func add(_ draft: SegmentDraft, to centre: Centre.ID, in act: Act) throws -> Segment.ID {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        try check(draft, in: act)
        let id = Segment.ID(try act.db.insert("""
            INSERT INTO newsletter_segment (centre, name, outside, made) VALUES (\(centre), \(draft.name), \(draft.hasOutside), \(act.now)) RETURNING id
            """))
        try write(draft, of: id, in: act)
        try act.record(T.newsletter.deedSegment, .newsletterSegment(id), centre: centre, changes: [Change("name", from: "", to: draft.name)])
        return id
    }

    package static func edit(_ id: Segment.ID, to draft: SegmentDraft, at centre: Centre.ID, in act: Act) throws {
        try act.db.hold("newsletter_segment", id.value)
        let before = try segment(id, at: centre, in: act).draft
        try check(draft, in: act)
        try act.db.run("UPDATE newsletter_segment SET name = \(draft.name), outside = \(draft.hasOutside) WHERE id = \(id)")
        try act.db.run("DELETE FROM newsletter_segment_pick WHERE segment = \(id)")
        try write(draft, of: id, in: act)
        try act.record(T.newsletter.deedSegment, .newsletterSegment(id), centre: centre, changes: [Change("name", from: before.name, to: draft.name)])
    }

    /// Nobody chooses it any more. An issue that waits with it is changed first.
    package static func drop(_ id: Segment.ID, at centre: Centre.ID, in act: Act) throws {
        try act.db.hold("newsletter_segment", id.value)
        _ = try segment(id, at: centre, in: act)
        if try act.db.exists("SELECT 1 AS stands FROM newsletter_issue WHERE segment = \(id) AND state IN ('draft', 'scheduled') LIMIT 1") {
            throw Problem.conflict(T.newsletter.errorSegmentUsed)
        }
        try act.db.run("UPDATE newsletter_segment SET dropped = \(act.now) WHERE id = \(id)")
        try act.record(T.newsletter.deedSegmentDropped, .newsletterSegment(id), centre: centre)
    }

    /// What was ticked is there.
    private static func check(_ draft: SegmentDraft, in act: Act) throws {
        let (places, schools) = (draft.municipalities.sorted(), draft.schools.sorted()), topics = try TopicStore.list(in: act)
        let knownPlaces = try places.isEmpty ? 0 : act.db.count("SELECT count(*) FROM municipality WHERE id IN \(list: places)")
        let knownSchools = try schools.isEmpty ? 0 : act.db.count("SELECT count(*) FROM school WHERE id IN \(list: schools)")
        let isKnown = knownPlaces == places.count && knownSchools == schools.count && draft.topics.allSatisfy { topics[$0] != nil }
        guard isKnown else { throw Problem.missing }
    }

    private static func write(_ draft: SegmentDraft, of id: Segment.ID, in act: Act) throws {
        for one in draft.municipalities.sorted() {
            try act.db.run("INSERT INTO newsletter_segment_pick (segment, axis, municipality) VALUES (\(id), 'municipality', \(one))")
        }
        for one in draft.schools.sorted() { try act.db.run("INSERT INTO newsletter_segment_pick (segment, axis, school) VALUES (\(id), 'school', \(one))") }
        for one in draft.topics.sorted() { try act.db.run("INSERT INTO newsletter_segment_pick (segment, axis, topic) VALUES (\(id), 'topic', \(one))") }
        for one in draft.kinds.map(\.rawValue).sorted() { try act.db.run("INSERT INTO newsletter_segment_pick (segment, axis, word) VALUES (\(id), 'kind', \(one))") }
        for one in draft.jobs { try act.db.run("INSERT INTO newsletter_segment_pick (segment, axis, word) VALUES (\(id), 'job', \(one))") }
        for one in draft.subjects { try act.db.run("INSERT INTO newsletter_segment_pick (segment, axis, word) VALUES (\(id), 'subject', \(one))") }
    }
}
