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

/// The form for somebody who came without having applied.
struct WalkInViews {
    let reader: Reader
    private var t: Texts { reader.t }

    /// - Parameters:
    ///   - offered: the schools to choose from.
    ///   - nearby: those of the centre's own territory.
    ///   - doubles: known people who may be meant.
    func form(
        _ event: Event, _ session: DatedSession, _ form: FilledForm, offered: [School], nearby: [School], _ doubles: [LikelyDouble] = []
    ) -> Screen {
        let desk = reader.link("/staff/events/\(event.id)")
        let path = "\(desk)/sessions/\(session.id)"
        let trail = [Look.Link(t.run(event.title(in: reader.language)), href: desk), Look.Link(t(T.delivery.door), href: path + "/door")]
        let payers = event.plan.payers
        return Screen(t(T.delivery.walkIn), trail: trail) {
            FormFaults(form, title: T.registration.notDone)
            Heading(t(T.delivery.walkIn), lead: t(T.delivery.walkInText))
            Form(action: path + "/walk-in", hidden: reader.hidden, isGuarded: true) {
                MeantPersonField(form, among: doubles)
                NameFields(form: form, isOwn: false)
                form.field(T.registration.email, "email", hint: T.registration.addEmailHint, isOptional: true, autocomplete: "off", most: EmailAddress.most).email()
                SchoolField(form, offered: offered, nearby: nearby, mayPropose: true)
                DetailFields(form: form, isOwn: false)
                if payers.count > 1 {
                    form.field(T.registration.payer, "payer", otherwise: payers[0].rawValue).radios(payers.map { Field.Choice($0.rawValue, t($0.name)) })
                }
                form.field(T.delivery.walkInReason, "reason", .full, hint: T.delivery.walkInReasonHint, isOptional: true, most: Registration.longestRemark).text()
                Buttons {
                    Submit(t(T.delivery.walkInAct))
                    LinkButton(t(T.common.cancel), href: path + "/door", .quiet)
                }
            }
        }
    }
}
