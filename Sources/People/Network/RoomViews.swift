import HTML
import Kernel
import Languages
import Look
import Web

struct RoomViews {
    let visit: Visit
    private var t: Texts { visit.t }

    func list(_ rooms: [Room]) -> Answer {
        visit.page(t(T.network.rooms), trail: NetworkTrail.settings(visit)) {
            Heading(t(T.network.rooms), lead: t(T.network.roomsLead))
            if rooms.isEmpty {
                EmptyState(t(T.network.noRoomsTitle), t(T.network.noRooms)) { Empty() }
            } else {
                DataTable(t(T.network.rooms), rows: rooms, columns: [
                    Column(t(T.network.room), .name) { room in a(.href(visit.link("/settings/rooms/\(room.id)"))) { t.shown(room.name) } },
                    Column(t(T.network.seats), .number) { room in room.details.seats.map { t.number($0) } ?? "" },
                    Column(t(T.network.address)) { room in t.shown(room.details.address) },
                    Column(t(T.common.state)) { room in room.isClosed ? Chip(.neutral, t(T.network.roomIsClosed)) : Chip(.good, t(T.network.roomIsOpen)) },
                    Column(t(T.network.act), .act) { room in
                        ButtonForm(t(room.isClosed ? T.network.reopenRoom : T.network.closeRoom), .quiet,
                                   action: visit.link("/settings/rooms/\(room.id)/\(room.isClosed ? "reopen" : "close")"), hidden: visit.hidden)
                    },
                ], isCaptionHidden: true)
            }
            Buttons { LinkButton(t(T.network.newRoom), href: visit.link("/settings/rooms/new")) }
        }
    }

    func form(_ room: Room?, _ typed: Typed, _ problem: Problem?) -> Answer {
        let title = room.map { t.shown($0.name) } ?? t(T.network.newRoom)
        let trail = NetworkTrail.settings(visit) + [Look.Link(t(T.network.rooms), href: visit.link("/settings/rooms"))]
        return visit.page(title, trail: trail, status: problem == nil ? 200 : 422) {
            ErrorSummary(t(T.common.errorsTitle), visit.mistakes(problem))
            Heading(title)
            Form(action: visit.link("/settings/rooms/\(room?.id.description ?? "new")"), hidden: visit.hidden) {
                Field(t(T.network.roomName), name: "name", value: typed["name"], error: visit.mistake("name", problem)).text()
                Field(t(T.network.seats), name: "seats", value: typed["seats"], error: visit.mistake("seats", problem), optional: t(T.common.optional), width: .short).number()
                Field(t(T.network.address), name: "address", value: typed["address"], hint: t(T.network.roomAddressHint), error: visit.mistake("address", problem), optional: t(T.common.optional), width: .full).text()
                Buttons {
                    Submit(t(T.common.save))
                    LinkButton(t(T.common.cancel), href: visit.link("/settings/rooms"), .quiet)
                }
            }
        }
    }
}
