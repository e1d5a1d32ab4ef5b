package import Accounts
import Centres
package import Kernel
import Languages
import Storage

/// The text of an initiative as rows: articles on which the centre works, and versions of them that were put before the others.
package enum InitiativeTextStore {
    // MARK: Reads

    static func articles(of id: Initiative.ID, in act: Act) throws -> [InitiativeArticle] {
        try act.db.rows("SELECT id, heading, text FROM initiative_article WHERE initiative = \(id) AND gone IS NULL ORDER BY place, id").map {
            InitiativeArticle(id: try $0["id"], heading: try $0["heading"], text: try $0["text"])
        }
    }

    /// All that was published, the newest first.
    package static func versions(of id: Initiative.ID, in act: Act) throws -> [InitiativeVersion] {
        let articles = try Dictionary(grouping: act.db.rows("""
            SELECT a.version, a.article, a.heading, a.text FROM initiative_version_article a JOIN initiative_version v ON v.id = a.version
            WHERE v.initiative = \(id) ORDER BY a.version, a.place, a.id
            """).map { row in
            (version: try row["version"] as InitiativeVersion.ID,
             article: InitiativeArticle(id: try row["article"], heading: try row["heading"], text: try row["text"]))
        }) { $0.version }
        return try act.db.rows("SELECT * FROM initiative_version WHERE initiative = \(id) ORDER BY number DESC").map { row in
            let own: InitiativeVersion.ID = try row["id"]
            return InitiativeVersion(
                id: own, number: try row["number"], published: try row["published"], author: try row["author"], note: try row["note"],
                articles: (articles[own] ?? []).map(\.article))
        }
    }

    // MARK: Articles

    private static func written(_ id: Initiative.ID, at centre: ID<CentreTag>, in act: Act) throws -> InitiativeSight {
        let sight = try InitiativeStore.held(id, at: centre, in: act)
        guard sight.initiative.state.isWritten else { throw Problem.conflict(T.initiatives.errorFrozen) }
        return sight
    }

    /// - Parameter place: its number, from 1; nil puts it behind all others.
    @discardableResult
    package static func add(
        _ heading: String, _ text: String, number place: Int? = nil, to id: Initiative.ID, at centre: ID<CentreTag>, in act: Act
    ) throws -> InitiativeArticle.ID {
        let draft = try written(id, at: centre, in: act).draft
        guard draft.count < InitiativeArticle.most else { throw Problem.conflict(T.initiatives.errorArticles(most: .number(InitiativeArticle.most))) }
        let article = InitiativeArticle.ID(try act.db.insert("""
            INSERT INTO initiative_article (initiative, place, heading, text) VALUES (\(id), \(draft.count), \(heading), \(text)) RETURNING id
            """))
        if let place { try move(article, to: place, among: draft.map(\.id) + [article], in: act) }
        try act.record(T.initiatives.articleDeed, .initiative(id), centre: centre, changes: [Change("article", from: "", to: heading.isEmpty ? text : heading)])
        return article
    }

    package static func edit(
        _ article: InitiativeArticle.ID, _ heading: String, _ text: String, number place: Int, of id: Initiative.ID, at centre: ID<CentreTag>, in act: Act
    ) throws {
        let draft = try written(id, at: centre, in: act).draft
        guard let before = draft.first(where: { $0.id == article }) else { throw Problem.missing }
        try act.db.run("UPDATE initiative_article SET heading = \(heading), text = \(text) WHERE id = \(article)")
        try move(article, to: place, among: draft.map(\.id), in: act)
        try act.record(T.initiatives.articleDeed, .initiative(id), centre: centre, changes: [Change("text", from: before.text, to: text)])
    }

    /// It goes with its words; its number stays taken, for in versions and comments it stands for this article alone.
    package static func remove(_ article: InitiativeArticle.ID, of id: Initiative.ID, at centre: ID<CentreTag>, in act: Act) throws {
        let draft = try written(id, at: centre, in: act).draft
        guard let before = draft.first(where: { $0.id == article }) else { throw Problem.missing }
        try act.db.run("UPDATE initiative_article SET gone = \(act.now), heading = '', text = '' WHERE id = \(article)")
        try act.record(T.initiatives.articleGoneDeed, .initiative(id), centre: centre, changes: [Change("text", from: before.text, to: "")])
    }

    /// Puts one to its number and counts all of them anew.
    private static func move(_ article: InitiativeArticle.ID, to place: Int, among all: [InitiativeArticle.ID], in act: Act) throws {
        var order = all.filter { $0 != article }
        order.insert(article, at: min(max(place - 1, 0), order.count))
        for (place, one) in order.enumerated() { try act.db.run("UPDATE initiative_article SET place = \(place) WHERE id = \(one)") }
    }

    // MARK: Versions

    /// Puts the text before those who take part: for the first time, or anew with what has changed. Those who have spoken are asked to look again; what they
    /// said stays, with the number of the version to which they said it.
    package static func publish(_ note: String, _ id: Initiative.ID, at centre: ID<CentreTag>, in act: Act) throws {
        let sight = try written(id, at: centre, in: act), one = sight.initiative
        guard !sight.draft.isEmpty else { throw Problem.conflict(T.initiatives.errorNoArticles) }
        guard sight.isUnpublished else { throw Problem.conflict(T.initiatives.errorSame) }
        guard act.now <= one.details.deadline else { throw Problem.conflict(T.initiatives.errorOver(at: .instant(one.details.deadline))) }
        let number = (sight.current?.number ?? 0) + 1
        if number > 1 { guard !note.isEmpty else { throw Problem.invalid("note", T.initiatives.errorNote) } }
        let version = InitiativeVersion.ID(try act.db.insert("""
            INSERT INTO initiative_version (initiative, number, published, author, note)
            VALUES (\(id), \(number), \(act.now), \(act.by.person), \(note)) RETURNING id
            """))
        for (place, article) in sight.draft.enumerated() {
            try act.db.run("""
                INSERT INTO initiative_version_article (version, article, place, heading, text)
                VALUES (\(version), \(article.id), \(place), \(article.heading), \(article.text))
                """)
        }
        if one.state == .draft { try act.db.run("UPDATE initiative SET state = 'open' WHERE id = \(id)") }
        try act.record(T.initiatives.publishedDeed, .initiative(id), centre: centre, changes: [Change("version", from: "", to: "\(number)")],
            retention: .register)
        let news: InitiativeNews = number == 1 ? .asked : .version(number)
        try InitiativeLetters.tellCentres(news, sight, in: act)
        try InitiativeLetters.tellMembers(news, sight, in: act)
    }
}
