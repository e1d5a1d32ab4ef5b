import Events
import Forms
import Kernel
import Languages
import Look
import Web

/// What an event needs beside its halls.
enum EventEquipmentPages {
    @Sendable static func show(_ visit: Visit) async throws -> Answer {
        let equipment = try await equipment(visit)
        let typed = Typed(equipment.needed.sorted().map { (name: "equipment", value: "\($0)") })
        return visit.page(EventEquipmentViews(reader: visit.reader).show(equipment, visit.form(typed)))
    }

    @Sendable static func save(_ visit: Visit) async throws -> Answer {
        let id: Event.ID = try visit.id("event")
        return try await visit.submit {
            let things = Set(visit.typed.all("equipment").compactMap { Equipment.ID($0) })
            return try await visit.act { act in
                try EquipmentStore.need(things, for: id, in: act)
                return Redirect(visit.link("/staff/events/\(id)"), T.common.saved)
            }
        } again: { form in
            EventEquipmentViews(reader: visit.reader).show(try await equipment(visit), form)
        }
    }

    private static func equipment(_ visit: Visit) async throws -> EventEquipment {
        let id: Event.ID = try visit.id("event")
        return try await visit.read { try EventEquipmentStore.equipment(of: id, in: $0) }
    }
}
