package import Accounts
import Centres
package import Events
package import Kernel
package import Languages
import Storage

/// Who reads what, and what was said of it.
package enum ReviewStore {
    // MARK: Reads

    static func reviews(_ condition: SQL, in act: Act) throws -> [Review] {
        let rows = try act.db.rows("SELECT * FROM paper_review \(condition)")
        let ids: [Review.ID] = try rows.map { try $0["id"] }
        guard !ids.isEmpty else { return [] }
        var marks: [Review.ID: [PaperCriterion.ID: Int]] = [:]
        for row in try act.db.rows("SELECT * FROM paper_mark WHERE review IN \(list: ids)") {
            marks[try row["review"], default: [:]][try row["criterion"]] = try row["mark"]
        }
        return try zip(rows, ids).map { try Review(row: $0, marks: marks[$1] ?? [:]) }
    }

    package static func reviews(of papers: [Paper.ID], in act: Act) throws -> [Paper.ID: [Review]] {
        guard !papers.isEmpty else { return [:] }
        return Dictionary(grouping: try reviews("WHERE paper IN \(list: papers) ORDER BY round, id", in: act), by: \.paper)
    }

    /// What lies in somebody's hands and may be read: nothing that was taken back.
    package static func sheets(of person: Person.ID, in act: Act) throws -> [ReviewSheet] {
        let reviews = try reviews("""
            WHERE person = \(person) AND paper IN (SELECT id FROM paper WHERE state <> 'draft' AND state <> 'withdrawn') ORDER BY assigned DESC, id DESC
            """, in: act)
        return try reviews.map { try sheet($0, in: act) }
    }

    /// - Throws: `Problem.missing` for everybody but its reviewer.
    package static func sheet(_ id: Review.ID, in act: Act) throws -> ReviewSheet {
        guard let person = act.by.person, let review = try reviews("WHERE id = \(id) AND person = \(person)", in: act).first else { throw Problem.missing }
        let sheet = try sheet(review, in: act)
        guard sheet.state != .withdrawn else { throw Problem.missing }
        return sheet
    }

    private static func sheet(_ review: Review, in act: Act) throws -> ReviewSheet {
        let paper = try PaperStore.paper(review.paper, in: act), call = try PaperCallStore.call(paper.call, in: act)
        let earlier = review.round == 2 ? try reviews("WHERE paper = \(paper.id) AND round = 1 AND person = \(review.person)", in: act).first : nil
        let sent = paper.versions.filter { $0.sent != nil }
        guard let version = sent.first(where: { $0.round == review.round }) else { throw Problem.missing }
        return ReviewSheet(
            review: review, earlier: earlier, call: call, event: try EventStore.event(call.event, in: act), text: version.text,
            first: review.round == 2 ? sent.first { $0.round == 1 }?.text : nil, state: paper.state,
            isOpen: paper.state == .sent && paper.round == review.round)
    }

    // MARK: Reviewers

    /// Says what one thinks, and may say it anew until it was decided; late is better than never.
    package static func give(_ id: Review.ID, _ judgement: Judgement, in act: Act) throws {
        let event = try sheet(id, in: act).event
        try act.db.hold("event", event.id.value)
        let sheet = try sheet(id, in: act)
        guard sheet.isOpen else { throw Problem.conflict(T.papers.reviewOver) }
        guard let person = act.by.person, try !PaperStore.paper(sheet.review.paper, in: act).isOf(PersonStore.person(person, in: act)) else {
            throw Problem.conflict(T.papers.ownPaper)
        }
        try sheet.faults(judgement).check()
        try act.db.run("""
            UPDATE paper_review SET recommendation = \(judgement.recommendation), words = \(judgement.words), note = \(judgement.note), given = \(act.now)
            WHERE id = \(id)
            """)
        try act.db.run("DELETE FROM paper_mark WHERE review = \(id)")
        for criterion in sheet.call.criteria {
            guard let mark = judgement.marks[criterion.id] else { continue }
            try act.db.run("INSERT INTO paper_mark (review, criterion, mark) VALUES (\(id), \(criterion.id), \(mark))")
        }
        try act.record(sheet.review.given == nil ? T.papers.reviewGiven : T.papers.reviewChanged, .paper(sheet.review.paper), under: .event(event.id),
            centre: event.centre)
    }

    // MARK: The centre

    /// Whether somebody has judged what lies before the reviewers now.
    static func isJudged(_ paper: Paper, in act: Act) throws -> Bool {
        try act.db.exists("SELECT 1 AS stands FROM paper_review WHERE paper = \(paper.id) AND round = \(paper.round) AND given IS NOT NULL LIMIT 1")
    }

    /// Puts a proposal into the hands of these reviewers in its round; who has said something already keeps it.
    package static func assign(_ id: Paper.ID, to people: Set<Person.ID>, in act: Act) throws -> Event.ID {
        let (paper, call, event) = try PaperDeskStore.held(id, in: act)
        guard paper.state == .sent else { throw Problem.conflict(T.papers.notInReview) }
        let today = try CentreStore.centre(event.centre, in: act).zone.day(of: act.now)
        guard paper.canBeDecided(call, on: today) || paper.round == 2 else { throw Problem.conflict(T.papers.dealAfter(day: .day(call.deadline(in: 1)))) }
        let named = try PaperCallStore.reviewers(of: call.id, in: act).map(\.person).filter { people.contains($0.id) }
        guard named.count == people.count else { throw Problem.missing }
        if let own = named.first(where: { paper.isOf($0) }) { throw Problem.invalid("reviewer", T.papers.reviewerIsAuthor(name: .text(own.name.full))) }
        let held = try reviews("WHERE paper = \(id) AND round = \(paper.round)", in: act)
        let gone = held.filter { $0.given == nil && $0.person.map { !people.contains($0) } ?? true }.map(\.id)
        if !gone.isEmpty { try act.db.run("DELETE FROM paper_review WHERE id IN \(list: gone)") }
        let fresh = named.filter { person in !held.contains { $0.person == person.id } }
        for person in fresh { try put(id, round: paper.round, into: person.id, in: act) }
        guard !fresh.isEmpty || !gone.isEmpty else { return event.id }
        try act.record(T.papers.assigned, .paper(id), under: .event(event.id), centre: event.centre)
        for person in fresh { try PaperLetters.handed(1, to: person, call, event, round: paper.round, in: act) }
        return event.id
    }

    /// Deals all that nobody has enough reviewers for, as evenly as can be, and nobody their own. Each reviewer gets one letter.
    /// - Returns: how many were dealt.
    package static func deal(_ id: Event.ID, in act: Act) throws -> Int {
        try act.db.hold("event", id.value)
        let event = try PaperCallStore.event(id, in: act)
        guard let call = try PaperCallStore.call(of: id, in: act) else { throw Problem.missing }
        let people = try PaperCallStore.reviewers(of: call.id, in: act)
        guard !people.isEmpty else { throw Problem.conflict(T.papers.nobodyReviews) }
        let today = try CentreStore.centre(event.centre, in: act).zone.day(of: act.now)
        let papers = try PaperStore.papers(of: call.id, in: act).filter { $0.state == .sent && ($0.round == 2 || $0.canBeDecided(call, on: today)) }
        let reviews = try reviews(of: papers.map(\.id), in: act)
        let hands = Dealing.deal(
            papers.map { paper in
                let barred = people.map(\.person).filter { paper.isOf($0) }.map(\.id)
                return (paper.id, Set(barred), Set((reviews[paper.id] ?? []).filter { $0.round == paper.round }.compactMap(\.person)))
            },
            among: people.map(\.person.id), load: Dictionary(uniqueKeysWithValues: people.map { ($0.person.id, $0.reviews) }), each: call.details.reviewsEach)
        let rounds = Dictionary(uniqueKeysWithValues: papers.map { ($0.id, $0.round) })
        for hand in hands { try put(hand.paper, round: rounds[hand.paper] ?? 1, into: hand.reviewer, in: act) }
        for paper in Set(hands.map(\.paper)).sorted() { try act.record(T.papers.assigned, .paper(paper), under: .event(id), centre: event.centre) }
        for person in people.map(\.person) {
            let own = hands.filter { $0.reviewer == person.id }
            let round = own.map { rounds[$0.paper] ?? 1 }.max() ?? 1
            if !own.isEmpty { try PaperLetters.handed(own.count, to: person, call, event, round: round, in: act) }
        }
        return hands.count
    }

    private static func put(_ paper: Paper.ID, round: Int, into person: Person.ID, in act: Act) throws {
        try act.db.run("INSERT INTO paper_review (paper, round, person, assigned) VALUES (\(paper), \(round), \(person), \(act.now))")
    }

    /// A second version goes to those who read the first.
    static func handOn(_ id: Paper.ID, in act: Act) throws {
        let paper = try PaperStore.paper(id, in: act), call = try PaperCallStore.call(paper.call, in: act), event = try EventStore.event(call.event, in: act)
        let readers = Set(try reviews("WHERE paper = \(id) AND round = 1 AND given IS NOT NULL", in: act).compactMap(\.person))
        let held = Set(try reviews("WHERE paper = \(id) AND round = 2", in: act).compactMap(\.person))
        for reviewer in try PaperCallStore.reviewers(of: call.id, in: act).map(\.person) where readers.contains(reviewer.id) && !held.contains(reviewer.id) {
            try put(id, round: 2, into: reviewer.id, in: act)
            try PaperLetters.handed(1, to: reviewer, call, event, round: 2, in: act)
        }
    }

    // MARK: Those who are late

    /// Reviewers whose day has passed get one letter for each call, again after some days, and not for ever.
    @Sendable package static func remindAll(_ records: Records) async throws {
        for call in try await records.read(as: .system, { try callsAwaiting(in: $0) }) {
            try await records.write(by: .system) { act in
                let call = try PaperCallStore.call(call, in: act)
                try act.db.hold("event", call.event.value)
                let event = try EventStore.event(call.event, in: act), zone = try CentreStore.centre(event.centre, in: act).zone
                guard event.state == .announced || event.state == .confirmed, (8..<20).contains(zone.time(of: act.now).hour) else { return }
                let late = try late(call, on: zone.day(of: act.now), in: act).filter {
                    $0.reminders < Review.remindersMost && $0.reminded.map { $0 <= act.now.adding(days: -Review.restDays) } ?? true
                }
                try remind(late, call, event, in: act)
            }
        }
    }

    /// Staff remind all who are late now.
    package static func remind(_ id: Event.ID, in act: Act) throws -> Int {
        try act.db.hold("event", id.value)
        let event = try PaperCallStore.event(id, in: act)
        guard let call = try PaperCallStore.call(of: id, in: act) else { throw Problem.missing }
        let late = try late(call, on: CentreStore.centre(event.centre, in: act).zone.day(of: act.now), in: act)
        try remind(late, call, event, in: act)
        return Set(late.map(\.person)).count
    }

    private static func remind(_ late: [Review], _ call: PaperCall, _ event: Event, in act: Act) throws {
        for (person, reviews) in Dictionary(grouping: late, by: \.person).sorted(by: { ($0.key?.value ?? 0) < ($1.key?.value ?? 0) }) {
            guard let person else { continue }
            try act.db.run("UPDATE paper_review SET reminded = \(act.now), reminders = reminders + 1 WHERE id IN \(list: reviews.map(\.id))")
            try PaperLetters.late(reviews.count, to: PersonStore.person(person, in: act), call, event, round: reviews.map(\.round).max() ?? 1, in: act)
            try act.record(T.papers.remindedDeed, .person(person), under: .event(event.id), centre: event.centre)
        }
    }

    /// What should have been said by now, of what is still awaited.
    package static func late(_ call: PaperCall, on today: Day, in act: Act) throws -> [Review] {
        try reviews("""
            WHERE given IS NULL AND person IS NOT NULL AND paper IN (SELECT p.id FROM paper p WHERE p.call = \(call.id) AND p.state = 'sent')
                AND round = (SELECT p.round FROM paper p WHERE p.id = paper_review.paper) ORDER BY id
            """, in: act).filter { call.reviewed(in: $0.round) < today }
    }

    private static func callsAwaiting(in act: Act) throws -> [PaperCall.ID] {
        try act.db.rows("""
            SELECT DISTINCT p.call FROM paper p JOIN paper_review r ON r.paper = p.id WHERE p.state = 'sent' AND r.given IS NULL AND r.round = p.round ORDER BY p.call
            """).map { try $0["call"] }
    }
}
