import Forms
import HTML
import Imports
import Kernel
import Languages
import Look

struct RoomViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func list(_ rooms: [Room]) -> Screen {
        Screen(t(T.centres.rooms), trail: reader.settingsTrail) {
            Heading(t(T.centres.rooms), lead: t(T.centres.roomsLead))
            if rooms.isEmpty {
                EmptyState(t(T.centres.noRoomsTitle), t(T.centres.noRooms)) { Empty() }
            } else {
                DataTable(t(T.centres.rooms), rows: rooms, columns: [
                    Column(t(T.centres.room), .name) { room in a(.href(reader.link("/settings/rooms/\(room.id)"))) { t.shown(room.name) } },
                    Column(t(T.centres.seats), .number) { room in room.details.seats.map { t.number($0) } ?? "" },
                    Column(t(T.centres.address)) { room in t.shown(room.details.address) },
                    Column(t(T.common.state)) { room in room.isClosed ? Chip(.neutral, t(T.centres.roomIsClosed)) : Chip(.good, t(T.centres.roomIsOpen)) },
                    Column(t(T.centres.act), .act) { room in
                        ButtonForm(t(room.isClosed ? T.centres.reopenRoom : T.centres.closeRoom), .quiet,
                                   action: reader.link("/settings/rooms/\(room.id)/\(room.isClosed ? "reopen" : "close")"), hidden: reader.hidden)
                    },
                ], isCaptionHidden: true)
            }
            Buttons { LinkButton(t(T.centres.newRoom), href: reader.link("/settings/rooms/new")) }
        }
    }

    func form(_ room: Room?, _ form: FilledForm) -> Screen {
        let title = room.map { t.shown($0.name) } ?? t(T.centres.newRoom)
        let trail = reader.settingsTrail + [Look.Link(t(T.centres.rooms), href: reader.link("/settings/rooms"))]
        return Screen(title, trail: trail) {
            FormFaults(form)
            Heading(title)
            Form(action: reader.link("/settings/rooms/\(room?.id.description ?? "new")"), hidden: reader.hidden) {
                form.field(T.centres.roomName, "name").text()
                form.field(T.centres.seats, "seats", .short, isOptional: true).number()
                form.field(T.centres.address, "address", .full, hint: T.centres.roomAddressHint, isOptional: true).text()
                Buttons {
                    Submit(t(T.common.save))
                    LinkButton(t(T.common.cancel), href: reader.link("/settings/rooms"), .quiet)
                }
            }
        }
    }
}
