import Accounts
import Centres
import Forms
import Kernel
import Languages
package import Web

/// The pages of those who look after a school.
package enum MySchoolPages {
    @Sendable package static func list(_ visit: Visit) async throws -> Answer {
        guard let person = visit.actor.person else { throw Problem.missing }
        let (schools, asked) = try await visit.read { act in
            let asked = try SchoolTeamStore.invitations(of: person, in: act)
            let names = try SchoolStore.names(asked.map(\.school), in: act)
            return (try SchoolTeamStore.schools(of: person, in: act), asked.map { (invitation: $0, school: names[$0.school] ?? "") })
        }
        return visit.page(MySchoolViews(reader: visit.reader).list(schools, asked))
    }

    /// What waits, and what is planned.
    @Sendable package static func show(_ visit: Visit) async throws -> Answer {
        let (id, language, reader) = (try visit.id("school", of: SchoolTag.self), visit.language, visit.reader)
        let (mine, parts) = try await visit.read { act in
            let school = try SchoolTeamStore.school(id, in: act)
            let mine = MySchool(
                school: school, waiting: try SchoolWaitingStore.waiting(in: id, in: act), links: act.exchange.all(SchoolLink.self).sorted { $0.place < $1.place })
            return (mine, try act.ask(SchoolPlanAsked(school: school, language: language)))
        }
        return visit.page(MySchoolViews(reader: reader).show(mine, parts.map { ($0.title, $0.show(reader)) }))
    }

    /// Who works there, and who looks after it.
    @Sendable package static func people(_ visit: Visit) async throws -> Answer {
        let (id, today, alphabet) = (try visit.id("school", of: SchoolTag.self), visit.today, visit.language.alphabet)
        let people = try await visit.read { act in
            SchoolPeople(
                school: try SchoolTeamStore.school(id, in: act), roster: try RosterStore.roster(of: id, on: today, sorted: alphabet, in: act),
                keepers: try SchoolTeamStore.keepers(of: id, in: act), invitations: try SchoolTeamStore.invitations(to: id, in: act))
        }
        return visit.page(MySchoolViews(reader: visit.reader).people(people))
    }

    /// What it has from the centre: what it borrowed, booked, was sent, has to pay, and asked for.
    @Sendable package static func centre(_ visit: Visit) async throws -> Answer {
        let (id, centre) = (try visit.id("school", of: SchoolTag.self), visit.centre.id)
        let (school, parts) = try await visit.read { act in
            let school = try SchoolTeamStore.school(id, in: act)
            return (school, try act.ask(SchoolPageAsked(school: school, centre: centre)).sorted { $0.place < $1.place })
        }
        let reader = visit.reader
        return visit.page(MySchoolViews(reader: reader).centre(school, parts.map { ($0.part.title, $0.part.show(reader)) }))
    }

    /// How often the reader hears of the school.
    @Sendable package static func digest(_ visit: Visit) async throws -> Answer {
        let (id, centre) = (try visit.id("school", of: SchoolTag.self), visit.centre.id)
        guard let digest = Digest(rawValue: visit.typed["digest"]) else { throw Problem.missing }
        return try await visit.act { act in
            try SchoolTeamStore.set(digest, for: id, at: centre, in: act)
            return Redirect(visit.link("/me/schools/\(id)/people"), T.common.saved)
        }
    }

    // MARK: Being asked

    @Sendable package static func ask(_ visit: Visit) async throws -> Answer {
        let id = try visit.id("invitation", of: SchoolInvitation.self)
        let (invitation, school) = try await visit.read { act in
            let invitation = try SchoolTeamStore.invitation(id, in: act)
            return (invitation, try SchoolStore.school(invitation.school, in: act))
        }
        return visit.page(MySchoolViews(reader: visit.reader).ask(invitation, of: school))
    }

    @Sendable package static func accept(_ visit: Visit) async throws -> Answer {
        let id = try visit.id("invitation", of: SchoolInvitation.self)
        return try await visit.act { act in
            let accepted = try SchoolTeamStore.accept(id, in: act)
            return Redirect(visit.link(accepted.part.duty == nil ? "/me" : "/me/schools/\(accepted.school)"), T.schools.saidAccepted)
        }
    }

    @Sendable package static func decline(_ visit: Visit) async throws -> Answer {
        let id = try visit.id("invitation", of: SchoolInvitation.self)
        return try await visit.act { act in
            try SchoolTeamStore.decline(id, in: act)
            return Redirect(visit.link("/me"), T.schools.saidDeclined)
        }
    }
}
