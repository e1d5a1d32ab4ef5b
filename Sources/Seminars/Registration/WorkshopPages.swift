import Events
import Forms
import Kernel
import Languages
import Sheets
package import Web

/// Choosing workshops anew, and who is in which.
package enum WorkshopPages {
    @Sendable package static func ask(_ visit: Visit) async throws -> Answer {
        let sight = try await sight(visit)
        let blocks = Workshop.blocks(of: sight.workshops.map(\.workshop))
        let fields = sight.choices.map { choice in
            (name: Workshop.field(blocks.firstIndex { $0.contains(choice.workshop) } ?? 0), value: "\(choice.workshop.id)")
        }
        return visit.page(WorkshopViews(reader: visit.reader).choose(sight, visit.form(Typed(fields))))
    }

    @Sendable package static func choose(_ visit: Visit) async throws -> Answer {
        let id: Registration.ID = try visit.id("registration")
        return try await visit.submit {
            try await visit.act { act in
                try WorkshopStore.choose(Workshop.chosen(visit.typed), of: id, in: act)
                return Redirect(visit.link("/registrations/\(id)"), T.registration.saidWorkshops)
            }
        } again: { form in
            WorkshopViews(reader: visit.reader).choose(try await sight(visit), form)
        }
    }

    /// - Throws: `Problem.missing` where there is nothing to choose.
    private static func sight(_ visit: Visit) async throws -> Sight {
        let sight = try await RegistrationPages.sight(visit)
        guard !sight.workshops.isEmpty, sight.registration.state.isOpen else { throw Problem.missing }
        return sight
    }

    @Sendable package static func desk(_ visit: Visit) async throws -> Answer {
        visit.page(WorkshopViews(reader: visit.reader).desk(try await everybody(visit)))
    }

    @Sendable package static func list(_ visit: Visit) async throws -> Answer {
        let desk = try await everybody(visit)
        return .file(
            bytes: try desk.sheet(visit.t).xlsx(), type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            name: visit.t(T.registration.workshopsFileName(title: .text(desk.desk.event.title(in: visit.language).text))) + ".xlsx")
    }

    private static func everybody(_ visit: Visit) async throws -> WorkshopDesk {
        let desk = try await DeskPages.desk(visit)
        guard !desk.event.workshops.isEmpty else { throw Problem.missing }
        return try await visit.read { act in
            WorkshopDesk(desk: desk, open: try WorkshopStore.open(desk.event, in: act), choices: try WorkshopStore.choices(of: desk.event, in: act))
        }
    }
}
