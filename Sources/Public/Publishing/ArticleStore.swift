package import Files
package import Kernel
package import Languages
import Markdown
import Storage

/// News and pages as rows.
package enum ArticleStore {
    // MARK: Reads

    /// What everybody reads now: it bears no later day, its minute has come, its time is not over.
    private static func shown(_ today: Day, in act: Act) -> SQL {
        "a.state = 'published' AND a.day <= \(today) AND (a.starts IS NULL OR a.starts <= \(act.now)) AND (a.ends IS NULL OR a.ends > \(act.now))"
    }

    private static func isOf(_ kind: Article.Kind) -> SQL { "a.kind = \(kind.column) AND a.information = \(kind == .information)" }

    /// What everybody reads of a centre, the newest first; what bears a later day or a later minute waits for it.
    package static func published(
        _ kind: Article.Kind, of centre: ID<CentreTag>, until today: Day, limit: Int = 1_000, offset: Int = 0, in act: Act
    ) throws -> [Article] {
        try articles("""
            WHERE a.centre = \(centre) AND \(isOf(kind)) AND \(shown(today, in: act)) ORDER BY a.day DESC, a.id DESC LIMIT \(limit) OFFSET \(offset)
            """, in: act)
    }

    package static func count(_ kind: Article.Kind, of centre: ID<CentreTag>, until today: Day, in act: Act) throws -> Int {
        try act.db.count("SELECT count(*) FROM article a WHERE a.centre = \(centre) AND \(isOf(kind)) AND \(shown(today, in: act))")
    }

    /// Those that words find, the best first.
    package static func found(_ words: String, of centre: ID<CentreTag>, until today: Day, limit: Int, in act: Act) throws -> [Article] {
        try articles("""
            JOIN \(act.db.found("article", typed: words)) f ON f.subject = a.id
            WHERE a.centre = \(centre) AND \(shown(today, in: act)) ORDER BY f.grade, a.day DESC, a.id DESC LIMIT \(limit)
            """, in: act)
    }

    /// What ended is given too, so that its reader can be told.
    /// - Throws: `Problem.missing` unless everybody may read it or could until it ended, or the actor writes for the centre.
    package static func article(_ id: Article.ID, of centre: ID<CentreTag>, kind: Article.Kind? = nil, today: Day, in act: Act) throws -> Article {
        let found = try articles("WHERE a.id = \(id) AND a.centre = \(centre)", in: act).first
        guard let article = found, kind ?? article.kind == article.kind else { throw Problem.missing }
        guard article.wasPublic(at: act.now, today: today) || act.by.coordinates(centre) else { throw Problem.missing }
        return article
    }

    /// All that a centre has written, what is not finished first.
    static func all(_ kind: Article.Kind, of centre: ID<CentreTag>, in act: Act) throws -> [Article] {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        return try articles("""
            WHERE a.centre = \(centre) AND \(isOf(kind))
            ORDER BY CASE a.state WHEN 'draft' THEN 0 WHEN 'published' THEN 1 ELSE 2 END, a.day DESC, a.id DESC LIMIT 1000
            """, in: act)
    }

    /// Whether everybody sees a picture.
    static func shows(_ file: StoredFile.ID, in act: Act) throws -> Bool? {
        try act.db.exists("SELECT 1 AS stands FROM article WHERE picture = \(file) AND state = 'published' AND (ends IS NULL OR ends > \(act.now)) LIMIT 1") ? true : nil
    }

    /// - Parameter condition: over `article a`.
    private static func articles(_ condition: SQL, in act: Act) throws -> [Article] {
        let rows = try act.db.rows("SELECT a.* FROM article a \(condition)")
        guard !rows.isEmpty else { return [] }
        let ids = try rows.map { try $0["id"] as Article.ID }
        var texts: [Article.ID: [Language: ArticleText]] = [:]
        for row in try act.db.rows("SELECT * FROM article_text WHERE article IN \(list: ids)") {
            texts[try row["article"], default: [:]][try row["language"]] = ArticleText(title: try row["title"], summary: try row["summary"], text: try row["text"])
        }
        let pictures = try FileStore.files(rows.compactMap { try $0["picture"] }, in: act)
        return try rows.map { row in
            let (id, picture): (Article.ID, StoredFile.ID?) = (try row["id"], try row["picture"])
            return try Article(row: row, texts: texts[id] ?? [:], picture: picture.flatMap { pictures[$0] })
        }
    }

    // MARK: Verbs

    package static func add(_ draft: ArticleDraft, as kind: Article.Kind, to centre: ID<CentreTag>, in act: Act) throws -> Article.ID {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        let term = draft.term
        let id = Article.ID(try act.db.insert("""
            INSERT INTO article (centre, kind, information, state, day, starts, ends, checked, source, link, changed)
            VALUES (\(centre), \(kind.column), \(kind == .information), 'draft', \(draft.day), \(term.starts), \(term.ends), \(term.checked), \(term.source),
                    \(term.link), \(act.now)) RETURNING id
            """))
        try write(draft, of: id, in: act)
        try act.record(T.publishing.added, .article(id), centre: centre, changes: changes(from: nil, to: draft))
        return id
    }

    package static func edit(_ id: Article.ID, to draft: ArticleDraft, in act: Act) throws {
        let article = try changeable(id, in: act)
        let term = draft.term
        try act.db.run("""
            UPDATE article SET day = \(draft.day), starts = \(term.starts), ends = \(term.ends), checked = \(term.checked), source = \(term.source),
                link = \(term.link), changed = \(act.now) WHERE id = \(id)
            """)
        try act.db.run("DELETE FROM article_text WHERE article = \(id)")
        try write(draft, of: id, in: act)
        try act.record(T.publishing.changed, .article(id), centre: article.centre, changes: changes(from: article.draft, to: draft))
        try act.touchPublicPages()
    }

    package static func publish(_ id: Article.ID, in act: Act) throws { try move(id, to: .published, T.publishing.published, in: act) }
    static func withdraw(_ id: Article.ID, in act: Act) throws { try move(id, to: .withdrawn, T.publishing.withdrawn, in: act) }

    /// - Parameter file: nil takes the picture away.
    package static func show(_ file: NewFile?, in id: Article.ID, in act: Act) throws {
        let article = try changeable(id, in: act)
        let picture = try file.map { try FileStore.add($0, of: article.centre, in: act) }
        try act.db.run("UPDATE article SET picture = \(picture), changed = \(act.now) WHERE id = \(id)")
        let change = Change("picture", from: article.picture?.name ?? "", to: picture.map { "\($0)" } ?? "")
        try act.record(T.publishing.changed, .article(id), centre: article.centre, changes: [change])
        try act.touchPublicPages()
    }

    /// Somebody looked: it still holds.
    package static func confirm(_ id: Article.ID, on today: Day, in act: Act) throws {
        let article = try changeable(id, in: act)
        guard article.kind == .information else { throw Problem.missing }
        try act.db.run("UPDATE article SET checked = \(today), changed = \(act.now) WHERE id = \(id)")
        let before = article.draft.term.checked?.iso ?? ""
        try act.record(T.publishing.saidChecked, .article(id), centre: article.centre, changes: [Change("checked", from: before, to: today.iso)])
        try act.touchPublicPages()
    }

    private static func move(_ id: Article.ID, to state: Article.State, _ deed: Phrase, in act: Act) throws {
        let article = try changeable(id, in: act)
        guard article.state != state else { return }
        try act.db.run("UPDATE article SET state = \(state), changed = \(act.now) WHERE id = \(id)")
        try act.record(deed, .article(id), centre: article.centre, changes: [Change("state", from: article.state.rawValue, to: state.rawValue)])
        try act.touchPublicPages()
    }

    private static func changeable(_ id: Article.ID, in act: Act) throws -> Article {
        try act.db.hold("article", id.value)
        guard let article = try articles("WHERE a.id = \(id)", in: act).first, act.by.coordinates(article.centre) else { throw Problem.missing }
        return article
    }

    private static func write(_ draft: ArticleDraft, of id: Article.ID, in act: Act) throws {
        for (language, text) in draft.texts {
            try act.db.run("""
                INSERT INTO article_text (article, language, title, summary, text) VALUES (\(id), \(language), \(text.title), \(text.summary), \(text.text))
                """)
        }
        try act.db.index("article", id.value, words(of: draft))
    }

    private static func words(of draft: ArticleDraft) -> SearchText {
        SearchText(
            titles: draft.texts.map { ($1.title, $0) },
            bodies: draft.texts.flatMap { language, text in [(text.summary, language), (Markdown(text.text).plain, language)] })
    }

    /// Makes its part of the search index again.
    static func reindex(in act: Act) throws {
        for article in try articles("ORDER BY a.id", in: act) { try act.db.index("article", article.id.value, words(of: article.draft)) }
    }

    private static func changes(from before: ArticleDraft?, to after: ArticleDraft) -> [Change] {
        let terms = [
            Change("day", from: before?.day.iso ?? "", to: after.day.iso), Change("starts", from: before?.term.starts?.iso ?? "", to: after.term.starts?.iso ?? ""),
            Change("ends", from: before?.term.ends?.iso ?? "", to: after.term.ends?.iso ?? ""),
            Change("checked", from: before?.term.checked?.iso ?? "", to: after.term.checked?.iso ?? ""),
            Change("source", from: before?.term.source ?? "", to: after.term.source),
        ]
        return terms + ArticleDraft.languages.flatMap { language in
            let (old, new) = (before?.texts[language], after.texts[language])
            return [
                Change("title \(language.rawValue)", from: old?.title ?? "", to: new?.title ?? ""),
                Change("text \(language.rawValue)", from: old?.text ?? "", to: new?.text ?? ""),
            ]
        }
    }
}

extension Subject {
    package static func article(_ id: Article.ID) -> Subject { .other("article", id.value) }
}
