import Accounts
package import Centres
package import Kernel
import Languages
import Storage

/// Wishes as rows.
package enum WishStore {
    /// So many that wait somebody may have at once.
    static let waitingMost = 20
    /// So long an answered wish is kept.
    static let years = 3

    // MARK: Reads

    package static func mine(at centre: Centre.ID, in act: Act) throws -> [TitleWish] {
        guard let person = act.by.person else { throw Problem.missing }
        return try wishes("w.centre = \(centre) AND w.person = \(person)", in: act)
    }

    /// What waits for an answer, the oldest first; then what was answered last.
    static func desk(at centre: Centre.ID, in act: Act) throws -> [WishLine] {
        guard act.by.keepsLibrary(of: centre) else { throw Problem.missing }
        let all = try wishes("w.centre = \(centre)", order: "CASE WHEN w.state = 'asked' THEN 0 WHEN w.state = 'ordered' THEN 1 ELSE 2 END, w.asked, w.id", in: act)
        let names = try act.ask(NamesAsked(Set(all.compactMap(\.person)))).reduce(into: [:]) { $0.merge($1) { first, _ in first } }
        let counts = all.reduce(into: [String: Int]()) { $0[key($1), default: 0] += 1 }
        return try all.map { wish in
            var draft = TitleDraft(wish.draft.name)
            draft.isbn = wish.draft.isbn
            return WishLine(
                wish: wish, name: wish.person.flatMap { names[$0] } ?? "", others: (counts[key(wish)] ?? 1) - 1,
                known: try wish.title.map { try TitleStore.title($0, at: centre, in: act) } ?? TitleStore.double(of: draft, at: centre, in: act))
        }
    }

    private static func key(_ wish: TitleWish) -> String { wish.draft.isbn.isEmpty ? TitleEntry.key(wish.draft.name) : wish.draft.isbn }

    package static func waiting(at centre: Centre.ID, in act: Act) throws -> Int {
        try act.db.count("SELECT count(*) FROM title_wish WHERE centre = \(centre) AND state = 'asked'")
    }

    private static func wishes(_ condition: SQL, order: SQL = "w.asked DESC, w.id DESC", in act: Act) throws -> [TitleWish] {
        try act.db.rows("SELECT w.* FROM title_wish w WHERE \(condition) ORDER BY \(order) LIMIT 300").map(TitleWish.init(row:))
    }

    // MARK: Verbs

    package static func wish(_ draft: WishDraft, at centre: Centre.ID, in act: Act) throws {
        guard let person = act.by.person else { throw Problem.missing }
        try act.db.hold("person", person.value)
        let waiting = try act.db.count("SELECT count(*) FROM title_wish WHERE person = \(person) AND state = 'asked'")
        guard waiting < waitingMost else { throw Problem.conflict(T.library.errorWishes(most: .number(waitingMost))) }
        let id = TitleWish.ID(try act.db.insert("""
            INSERT INTO title_wish (centre, person, name, authors, isbn, reason, asked)
            VALUES (\(centre), \(person), \(draft.name), \(draft.authors), \(draft.isbn), \(draft.reason), \(act.now)) RETURNING id
            """))
        try act.record(T.library.wished, .titleWish(id), under: .person(person), centre: centre)
    }

    /// Staff decide; whoever wished it is told.
    package static func answer(_ said: WishAnswer, to id: TitleWish.ID, at centre: Centre.ID, in act: Act) throws {
        guard act.by.keepsLibrary(of: centre), said.state != .asked else { throw Problem.missing }
        guard try act.db.exists("SELECT 1 AS stands FROM title_wish WHERE id = \(id) AND centre = \(centre)") else { throw Problem.missing }
        try act.db.hold("title_wish", id.value)
        guard let before = try wishes("w.id = \(id)", in: act).first else { throw Problem.missing }
        guard before.state == .asked || before.state == .ordered else { throw Problem.conflict(T.library.errorAnswered) }
        guard said.state != .declined || !said.answer.isEmpty else { throw Problem.invalid("answer", T.library.errorWhy) }
        if let title = said.title { _ = try TitleStore.title(title, at: centre, in: act) }
        try act.db.run("""
            UPDATE title_wish SET state = \(said.state), answer = \(said.answer), answered = \(act.now), title = \(said.title ?? before.title) WHERE id = \(id)
            """)
        try act.record(T.library.wishAnswered, .titleWish(id), centre: centre)
        guard before.state != said.state, let wish = try wishes("w.id = \(id)", in: act).first else { return }
        try LibraryLetters.answered(wish, in: act)
    }

    // MARK: Somebody leaves, time passes

    /// The account goes; what was wished stays as a number, without the reason.
    static func forget(_ person: Person.ID, in act: Act) throws {
        for row in try act.db.rows("SELECT id FROM title_wish WHERE person = \(person)") { try act.forgetJournal(about: .titleWish(row["id"])) }
        try act.db.run("UPDATE title_wish SET person = NULL, reason = '', answer = '' WHERE person = \(person)")
    }

    static func forgetOld(in act: Act) throws {
        let old = act.now.adding(days: -366 * years)
        try act.db.run("DELETE FROM title_wish WHERE (answered IS NOT NULL AND answered < \(old)) OR (state = 'asked' AND asked < \(old))")
    }

    /// What this room tells somebody who asks what is held.
    static func held(about person: Person.ID, in act: Act) throws -> HeldData {
        HeldData("title_wish", try wishes("w.person = \(person)", in: act).map { wish in
            [
                "id": wish.id.description, "name": wish.draft.name, "authors": wish.draft.authors, "isbn": wish.draft.isbn, "reason": wish.draft.reason,
                "state": wish.state.rawValue, "answer": wish.answer, "asked": wish.asked.iso, "answered": wish.answered?.iso ?? "",
                "title": wish.title?.description ?? "",
            ]
        })
    }
}

extension TitleWish {
    init(row: Row) throws {
        id = try row["id"]
        centre = try row["centre"]
        person = try row["person"]
        draft = WishDraft(try row["name"], authors: try row["authors"], isbn: try row["isbn"], reason: try row["reason"])
        state = try row["state"]
        answer = try row["answer"]
        asked = try row["asked"]
        answered = try row["answered"]
        title = try row["title"]
    }
}

extension Subject {
    static func titleWish(_ id: TitleWish.ID) -> Subject { .other("title_wish", id.value) }
}
