import Forms
import HTML
import Languages
import Look

/// What the centre's people do about newsletters, side by side.
struct NewsletterTabs: View {
    enum Place: CaseIterable { case issues, kinds, segments, bounces }

    let reader: Reader
    let place: Place

    init(_ reader: Reader, _ place: Place) { (self.reader, self.place) = (reader, place) }

    var body: some HTML {
        Tabs(reader.t(T.newsletter.pages), Place.allCases.map { NavItem(reader.t($0.name), href: reader.link($0.path), isCurrent: $0 == place) })
    }
}

extension NewsletterTabs.Place {
    var name: Phrase {
        switch self {
        case .issues: T.newsletter.issues
        case .kinds: T.newsletter.kinds
        case .segments: T.newsletter.segments
        case .bounces: T.newsletter.bounces
        }
    }

    var path: String {
        switch self {
        case .issues: "/staff/newsletters"
        case .kinds: "/staff/newsletters/kinds"
        case .segments: "/staff/newsletters/segments"
        case .bounces: "/staff/newsletters/bounces"
        }
    }
}
