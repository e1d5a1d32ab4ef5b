import Forms
import HTML
import Languages
import Look

/// What the centre's people publish, side by side.
struct PublishingTabs: View {
    enum Place: CaseIterable { case news, pages, information, documents, team }

    let reader: Reader
    let place: Place

    init(_ reader: Reader, _ place: Place) {
        self.reader = reader
        self.place = place
    }

    var body: some HTML {
        FilterChips(reader.t(T.publishing.site), Place.allCases.map { NavItem(reader.t($0.name), href: reader.link($0.path), isCurrent: $0 == place) })
    }
}

extension PublishingTabs.Place {
    init(_ kind: Article.Kind) {
        self = switch kind {
        case .news: .news
        case .page: .pages
        case .information: .information
        }
    }

    var name: Phrase {
        switch self {
        case .news: T.publishing.news
        case .pages: T.publishing.pages
        case .information: T.publishing.information
        case .documents: T.publishing.documents
        case .team: T.publishing.team
        }
    }

    var path: String {
        switch self {
        case .news: "/staff/articles"
        case .pages: "/staff/articles?kind=page"
        case .information: "/staff/articles?kind=information"
        case .documents: "/staff/documents"
        case .team: "/staff/team"
        }
    }
}
