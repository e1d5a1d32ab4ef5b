package import Centres
import Foundation
package import Kernel
package import Languages
import Markdown
package import Planning
import Storage

/// Published informers as everybody reads them.
package enum InformerIssueStore {
    /// An informer in a list.
    package struct Line: Sendable {
        package let id: Informer.ID
        package let month: OfferMonth
        package let number: Int
        package let edition: Int
        package let published: Instant
    }

    package static func lines(of centre: Centre.ID, in act: Act) throws -> [Line] {
        try lines("WHERE i.centre = \(centre) AND i.state = 'published' ORDER BY i.first_day DESC LIMIT 200", in: act)
    }

    /// Those that words find, the best first.
    package static func found(_ words: String, of centre: Centre.ID, limit: Int, in act: Act) throws -> [Line] {
        try lines("""
            JOIN \(act.db.found("informer", typed: words)) f ON f.subject = i.id
            WHERE i.centre = \(centre) AND i.state = 'published' ORDER BY f.grade, i.first_day DESC LIMIT \(limit)
            """, in: act)
    }

    private static func lines(_ condition: SQL, in act: Act) throws -> [Line] {
        try act.db.rows("SELECT i.id, i.first_day, i.number, i.edition, i.published FROM informer i \(condition)").map { row in
            let first: Day = try row["first_day"]
            return Line(
                id: try row["id"], month: OfferMonth(first), number: try row["number"], edition: try row["edition"],
                published: try row["published"] as Instant? ?? Instant(seconds: 0))
        }
    }

    /// As it was published.
    /// - Throws: `Problem.missing` unless it is, or the actor makes it.
    package static func issue(_ id: Informer.ID, of centre: Centre.ID, in language: Language, in act: Act) throws -> InformerIssue {
        let state: Informer.State? = try act.db.value("SELECT state FROM informer WHERE id = \(id) AND centre = \(centre)")
        guard let state, state == .published || act.by.coordinates(centre) else { throw Problem.missing }
        guard let content: [UInt8] = try act.db.value("SELECT content FROM informer_issue WHERE informer = \(id) AND language = \(language)") else {
            throw Problem.missing
        }
        return try JSONDecoder().decode(InformerIssue.self, from: Data(content))
    }

    // MARK: Search

    static func makeFindable(_ id: Informer.ID, _ issues: [InformerIssue], in act: Act) throws {
        let texts = issues.filter { $0.language != .srLatn }
        try act.db.index("informer", id.value, SearchText(
            titles: texts.map { ("\(T.informer.title.written(in: $0.language, act)) \($0.month) \($0.year)", $0.language) },
            bodies: texts.flatMap { issue in
                [(issue.words.map { Markdown($0.text).plain } ?? "", issue.words?.language ?? issue.language)]
                    + issue.news.map { ($0.title.text, $0.title.language) } + issue.entries.map { ($0.title.text, $0.title.language) }
            }))
    }

    /// Makes its part of the search index again.
    static func reindex(in act: Act) throws {
        let rows = try act.db.rows("SELECT i.id, s.content FROM informer i JOIN informer_issue s ON s.informer = i.id ORDER BY i.id, s.language")
        let issues = try Dictionary(grouping: rows) { try $0["id"] as Informer.ID }.mapValues { rows in
            try rows.map { row in
                let content: [UInt8] = try row["content"]
                return try JSONDecoder().decode(InformerIssue.self, from: Data(content))
            }
        }
        for (id, issues) in issues.sorted(by: { $0.key < $1.key }) { try makeFindable(id, issues, in: act) }
    }
}

extension Phrase {
    fileprivate func written(in language: Language, _ act: Act) -> String { act.words.texts(language, in: .utc)(self) }
}
