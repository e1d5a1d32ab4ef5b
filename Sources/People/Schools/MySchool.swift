import Centres
import Kernel

/// A school as those see it who look after it.
struct MySchool: Sendable {
    let school: School
    let roster: Roster
    let keepers: [SchoolKeeper]
    let invitations: [SchoolInvitation]
    let links: [SchoolLink]

    func keeper(_ actor: Actor) -> SchoolKeeper? { keepers.first { $0.person == actor.person } }
}
