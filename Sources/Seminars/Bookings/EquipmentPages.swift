import Forms
import Kernel
import Languages
import Web

/// The equipment of a centre.
enum EquipmentPages {
    @Sendable static func list(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id
        let equipment = try await visit.read { try EquipmentStore.equipment(of: centre, all: true, in: $0) }
        return visit.page(EquipmentViews(reader: visit.reader).list(equipment))
    }

    @Sendable static func new(_ visit: Visit) async throws -> Answer { visit.page(EquipmentViews(reader: visit.reader).form(nil, visit.form())) }

    @Sendable static func add(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id
        return try await visit.submit {
            let details = try EquipmentDetails(visit.typed)
            return try await visit.act { act in
                try EquipmentStore.add(details, to: centre, in: act)
                return Redirect(visit.link("/settings/equipment"), T.bookings.equipmentAdded)
            }
        } again: { form in
            EquipmentViews(reader: visit.reader).form(nil, form)
        }
    }

    @Sendable static func edit(_ visit: Visit) async throws -> Answer {
        let thing = try await thing(of: visit)
        return visit.page(EquipmentViews(reader: visit.reader).form(thing, visit.form(thing.details.typed)))
    }

    @Sendable static func change(_ visit: Visit) async throws -> Answer {
        let thing = try await thing(of: visit)
        return try await visit.submit {
            let details = try EquipmentDetails(visit.typed)
            return try await visit.act { act in
                try EquipmentStore.edit(thing.id, to: details, in: act)
                return Redirect(visit.link("/settings/equipment"), T.common.saved)
            }
        } again: { form in
            EquipmentViews(reader: visit.reader).form(thing, form)
        }
    }

    @Sendable static func close(_ visit: Visit) async throws -> Answer { try await setClosed(true, visit) }
    @Sendable static func reopen(_ visit: Visit) async throws -> Answer { try await setClosed(false, visit) }

    private static func setClosed(_ isClosed: Bool, _ visit: Visit) async throws -> Answer {
        let id = try visit.id("equipment", of: Equipment.self)
        return try await visit.act { act in
            try EquipmentStore.setClosed(isClosed, id, in: act)
            return Redirect(visit.link("/settings/equipment"), isClosed ? T.bookings.equipmentClosed : T.bookings.equipmentReopened)
        }
    }

    private static func thing(of visit: Visit) async throws -> Equipment {
        let id = try visit.id("equipment", of: Equipment.self)
        return try await visit.read { try EquipmentStore.changeable(id, in: $0) }
    }
}
