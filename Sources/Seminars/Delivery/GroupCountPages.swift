import Events
import Forms
import Kernel
import Languages
package import Web

/// Writing down how many of each group came.
package enum GroupCountPages {
    @Sendable package static func ask(_ visit: Visit) async throws -> Answer {
        let (event, roll) = try await roll(visit)
        return visit.page(GroupCountViews(reader: visit.reader).form(event, roll, visit.form(GroupCountForm.typed(roll))))
    }

    @Sendable package static func write(_ visit: Visit) async throws -> Answer {
        let (event, roll) = try await roll(visit)
        return try await visit.submit {
            let form = try GroupCountForm(visit.typed, of: roll)
            return try await visit.act { act in
                try GroupCountStore.write(form.counts, of: event.id, in: act)
                return Redirect(visit.link("/staff/events/\(event.id)/groups"), T.common.saved)
            }
        } again: { form in
            GroupCountViews(reader: visit.reader).form(event, roll, form)
        }
    }

    private static func roll(_ visit: Visit) async throws -> (event: Event, roll: GroupRoll) {
        let id: Event.ID = try visit.id("event")
        return try await visit.read { try GroupCountStore.roll(of: id, in: $0) }
    }
}
