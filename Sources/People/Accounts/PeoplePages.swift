import Forms
import Kernel
import Languages
import Look
import Centres
package import Web

/// People: for a centre's own people those with whom it has to do, for administrators everybody, and their roles.
package enum PeoplePages {
    @Sendable package static func list(_ visit: Visit) async throws -> Answer {
        let asked = visit.query["q"], alphabet = visit.language.alphabet, centre = visit.centre.id
        let (people, roles) = try await visit.read { act in
            let isAll = act.by.isAdministrator
            let people = if !asked.isEmpty {
                try PersonStore.search(asked, within: isAll ? nil : PersonStore.ties(to: centre, in: act), sorted: alphabet, in: act)
            } else {
                try isAll ? RoleStore.holders(sorted: alphabet, in: act) : PersonStore.tied(to: centre, sorted: alphabet, in: act)
            }
            return (people, try RoleStore.roles(of: people.map(\.id), in: act))
        }
        return visit.page(PeopleViews(reader: visit.reader).list(asked: asked, people, Dictionary(grouping: roles, by: \.person)))
    }

    @Sendable package static func showNew(_ visit: Visit) async throws -> Answer { visit.page(PeopleViews(reader: visit.reader).new(visit.form())) }

    /// A colleague becomes known; the letter to enter by is theirs to ask for.
    @Sendable package static func add(_ visit: Visit) async throws -> Answer {
        try await visit.submit {
            let person = try NamedPerson(visit.typed)
            guard let language = Language(rawValue: visit.typed["language"]) else { throw Problem.invalid("language", T.common.errorChoose) }
            return try await visit.act { act in
                guard try PersonStore.person(email: person.email.text, in: act) == nil else { throw Problem.invalid("email", T.accounts.emailTaken) }
                let id = try PersonStore.add(person.name, email: person.email.text, verified: nil, language: language, in: act)
                try act.record(T.accounts.added, .person(id))
                return Redirect(visit.link("/people/\(id)"), T.accounts.addedSaid)
            }
        } again: { form in
            PeopleViews(reader: visit.reader).new(form)
        }
    }

    /// A card; whoever became somebody else leads there.
    @Sendable package static func show(_ visit: Visit) async throws -> Answer {
        let id = try visit.id("person", of: PersonTag.self)
        if let kept = try await visit.read({ try MergeStore.kept(insteadOf: id, in: $0) }) { return .redirect(Redirect(visit.link("/people/\(kept)"))) }
        return visit.page(try await show(visit, visit.form()))
    }

    @Sendable package static func showEdit(_ visit: Visit) async throws -> Answer {
        let person = try await mendable(visit)
        let typed = person.name.typed.with("phone", person.phone).with("occupation", person.occupation)
        return visit.page(PeopleViews(reader: visit.reader).edit(person, visit.form(typed)))
    }

    /// Staff mend what they wrote down, or what a list brought.
    @Sendable package static func edit(_ visit: Visit) async throws -> Answer {
        let person = try await mendable(visit)
        return try await visit.submit {
            let written = try WrittenPerson(visit.typed)
            return try await visit.act { act in
                try AccountStore.rename(person.id, to: written.name, in: act)
                try AccountStore.change(person.id, phone: written.phone, language: person.language, occupation: written.occupation, in: act)
                return Redirect(visit.link("/people/\(person.id)"), T.common.saved)
            }
        } again: { form in
            PeopleViews(reader: visit.reader).edit(person, form)
        }
    }

    /// Somebody whose address nobody has proved; everybody else looks after the own account.
    private static func mendable(_ visit: Visit) async throws -> Person {
        let (id, centre) = (try visit.id("person", of: PersonTag.self), visit.centre.id)
        let person = try await visit.read { try PersonStore.person(id, seenFrom: centre, in: $0) }
        guard person.verified == nil else { throw Problem.missing }
        return person
    }

    @Sendable package static func grant(_ visit: Visit) async throws -> Answer {
        let id = try visit.id("person", of: PersonTag.self)
        var found: [School] = []
        return try await visit.submit {
            guard let role = Role(rawValue: visit.typed["role"]) else { throw Problem.invalid("role", T.common.errorChoose) }
            let centre = ID<CentreTag>(visit.typed["centre"])
            let school = role == .school ? try await SchoolChoice(visit.typed).school(visit, found: &found) : nil
            return try await visit.act { act in
                _ = try PersonStore.person(id, in: act)
                let grant = switch role {
                case .administrator: Grant(role)
                case .school: Grant(role, school: school)
                default: Grant(role, centre: centre)
                }
                switch role {
                case .administrator: break
                case .school:
                    guard let school else { throw Problem.invalid("school", T.accounts.roleNeedsSchool) }
                    try EmploymentStore.add(id, at: school, in: act)
                default:
                    guard let centre else { throw Problem.invalid("centre", T.common.errorChoose) }
                    _ = try CentreStore.centre(centre, in: act)
                }
                try PersonStore.grant(grant, to: id, in: act)
                return Redirect(visit.link("/people/\(id)"), T.accounts.roleGrantedSaid)
            }
        } again: { form in
            try await show(visit, form, found: found)
        }
    }

    @Sendable package static func take(_ visit: Visit) async throws -> Answer {
        let id = try visit.id("person", of: PersonTag.self)
        let role = try visit.id("role", of: HeldRole.self)
        return try await visit.submit {
            try await visit.act { act in
                try RoleStore.take(role, from: id, in: act)
                return Redirect(visit.link("/people/\(id)"), T.accounts.roleTakenSaid)
            }
        } again: { form in
            try await show(visit, form)
        }
    }

    static func show(_ visit: Visit, _ form: FilledForm, found: [School] = []) async throws -> Screen {
        let (id, centre, reader, today) = (try visit.id("person", of: PersonTag.self), visit.centre.id, visit.reader, visit.today)
        let (card, parts, centres, schools) = try await visit.read { act in
            (try PersonStore.card(id, of: centre, in: act), try act.ask(CardAsked(person: id, centre: centre)).flatMap(\.parts).sorted { $0.place < $1.place },
             try CentreStore.all(in: act), try EmploymentStore.schools(of: id, on: today, in: act))
        }
        let shown = parts.map { (title: $0.part.title, body: $0.part.show(reader)) }
        return PeopleViews(reader: reader).show(card, shown, offered: Role.allCases.filter(visit.hasDoors), centres, found.isEmpty ? schools : found, form)
    }
}
