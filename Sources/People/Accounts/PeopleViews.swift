import Forms
import HTML
import Kernel
import Languages
import Look
import Queues
import Centres

/// The pages of people and their roles.
struct PeopleViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func list(asked: String, _ people: [Person], _ roles: [Person.ID: [HeldRole]]) -> Screen {
        Screen(t(T.accounts.peopleTitle)) {
            Heading(t(T.accounts.peopleTitle), lead: asked.isEmpty ? t(T.accounts.peopleLead) : nil)
            Form(action: reader.link("/people"), method: .get, isInline: true) {
                Field(t(T.accounts.peopleSearch), name: "q", value: asked).search()
                Submit(t(T.common.search), .quiet)
            }
            if people.isEmpty {
                EmptyState(t(T.accounts.peopleNone), t(T.accounts.peopleNoneText)) { Empty() }
            }
            ForEach(people) { person in
                PersonLine(
                    person.name.listed, href: reader.link("/people/\(person.id)"),
                    detail: ([person.email ?? ""] + (roles[person.id] ?? []).map { words($0) }).filter { !$0.isEmpty }.joined(separator: " · "))
            }
            Buttons { LinkButton(t(T.accounts.addPerson), href: reader.link("/people/new"), .quiet) }
        }
    }

    func new(_ form: FilledForm) -> Screen {
        return Screen(t(T.accounts.addPerson), trail: trail) {
            FormFaults(form)
            Heading(t(T.accounts.addPerson), lead: t(T.accounts.addPersonLead))
            Form(action: reader.link("/people/new"), hidden: reader.hidden) {
                NameFields(form: form)
                form.field(T.common.email, "email").email()
                form.field(T.accounts.lettersLanguage, "language", otherwise: reader.language.rawValue)
                    .select(Language.allCases.map { Field.Choice($0.rawValue, $0.ownName) })
                DataNotice(reader: reader, why: T.accounts.dataColleague)
                Submit(t(T.common.add))
            }
        }
    }

    /// - Parameter dead: a letter that did not arrive.
    func show(
        _ person: Person, _ dead: LetterRow?, _ roles: [HeldRole], _ centres: [Centre], _ schools: [School], _ form: FilledForm
    ) -> Screen {
        Screen(person.name.full, trail: trail) {
            FormFaults(form)
            Heading(person.name.full, lead: person.email)
            if let dead {
                Notice(.bad, t(T.accounts.letterNotArrived)) { HTML::p { a(.href(reader.link("/staff/letters/\(dead.id)"))) { dead.subject } } }
            }
            h2 { t(T.accounts.roles) }
            if roles.isEmpty { HTML::p { t(T.accounts.rolesNone) } }
            ForEach(roles) { role in
                PersonLine(words(role), detail: t(T.accounts.roleSince(day: .day(reader.centre.zone.day(of: role.since))))) {
                    ButtonForm(t(T.accounts.takeRole), .quiet, action: reader.link("/people/\(person.id)/roles/\(role.id)/take"), hidden: reader.hidden)
                }
            }
            h2 { t(T.accounts.grantRole) }
            Form(action: reader.link("/people/\(person.id)/roles"), hidden: reader.hidden) {
                form.field(T.accounts.role, "role")
                    .radios(Role.allCases.map { Field.Choice($0.rawValue, t(name($0)), hint: t(meaning($0))) })
                form.field(T.accounts.centre, "centre", otherwise: reader.centre.id.description)
                    .select(centres.map { Field.Choice($0.id.description, $0.name(in: reader.language)) })
                SchoolField(form, offered: schools)
                Submit(t(T.accounts.grantRole))
            }
        }
    }

    private func words(_ role: HeldRole) -> String {
        [t(name(role.grant.role)), role.place.map { t.shown($0) }].compactMap(\.self).joined(separator: ", ")
    }

    private func name(_ role: Role) -> Phrase {
        switch role {
        case .trainer: T.accounts.roleTrainer
        case .school: T.accounts.roleSchool
        case .coordinator: T.accounts.roleCoordinator
        case .librarian: T.accounts.roleLibrarian
        case .accountant: T.accounts.roleAccountant
        case .director: T.accounts.roleDirector
        case .observer: T.accounts.roleObserver
        case .administrator: T.accounts.roleAdministrator
        }
    }

    private func meaning(_ role: Role) -> Phrase {
        switch role {
        case .trainer: T.accounts.mayTrainer
        case .school: T.accounts.maySchool
        case .coordinator: T.accounts.mayCoordinator
        case .librarian: T.accounts.mayLibrarian
        case .accountant: T.accounts.mayAccountant
        case .director: T.accounts.mayDirector
        case .observer: T.accounts.mayObserver
        case .administrator: T.accounts.mayAdministrator
        }
    }

    private var trail: [Look.Link] { [Look.Link(t(T.accounts.peopleTitle), href: reader.link("/people"))] }
}
