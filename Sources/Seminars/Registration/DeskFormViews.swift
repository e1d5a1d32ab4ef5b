import Accounts
import Catalogue
import Centres
import Events
import Forms
import HTML
import Kernel
import Languages
import Look

/// Writing down somebody who applies by phone.
struct DeskFormViews {
    let reader: Reader
    private var t: Texts { reader.t }

    /// - Parameters:
    ///   - offered: the schools to choose from.
    ///   - nearby: those of the centre's own territory.
    ///   - workshops: those of the event, with their seats.
    ///   - doubles: known people who may be meant.
    func add(_ event: Event, _ form: FilledForm, offered: [School], nearby: [School], workshops: [OpenWorkshop] = [], _ doubles: [LikelyDouble] = []) -> Screen {
        let base = reader.link("/staff/events/\(event.id)")
        let trail = [Look.Link(t(T.events.all), href: reader.link("/staff/events")), Look.Link(t.run(event.title(in: reader.language)), href: base)]
        let payers = event.plan.payers
        return Screen(t(T.registration.add), trail: trail) {
            FormFaults(form, title: T.registration.notDone)
            Heading(t(T.registration.add), lead: t(T.registration.addText))
            Form(action: base + "/add", hidden: reader.hidden, isGuarded: true) {
                MeantPersonField(form, among: doubles)
                NameFields(form: form, isOwn: false)
                form.field(T.registration.email, "email", hint: T.registration.addEmailHint, isOptional: true, autocomplete: "off", most: EmailAddress.most).email()
                SchoolField(form, offered: offered, nearby: nearby, mayPropose: true)
                if event.form.applying == .group { PupilGroupFields(form: form) }
                WorkshopFields(event, workshops, form)
                DetailFields(form: form, isOwn: false)
                form.field(T.registration.payer, "payer", otherwise: payers.first?.rawValue ?? "").radios(payers.map { Field.Choice($0.rawValue, t($0.name)) })
                form.field(T.registration.noteOfStaff, "note", isOptional: true, most: Application.longestNote).area(rows: 2)
                Buttons {
                    Submit(t(T.registration.addAct))
                    LinkButton(t(T.common.cancel), href: base, .quiet)
                }
            }
        }
    }
}
