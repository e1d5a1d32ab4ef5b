import Catalogue
import Centres
import Forms
import HTML
import Kernel
import Languages
import Look

/// Asks for the dates on which an event is held again.
struct EventSeriesViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func form(_ event: Event, _ form: FilledForm) -> Screen {
        let title = event.title(in: t.language), path = reader.link("/staff/events/\(event.id)")
        return Screen(t(T.events.series), trail: [Look.Link(t(T.events.all), href: reader.link("/staff/events")), Look.Link(t.run(title), href: path)]) {
            FormFaults(form)
            Heading(Run(t(T.events.series)), kind: Run(t.shown(event.form.name(in: t.language).text)), lead: t.run(title))
            HTML::p { t(T.events.seriesText) }
            Form(action: path + "/series", hidden: reader.hidden, isGuarded: true) {
                form.field(T.events.seriesDays, "days", hint: T.events.seriesDaysHint, isOptional: true).area(rows: 6)
                Fieldset(t(T.events.seriesOr)) {
                    FieldRow {
                        form.field(T.events.seriesTimes, "times", .short, isOptional: true, autocomplete: "off").number()
                        form.field(T.events.seriesWeeks, "weeks", .short, otherwise: "1", isOptional: true, autocomplete: "off").number()
                    }
                }
                Buttons {
                    Submit(t(T.events.seriesDraft), name: "save", value: "yes")
                    Submit(t(T.events.seriesAnnounce), .quiet, name: "announce", value: "yes")
                    LinkButton(t(T.common.cancel), href: path, .quiet)
                }
            }
        }
    }
}
