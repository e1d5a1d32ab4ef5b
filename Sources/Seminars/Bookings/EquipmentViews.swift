import Centres
import Forms
import HTML
import Kernel
import Languages
import Look

struct EquipmentViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func list(_ equipment: [Equipment]) -> Screen {
        Screen(t(T.bookings.equipment), trail: reader.settingsTrail) {
            Heading(t(T.bookings.equipment), lead: t(T.bookings.equipmentLead))
            if equipment.isEmpty {
                EmptyState(t(T.bookings.noEquipmentTitle), t(T.bookings.noEquipment)) { Empty() }
            } else {
                DataTable(t(T.bookings.equipment), rows: equipment, columns: [
                    Column(t(T.bookings.thing), .name) { thing in a(.href(reader.link("/settings/equipment/\(thing.id)"))) { t.run(thing.name) } },
                    Column(t(T.bookings.equipmentNote)) { thing in thing.details.note },
                    Column(t(T.common.state)) { thing in
                        thing.isClosed ? Chip(.neutral, t(T.bookings.equipmentIsClosed)) : Chip(.good, t(T.bookings.equipmentIsOpen))
                    },
                    Column(t(T.centres.act), .act) { thing in
                        ButtonForm(t(thing.isClosed ? T.bookings.reopenEquipment : T.bookings.closeEquipment), .quiet,
                                   action: reader.link("/settings/equipment/\(thing.id)/\(thing.isClosed ? "reopen" : "close")"), hidden: reader.hidden)
                    },
                ], isCaptionHidden: true)
            }
            Buttons { LinkButton(t(T.bookings.newEquipment), href: reader.link("/settings/equipment/new")) }
        }
    }

    func form(_ thing: Equipment?, _ form: FilledForm) -> Screen {
        let title = thing.map { t.shown($0.name) } ?? t(T.bookings.newEquipment)
        let trail = reader.settingsTrail + [Look.Link(t(T.bookings.equipment), href: reader.link("/settings/equipment"))]
        return Screen(title, trail: trail) {
            FormFaults(form)
            Heading(thing.map { t.run($0.name) } ?? Run(title))
            Form(action: reader.link("/settings/equipment/\(thing?.id.description ?? "new")"), hidden: reader.hidden) {
                form.field(T.bookings.equipmentName, "name", hint: T.bookings.equipmentNameHint).text()
                form.field(T.bookings.equipmentNote, "note", .full, hint: T.bookings.equipmentNoteHint, isOptional: true).area(rows: 2)
                Buttons {
                    Submit(t(T.common.save))
                    LinkButton(t(T.common.cancel), href: reader.link("/settings/equipment"), .quiet)
                }
            }
        }
    }
}
