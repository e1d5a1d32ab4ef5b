import Accounts
import Centres
import Forms
import Kernel
import Languages
import Look
package import Web

/// Who looks after a school: the page of the centre’s people, and the same for those who look after it themselves.
package struct SchoolTeamPages: Sendable {
    /// Where the pages of the school stand: `/schools` for the centre, `/me/schools` for its own people.
    let base: String

    package static let staff = SchoolTeamPages(base: "/schools"), own = SchoolTeamPages(base: "/me/schools")

    @Sendable package func show(_ visit: Visit) async throws -> Answer { visit.page(try await screen(visit, visit.form())) }

    @Sendable package func invite(_ visit: Visit) async throws -> Answer {
        let (id, centre, token) = (try visit.id("school", of: SchoolTag.self), visit.centre.id, Token.random())
        _ = try await visit.read { try SchoolTeamStore.namable(id, in: $0) }
        return try await visit.submit {
            var faults = Faults()
            let named = try faults.gather { try NamedPerson(visit.typed) }
            let duty = SchoolDuty(rawValue: visit.typed["duty"])
            faults.require(duty != nil, "duty", T.common.errorChoose)
            try faults.check()
            guard let named, let duty else { throw Problem.missing }
            return try await visit.act { act in
                try SchoolTeamStore.invite(named, as: duty, of: id, from: centre, token: token, in: act)
                return Redirect(visit.link("\(base)/\(id)/team"), T.schools.saidInvited(address: .text(named.email.text)))
            }
        } again: { form in
            try await screen(visit, form)
        }
    }

    @Sendable package func takeBack(_ visit: Visit) async throws -> Answer {
        let (id, invitation) = (try visit.id("school", of: SchoolTag.self), try visit.id("invitation", of: SchoolInvitation.self))
        return try await visit.act { act in
            try SchoolTeamStore.takeBack(invitation, of: id, in: act)
            return Redirect(visit.link("\(base)/\(id)/team"), T.schools.invitationTakenBack)
        }
    }

    @Sendable package func end(_ visit: Visit) async throws -> Answer {
        let (id, person) = (try visit.id("school", of: SchoolTag.self), try visit.id("person", of: PersonTag.self))
        let isOwn = person == visit.actor.person
        return try await visit.submit {
            try await visit.act { act in
                try SchoolTeamStore.end(person, of: id, in: act)
                return Redirect(visit.link(isOwn && !visit.isStaffPage ? "/me" : "\(base)/\(id)/team"), T.schools.saidEnded)
            }
        } again: { form in
            try await screen(visit, form)
        }
    }

    private func screen(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        let id = try visit.id("school", of: SchoolTag.self)
        let (school, keepers, invitations) = try await visit.read { act in
            let school = try SchoolTeamStore.namable(id, in: act)
            return (school, try SchoolTeamStore.keepers(of: id, in: act), try SchoolTeamStore.invitations(to: id, in: act).filter { $0.part.duty != nil })
        }
        return SchoolTeamViews(reader: visit.reader).team(school, keepers, invitations, form, at: base)
    }
}
