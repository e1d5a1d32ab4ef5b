import Accounts
import Catalogue
import Centres
import Events
import Forms
import HTML
import Kernel
import Languages
import Look
import Registration

/// The form of somebody who came without having applied.
struct WalkInViews {
    let reader: Reader
    private var t: Texts { reader.t }

    /// - Parameter found: institutions that fit the words that were typed.
    func form(_ sight: DoorSight, found: [School], _ form: FilledForm) -> Screen {
        let event = sight.roll.event
        let base = reader.link("/staff/events/\(event.id)")
        let path = "\(base)/sessions/\(sight.session.id)"
        let trail = [Look.Link(event.title(in: reader.language).text, href: base), Look.Link(t(T.delivery.door), href: path + "/door")]
        return Screen(t(T.delivery.walkIn), trail: trail) {
            FormFaults(form, title: T.registration.notDone)
            Heading(t(T.delivery.walkIn), lead: t(T.delivery.walkInText))
            Form(action: path + "/walk-in", hidden: reader.hidden, isGuarded: true) {
                form.field(T.registration.given, "given", autocomplete: "off").text()
                form.field(T.registration.family, "family", autocomplete: "off").text()
                form.field(T.registration.email, "email", hint: T.registration.addEmailHint, isOptional: true, autocomplete: "off").email()
                SchoolField(form, offered: found)
                if event.plan.payers.count > 1 {
                    form.field(T.registration.payer, "payer", otherwise: event.plan.payers[0].rawValue)
                        .radios(event.plan.payers.map { Field.Choice($0.rawValue, t($0.name)) })
                }
                form.field(T.delivery.walkInReason, "reason", .full, hint: T.delivery.walkInReasonHint, isOptional: true).text()
                Buttons {
                    Submit(t(T.delivery.walkInAct))
                    LinkButton(t(T.common.cancel), href: path + "/door", .quiet)
                }
            }
        }
    }
}
