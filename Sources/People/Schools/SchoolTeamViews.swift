import Accounts
import Centres
import Forms
import HTML
import Kernel
import Languages
import Look
import Mail

/// Who looks after a school, and the form by which somebody else is asked to.
struct SchoolTeamViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func team(_ school: School, _ keepers: [SchoolKeeper], _ invitations: [SchoolInvitation], _ form: FilledForm, at base: String) -> Screen {
        let path = reader.link("\(base)/\(school.id)")
        return Screen(t(T.schools.keepers), trail: [Look.Link(t.run(school.details.name), href: path)], isIndexed: false) {
            FormFaults(form)
            Heading(t.run(school.details.name), kind: Run(t(T.schools.keepers)), lead: Run(t(T.schools.keepersLead)))
            people(keepers, invitations, of: school, at: path)
            h2 { t(T.schools.invite) }
            Form(action: "\(path)/team", hidden: reader.hidden) {
                NameFields(form: form, isOwn: false)
                form.field(T.common.email, "email", hint: T.schools.inviteHint, autocomplete: "off", most: EmailAddress.most).email()
                form.field(T.schools.duty, "duty", otherwise: SchoolDuty.coordinator.rawValue).radios(SchoolDuty.allCases.map { Field.Choice($0.rawValue, t($0.name)) })
                Buttons { Submit(t(T.schools.inviteAct)) }
            }
            // A list is brought by the people of the centre, who are asked about whoever may be known already.
            if base == "/schools" {
                h2 { t(T.schools.importStaff) }
                HTML::p { t(T.schools.importStaffText) }
                Buttons { LinkButton(t(T.schools.importStaff), href: reader.link("/imports/new/people"), .quiet) }
            }
        }
    }

    /// - Parameter path: of the school, where those who may change it do; without it they are only shown.
    @HTMLBuilder func people(_ keepers: [SchoolKeeper], _ invitations: [SchoolInvitation], of school: School, at path: String? = nil) -> some HTML {
        if keepers.isEmpty, invitations.isEmpty { HTML::p { t(T.schools.keepersNone) } }
        ForEach(keepers) { keeper in
            PersonLine(Run(keeper.name), detail: [Run(t(keeper.duty.name)), Run(t(T.schools.since(day: .day(reader.centre.zone.day(of: keeper.since)))))]) {
                if let path, SchoolTeamStore.mayEnd(keeper, by: reader.actor, among: keepers, of: school) {
                    ButtonForm(t(T.schools.end), .quiet, action: "\(path)/team/\(keeper.person)/end", hidden: reader.hidden)
                }
            }
        }
        ForEach(invitations) { invitation in
            PersonLine(Run(invitation.name.full), detail: [Run(t(invitation.part.name))], state: Chip(.waiting, t(T.schools.waits))) {
                if let path { ButtonForm(t(T.schools.takeBack), .quiet, action: "\(path)/invitations/\(invitation.id)/take-back", hidden: reader.hidden) }
            }
        }
    }
}
