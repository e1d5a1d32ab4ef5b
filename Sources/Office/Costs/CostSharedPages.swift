import Accounts
import Centres
import Events
import Forms
import HTML
import Kernel
import Languages
import Look
import Registration
import Web

/// What costs bring to pages that rooms share.
enum CostSharedPages {
    /// So many days before an event it is told that it does not pay yet.
    private static let daysBefore = 14

    /// Contracts whose work is over and not taken over, journeys that are not settled, events that come soon and do not pay.
    @Sendable static func today(_ asked: TodayAsked, in act: Act) throws -> TodayPart {
        let centre = asked.centre.id, t = asked.t
        guard act.by.coordinates(centre) else { return TodayPart() }
        let contracts = try FeeContractStore.overdue(at: centre, in: act).prefix(10).map { contract in
            TodayPart.Line(
                .waiting, contract.draft.due ?? contract.day ?? asked.today, t.run(name: contract.draft.name, t.language), T.costs.todayContract, T.costs.takeOver,
                path: contract.path)
        }
        let orders = try TravelOrderStore.unsettled(at: centre, in: act).prefix(10).map { order in
            TodayPart.Line(
                .waiting, asked.centre.zone.day(of: order.draft.returns), t.run(name: order.draft.name, t.language),
                T.costs.todayOrder(place: .title(order.draft.place)), T.costs.settle, path: order.path)
        }
        return TodayPart(lines: Array(contracts) + Array(orders) + (try below(asked, in: act)))
    }

    /// Events of the next days that are announced and have fewer people than they need to pay.
    private static func below(_ asked: TodayAsked, in act: Act) throws -> [TodayPart.Line] {
        let coming = try EventStore.unfinished(at: asked.centre.id, limit: 40, in: act).filter { event in
            event.state == .announced && !event.plan.fee.isZero && event.starts.map { act.now < $0 && $0 < act.now.adding(days: daysBefore) } ?? false
        }
        return try coming.prefix(10).compactMap { event in
            guard let money = try EventMoneyStore.reckoned(event, in: act), let heads = money.breakEven.heads, let starts = event.starts,
                !money.breakEven.holds(with: money.heads) else { return nil }
            return TodayPart.Line(
                .waiting, asked.centre.zone.day(of: starts), asked.t.run(event.title(in: asked.t.language)),
                T.costs.todayBelow(count: heads, taken: .number(money.heads)), T.common.show, path: "/staff/events/\(event.id)/money")
        }
    }

    /// Somebody's contracts and journeys.
    @Sendable static func mine(_ asked: MeAsked, in act: Act) throws -> MePart {
        let contracts = try FeeContractStore.of(asked.person, at: asked.centre.id, in: act)
        let orders = try TravelOrderStore.of(asked.person, at: asked.centre.id, in: act)
        guard !contracts.isEmpty || !orders.isEmpty else { return MePart() }
        return MePart((34, PagePart(T.costs.mine) { reader in MyCostViews(reader: reader).part(contracts, orders) }))
    }

    /// The money on the desk of an event, with the number of people from which it pays.
    @Sendable static func onDesk(_ asked: EventDeskAsked, in act: Act) throws -> EventDeskPart? {
        let event = asked.event
        guard !event.form.isInternal else { return nil }
        let door = EventDoor(T.costs.money, "money")
        guard let money = try EventMoneyStore.reckoned(event, in: act) else { return EventDeskPart(at: 40, doors: [door]) }
        let even = money.breakEven, holds = even.holds(with: money.heads)
        return EventDeskPart(at: 40, doors: [door], PagePart { reader in
            Notice(holds ? .good : .waiting) {
                HTML::p { reader.t(even.said); " "; a(.href(reader.link("/staff/events/\(event.id)/money"))) { reader.t(T.costs.money) } }
            }
        })
    }
}
