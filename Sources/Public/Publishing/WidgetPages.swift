import Events
import Forms
import HTML
import Kernel
import Languages
import Look
import Web

/// What comes next, for the page of a school or a town: a part that any site may show in a frame.
enum WidgetPages {
    private static let most = 5

    @Sendable static func events(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id
        let events = try await visit.read { try EventStore.coming(at: centre, limit: most, in: $0) }
        let reader = visit.reader
        return visit.widget(WidgetViews(reader: reader).events(events))
    }
}

struct WidgetViews {
    let reader: Reader
    private var t: Texts { reader.t }

    /// A link leaves the frame.
    private static var whole: Attribute { .custom("target", "_top") }

    func events(_ events: [ListedEvent]) -> Screen {
        let site = reader.centre.origin
        return Screen(t(T.events.all), isIndexed: false) {
            h1 { a(.href(site + reader.link("/events")), Self.whole) { t(T.events.all) } }
            if events.isEmpty { HTML::p { t(T.publishing.widgetNothing) } }
            ul {
                ForEach(events) { event in
                    li {
                        let title = event.title(in: reader.language)
                        a(.href(site + reader.link("/events/\(event.id)")), Self.whole, .lang(t.lang(of: title.language))) { title.text }
                        br()
                        span(.class("hint")) { event.days.map { t.days($0) } ?? "" }
                    }
                }
            }
            HTML::p(.class("small")) { a(.href(site + reader.link("")), Self.whole) { reader.site } }
        }
    }
}
