import Files
import Forms
import Kernel
import Languages
import Look
package import Web

/// News and pages as everybody reads them.
enum ArticlePages {
    @Sendable static func news(_ visit: Visit) async throws -> Answer {
        let (centre, today, asked, words) = (visit.centre.id, visit.today, visit.query.page, visit.query["q"])
        let (articles, paging) = try await visit.read { act in
            if !words.isEmpty {
                let found = try ArticleStore.found(words, of: centre, until: today, limit: Paging.size, in: act)
                return (found, Paging(1, count: found.count))
            }
            let paging = Paging(asked, count: try ArticleStore.count(.news, of: centre, until: today, in: act))
            return (try ArticleStore.published(.news, of: centre, until: today, limit: Paging.size, offset: paging.offset, in: act), paging)
        }
        return visit.page(ArticleViews(reader: visit.reader).news(articles, paging))
    }

    @Sendable static func piece(_ visit: Visit) async throws -> Answer { try await show(visit, .news) }
    @Sendable static func page(_ visit: Visit) async throws -> Answer { try await show(visit, .page) }

    /// Whoever opens what has ended is told so, and where to go on.
    static func show(_ visit: Visit, _ kind: Article.Kind) async throws -> Answer {
        let (id, centre, today): (Article.ID, _, _) = (try visit.id("article"), visit.centre.id, visit.today)
        let article = try await visit.read { try ArticleStore.article(id, of: centre, kind: kind, today: today, in: $0) }
        if article.draft.term.hasEnded(at: visit.now), !visit.actor.coordinates(centre) {
            return visit.page(InformationViews(reader: visit.reader).ended(article), status: 410)
        }
        return visit.page(ArticleViews(reader: visit.reader).show(article))
    }

    /// The news for programs that follow them (RFC 4287).
    @Sendable static func feed(_ visit: Visit) async throws -> Answer {
        let (centre, today) = (visit.centre.id, visit.today)
        let articles = try await visit.read { try ArticleStore.published(.news, of: centre, until: today, limit: AtomFeed.most, in: $0) }
        return .feed(bytes: Array(AtomFeed(visit.reader).text(articles).utf8), type: "application/atom+xml; charset=utf-8")
    }
}
