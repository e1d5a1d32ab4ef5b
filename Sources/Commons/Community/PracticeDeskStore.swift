import Accounts
import Catalogue
package import Centres
package import Events
package import Kernel
package import Languages
import Storage
package import Workshop

/// What the centre's people do with notes.
package enum PracticeDeskStore {
    // MARK: Published, given back

    /// Two colleagues found it good: everybody reads it.
    package static func publish(_ id: Practice.ID, at centre: Centre.ID, in act: Act) throws {
        let practice = try PracticeStore.desked(id, at: centre, in: act)
        let outcome = try ReviewRound.outcome(PracticeReviewStore.reviews(of: practice, in: act).map { $0.said?.verdict })
        guard practice.state == .review, outcome == .good else { throw Problem.conflict(T.community.errorNotReady) }
        try act.db.run("UPDATE practice SET state = 'published', published = COALESCE(published, \(act.now)), changed = \(act.now) WHERE id = \(id)")
        try act.record(T.community.publishedDeed, .practice(id), centre: centre)
        try makeFindable(id, in: act)
        for author in practice.named { try CommunityLetters.published(practice, to: author.person, in: act) }
    }

    static func makeFindable(_ id: Practice.ID, in act: Act) throws {
        guard let practice = try PracticeStore.practices("p.id = \(id)", in: act).first else { throw Problem.missing }
        try act.db.index("practice", id.value, PracticeStore.words(of: practice))
        try act.touchPublicPages()
    }

    /// Something has to be changed after all: its authors get it back with the reason.
    package static func giveBack(_ id: Practice.ID, because remark: String, at centre: Centre.ID, in act: Act) throws {
        guard !remark.isEmpty else { throw Problem.invalid("remark", T.community.errorRemark) }
        let practice = try PracticeStore.desked(id, at: centre, in: act)
        guard practice.state == .review || practice.state == .published else { throw Problem.conflict(T.community.errorNotNow) }
        try act.db.run("UPDATE practice SET state = 'revision', remark = \(remark), changed = \(act.now) WHERE id = \(id)")
        try act.record(T.community.givenBackDeed, .practice(id), centre: centre)
        if practice.state == .published {
            try act.db.unindex("practice", id.value)
            try act.touchPublicPages()
        }
        for author in practice.named { try CommunityLetters.givenBack(practice, to: author.person, in: act) }
    }

    // MARK: Shown

    /// So many weeks from today an event is proposed that nobody has dated yet.
    static let lead = 5

    /// What so many would like to be shown becomes the draft of an event in one act: its words, its authors as those who lead it, a Saturday far enough away.
    package static func makeEvent(_ form: EventForm.ID, from id: Practice.ID, at centre: Centre.ID, in act: Act) throws -> Event.ID {
        let practice = try PracticeStore.desked(id, at: centre, in: act), home = try CentreStore.centre(centre, in: act)
        guard practice.state == .published else { throw Problem.conflict(T.community.errorNotPublished) }
        guard try act.db.exists("SELECT 1 AS wished FROM practice_wish WHERE practice = \(id) AND event IS NULL") else { throw Problem.conflict(T.community.errorNoWish) }
        let kind = try EventFormStore.form(form, at: centre, in: act), plan = plan(of: practice, kind, home, today: home.zone.day(of: act.now))
        let event = try EventStore.draft(kind.id, plan, centre: centre, in: act)
        try act.db.run("UPDATE practice_wish SET event = \(event) WHERE practice = \(id) AND event IS NULL")
        try act.record(T.community.eventMade, .practice(id), under: .event(event), centre: centre)
        return event
    }

    static func plan(of practice: Practice, _ form: EventForm, _ centre: Centre, today: Day) -> EventPlan {
        let earliest = today.adding(days: lead * 7), day = (0..<7).lazy.map { earliest.adding(days: $0) }.first { $0.weekday == .saturday } ?? earliest
        let draft = practice.draft, said = [draft.summary, draft.done].filter { !$0.isEmpty }.joined(separator: "\n\n")
        let (ten, twelve) = (ClockTime(hour: 10, minute: 0) ?? .midnight, ClockTime(hour: 12, minute: 0) ?? .midnight)
        return EventPlan(
            language: draft.language, seats: form.countsSeats ? 30 : 0, deadline: day.adding(days: -7), fee: .nothing(centre.currency), payers: [.free],
            target: String(draft.subject.prefix(TextLimit.of("target").rawValue)),
            texts: [draft.language: EventText(title: draft.title, description: String(said.prefix(TextLimit.text.rawValue)))],
            sessions: [EventSession(day: day, begins: ten, ends: twelve, place: String(centre.street.prefix(TextLimit.of("place").rawValue)))],
            trainers: practice.named.map { Trainer(name: $0.name, person: $0.person) })
    }

    // MARK: A programme's idea

    /// A note becomes the idea of a programme: a proposal of its authors, which begins with the note's words. Each of them is told.
    @discardableResult
    package static func beginProgramme(from id: Practice.ID, at centre: Centre.ID, in act: Act) throws -> Proposal.ID {
        let practice = try PracticeStore.desked(id, at: centre, in: act)
        guard practice.state == .published else { throw Problem.conflict(T.community.errorNotPublished) }
        guard practice.idea == nil else { throw Problem.conflict(T.community.errorIdeaTwice) }
        let said = ([practice.draft.summary] + practice.draft.sections.map(\.text)).filter { !$0.isEmpty }.joined(separator: "\n\n")
        let idea = ProposalIdea(
            .programme, title: practice.title, description: String(said.prefix(TextLimit.text.rawValue)), subject: practice.draft.subject, source: practice.path,
            language: practice.language)
        let proposal = try ProposalStore.begin(idea, by: practice.named.map(\.person), at: centre, in: act)
        try act.db.run("UPDATE practice SET idea = \(act.now), proposal = \(proposal) WHERE id = \(id)")
        try act.record(T.community.ideaMade, .practice(id), centre: centre)
        for author in practice.named { try CommunityLetters.becameIdea(practice, proposal, to: author.person, in: act) }
        try act.touchPublicPages()
        return proposal
    }

    // MARK: The board

    package static func board(at centre: Centre.ID, in act: Act) throws -> PracticeBoard {
        let underway = try PracticeStore.underway(at: centre, in: act)
        let reviews = try Dictionary(grouping: underway.isEmpty ? [] : PracticeReviewStore.reviews("r.practice IN \(list: underway.map(\.id))", in: act), by: \.practice)
        let lines = underway.map { practice in
            PracticeBoard.Line(practice: practice, reviews: (reviews[practice.id] ?? []).filter { $0.round == practice.round })
        }
        func top(_ ids: [Practice.ID]) throws -> [PracticeBoard.Used] {
            let reuse = try PracticeReuseStore.reuse(of: ids, in: act)
            let practices = Dictionary(uniqueKeysWithValues: try PracticeStore.practices("p.id IN \(list: ids)", in: act).map { ($0.id, $0) })
            return ids.compactMap { id in practices[id].map { PracticeBoard.Used(practice: $0, reuse: reuse[id] ?? PracticeReuse()) } }
        }
        let used = try act.db.rows("""
            SELECT t.practice, count(*) AS tried FROM practice_try t JOIN practice p ON p.id = t.practice WHERE p.centre = \(centre) AND p.state = 'published'
            GROUP BY t.practice ORDER BY count(*) DESC, t.practice DESC LIMIT 10
            """).map { try $0["practice"] as Practice.ID }
        let wished = try act.db.rows("""
            SELECT w.practice, count(*) AS wishes FROM practice_wish w JOIN practice p ON p.id = w.practice
            WHERE p.centre = \(centre) AND p.state = 'published' AND w.event IS NULL GROUP BY w.practice ORDER BY count(*) DESC, w.practice DESC LIMIT 20
            """).map { try $0["practice"] as Practice.ID }
        return PracticeBoard(
            lines: lines, used: try top(used), wished: try top(wished),
            published: try act.db.count("SELECT count(*) FROM practice WHERE centre = \(centre) AND state = 'published'"))
    }

    // MARK: The way

    package static func way(of practice: Practice, in act: Act) throws -> PracticeWay {
        let zone = try CentreStore.centre(practice.centre, in: act).zone
        func day(_ moment: Instant?) -> Day? { moment.map(zone.day(of:)) }
        let first: Instant? = try act.db.value("SELECT min(tried) FROM practice_try WHERE practice = \(practice.id)")
        let count = try act.db.count("SELECT count(*) FROM practice_try WHERE practice = \(practice.id)")
        let shownId: Event.ID? = try act.db.value("""
            SELECT w.event FROM practice_wish w JOIN event e ON e.id = w.event
            WHERE w.practice = \(practice.id) AND e.state IN ('announced', 'confirmed', 'held', 'closed') ORDER BY e.starts, e.id LIMIT 1
            """)
        let events = try Dictionary(uniqueKeysWithValues: EventStore.events([shownId, practice.origin?.event].compactMap(\.self), in: act).map { ($0.id, $0) })
        let from = practice.origin.flatMap { origin in
            events[origin.event].map { event in
                (
                    event: Optional(event.id), title: event.title(in: practice.language).text, day: day(event.ends), written: day(origin.written),
                    confirmed: day(origin.confirmed)
                )
            }
        }
        let shown = shownId.flatMap { events[$0] }.map { (event: Optional($0.id), title: $0.title(in: practice.language).text, day: day($0.starts)) }
        return PracticeWay(
            origin: from, published: day(practice.published), tried: (count, day(first)), shown: shown, idea: day(practice.idea),
            programme: try proposed(practice, zone, in: act))
    }

    /// What became of the proposal: when it was sent in, the programme of the catalogue, and the first date on which that is offered.
    private static func proposed(_ practice: Practice, _ zone: Zone, in act: Act) throws -> PracticeWay.Proposed? {
        guard let id = practice.proposal, let row = try act.db.row("""
            SELECT p.filed, p.decided, p.programme,
                (SELECT e.id FROM event e WHERE e.programme = p.programme AND e.state IN ('announced', 'confirmed', 'held', 'closed')
                    ORDER BY e.starts, e.id LIMIT 1) AS offered
            FROM proposal p WHERE p.id = \(id)
            """)
        else { return nil }
        let programme: Programme.ID? = try row["programme"], offered: Event.ID? = try row["offered"]
        let event = try offered.map { try EventStore.event($0, in: act) }
        return PracticeWay.Proposed(
            filed: try row["filed"], decided: programme == nil ? nil : try row["decided"], programme: programme, event: event?.id,
            starts: event?.starts.map(zone.day(of:)))
    }
}
