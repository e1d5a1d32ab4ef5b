import Events
import Forms
import Kernel
import Languages
import Look
package import Web

/// Information from elsewhere that grows old, such as where one can be retrained: what holds now, and when somebody last looked.
enum InformationPages {
    @Sendable static func list(_ visit: Visit) async throws -> Answer {
        let (centre, today) = (visit.centre.id, visit.today)
        let articles = try await visit.read { try ArticleStore.published(.information, of: centre, until: today, in: $0) }
        return visit.page(InformationViews(reader: visit.reader).list(articles))
    }

    @Sendable static func show(_ visit: Visit) async throws -> Answer { try await ArticlePages.show(visit, .information) }

    /// Somebody looked today: it still holds.
    @Sendable static func checked(_ visit: Visit) async throws -> Answer {
        let (id, today): (Article.ID, _) = (try visit.id("article"), visit.today)
        return try await visit.act { act in
            try ArticleStore.confirm(id, on: today, in: act)
            return Redirect(visit.link("/staff/articles/\(id)"), T.publishing.saidChecked)
        }
    }

    // MARK: Данас

    private static let most = 5

    /// Information that ended, ends soon, or was not looked at for long.
    @Sendable static func today(_ asked: TodayAsked, in act: Act) throws -> TodayPart {
        guard act.by.coordinates(asked.centre.id) else { return TodayPart() }
        let zone = asked.centre.zone
        let wants = try ArticleStore.all(.information, of: asked.centre.id, in: act).filter { $0.state == .published }.compactMap { article in
            article.draft.term.want(at: act.now, today: asked.today).map { (article, $0) }
        }
        return TodayPart(lines: wants.prefix(most).map { article, want -> TodayPart.Line in
            let title = article.title(in: asked.t.language), term = article.draft.term
            return TodayPart.Line(
                want == .hasEnded ? .bad : .waiting, (want == .isOld ? term.checked : term.ends.map { zone.day(of: $0) }) ?? asked.today,
                asked.t.run(title.text, title.language), want.phrase, T.publishing.checkIt, path: "/staff/articles/\(article.id)")
        })
    }
}

extension ArticleTerm.Want {
    var phrase: Phrase {
        switch self {
        case .hasEnded: T.publishing.wantEnded
        case .endsSoon: T.publishing.wantEnds
        case .isOld: T.publishing.wantOld
        }
    }
}
