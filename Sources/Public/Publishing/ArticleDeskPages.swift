import Files
import Forms
import Kernel
import Languages
import Look
package import Web

/// News and pages as the centre's people write them.
enum ArticleDeskPages {
    @Sendable static func list(_ visit: Visit) async throws -> Answer {
        let (centre, kind) = (visit.centre.id, kind(visit))
        let articles = try await visit.read { try ArticleStore.all(kind, of: centre, in: $0) }
        return visit.page(ArticleDeskViews(reader: visit.reader).list(articles, kind))
    }

    private static func kind(_ visit: Visit) -> Article.Kind { Article.Kind(rawValue: visit.query["kind"]) ?? .news }

    @Sendable static func new(_ visit: Visit) async throws -> Answer {
        let kind = kind(visit), term = ArticleTerm(checked: kind == .information ? visit.today : nil)
        let empty = ArticleDraft(day: visit.today, texts: [:], term: term).typed(in: visit.centre.zone)
        return visit.page(ArticleDeskViews(reader: visit.reader).form(nil, kind, visit.form(empty)))
    }

    @Sendable static func add(_ visit: Visit) async throws -> Answer {
        let (centre, kind, today, zone) = (visit.centre.id, kind(visit), visit.today, visit.centre.zone)
        return try await visit.submit {
            let draft = try ArticleDraft(visit.typed, as: kind, in: zone, today: today)
            return try await visit.act { act in
                let id = try ArticleStore.add(draft, as: kind, to: centre, in: act)
                return Redirect(visit.link("/staff/articles/\(id)"), T.publishing.added)
            }
        } again: { form in
            ArticleDeskViews(reader: visit.reader).form(nil, kind, form)
        }
    }

    @Sendable static func edit(_ visit: Visit) async throws -> Answer {
        let article = try await article(visit)
        return visit.page(ArticleDeskViews(reader: visit.reader).form(article, article.kind, visit.form(article.draft.typed(in: visit.centre.zone))))
    }

    /// Keeps what was typed, or shows only how it would look.
    @Sendable static func change(_ visit: Visit) async throws -> Answer {
        let (article, today, zone) = (try await article(visit), visit.today, visit.centre.zone)
        let views = ArticleDeskViews(reader: visit.reader)
        return try await visit.submit {
            let draft = try ArticleDraft(visit.typed, as: article.kind, in: zone, today: today)
            if visit.typed.has("look") { return visit.page(views.form(article, article.kind, visit.form(visit.typed), look: draft)) }
            return try await visit.act { act in
                try ArticleStore.edit(article.id, to: draft, in: act)
                return Redirect(visit.link("/staff/articles/\(article.id)"), T.common.saved)
            }
        } again: { form in
            views.form(article, article.kind, form)
        }
    }

    @Sendable static func publish(_ visit: Visit) async throws -> Answer {
        let article = try await article(visit)
        return try await visit.act { act in
            try ArticleStore.publish(article.id, in: act)
            return Redirect(visit.link("/staff/articles/\(article.id)"), T.publishing.published)
        }
    }

    @Sendable static func withdraw(_ visit: Visit) async throws -> Answer {
        let article = try await article(visit)
        return try await visit.act { act in
            try ArticleStore.withdraw(article.id, in: act)
            return Redirect(visit.link("/staff/articles/\(article.id)"), T.publishing.withdrawn)
        }
    }

    /// Another picture, or none.
    @Sendable static func picture(_ visit: Visit) async throws -> Answer {
        let article = try await article(visit)
        return try await visit.submit {
            let isRemoved = visit.typed.has("remove")
            let file = isRemoved ? nil : try await FileIntake(visit).file(visit.typed, "picture", [.picture])
            return try await visit.act { act in
                try ArticleStore.show(file, in: article.id, in: act)
                return Redirect(visit.link("/staff/articles/\(article.id)"), T.common.saved)
            }
        } again: { form in
            let texts = visit.form(article.draft.typed(in: visit.centre.zone))
            return ArticleDeskViews(reader: visit.reader).form(article, article.kind, texts, picture: try visit.holding("picture", form))
        }
    }

    private static func article(_ visit: Visit) async throws -> Article {
        let (id, centre, today): (Article.ID, _, _) = (try visit.id("article"), visit.centre.id, visit.today)
        return try await visit.read { try ArticleStore.article(id, of: centre, today: today, in: $0) }
    }
}
