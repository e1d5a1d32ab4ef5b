import Centres
package import Forms
package import HTML
import Kernel
package import Languages
package import Look

/// Work at an institution in one line: the job, the subject, the share of a full post, from when to when.
package struct WorkWords {
    let t: Texts

    package init(t: Texts) { self.t = t }

    package func callAsFunction(_ work: Work) -> [Run] {
        let share = work.share.map { Run(t(T.accounts.workShareOf(share: .number($0)))) }
        return [work.job, work.teaches].filter { !$0.isEmpty }.map { t.run($0) } + [share, work.days.map { Run(t($0)) }].compactMap(\.self)
    }
}

/// The fields of work at an institution.
package struct WorkFields: View {
    let form: FilledForm

    package init(form: FilledForm) { self.form = form }

    package var body: some HTML {
        form.field(T.accounts.job, "job", hint: T.accounts.jobHint, isOptional: true).text()
        form.field(T.accounts.workTeaches, "teaches", isOptional: true).text()
        form.field(T.accounts.workShare, "share", .short, hint: T.accounts.workShareHint, isOptional: true, autocomplete: "off").number()
        form.day(T.accounts.workSince, "since", isOptional: true)
        form.day(T.accounts.workUntil, "until", hint: T.accounts.workUntilHint, isOptional: true)
    }
}

/// The pages on which staff write down where somebody works.
struct EmploymentViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func new(_ person: Person, offered: [School], _ form: FilledForm) -> Screen {
        page(person, T.accounts.workAdd, T.accounts.workAddLead(name: .text(person.name.full)), form, at: "schools") { SchoolField(form, offered: offered) }
    }

    func edit(_ person: Person, _ employment: Employment, _ form: FilledForm) -> Screen {
        let lead = T.accounts.workStaffLead(name: .text(person.name.full), school: .title(employment.name))
        return page(person, T.accounts.workTitle, lead, form, at: "schools/\(employment.id)") {
            Empty()
        } below: {
            ButtonForm(t(T.accounts.workNever), .quiet, action: reader.link("/people/\(person.id)/schools/\(employment.id)/leave"), hidden: reader.hidden)
        }
    }

    private func page(
        _ person: Person, _ title: Phrase, _ lead: Phrase, _ form: FilledForm, at path: String, @HTMLBuilder first: () -> some HTML,
        @HTMLBuilder below: () -> some HTML = { Empty() }
    ) -> Screen {
        let card = reader.link("/people/\(person.id)")
        return Screen(t(title), trail: [Look.Link(t(T.accounts.peopleTitle), href: reader.link("/people")), Look.Link(person.name.full, href: card)]) {
            FormFaults(form)
            Heading(t(title), lead: t(lead))
            Form(action: "\(card)/\(path)", hidden: reader.hidden) {
                first()
                WorkFields(form: form)
                Buttons {
                    Submit(t(T.common.save))
                    LinkButton(t(T.common.cancel), href: card, .quiet)
                }
            }
            below()
        }
    }
}
