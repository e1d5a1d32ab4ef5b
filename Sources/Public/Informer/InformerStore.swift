package import Centres
package import Community
import Foundation
package import Kernel
package import Languages
package import Planning
package import Publishing
import Storage

/// Informers as rows.
package enum InformerStore {
    // MARK: For those who make them

    /// The informers of a centre, the newest month first.
    package static func all(of centre: Centre.ID, in act: Act) throws -> [Informer] {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        return try informers("WHERE centre = \(centre) ORDER BY first_day DESC LIMIT 200", in: act)
    }

    package static func informer(_ id: Informer.ID, in act: Act) throws -> Informer {
        guard let informer = try informers("WHERE id = \(id)", in: act).first, act.by.coordinates(informer.centre) else { throw Problem.missing }
        return informer
    }

    static func informers(_ condition: SQL, in act: Act) throws -> [Informer] {
        let rows = try act.db.rows("SELECT * FROM informer \(condition)")
        guard !rows.isEmpty else { return [] }
        let ids = try rows.map { try $0["id"] as Informer.ID }
        var words: [Informer.ID: [Language: String]] = [:], articles: [Informer.ID: Set<Article.ID>] = [:]
        for row in try act.db.rows("SELECT * FROM informer_text WHERE informer IN \(list: ids)") {
            words[try row["informer"], default: [:]][try row["language"]] = try row["words"] as String
        }
        for row in try act.db.rows("SELECT * FROM informer_article WHERE informer IN \(list: ids)") {
            articles[try row["informer"], default: []].insert(try row["article"])
        }
        return try rows.map { row in
            let id: Informer.ID = try row["id"]
            return try Informer(row: row, words: words[id] ?? [:], articles: articles[id] ?? [])
        }
    }

    /// News from which an editor picks: those of the month and of the two before it that everybody can read.
    package static func news(of informer: Informer, in act: Act) throws -> [Article] {
        let zone = try CentreStore.centre(informer.centre, in: act).zone, first = informer.month.days.lowerBound.adding(months: -2)
        return try ArticleStore.published(.news, of: informer.centre, until: zone.day(of: act.now), limit: 60, in: act).filter { $0.draft.day >= first }
    }

    /// Notes of practice from which an editor picks one, the newest first.
    package static func practices(of centre: Centre.ID, in act: Act) throws -> [PracticeLine] {
        let listing = try PracticeListStore.listing("", PracticeFilters(), page: 1, at: centre, size: 60, in: act)
        return try PracticeListStore.lines(inOrder: listing.shown, in: act)
    }

    // MARK: Verbs

    /// Begins the informer of a month with the news of that time; where there is one already it is that.
    package static func begin(_ month: OfferMonth, at centre: Centre.ID, in act: Act) throws -> Informer.ID {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        try act.db.hold("centre", centre.value)
        let known: Informer.ID? = try act.db.value("SELECT id FROM informer WHERE centre = \(centre) AND first_day = \(month.days.lowerBound)")
        if let known { return known }
        let id = Informer.ID(try act.db.insert("""
            INSERT INTO informer (centre, first_day, number, state) VALUES (\(centre), \(month.days.lowerBound), \(month.days.lowerBound.month), 'draft')
            RETURNING id
            """))
        let begun = try informer(id, in: act)
        let picked = try news(of: begun, in: act).filter { $0.draft.day >= month.before.days.lowerBound }.prefix(6).map(\.id)
        var draft = begun.draft
        draft.articles = Set(picked)
        draft.practice = try unused(at: centre, in: act)
        try write(draft, to: id, in: act)
        try act.record(T.informer.begunDeed, .informer(id), centre: centre, changes: [Change("month", from: "", to: month.text)])
        return id
    }

    /// The newest note that stood in no informer yet.
    private static func unused(at centre: Centre.ID, in act: Act) throws -> Practice.ID? {
        let used = Set(try act.db.rows("SELECT practice FROM informer WHERE centre = \(centre) AND practice IS NOT NULL").map { try $0["practice"] as Practice.ID })
        return try practices(of: centre, in: act).first { !used.contains($0.id) }?.id
    }

    /// - Parameter seen: the count of edits that whoever saves has seen.
    package static func edit(_ id: Informer.ID, to draft: InformerDraft, seen: Int?, in act: Act) throws {
        let before = try held(id, in: act)
        if let seen, seen != before.edits { throw Problem.conflict(T.informer.changedMeanwhile) }
        guard draft.articles.subtracting(before.draft.articles).isSubset(of: Set(try news(of: before, in: act).map(\.id))) else { throw Problem.missing }
        if let practice = draft.practice, practice != before.draft.practice {
            guard try practices(of: before.centre, in: act).contains(where: { $0.id == practice }) else { throw Problem.missing }
        }
        try act.db.run("UPDATE informer SET edits = edits + 1 WHERE id = \(id)")
        try write(draft, to: id, in: act)
        try act.record(T.informer.changedDeed, .informer(id), centre: before.centre, changes: changes(from: before.draft, to: draft))
    }

    private static func write(_ draft: InformerDraft, to id: Informer.ID, in act: Act) throws {
        try act.db.run("""
            UPDATE informer SET practice = \(draft.practice), with_shelf = \(draft.hasShelf), with_held = \(draft.hasHeld), sign = \(draft.sign) WHERE id = \(id)
            """)
        try act.db.run("DELETE FROM informer_text WHERE informer = \(id)")
        for (language, words) in draft.words.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            try act.db.run("INSERT INTO informer_text (informer, language, words) VALUES (\(id), \(language), \(words))")
        }
        try act.db.run("DELETE FROM informer_article WHERE informer = \(id)")
        for article in draft.articles.sorted() { try act.db.run("INSERT INTO informer_article (informer, article) VALUES (\(id), \(article))") }
    }

    /// Publishes what would be said now, in each language and script; what was published before gives way to it as the next edition.
    package static func publish(_ id: Informer.ID, in act: Act) throws {
        let informer = try held(id, in: act)
        let issues = try Language.allCases.map { try InformerGatheringStore.issue(informer, in: $0, in: act) }
        guard !issues.allSatisfy(\.isEmpty) else { throw Problem.conflict(T.informer.nothingInIt) }
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        for issue in issues {
            try act.db.run("""
                INSERT INTO informer_issue (informer, language, content) VALUES (\(id), \(issue.language), \(Array(try encoder.encode(issue))))
                ON CONFLICT (informer, language) DO UPDATE SET content = excluded.content
                """)
        }
        try act.db.run("UPDATE informer SET state = 'published', edition = edition + 1, published = \(act.now) WHERE id = \(id)")
        try InformerIssueStore.makeFindable(id, issues, in: act)
        try act.record(T.informer.publishedDeed, .informer(id), centre: informer.centre, changes: [
            Change("edition", from: "\(informer.edition)", to: "\(informer.edition + 1)"),
        ])
        try act.touchPublicPages()
    }

    package static func withdraw(_ id: Informer.ID, in act: Act) throws {
        let informer = try held(id, in: act)
        guard informer.state == .published else { return }
        try act.db.run("UPDATE informer SET state = 'withdrawn' WHERE id = \(id)")
        try act.record(T.informer.withdrawnDeed, .informer(id), centre: informer.centre, changes: [Change("state", from: "published", to: "withdrawn")])
        try act.touchPublicPages()
    }

    static func held(_ id: Informer.ID, in act: Act) throws -> Informer {
        try act.db.hold("informer", id.value)
        return try informer(id, in: act)
    }

    private static func changes(from before: InformerDraft, to after: InformerDraft) -> [Change] {
        InformerDraft.languages.map { Change("words \($0.rawValue)", from: before.words[$0] ?? "", to: after.words[$0] ?? "") } + [
            Change("sign", from: before.sign, to: after.sign), Change("news", from: "\(before.articles.count)", to: "\(after.articles.count)"),
            Change("practice", from: before.practice?.description ?? "", to: after.practice?.description ?? ""),
        ]
    }
}
