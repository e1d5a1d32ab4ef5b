package import Accounts
import Centres
package import Events
package import Kernel
import Languages
import Queues
import Storage

/// Proposals as rows, and what their authors do.
package enum PaperStore {
    // MARK: Reads

    static func papers(_ condition: SQL, in act: Act) throws -> [Paper] {
        let rows = try act.db.rows("SELECT * FROM paper \(condition)")
        let ids: [Paper.ID] = try rows.map { try $0["id"] }
        guard !ids.isEmpty else { return [] }
        let versions = try Dictionary(grouping: act.db.rows("SELECT * FROM paper_version WHERE paper IN \(list: ids) ORDER BY paper, round")) {
            try $0["paper"] as Paper.ID
        }
        let authors = try Dictionary(grouping: act.db.rows("SELECT * FROM paper_author WHERE paper IN \(list: ids) ORDER BY paper, place")) {
            try $0["paper"] as Paper.ID
        }
        return try zip(rows, ids).map { row, id in
            try Paper(
                row: row, versions: (versions[id] ?? []).map(PaperVersion.init(row:)),
                authors: (authors[id] ?? []).map { PaperAuthor(name: try $0["name"], email: try $0["email"], school: try $0["school"]) })
        }
    }

    /// All that came to a call; drafts are their authors' own.
    package static func papers(of call: PaperCall.ID, in act: Act) throws -> [Paper] {
        try papers("WHERE call = \(call) AND state <> 'draft' ORDER BY id", in: act)
    }

    package static func papers(by person: Person.ID, in act: Act) throws -> [Paper] {
        try papers("WHERE person = \(person) ORDER BY id DESC", in: act).map { $0.told(at: act.now) }
    }

    package static func paper(_ id: Paper.ID, in act: Act) throws -> Paper {
        guard let paper = try papers("WHERE id = \(id)", in: act).first else { throw Problem.missing }
        return paper
    }

    /// A proposal with its call and its event, for its author alone.
    package static func own(_ id: Paper.ID, in act: Act) throws -> (paper: Paper, call: PaperCall, event: Event) {
        let paper = try paper(id, in: act).told(at: act.now)
        guard let person = act.by.person, paper.person == person else { throw Problem.missing }
        let call = try PaperCallStore.call(paper.call, in: act)
        return (paper, call, try EventStore.event(call.event, in: act))
    }

    // MARK: What authors do

    /// Writes a new proposal, as a draft or sent at once.
    package static func add(_ draft: PaperDraft, to id: Event.ID, sends: Bool, in act: Act) throws -> Paper.ID {
        guard let person = act.by.person else { throw Problem.missing }
        try act.db.hold("event", id.value)
        let event = try EventStore.event(id, in: act.looking)
        guard let call = try PaperCallStore.shown(of: event, in: act) else { throw Problem.missing }
        let today = try CentreStore.centre(event.centre, in: act).zone.day(of: act.now)
        try requireOpen(call, event, on: today)
        let paper = Paper.ID(try act.db.insert("""
            INSERT INTO paper (call, person, state, created) VALUES (\(call.id), \(person), \(PaperState.draft), \(act.now)) RETURNING id
            """))
        try act.record(T.papers.drafted, .paper(paper), under: .event(id), centre: event.centre)
        try write(draft, round: 1, of: paper, in: act)
        if sends { try send(paper, in: act) }
        return paper
    }

    /// Writes it anew. What was sent stays sent: it is checked as when it was sent.
    package static func edit(_ id: Paper.ID, to draft: PaperDraft, sends: Bool, in act: Act) throws {
        let (paper, call, event) = try held(id, in: act)
        let today = try CentreStore.centre(event.centre, in: act).zone.day(of: act.now)
        guard let round = paper.openRound(call, on: today) else { throw Problem.conflict(T.papers.notOpenNow) }
        // What somebody has judged is not changed under their hands.
        guard try paper.state != .sent || !ReviewStore.isJudged(paper, in: act) else { throw Problem.conflict(T.papers.notOpenNow) }
        try write(draft, round: round, of: id, in: act)
        if sends || paper.state == .sent { try send(id, in: act) }
    }

    private static func send(_ id: Paper.ID, in act: Act) throws {
        let (paper, call, event) = try own(id, in: act)
        guard let version = paper.draft else { throw Problem.missing }
        try PaperDraft(version.text, authors: paper.authors).faults(call.details).check()
        try act.db.run("UPDATE paper SET state = \(PaperState.sent), round = \(version.round) WHERE id = \(id)")
        try act.db.run("UPDATE paper_version SET sent = \(act.now) WHERE paper = \(id) AND round = \(version.round)")
        try act.record(paper.state == .sent ? T.papers.sentAnew : T.papers.sent, .paper(id), under: .event(event.id), centre: event.centre)
        try index(id, in: act)
        guard paper.state != .sent else { return }
        if version.round == 2 { try ReviewStore.handOn(id, in: act) }
        let now = try self.paper(id, in: act)
        try PaperLetters.received(now, call, event, in: act)
        if version.round == 1 { try PaperLetters.named(now, event, in: act) }
    }

    /// A draft goes; what was sent stays as withdrawn, and nobody reads it any more.
    package static func withdraw(_ id: Paper.ID, in act: Act) throws {
        let (paper, _, event) = try held(id, in: act)
        guard paper.canBeWithdrawn else { throw Problem.conflict(paper.talk == nil ? T.papers.notWithdrawn : T.papers.inProgramme) }
        try act.record(T.papers.withdrawnDeed, .paper(id), under: .event(event.id), centre: event.centre)
        if paper.state == .draft { return try drop([id], in: act) }
        _ = try act.recall(about: .paper(id))
        try act.db.run("DELETE FROM paper_review WHERE paper = \(id) AND given IS NULL")
        try act.db.run("UPDATE paper SET state = \(PaperState.withdrawn), decided = \(act.now), decided_from = NULL WHERE id = \(id)")
    }

    // MARK: Rows

    private static func held(_ id: Paper.ID, in act: Act) throws -> (paper: Paper, call: PaperCall, event: Event) {
        let event = try own(id, in: act).event
        try act.db.hold("event", event.id.value)
        return try own(id, in: act)
    }

    private static func requireOpen(_ call: PaperCall, _ event: Event, on today: Day) throws {
        guard event.state == .announced || event.state == .confirmed else { throw Problem.conflict(T.papers.notOpenNow) }
        switch call.stage(on: today) {
        case .open: return
        case .draft, .coming: throw Problem.conflict(T.papers.opensOn(day: .day(call.details.days.opens)))
        case .review, .again, .againReview, .over: throw Problem.conflict(T.papers.closedOn(day: .day(call.details.days.deadline)))
        }
    }

    private static func write(_ draft: PaperDraft, round: Int, of paper: Paper.ID, in act: Act) throws {
        let text = draft.text
        try act.db.run("""
            INSERT INTO paper_version (paper, round, title, abstract, keywords, kind, note)
            VALUES (\(paper), \(round), \(text.title), \(text.abstract), \(text.keywords), \(text.kind), \(text.note))
            ON CONFLICT (paper, round) DO UPDATE SET title = excluded.title, abstract = excluded.abstract, keywords = excluded.keywords, kind = excluded.kind,
                note = excluded.note
            """)
        try act.db.run("DELETE FROM paper_author WHERE paper = \(paper)")
        for (place, author) in draft.authors.enumerated() {
            try act.db.run("""
                INSERT INTO paper_author (paper, place, name, email, school) VALUES (\(paper), \(place), \(author.name), \(author.email), \(author.school))
                """)
        }
    }

    /// Takes proposals away with all that hangs on them.
    static func drop(_ ids: [Paper.ID], in act: Act) throws {
        guard !ids.isEmpty else { return }
        for id in ids {
            try act.forgetJournal(about: .paper(id), register: false)
            try act.db.unindex("paper", id.value)
        }
        try act.db.run("DELETE FROM paper_mark WHERE review IN (SELECT id FROM paper_review WHERE paper IN \(list: ids))")
        try act.db.run("DELETE FROM paper_review WHERE paper IN \(list: ids)")
        try act.db.run("DELETE FROM paper_author WHERE paper IN \(list: ids)")
        try act.db.run("DELETE FROM paper_version WHERE paper IN \(list: ids)")
        try act.db.run("DELETE FROM paper WHERE id IN \(list: ids)")
    }
}
