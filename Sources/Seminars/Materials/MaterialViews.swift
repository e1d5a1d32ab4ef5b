package import Events
import Files
package import Forms
package import HTML
import Kernel
import Languages
package import Look

/// The files of an event, for those who take part and for those who keep them.
package struct MaterialViews {
    let reader: Reader
    private var t: Texts { reader.t }

    package init(reader: Reader) { self.reader = reader }

    /// A part of the event's page: papers as links, photos side by side.
    @HTMLBuilder
    package func shown(_ materials: [Material], of event: Event, mayKeep: Bool) -> Markup {
        let (papers, photos) = (materials.filter { !$0.isPhoto }, materials.filter(\.isPhoto))
        if !papers.isEmpty {
            h2 { t(T.materials.materials) }
            ul(.class("papers")) { ForEach(papers) { paper in li { link(to: paper); note(paper) } } }
        }
        if !photos.isEmpty {
            h2 { t(T.materials.photos) }
            div(.class("photos")) {
                ForEach(photos) { photo in
                    figure {
                        PictureView(photo.file, reader, sizes: "(min-width: 46rem) 20rem, 90vw")
                        figcaption { t.run(photo.details.title); note(photo) }
                    }
                }
            }
        }
        if mayKeep { HTML::p { a(.href(reader.link("/events/\(event.id)/materials"))) { t(T.materials.keep) } } }
    }

    /// What is not for everybody says so.
    @HTMLBuilder
    private func note(_ material: Material) -> some HTML {
        if material.details.audience != .everybody { " "; Chip(.neutral, t(material.details.audience.name)) }
    }

    private func link(to material: Material) -> some HTML {
        Group {
            a(.href(reader.link(material.file.path))) { t.run(material.details.title) }
            " "
            span(.class("hint")) { "(\(material.file.label(t)))" }
        }
    }

    // MARK: Keeping them

    func list(_ event: Event, _ materials: [Material], _ form: FilledForm) -> Screen {
        Screen(t(T.materials.keepTitle), trail: trail(event), isIndexed: false) {
            FormFaults(form)
            Heading(Run(t(T.materials.keepTitle)), lead: t.run(event.title(in: reader.language)))
            if materials.isEmpty {
                EmptyState(t(T.materials.none), t(T.materials.noneText)) { Empty() }
            } else {
                DataTable(t(T.materials.keepTitle), rows: materials, columns: [
                    Column(t(T.materials.title), .name) { material in link(to: material) },
                    Column(t(T.materials.audience)) { material in Chip(material.details.audience == .staff ? .neutral : .good, t(material.details.audience.name)) },
                    Column(t(T.materials.act), .act) { material in
                        a(.href(reader.link("/events/\(event.id)/materials/\(material.id)"))) { t(T.common.edit) }
                    },
                ], isCaptionHidden: true)
            }
            h2 { t(T.materials.new) }
            Form(action: reader.link("/events/\(event.id)/materials"), hidden: reader.hidden, hasFiles: true) {
                FileFields(form, T.common.file, "file", [.picture, .document])
                fields(form, isPhoto: nil)
                Buttons { Submit(t(T.materials.add)) }
            }
        }
    }

    func form(_ event: Event, _ material: Material, _ form: FilledForm) -> Screen {
        let base = "/events/\(event.id)/materials"
        return Screen(t.shown(material.details.title), trail: trail(event) + [Look.Link(t(T.materials.keepTitle), href: reader.link(base))], isIndexed: false) {
            FormFaults(form)
            Heading(t.run(material.details.title), lead: Run(material.file.label(t)))
            if material.isPhoto { PictureView(material.file, reader, sizes: "30rem", kind: "shown") }
            Form(action: reader.link("\(base)/\(material.id)"), hidden: reader.hidden) {
                fields(form, isPhoto: material.isPhoto)
                Buttons { Submit(t(T.common.save)) }
            }
            ButtonForm(t(T.common.remove), .quiet, action: reader.link("\(base)/\(material.id)/remove"), hidden: reader.hidden)
        }
    }

    @HTMLBuilder
    private func fields(_ form: FilledForm, isPhoto: Bool?) -> some HTML {
        form.field(T.materials.title, "title", .full, hint: T.materials.titleHint).text()
        form.field(T.materials.audience, "audience").select(Material.Audience.allCases.map { Field.Choice($0.rawValue, t($0.name)) })
        if isPhoto != false {
            form.field(T.materials.consent, "consent", .full, hint: T.materials.consentHint, isOptional: true).area(rows: 2)
        }
    }

    private func trail(_ event: Event) -> [Look.Link] {
        [Look.Link(t(T.events.all), href: reader.link("/events")), Look.Link(t.run(event.title(in: reader.language)), href: reader.link("/events/\(event.id)"))]
    }

    /// A person's papers on their own page.
    func mine(_ papers: [(material: Material, event: Event)]) -> Markup {
        Markup(ul(.class("papers")) {
            ForEach(papers) { paper in
                li {
                    link(to: paper.material)
                    br()
                    span(.class("hint")) { t.run(paper.event.title(in: reader.language)) }
                }
            }
        })
    }
}
