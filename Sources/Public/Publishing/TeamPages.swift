import Files
import Forms
import Kernel
import Languages
import Look
package import Web

/// The people of a centre, as its own people present them.
enum TeamPages {
    @Sendable static func list(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id
        let members = try await visit.read { try TeamStore.members(of: centre, in: $0) }
        return visit.page(TeamViews(reader: visit.reader).list(members))
    }

    @Sendable static func new(_ visit: Visit) async throws -> Answer { visit.page(TeamViews(reader: visit.reader).form(nil, visit.form())) }

    @Sendable static func add(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id
        return try await visit.submit {
            let details = try TeamMemberDetails(visit.typed)
            let picture = try await picture(visit)
            return try await visit.act { act in
                try TeamStore.add(details, picture, to: centre, in: act)
                return Redirect(visit.link("/staff/team"), T.publishing.memberAdded)
            }
        } again: { form in
            TeamViews(reader: visit.reader).form(nil, try visit.holding("picture", form))
        }
    }

    @Sendable static func edit(_ visit: Visit) async throws -> Answer {
        let member = try await member(visit)
        return visit.page(TeamViews(reader: visit.reader).form(member, visit.form(member.details.typed)))
    }

    @Sendable static func change(_ visit: Visit) async throws -> Answer {
        let member = try await member(visit)
        return try await visit.submit {
            let details = try TeamMemberDetails(visit.typed)
            let picture = try await picture(visit)
            return try await visit.act { act in
                try TeamStore.edit(member.id, to: details, picture, in: act)
                return Redirect(visit.link("/staff/team"), T.common.saved)
            }
        } again: { form in
            TeamViews(reader: visit.reader).form(member, try visit.holding("picture", form))
        }
    }

    @Sendable static func remove(_ visit: Visit) async throws -> Answer {
        let id: TeamMember.ID = try visit.id("member")
        return try await visit.act { act in
            try TeamStore.remove(id, in: act)
            return Redirect(visit.link("/staff/team"), T.publishing.memberRemoved)
        }
    }

    private static func picture(_ visit: Visit) async throws -> NewFile? {
        try await FileIntake(visit).file(visit.typed, "picture", [.picture], isRequired: false)
    }

    private static func member(_ visit: Visit) async throws -> TeamMember {
        let id: TeamMember.ID = try visit.id("member")
        return try await visit.read { try TeamStore.changeable(id, in: $0) }
    }
}
