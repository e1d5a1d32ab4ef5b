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

/// The front page of a centre, for somebody who has never been here: what is next, for whom this is, what is new, what was.
struct HomeViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func page(_ home: Home, site: String) -> Screen {
        let lines = home.coming.map { SeatsViews(reader: reader).line($0, home.seats[$0.id]) }
        return Screen(site, description: t(T.site.lead)) {
            div(.class("welcome")) {
                Heading(site, lead: t(T.site.lead))
                NextBoard(
                    t(T.site.homeNext), lines.first,
                    otherwise: (t(T.site.homeNothing), Look.Link(t(T.catalogue.programmes), href: reader.link("/programmes"))))
                Look::Form(action: reader.link("/search"), method: .get, isInline: true, label: t(T.site.homeSearch)) {
                    Field(t(T.site.homeSearch), name: "q", hint: t(T.site.homeSearchHint), optional: "").search()
                    Submit(t(T.common.search))
                }
            }
            h2(.class("unseen")) { t(T.site.homeDoors) }
            DoorCards(doors)
            if lines.count > 1 {
                part(T.site.homeComing, T.site.homeAll, "/events")
                EventList(Array(lines.dropFirst()), level: 3)
                PackageLine(home.packages, reader)
            }
            if !home.news.isEmpty {
                part(T.site.homeNews, T.site.homeAllNews, "/news")
                ArticleViews(reader: reader).cards(home.news)
            }
            if !home.past.isEmpty {
                part(T.site.homePast, T.site.archive, "/archive")
                ArchiveViews(reader: reader).cards(home.past, home.materials)
            }
            div(.class("proof")) {
                Icon.proof
                div {
                    h2 { t(T.certificates.checkTitle) }
                    HTML::p { t(T.site.homeCheck); " "; a(.href(reader.link("/certificates"))) { t(T.certificates.check) } }
                }
            }
        }
    }

    /// A head of a part, with the way to all of it.
    private func part(_ title: Phrase, _ all: Phrase, _ path: String) -> some HTML {
        div(.class("part")) {
            h2 { t(title) }
            a(.href(reader.link(path))) { t(all) }
        }
    }

    /// Whom the centre serves, and where each of them begins.
    private var doors: [DoorCards.Door] {
        [
            .init(.people, t(T.site.doorTeachers), t(T.site.doorTeachersText), href: reader.link("/events")),
            .init(.school, t(T.site.doorSchools), t(T.site.doorSchoolsText), href: reader.link("/for-schools")),
            .init(.book, t(T.site.doorProgrammes), t(T.site.doorProgrammesText), href: reader.link("/programmes")),
            .init(.info, t(T.site.doorCentre), t(T.site.doorCentreText), href: reader.link("/about")),
        ]
    }
}
