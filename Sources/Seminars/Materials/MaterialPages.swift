import Events
import Files
import Forms
import Kernel
import Languages
import Look
package import Web

/// The files of an event, for those who run it and those who lead it.
enum MaterialPages {
    @Sendable static func list(_ visit: Visit) async throws -> Answer {
        visit.page(try await list(visit, visit.form(Typed(["audience": Material.Audience.admitted.rawValue]))))
    }

    private static func list(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        let id: Event.ID = try visit.id("event")
        let (event, materials) = try await visit.read { act in
            let event = try MaterialStore.kept(id, in: act)
            return (event, try MaterialStore.materials(of: event, in: act))
        }
        return MaterialViews(reader: visit.reader).list(event, materials, form)
    }

    @Sendable static func add(_ visit: Visit) async throws -> Answer {
        let id: Event.ID = try visit.id("event")
        return try await visit.submit {
            // The door first: nothing is made of a picture for whoever may not put it there.
            _ = try await visit.read { try MaterialStore.kept(id, in: $0) }
            _ = try MaterialDetails(visit.typed, isPhoto: nil)
            guard let file = try await FileIntake(visit).file(visit.typed, "file", [.picture, .document]) else { throw Problem.missing }
            let details = try MaterialDetails(visit.typed, isPhoto: file.isPicture)
            return try await visit.act { act in
                try MaterialStore.add(file, details, to: id, in: act)
                return Redirect(visit.link("/events/\(id)/materials"), T.materials.added)
            }
        } again: { form in
            _ = try await visit.read { try MaterialStore.kept(id, in: $0) }
            return try await list(visit, try visit.holding("file", form))
        }
    }

    @Sendable static func edit(_ visit: Visit) async throws -> Answer {
        let (event, material) = try await material(visit)
        return visit.page(MaterialViews(reader: visit.reader).form(event, material, visit.form(material.details.typed)))
    }

    @Sendable static func change(_ visit: Visit) async throws -> Answer {
        let (event, material) = try await material(visit)
        return try await visit.submit {
            let details = try MaterialDetails(visit.typed, isPhoto: material.isPhoto)
            return try await visit.act { act in
                try MaterialStore.edit(material.id, of: event.id, to: details, in: act)
                return Redirect(visit.link("/events/\(event.id)/materials"), T.common.saved)
            }
        } again: { form in
            MaterialViews(reader: visit.reader).form(event, material, form)
        }
    }

    @Sendable static func remove(_ visit: Visit) async throws -> Answer {
        let (event, material) = try await material(visit)
        return try await visit.act { act in
            try MaterialStore.remove(material.id, of: event.id, in: act)
            return Redirect(visit.link("/events/\(event.id)/materials"), T.materials.removed)
        }
    }

    private static func material(_ visit: Visit) async throws -> (Event, Material) {
        let (event, id): (Event.ID, Material.ID) = (try visit.id("event"), try visit.id("material"))
        return try await visit.read { (try MaterialStore.kept(event, in: $0), try MaterialStore.changeable(id, of: event, in: $0)) }
    }
}
