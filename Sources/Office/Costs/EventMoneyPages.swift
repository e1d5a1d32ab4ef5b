import Centres
import Events
import Forms
import Kernel
import Languages
import Look
import Web

/// The money of one event: before, after, who gets what.
enum EventMoneyPages {
    @Sendable static func show(_ visit: Visit) async throws -> Answer { visit.page(try await show(visit, nil)) }

    private static func show(_ visit: Visit, _ form: FilledForm?) async throws -> Screen {
        let (centre, id): (Centre.ID, Event.ID) = (visit.centre.id, try visit.id("event"))
        let (money, contracts, orders) = try await visit.read { act in
            (try EventMoneyStore.money(of: id, at: centre, in: act), try FeeContractStore.of(id, in: act), try TravelOrderStore.of(id, in: act))
        }
        return EventMoneyViews(reader: visit.reader).show(money, contracts, orders, form ?? visit.form(money.settings.typed))
    }

    @Sendable static func reckon(_ visit: Visit) async throws -> Answer {
        let (centre, id): (Centre.ID, Event.ID) = (visit.centre.id, try visit.id("event")), typed = visit.typed
        return try await visit.submit {
            let settings = try EventReckoning(typed)
            return try await visit.act { act in
                try EventMoneyStore.reckon(id, by: settings, at: centre, in: act)
                return Redirect(visit.link("/staff/events/\(id)/money"), T.common.saved)
            }
        } again: { try await show(visit, $0) }
    }
}
