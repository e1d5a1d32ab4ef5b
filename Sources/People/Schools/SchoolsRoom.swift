import Accounts
import Centres
import Kernel
import Languages
import Queues
package import Web

extension Room {
    /// Schools as their own people see them: who looks after one, who works there, what its people attend.
    package static let schools = Room("schools") { room in
        room.get("/me/schools", .person, example: "/me/schools", MySchoolPages.list)
        room.get("/me/schools/invitations/:invitation", .person, MySchoolPages.ask)
        room.post("/me/schools/invitations/:invitation/accept", .person, MySchoolPages.accept)
        room.post("/me/schools/invitations/:invitation/decline", .person, MySchoolPages.decline)
        room.get("/me/schools/:school", .person, example: "/me/schools/1", MySchoolPages.show)
        room.get("/me/schools/:school/people", .person, example: "/me/schools/1/people", MySchoolPages.people)
        room.get("/me/schools/:school/centre", .person, example: "/me/schools/1/centre", MySchoolPages.centre)
        room.post("/me/schools/:school/digest", .person, MySchoolPages.digest)
        room.get("/me/schools/:school/team", .person, example: "/me/schools/1/team", SchoolTeamPages.own.show)
        room.post("/me/schools/:school/team", .person, SchoolTeamPages.own.invite)
        room.post("/me/schools/:school/team/:person/end", .person, SchoolTeamPages.own.end)
        room.post("/me/schools/:school/invitations/:invitation/take-back", .person, SchoolTeamPages.own.takeBack)
        room.get("/me/schools/:school/roster/new", .person, example: "/me/schools/1/roster/new", RosterPages.showNew)
        room.post("/me/schools/:school/roster/new", .person, RosterPages.join)
        room.get("/me/schools/:school/roster/list", .person, example: "/me/schools/1/roster/list", RosterListPages.show)
        room.post("/me/schools/:school/roster/list", .person, takes: .files, RosterListPages.save)
        room.get("/me/schools/:school/roster/:employment", .person, example: "/me/schools/1/roster/1", RosterPages.show)
        room.post("/me/schools/:school/roster/:employment", .person, RosterPages.change)
        room.get("/schools/:school/team", .coordinator, example: "/schools/1/team", SchoolTeamPages.staff.show)
        room.post("/schools/:school/team", .coordinator, SchoolTeamPages.staff.invite)
        room.post("/schools/:school/team/:person/end", .coordinator, SchoolTeamPages.staff.end)
        room.post("/schools/:school/invitations/:invitation/take-back", .coordinator, SchoolTeamPages.staff.takeBack)

        room.answer(SchoolCardAsked.self, SchoolsMine.ofCard)
        room.me(SchoolsMine.tell)
        for kind in SchoolLetters.kinds { room.bring(kind) }
        room.bring(PersonColumn("school_duty", mayStay: true))
        room.bring(PersonColumn("school_invitation", mayStay: true))
        room.answer(HeldAsked.self) { try SchoolTeamStore.heldDuties(about: $0.person, in: $1) }
        room.answer(HeldAsked.self) { try SchoolTeamStore.heldInvitations(about: $0.person, in: $1) }
        room.on(PersonErased.self) { try SchoolTeamStore.forget($0.person, in: $1) }
        room.on(PersonPurged.self) { try SchoolTeamStore.forget($0.person, in: $1) }
        room.each(minutes: 60, "digests", SchoolDigestStore.tellAll)
        room.nightly("schools.forget") { try SchoolTeamStore.forgetOld(in: $0) }
    }
}
