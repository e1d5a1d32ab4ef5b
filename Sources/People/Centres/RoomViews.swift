import HTML
import Imports
import Kernel
import Languages
import Look
import Web

struct RoomViews {
    let visit: Visit
    private var t: Texts { visit.t }

    func list(_ rooms: [Room]) -> Answer {
        visit.page(t(T.centres.rooms), trail: visit.settingsTrail) {
            Heading(t(T.centres.rooms), lead: t(T.centres.roomsLead))
            if rooms.isEmpty {
                EmptyState(t(T.centres.noRoomsTitle), t(T.centres.noRooms)) { Empty() }
            } else {
                DataTable(t(T.centres.rooms), rows: rooms, columns: [
                    Column(t(T.centres.room), .name) { room in a(.href(visit.link("/settings/rooms/\(room.id)"))) { t.shown(room.name) } },
                    Column(t(T.centres.seats), .number) { room in room.details.seats.map { t.number($0) } ?? "" },
                    Column(t(T.centres.address)) { room in t.shown(room.details.address) },
                    Column(t(T.common.state)) { room in room.isClosed ? Chip(.neutral, t(T.centres.roomIsClosed)) : Chip(.good, t(T.centres.roomIsOpen)) },
                    Column(t(T.centres.act), .act) { room in
                        ButtonForm(t(room.isClosed ? T.centres.reopenRoom : T.centres.closeRoom), .quiet,
                                   action: visit.link("/settings/rooms/\(room.id)/\(room.isClosed ? "reopen" : "close")"), hidden: visit.hidden)
                    },
                ], isCaptionHidden: true)
            }
            Buttons { LinkButton(t(T.centres.newRoom), href: visit.link("/settings/rooms/new")) }
        }
    }

    func form(_ room: Room?, _ typed: Typed, _ problem: Problem?) -> Answer {
        let title = room.map { t.shown($0.name) } ?? t(T.centres.newRoom)
        let trail = visit.settingsTrail + [Look.Link(t(T.centres.rooms), href: visit.link("/settings/rooms"))]
        return visit.page(title, trail: trail, status: problem == nil ? 200 : 422) {
            ErrorSummary(t(T.common.errorsTitle), visit.mistakes(problem))
            Heading(title)
            Form(action: visit.link("/settings/rooms/\(room?.id.description ?? "new")"), hidden: visit.hidden) {
                Field(t(T.centres.roomName), name: "name", value: typed["name"], error: visit.mistake("name", problem)).text()
                Field(t(T.centres.seats), name: "seats", value: typed["seats"], error: visit.mistake("seats", problem), optional: t(T.common.optional), width: .short).number()
                Field(t(T.centres.address), name: "address", value: typed["address"], hint: t(T.centres.roomAddressHint), error: visit.mistake("address", problem), optional: t(T.common.optional), width: .full).text()
                Buttons {
                    Submit(t(T.common.save))
                    LinkButton(t(T.common.cancel), href: visit.link("/settings/rooms"), .quiet)
                }
            }
        }
    }
}
