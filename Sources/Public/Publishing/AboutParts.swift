import Centres
import Forms
import HTML
import Kernel
import Languages
import Look
import Web

/// What of it stands on the page about a centre: its pages, its people, its newest documents.
enum AboutParts {
    private static let documents = 6

    @Sendable static func tell(_ asked: AboutAsked, in act: Act) throws -> [PagePart]? {
        let pages = try ArticleStore.published(.page, of: asked.centre, until: asked.today, in: act)
        let members = try TeamStore.members(of: asked.centre, in: act)
        let papers = Array(try CentreDocumentStore.published(of: asked.centre, in: act).prefix(documents))
        return [
            pages.isEmpty ? nil : PagePart(T.publishing.pages) { reader in ArticleViews(reader: reader).list(pages, level: 3) },
            members.isEmpty ? nil : PagePart(T.publishing.team) { reader in TeamViews(reader: reader).shown(members) },
            papers.isEmpty ? nil : PagePart(T.publishing.documents) { reader in
                CentreDocumentViews(reader: reader).lines(papers)
                HTML::p { a(.href(reader.link("/documents"))) { reader.t(T.publishing.allDocuments) } }
            },
        ].compactMap(\.self)
    }
}
