import Accounts
import Centres
import Forms
import HTML
import Kernel
import Languages
import Look
import Mail

struct RosterViews {
    let reader: Reader
    private var t: Texts { reader.t }

    @HTMLBuilder func table(_ roster: Roster, of school: School.ID) -> some HTML {
        if roster.present.isEmpty {
            HTML::p { t(T.schools.rosterNone) }
        } else {
            DataTable(t(T.schools.roster), rows: roster.present, columns: columns(school), isCaptionHidden: true)
        }
        if !roster.gone.isEmpty {
            Disclosure(t(T.schools.rosterGone(count: roster.gone.count))) {
                DataTable(t(T.schools.rosterGoneTable), rows: roster.gone, columns: columns(school), isCaptionHidden: true)
            }
        }
    }

    // MARK: Joining and leaving

    func new(_ school: School, _ form: FilledForm, _ doubles: [LikelyDouble]) -> Screen {
        page(school, T.schools.join, lead: t(T.schools.joinLead), form, at: "new") {
            if !doubles.isEmpty {
                // Colleagues know one another by name: of an account nothing else is told.
                form.field(T.accounts.doubleQuestion, MeantPerson.field).radios(
                    doubles.map { Field.Choice("\($0.person.id)", t(T.accounts.doubleSame(name: .text($0.person.name.full)))) }
                        + [Field.Choice(MeantPerson.other, t(T.accounts.doubleOther))])
            }
            NameFields(form: form, isOwn: false)
            form.field(T.common.email, "email", hint: T.schools.joinEmailHint, isOptional: true, autocomplete: "off", most: EmailAddress.most).email()
        }
    }

    func edit(_ school: School, _ employment: Employment, _ name: String, _ form: FilledForm) -> Screen {
        page(school, T.accounts.workTitle, lead: t(T.schools.workLead(name: .text(name))), form, at: employment.id.description) { Empty() }
    }

    private func page(
        _ school: School, _ title: Phrase, lead: String, _ form: FilledForm, at path: String, @HTMLBuilder _ first: () -> some HTML
    ) -> Screen {
        let base = reader.link("/me/schools/\(school.id)")
        let trail = [Look.Link(t(T.schools.mine), href: reader.link("/me/schools")), Look.Link(t.run(school.details.name), href: base)]
        return Screen(t(title), trail: trail, isIndexed: false) {
            FormFaults(form)
            Heading(t(title), lead: lead)
            Form(action: "\(base)/roster/\(path)", hidden: reader.hidden, isGuarded: true) {
                first()
                WorkFields(form: form)
                Buttons {
                    Submit(t(T.common.save))
                    LinkButton(t(T.common.cancel), href: "\(base)/people", .quiet)
                }
            }
        }
    }

    /// Who was written down and has not said yes; as it was typed.
    @HTMLBuilder func asked(_ invitations: [SchoolInvitation], at base: String) -> some HTML {
        ForEach(invitations) { invitation in
            PersonLine(Run(invitation.name.full), detail: WorkWords(t: t)(invitation.work), state: Chip(.waiting, t(T.schools.waits))) {
                ButtonForm(t(T.schools.takeBack), .quiet, action: "\(base)/invitations/\(invitation.id)/take-back", hidden: reader.hidden)
            }
        }
    }

    private func columns(_ school: School.ID) -> [Column<RosterLine>] {
        [
            Column(t(T.schools.person), .name) { line in Run(line.name.listed) },
            Column(t(T.accounts.job)) { line in each(line) { t.run($0.job) } },
            Column(t(T.accounts.workTeaches)) { line in each(line) { t.run($0.teaches) } },
            Column(t(T.accounts.workShare)) { line in each(line) { Run($0.share.map { t(T.schools.share(share: .number($0))) } ?? "") } },
            Column(t(T.schools.when)) { line in each(line) { Run($0.days.map { t($0) } ?? "") } },
            Column(t(T.schools.change), .act) { line in
                div {
                    ForEach(line.works) { work in
                        div {
                            a(.href(reader.link("/me/schools/\(school)/roster/\(work.id)")), .aria("label", "\(t(T.common.edit)): \(line.name.full)")) {
                                t(T.common.edit)
                            }
                        }
                    }
                }
            },
        ]
    }

    /// One line for each contract.
    @HTMLBuilder private func each(_ line: RosterLine, _ value: (Work) -> Run) -> some HTML {
        div { ForEach(line.works.map { value($0.work) }) { run in div { run } } }
    }
}
