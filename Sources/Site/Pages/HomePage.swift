import Catalogue
import Certificates
import Events
import Forms
import HTML
import Kernel
import Languages
import Look
import Publishing
import Registration
import Web

/// The front page of a centre: find something, or see what is next.
enum HomePage {
    private static let shown = 5
    private static let newest = 3

    @Sendable static func show(_ visit: Visit) async throws -> Answer {
        let (centre, today) = (visit.centre.id, visit.today)
        let (events, seats, news) = try await visit.read { act in
            let events = try EventStore.coming(at: centre, limit: shown, in: act)
            return (events, try RegistrationStore.seats(of: events, in: act), try ArticleStore.published(.news, of: centre, until: today, limit: newest, in: act))
        }
        let t = visit.t
        return visit.page(Screen(visit.site, description: t(T.site.lead)) {
            Heading(visit.site, lead: t(T.site.lead))
            Look::Form(action: visit.link("/search"), method: .get, isInline: true, label: t(T.site.homeSearch)) {
                Field(t(T.site.homeSearch), name: "q", hint: t(T.site.homeSearchHint), optional: "").search()
                Submit(t(T.common.search))
            }
            if events.isEmpty {
                EmptyState(t(T.site.homeNothing), t(T.site.homeNothingText)) { LinkButton(t(T.catalogue.programmes), href: visit.link("/programmes")) }
            } else {
                h2 { t(T.site.homeComing) }
                EventList(events.map { SeatsViews(reader: visit.reader).line($0, seats[$0.id]) }, level: 3)
                HTML::p { a(.href(visit.link("/events"))) { t(T.site.homeAll) } }
            }
            if !news.isEmpty {
                h2 { t(T.site.homeNews) }
                ArticleViews(reader: visit.reader).list(news, level: 3)
                HTML::p { a(.href(visit.link("/news"))) { t(T.site.homeAllNews) } }
            }
            h2 { t(T.site.homeDoors) }
            DoorCards(doors(visit))
            h2 { t(T.certificates.checkTitle) }
            HTML::p { t(T.site.homeCheck); " "; a(.href(visit.link("/certificates"))) { t(T.certificates.check) } }
        })
    }

    /// Whom the centre serves, and where each of them begins.
    private static func doors(_ visit: Visit) -> [DoorCards.Door] {
        let t = visit.t
        return [
            .init(t(T.site.doorTeachers), t(T.site.doorTeachersText), href: visit.link("/events")),
            .init(t(T.site.doorSchools), t(T.site.doorSchoolsText), href: visit.link("/for-schools")),
            .init(t(T.site.doorProgrammes), t(T.site.doorProgrammesText), href: visit.link("/programmes")),
            .init(t(T.site.doorCentre), t(T.site.doorCentreText), href: visit.link("/about")),
        ]
    }
}
