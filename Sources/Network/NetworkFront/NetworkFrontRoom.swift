import Accounts
import Events
import Kernel
import Languages
import Look
import Registration
package import Web

extension Room {
    /// The centres of one installation beside each other: what they hold in one list, and what they offer together.
    package static let networkFront = Room("networkFront") { room in
        room.get("/network", .public, example: "/network", NetworkFrontPages.show)
        room.get("/staff/joint", .coordinator, example: "/staff/joint", JointEventPages.list)
        room.post("/staff/joint/:joint/agree", .coordinator, JointEventPages.agree)
        room.post("/staff/joint/:joint/decline", .coordinator, JointEventPages.decline)
        room.post("/staff/joint/:joint/end", .coordinator, JointEventPages.end)
        room.get("/staff/joint/:joint/seats", .coordinator, JointEventPages.seats)
        room.get("/staff/events/:event/joint", .coordinator, example: "/staff/events/1/joint", JointEventPages.ofEvent)
        room.post("/staff/events/:event/joint", .coordinator, JointEventPages.ask)

        room.menu(.foot, T.networkfront.title, "/network", at: 10)
        room.menu(.staff, T.networkfront.joint, "/staff/joint", .people, in: .office, at: 85)
        room.answer(EventDeskAsked.self, JointEventPages.onDesk)
        room.today(JointEventPages.today)
        room.on(EventDiscarded.self) { try JointEventStore.drop($0.event, in: $1) }
        room.bring(PersonColumn("joint_event", "asked_by"))
        room.bring(PersonColumn("joint_event", "answered_by"))
        room.on(PersonErased.self) { try JointEventStore.forget($0.person, in: $1) }
        room.on(PersonPurged.self) { try JointEventStore.forget($0.person, in: $1) }
    }
}
