import Forms
import Kernel
import Languages
import Look
import Queues
import Centres
package import Web

/// People and their roles, for administrators.
package enum PeoplePages {
    @Sendable package static func list(_ visit: Visit) async throws -> Answer {
        let asked = visit.query["q"], alphabet = visit.language.alphabet
        let (people, roles) = try await visit.read { act in
            let people = asked.isEmpty ? try RoleStore.holders(sorted: alphabet, in: act) : try PersonStore.search(asked, sorted: alphabet, in: act)
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

    @Sendable package static func show(_ visit: Visit) async throws -> Answer { visit.page(try await show(visit, visit.form())) }

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

    private static func show(_ visit: Visit, _ form: FilledForm, found: [School] = []) async throws -> Screen {
        let id = try visit.id("person", of: PersonTag.self)
        let centre = visit.centre.id
        let (person, dead, roles, centres, schools) = try await visit.read { act in
            let person = try PersonStore.person(id, in: act)
            return (person, try person.email.flatMap { try LetterRow.dead(to: id, at: $0, of: centre, in: act) }, try RoleStore.roles(of: [id], in: act), try CentreStore.all(in: act), try EmploymentStore.schools(of: id, in: act))
        }
        return PeopleViews(reader: visit.reader).show(person, dead, roles, centres, found.isEmpty ? schools : found, form)
    }
}
