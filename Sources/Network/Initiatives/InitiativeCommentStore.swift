import Accounts
import Centres
package import Kernel
import Languages
import Storage

/// What is said of articles, and what the coordinating centre answers, as rows.
package enum InitiativeCommentStore {
    static func comments(of id: Initiative.ID, in act: Act) throws -> [InitiativeComment] {
        try act.db.rows("SELECT * FROM initiative_comment WHERE initiative = \(id) ORDER BY id").map { row in
            InitiativeComment(
                id: try row["id"], version: try row["version"], article: try row["article"], text: try row["text"], written: try row["written"],
                person: try row["person"], centre: try row["centre"], answer: try row["answer"], answered: try row["answered"], isTaken: try row["taken"])
        }
    }

    /// How many of each wait for an answer: one query.
    static func open(of ids: [Initiative.ID], in act: Act) throws -> [Initiative.ID: Int] {
        guard !ids.isEmpty else { return [:] }
        return try act.db.rows("""
            SELECT initiative, count(*) AS waiting FROM initiative_comment WHERE initiative IN \(list: ids) AND answered IS NULL GROUP BY initiative
            """).reduce(into: [:]) { $0[try $1["initiative"]] = try $1["waiting"] }
    }

    /// The people of a centre that is asked speak in its name.
    package static func write(_ text: String, about article: InitiativeArticle.ID?, on id: Initiative.ID, at centre: ID<CentreTag>, in act: Act) throws {
        _ = try InitiativeStore.desk(id, at: centre, in: act)
        try act.db.hold("initiative", id.value)
        try insert(text, article, InitiativeStore.desk(id, at: centre, in: act), centre: centre, in: act)
    }

    /// A member of a circle that is asked speaks in the own name.
    package static func write(asMember text: String, about article: InitiativeArticle.ID?, on id: Initiative.ID, at centre: ID<CentreTag>, in act: Act) throws {
        _ = try InitiativeStore.member(id, at: centre, in: act)
        try act.db.hold("initiative", id.value)
        try insert(text, article, InitiativeStore.member(id, at: centre, in: act), centre: nil, in: act)
    }

    private static func insert(_ text: String, _ article: InitiativeArticle.ID?, _ sight: InitiativeSight, centre: ID<CentreTag>?, in act: Act) throws {
        let one = sight.initiative
        guard let version = sight.current, one.state == .open else {
            throw Problem.conflict(one.state == .draft ? T.initiatives.errorDraft : T.initiatives.errorFrozen)
        }
        guard one.takesWords(at: act.now) else { throw Problem.conflict(T.initiatives.errorOver(at: .instant(one.details.deadline))) }
        if let article, !version.articles.contains(where: { $0.id == article }) { throw Problem.invalid("article", T.common.errorChoose) }
        try act.db.run("""
            INSERT INTO initiative_comment (initiative, version, article, text, written, person, centre)
            VALUES (\(one.id), \(version.number), \(article), \(text), \(act.now), \(act.by.person), \(centre))
            """)
        try act.record(T.initiatives.commentDeed, .initiative(one.id), centre: sight.centre)
    }

    /// The coordinating centre answers; whoever spoke gets it by letter. An answer may be written anew.
    package static func answer(
        _ comment: InitiativeComment.ID, _ words: String, isTaken: Bool, on id: Initiative.ID, at centre: ID<CentreTag>, in act: Act
    ) throws {
        let sight = try InitiativeStore.held(id, at: centre, in: act)
        guard let own = sight.comments.first(where: { $0.id == comment }) else { throw Problem.missing }
        guard sight.initiative.state.isWritten else { throw Problem.conflict(T.initiatives.errorFrozen) }
        guard isTaken || !words.isEmpty else { throw Problem.invalid("reply-\(comment)", T.initiatives.errorAnswer) }
        try act.db.run("UPDATE initiative_comment SET answer = \(words), taken = \(isTaken), answered = \(act.now) WHERE id = \(comment)")
        try act.record(T.initiatives.answerDeed, .initiative(id), centre: centre, changes: [Change("answer", from: own.answer, to: words)])
        if let person = own.person, person != act.by.person { try InitiativeLetters.answered(person, own, words, isTaken: isTaken, sight, in: act) }
    }
}
