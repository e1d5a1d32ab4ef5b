import Centres
import Forms
import Kernel
import Languages
import Look
package import Web

/// Staff write down where somebody works and worked: on the card of whoever the centre has to do with.
package enum EmploymentPages {
    @Sendable package static func showNew(_ visit: Visit) async throws -> Answer {
        visit.page(EmploymentViews(reader: visit.reader).new(try await person(visit), offered: [], visit.form()))
    }

    @Sendable package static func add(_ visit: Visit) async throws -> Answer {
        let person = try await person(visit)
        var found: [School] = []
        return try await visit.submit {
            let work = try Work(visit.typed, own: visit.language)
            guard let school = try await SchoolChoice(visit.typed).school(visit, found: &found) else { throw Problem.invalid("school", T.common.errorChoose) }
            return try await visit.act { act in
                guard try EmploymentStore.add(person.id, at: school, work, in: act) else { throw Problem.invalid("since", T.accounts.workStands) }
                return Redirect(visit.link("/people/\(person.id)"), T.common.saved)
            }
        } again: { form in
            EmploymentViews(reader: visit.reader).new(person, offered: found, form)
        }
    }

    @Sendable package static func show(_ visit: Visit) async throws -> Answer {
        let person = try await person(visit), employment = try await AccountPages.employment(visit, of: person.id)
        return visit.page(EmploymentViews(reader: visit.reader).edit(person, employment, visit.form(employment.work.typed)))
    }

    @Sendable package static func change(_ visit: Visit) async throws -> Answer {
        let person = try await person(visit), employment = try await AccountPages.employment(visit, of: person.id)
        return try await visit.submit {
            let work = try Work(visit.typed, own: visit.language)
            return try await visit.act { act in
                try EmploymentStore.change(employment.id, of: person.id, to: work, in: act)
                return Redirect(visit.link("/people/\(person.id)"), T.common.saved)
            }
        } again: { form in
            EmploymentViews(reader: visit.reader).edit(person, employment, form)
        }
    }

    @Sendable package static func leave(_ visit: Visit) async throws -> Answer {
        let person = try await person(visit), id = try visit.id("employment", of: Employment.self)
        return try await visit.act { act in
            try EmploymentStore.leave(id, of: person.id, in: act)
            return Redirect(visit.link("/people/\(person.id)"), T.common.saved)
        }
    }

    private static func person(_ visit: Visit) async throws -> Person {
        let (id, centre) = (try visit.id("person", of: PersonTag.self), visit.centre.id)
        return try await visit.read { try PersonStore.person(id, seenFrom: centre, in: $0) }
    }
}
