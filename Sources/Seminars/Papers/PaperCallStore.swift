package import Accounts
package import Events
package import Kernel
import Languages
import Storage

/// Calls as rows, and who reads for them. Each verb holds the event first, so that what is changed and what is sent stand one after the other.
package enum PaperCallStore {
    // MARK: Reads

    package static func call(of event: Event.ID, in act: Act) throws -> PaperCall? {
        try act.db.row("SELECT * FROM paper_call WHERE event = \(event)").map { try call($0, in: act) }
    }

    package static func call(_ id: PaperCall.ID, in act: Act) throws -> PaperCall {
        guard let row = try act.db.row("SELECT * FROM paper_call WHERE id = \(id)") else { throw Problem.missing }
        return try call(row, in: act)
    }

    /// The call of an event as everybody may know it: published, of an event that everybody sees.
    package static func shown(of event: Event, in act: Act) throws -> PaperCall? {
        guard event.isPublic, event.form.has(.papers), let call = try call(of: event.id, in: act), call.published != nil else { return nil }
        return call
    }

    private static func call(_ row: Row, in act: Act) throws -> PaperCall {
        let criteria = try act.db.rows("SELECT id, name FROM paper_criterion WHERE call = \(row["id"] as PaperCall.ID) ORDER BY place, id")
        return try PaperCall(row: row, criteria: criteria.map { PaperCriterion(id: try $0["id"], name: try $0["name"]) })
    }

    /// - Throws: `Problem.missing` for those who do not run the event, and where its form has no calls.
    package static func event(_ id: Event.ID, in act: Act) throws -> Event {
        let event = try EventStore.event(runBy: act.by, id, in: act)
        guard event.form.has(.papers) else { throw Problem.missing }
        return event
    }

    // MARK: The call

    /// Writes the call down, the first time or anew. By what is judged stays once somebody was judged by it.
    package static func write(_ details: PaperCallDetails, of id: Event.ID, in act: Act) throws {
        try act.db.hold("event", id.value)
        let event = try event(id, in: act)
        try details.faults(before: event.days?.lowerBound).check()
        let days = details.days, kinds = details.kinds.joined(separator: "\n"), before = try call(of: id, in: act)
        if let before {
            if details.criteria != before.details.criteria || details.bestMark != before.details.bestMark {
                let isJudged = try act.db.exists("""
                    SELECT 1 AS stands FROM paper_review r JOIN paper p ON p.id = r.paper WHERE p.call = \(before.id) AND r.given IS NOT NULL LIMIT 1
                    """)
                guard !isJudged else { throw Problem.invalid("criteria", T.papers.criteriaStay) }
            }
            try act.db.run("""
                UPDATE paper_call SET words = \(details.words), kinds = \(kinds), abstract_words = \(details.abstractWords),
                    keywords_most = \(details.keywordsMost), authors_most = \(details.authorsMost), best_mark = \(details.bestMark),
                    reviews_each = \(details.reviewsEach), minutes = \(details.minutes), opens = \(days.opens), deadline = \(days.deadline),
                    reviewed = \(days.reviewed), again = \(days.again), again_reviewed = \(days.againReviewed)
                WHERE id = \(before.id)
                """)
            if details.criteria != before.details.criteria { try setCriteria(details.criteria, of: before.id, in: act) }
        } else {
            let call = PaperCall.ID(try act.db.insert("""
                INSERT INTO paper_call (event, words, kinds, abstract_words, keywords_most, authors_most, best_mark, reviews_each, minutes, opens, deadline,
                                        reviewed, again, again_reviewed)
                VALUES (\(id), \(details.words), \(kinds), \(details.abstractWords), \(details.keywordsMost), \(details.authorsMost), \(details.bestMark),
                        \(details.reviewsEach), \(details.minutes), \(days.opens), \(days.deadline), \(days.reviewed), \(days.again), \(days.againReviewed))
                RETURNING id
                """))
            try setCriteria(details.criteria, of: call, in: act)
        }
        try act.record(before == nil ? T.papers.callWritten : T.papers.callChanged, .event(id), centre: event.centre, changes: changes(before?.details, details))
        try act.touchPublicPages()
    }

    private static func setCriteria(_ names: [String], of call: PaperCall.ID, in act: Act) throws {
        try act.db.run("DELETE FROM paper_criterion WHERE call = \(call)")
        for (place, name) in names.enumerated() {
            try act.db.run("INSERT INTO paper_criterion (call, place, name) VALUES (\(call), \(place), \(name))")
        }
    }

    /// From now on everybody sees it, and authors send from its first day on.
    package static func publish(_ id: Event.ID, in act: Act) throws {
        try act.db.hold("event", id.value)
        let event = try event(id, in: act)
        guard let call = try call(of: id, in: act), call.published == nil else { throw Problem.missing }
        guard event.state == .announced || event.state == .confirmed else { throw Problem.conflict(T.papers.publishAnnounced) }
        try call.details.faults(before: event.days?.lowerBound).check()
        try act.db.run("UPDATE paper_call SET published = \(act.now) WHERE id = \(call.id)")
        try act.record(T.papers.callPublished, .event(id), centre: event.centre)
        try act.touchPublicPages()
    }

    private static func changes(_ before: PaperCallDetails?, _ after: PaperCallDetails) -> [Change] {
        [
            Change("deadline", from: before?.days.deadline.iso ?? "", to: after.days.deadline.iso),
            Change("reviewed", from: before?.days.reviewed.iso ?? "", to: after.days.reviewed.iso),
            Change("again", from: before?.days.again.iso ?? "", to: after.days.again.iso),
            Change("againReviewed", from: before?.days.againReviewed.iso ?? "", to: after.days.againReviewed.iso),
            Change("criteria", from: before?.criteria.joined(separator: ", ") ?? "", to: after.criteria.joined(separator: ", ")),
        ]
    }

    // MARK: Reviewers

    package static func reviewers(of call: PaperCall.ID, in act: Act) throws -> [Reviewer] {
        try act.db.rows("""
            SELECT n.id AS place, p.*, (SELECT count(*) FROM paper_review r JOIN paper q ON q.id = r.paper WHERE q.call = n.call AND r.person = n.person) AS held,
                (SELECT count(*) FROM paper_review r JOIN paper q ON q.id = r.paper WHERE q.call = n.call AND r.person = n.person AND r.given IS NULL) AS waiting
            FROM paper_reviewer n JOIN person p ON p.id = n.person WHERE n.call = \(call) ORDER BY p.key_azbuka, p.id
            """).map { Reviewer(id: try $0["place"], call: call, person: try Person(row: $0), reviews: try $0["held"], open: try $0["waiting"]) }
    }

    /// Names somebody of those with whom the centre has to do. Who has no proved address would never learn of it.
    package static func name(_ person: Person.ID, reviewerAt id: Event.ID, in act: Act) throws {
        try act.db.hold("event", id.value)
        let event = try event(id, in: act)
        guard let call = try call(of: id, in: act) else { throw Problem.missing }
        let named = try PersonStore.person(person, seenFrom: event.centre, in: act)
        guard named.verified != nil, named.email != nil else { throw Problem.conflict(T.papers.reviewerWithoutAddress) }
        guard try !act.db.exists("SELECT 1 AS stands FROM paper_reviewer WHERE call = \(call.id) AND person = \(person)") else { return }
        try act.db.run("INSERT INTO paper_reviewer (call, person, named) VALUES (\(call.id), \(person), \(act.now))")
        try act.record(T.papers.reviewerNamed, .person(person), under: .event(id), centre: event.centre)
    }

    /// Takes somebody from the list. What was said stays; what was not said yet goes to others.
    package static func remove(_ reviewer: Reviewer.ID, in act: Act) throws -> Event.ID {
        guard let row = try act.db.row("SELECT call, person FROM paper_reviewer WHERE id = \(reviewer)") else { throw Problem.missing }
        let call = try call(try row["call"] as PaperCall.ID, in: act), person: Person.ID = try row["person"]
        try act.db.hold("event", call.event.value)
        let event = try event(call.event, in: act)
        try act.db.run("""
            DELETE FROM paper_review WHERE person = \(person) AND given IS NULL AND paper IN (SELECT id FROM paper WHERE call = \(call.id))
            """)
        try act.db.run("DELETE FROM paper_reviewer WHERE id = \(reviewer)")
        try act.record(T.papers.reviewerRemoved, .person(person), under: .event(event.id), centre: event.centre)
        return event.id
    }
}
