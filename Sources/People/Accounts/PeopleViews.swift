import HTML
import Kernel
import Languages
import Look
import Centres
import Web

/// The pages of people and their roles.
enum PeopleViews {
    static func list(_ visit: Visit, asked: String, _ people: [Person], _ roles: [Person.ID: [HeldRole]]) -> Answer {
        let t = visit.t
        return visit.page(t(T.accounts.peopleTitle)) {
            Heading(t(T.accounts.peopleTitle), lead: asked.isEmpty ? t(T.accounts.peopleLead) : nil)
            Form(action: visit.link("/people"), method: .get, isInline: true) {
                Field(t(T.accounts.peopleSearch), name: "q", value: asked).search()
                Submit(t(T.common.search), .quiet)
            }
            if people.isEmpty {
                EmptyState(t(T.accounts.peopleNone), t(T.accounts.peopleNoneText)) { Empty() }
            }
            ForEach(people) { person in
                PersonLine(
                    person.name.listed, href: visit.link("/people/\(person.id)"),
                    detail: ([person.email ?? ""] + (roles[person.id] ?? []).map { words(visit, $0) }).filter { !$0.isEmpty }.joined(separator: " · "))
            }
            Buttons { LinkButton(t(T.accounts.addPerson), href: visit.link("/people/new"), .quiet) }
        }
    }

    static func new(_ visit: Visit, _ problem: Problem? = nil) -> Answer {
        let t = visit.t, typed = visit.typed
        return visit.page(t(T.accounts.addPerson), trail: trail(visit), status: problem?.status ?? 200) {
            FormFaults(visit, problem)
            Heading(t(T.accounts.addPerson), lead: t(T.accounts.addPersonLead))
            Form(action: visit.link("/people/new"), hidden: visit.hidden) {
                NameFields(visit: visit, typed: typed, problem: problem)
                Field(t(T.common.email), name: "email", value: typed["email"], error: visit.mistake("email", problem)).email()
                Field(t(T.accounts.lettersLanguage), name: "language", value: typed["language"].isEmpty ? visit.language.rawValue : typed["language"], error: visit.mistake("language", problem))
                    .select(Language.allCases.map { Field.Choice($0.rawValue, $0.ownName) })
                DataNotice(visit, T.accounts.dataColleague)
                Submit(t(T.common.add))
            }
        }
    }

    static func show(
        _ visit: Visit, _ person: Person, _ roles: [HeldRole], _ centres: [Centre], _ schools: [School], _ problem: Problem?
    ) -> Answer {
        let t = visit.t
        return visit.page(person.name.full, trail: trail(visit), status: problem?.status ?? 200) {
            FormFaults(visit, problem)
            Heading(person.name.full, lead: person.email)
            h2 { t(T.accounts.roles) }
            if roles.isEmpty { HTML::p { t(T.accounts.rolesNone) } }
            ForEach(roles) { role in
                PersonLine(words(visit, role), detail: t(T.accounts.roleSince(day: .day(visit.centre.zone.day(of: role.since))))) {
                    ButtonForm(t(T.accounts.takeRole), .quiet, action: visit.link("/people/\(person.id)/roles/\(role.id)/take"), hidden: visit.hidden)
                }
            }
            h2 { t(T.accounts.grantRole) }
            Form(action: visit.link("/people/\(person.id)/roles"), hidden: visit.hidden) {
                Field(t(T.accounts.role), name: "role", value: visit.typed["role"], error: visit.mistake("role", problem))
                    .radios(Role.allCases.map { Field.Choice($0.rawValue, t(name($0)), hint: t(meaning($0))) })
                Field(t(T.accounts.centre), name: "centre", value: visit.typed["centre"].isEmpty ? visit.centre.id.description : visit.typed["centre"], error: visit.mistake("centre", problem))
                    .select(centres.map { Field.Choice($0.id.description, $0.name(in: visit.language)) })
                SchoolField(visit, offered: schools, visit.typed, problem)
                Submit(t(T.accounts.grantRole))
            }
        }
    }

    private static func words(_ visit: Visit, _ role: HeldRole) -> String {
        [visit.t(name(role.grant.role)), role.place.map { visit.t.shown($0) }].compactMap(\.self).joined(separator: ", ")
    }

    private static func name(_ role: Role) -> Phrase {
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

    private static func meaning(_ role: Role) -> Phrase {
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

    private static func trail(_ visit: Visit) -> [Look.Link] { [Look.Link(visit.t(T.accounts.peopleTitle), href: visit.link("/people"))] }
}
