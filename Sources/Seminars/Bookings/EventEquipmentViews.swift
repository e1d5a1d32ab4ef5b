import Events
import Forms
import HTML
import Kernel
import Languages
import Look

struct EventEquipmentViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func show(_ equipment: EventEquipment, _ form: FilledForm) -> Screen {
        let event = equipment.event, title = event.title(in: t.language), path = reader.link("/staff/events/\(event.id)")
        let trail = [Look.Link(t(T.events.all), href: reader.link("/staff/events")), Look.Link(t.run(title), href: path)]
        return Screen(t(T.bookings.equipment), trail: trail) {
            FormFaults(form)
            Heading(Run(t(T.bookings.equipment)), kind: t.run(title), lead: Run(t(T.bookings.eventEquipmentLead)))
            if equipment.lines.isEmpty {
                EmptyState(t(T.bookings.noEquipmentTitle), t(T.bookings.noEquipment)) {
                    Buttons { LinkButton(t(T.bookings.newEquipment), href: reader.link("/settings/equipment/new")) }
                }
            } else {
                Form(action: path + "/equipment", hidden: reader.hidden, isGuarded: true) {
                    Field(t(T.bookings.eventNeeds), name: "equipment", error: form.fault("equipment"), optional: "").checkboxes(
                        equipment.lines.map { line in
                            Field.Choice("\(line.thing.id)", t.shown(line.thing.name), hint: hint(line), lang: t.run(line.thing.name).lang)
                        }, chosen: Set(form.typed.all("equipment")))
                    Buttons {
                        Submit(t(T.common.save))
                        LinkButton(t(T.common.cancel), href: path, .quiet)
                    }
                }
            }
        }
    }

    /// Who has it at the event's hours, else where it lies.
    private func hint(_ line: EventEquipment.Line) -> String? {
        if let holder = line.holder {
            return t(T.bookings.takenBy(title: .title(holder.title), day: .day(reader.centre.zone.day(of: holder.hours.lowerBound), .short)))
        }
        return line.thing.details.note.isEmpty ? nil : line.thing.details.note
    }
}
