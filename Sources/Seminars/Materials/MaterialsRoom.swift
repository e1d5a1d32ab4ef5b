import Events
import Files
import Kernel
package import Web

extension Room {
    /// What an event leaves in people's hands: papers and photos, each for those for whom it is meant.
    package static let materials = Room("materials") { room in
        room.get("/events/:event/materials", .person, example: "/events/1/materials", MaterialPages.list)
        room.post("/events/:event/materials", .person, takes: .uploads, MaterialPages.add)
        room.get("/events/:event/materials/:material", .person, MaterialPages.edit)
        room.post("/events/:event/materials/:material", .person, MaterialPages.change)
        room.post("/events/:event/materials/:material/remove", .person, MaterialPages.remove)

        room.bring(FileColumn("event_material"))
        room.answer(FileSightAsked.self) { try MaterialStore.shows($0.file, in: $1) }
        room.on(EventDiscarded.self) { try MaterialStore.forget($0.event, in: $1) }
        room.me(MaterialMine.tell)
        room.answer(EventGroupAsked.self) { try MaterialMine.ofGroup($0.event, in: $1) }
    }
}
