import Accounts
import Centres
import Kernel

/// What those who look after a school see of it first: what waits for them, and the ways on.
struct MySchool: Sendable {
    let school: School
    let waiting: [(waiting: SchoolWaiting, count: Int)]
    let links: [SchoolLink]
}

/// Who works at a school, and who looks after it.
struct SchoolPeople: Sendable {
    let school: School
    let roster: Roster
    let keepers: [SchoolKeeper]
    let invitations: [SchoolInvitation]

    func keeper(_ actor: Actor) -> SchoolKeeper? { keepers.first { $0.person == actor.person } }
}
