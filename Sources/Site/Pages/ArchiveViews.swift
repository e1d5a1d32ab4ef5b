import Centres
import Delivery
import Events
import Files
import Forms
import HTML
import Kernel
import Languages
import Look
import Materials

struct ArchiveViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func page(_ asked: AskedArchive) -> Screen {
        let title = t(T.site.archive)
        return Screen(title, description: t(T.site.archiveLead), trail: [Look.Link(t(T.events.all), href: reader.link("/events"))]) {
            Heading(title, lead: t(T.site.archiveLead))
            if asked.archive.years.isEmpty {
                EmptyState(t(T.events.noneYetTitle), t(T.events.noneYetText)) { LinkButton(t(T.events.tabComing), href: reader.link("/events"), .quiet) }
            } else {
                FilterChips(t(T.site.archiveYears), asked.archive.years.map { year, count in
                    NavItem("\(year)", href: here(year, nil), isCurrent: year == asked.year, count: count)
                })
                let forms = asked.archive.forms(in: asked.year)
                if forms.count > 1 {
                    FilterChips(t(T.events.facetForm), [NavItem(t(T.common.all), href: here(asked.year, nil), isCurrent: asked.form == nil)] + forms.map { form, count in
                        let name = t.run(form.name(in: t.language))
                        return NavItem(name.text, lang: name.lang, href: here(asked.year, form.id), isCurrent: asked.form?.id == form.id, count: count)
                    })
                }
                h2 { "\(asked.year)" }
                ul(.class("held")) { ForEach(asked.events) { event in li { held(event, asked.materials[event.id] ?? [], asked.conclusions[event.id] ?? []) } } }
                asked.paging.links(reader)
                HTML::p { a(.href(reader.link("/events?view=past"))) { t(T.site.archiveSearch) } }
            }
        }
    }

    private func here(_ year: Int, _ form: EventForm.ID?) -> String {
        reader.link("/archive?year=\(year)") + (form.map { "&form=\($0)" } ?? "")
    }

    /// A few of them, on another page.
    func cards(_ events: [ListedEvent], _ materials: [Event.ID: [Material]]) -> some HTML {
        ul(.class("held")) { ForEach(events) { event in li { held(event, materials[event.id] ?? [], []) } } }
    }

    /// What was held, with a photo where there is one, else a leaf of the calendar in its place.
    private func held(_ event: ListedEvent, _ materials: [Material], _ conclusions: [Conclusion]) -> some HTML {
        let title = event.title(in: t.language)
        return article {
            if let photo = materials.first(where: \.isPhoto) {
                PictureView(photo.file, reader, sizes: "(min-width: 46rem) 20rem, 90vw")
            } else if let day = event.days?.lowerBound {
                DayLeaf(day, t)
            }
            div {
                h3 { a(.href(reader.link("/events/\(event.id)")), .lang(t.lang(of: title.language))) { title.text } }
                HTML::p(.class("hint")) {
                    if let days = event.days { t.days(days); " · " }
                    t.run(event.form.name(in: t.language))
                }
                left(materials, conclusions)
            }
        }
    }

    /// What it has left: photos in a number, papers to take, what was agreed.
    @HTMLBuilder private func left(_ materials: [Material], _ conclusions: [Conclusion]) -> some HTML {
        let photos = materials.count { $0.isPhoto }, papers = materials.filter { !$0.isPhoto }
        if photos > 1 { HTML::p(.class("hint")) { t(T.site.archivePhotos(count: photos)) } }
        if !papers.isEmpty {
            ul(.class("papers")) { ForEach(papers) { paper in li { a(.href(reader.link(paper.file.path))) { t.run(paper.details.title) } } } }
        }
        if !conclusions.isEmpty {
            Disclosure(t(T.delivery.conclusions)) { ul { ForEach(conclusions) { conclusion in li { t.run(conclusion.details.text) } } } }
        }
    }
}
