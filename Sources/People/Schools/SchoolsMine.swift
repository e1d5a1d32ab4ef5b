import Accounts
import Centres
import Forms
import HTML
import Kernel
import Languages
import Look
import Web

/// The schools that somebody looks after, and what is asked, on *Моја страница*.
enum SchoolsMine {
    @Sendable static func tell(_ asked: MeAsked, in act: Act) throws -> MePart {
        let invitations = try SchoolTeamStore.invitations(of: asked.person, in: act)
        let names = try SchoolStore.names(invitations.map(\.school), in: act)
        let schools = try act.by.schoolsLookedAfter.isEmpty ? [] : SchoolTeamStore.schools(of: asked.person, in: act)
        guard !schools.isEmpty || !invitations.isEmpty else { return MePart() }
        let lines = invitations.map { (invitation: $0, school: names[$0.school] ?? "") }
        return MePart((26, PagePart(T.schools.mine) { MySchoolViews(reader: $0).lines(schools, lines) }))
    }

    /// Who looks after a school, on its page for the people of a centre.
    @Sendable static func ofCard(_ asked: SchoolCardAsked, in act: Act) throws -> PagePart? {
        let school = asked.school
        guard act.by.namesKeepers(of: school) else { return nil }
        let keepers = try SchoolTeamStore.keepers(of: school.id, in: act)
        let invitations = try SchoolTeamStore.invitations(to: school.id, in: act).filter { $0.part.duty != nil }
        return PagePart(T.schools.keepers) { reader in
            SchoolTeamViews(reader: reader).people(keepers, invitations, of: school)
            Buttons { LinkButton(reader.t(T.schools.keepersEdit), href: reader.link("/schools/\(school.id)/team"), .quiet) }
        }
    }
}
