import Accounts
import Centres
import Forms
import Kernel
import Languages
import Look
package import Web

/// Whoever looks after a school keeps its roster: who joins, what they do, who leaves.
package enum RosterPages {
    @Sendable package static func showNew(_ visit: Visit) async throws -> Answer { visit.page(try await new(visit, visit.form(), [])) }

    @Sendable package static func join(_ visit: Visit) async throws -> Answer {
        let (id, centre, token) = (try visit.id("school", of: SchoolTag.self), visit.centre.id, Token.random())
        _ = try await visit.read { try SchoolTeamStore.school(id, in: $0) }
        var doubles: [LikelyDouble] = []
        return try await visit.submit {
            let joining = try Joining(visit.typed, own: visit.language)
            doubles = try await visit.read { try RosterStore.doubles(of: joining, at: id, in: $0) }
            return try await visit.act { act in
                let joined = try RosterStore.join(joining, at: id, from: centre, token: token, in: act)
                return Redirect(visit.link("/me/schools/\(id)/people"), joined == .asked ? T.schools.saidAsked : T.schools.saidJoined)
            }
        } again: { form in
            try await new(visit, form, doubles)
        }
    }

    private static func new(_ visit: Visit, _ form: FilledForm, _ doubles: [LikelyDouble]) async throws -> Screen {
        let id = try visit.id("school", of: SchoolTag.self)
        return RosterViews(reader: visit.reader).new(try await visit.read { try SchoolTeamStore.school(id, in: $0) }, form, doubles)
    }

    @Sendable package static func show(_ visit: Visit) async throws -> Answer {
        let (school, employment, name) = try await employment(visit)
        return visit.page(RosterViews(reader: visit.reader).edit(school, employment, name, visit.form(employment.work.typed)))
    }

    @Sendable package static func change(_ visit: Visit) async throws -> Answer {
        let (school, employment, name) = try await employment(visit)
        return try await visit.submit {
            let work = try Work(visit.typed, own: visit.language)
            return try await visit.act { act in
                try RosterStore.change(employment.id, at: school.id, to: work, in: act)
                return Redirect(visit.link("/me/schools/\(school.id)/people"), T.common.saved)
            }
        } again: { form in
            RosterViews(reader: visit.reader).edit(school, employment, name, form)
        }
    }

    private static func employment(_ visit: Visit) async throws -> (School, Employment, String) {
        let (id, employment) = (try visit.id("school", of: SchoolTag.self), try visit.id("employment", of: Employment.self))
        return try await visit.read { act in
            let school = try SchoolTeamStore.school(id, in: act), found = try EmploymentStore.employment(employment, at: id, in: act)
            return (school, found.employment, try PersonStore.names(of: [found.person], in: act)[found.person] ?? "")
        }
    }
}
