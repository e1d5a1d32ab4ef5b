package import Centres
package import Events
package import Kernel
package import Languages
import Storage

/// What a centre offers for a month: what is chosen for it, and what was published.
package struct MonthOffer: Sendable {
    package typealias ID = Kernel.ID<MonthOffer>

    package let id: ID
    package let centre: Centre.ID
    package let month: OfferMonth
    package let intro: String
    package let chosen: Set<OfferChoice>
    package let edits: Int
    /// How often it was published.
    package let version: Int

    init(row: Row, chosen: Set<OfferChoice>, version: Int) throws {
        let first: Day = try row["first_day"]
        (id, centre, month, intro, edits) = (try row["id"], try row["centre"], OfferMonth(first), try row["intro"], try row["edits"])
        (self.chosen, self.version) = (chosen, version)
    }
}

/// A month of an offer.
package struct OfferMonth: Sendable, Hashable, Comparable {
    package let days: ClosedRange<Day>

    package init(_ day: Day) { days = day.monthDays }

    /// As an address names it: `2026-03`.
    package init?(_ text: String) {
        guard text.count == 7, let first = Day(iso: text + "-01"), (2000...2200).contains(first.year) else { return nil }
        self.init(first)
    }

    package var text: String { String(days.lowerBound.iso.prefix(7)) }

    package static func < (left: OfferMonth, right: OfferMonth) -> Bool { left.days.lowerBound < right.days.lowerBound }
}

/// What can stand in an offer: an event, or a line of a plan that has none yet.
package enum OfferChoice: Sendable, Hashable {
    case event(Event.ID)
    case item(PlanItem.ID)

    /// As a form names it: `event-12`.
    package var text: String {
        switch self {
        case .event(let id): "event-\(id)"
        case .item(let id): "item-\(id)"
        }
    }
}

/// A line of an offer as readers see it, with what it said when it was published.
package struct OfferLine: Sendable, Hashable {
    package let choice: OfferChoice
    package let form: EventForm.ID
    /// The title, in the language in which it was written.
    package let title: Event.Wording
    package let days: ClosedRange<Day>
    package let begins: ClockTime?
    package let ends: ClockTime?
    package let place: String
    package let target: String
    package let area: String
    package let points: Int
    package let fee: Money

    package init(
        _ choice: OfferChoice, form: EventForm.ID, title: Event.Wording, days: ClosedRange<Day>, begins: ClockTime? = nil, ends: ClockTime? = nil,
            place: String = "",
        target: String = "", area: String = "", points: Int = 0, fee: Money
    ) {
        (self.choice, self.form, self.title, self.days, self.begins, self.ends) = (choice, form, title, days, begins, ends)
        (self.place, self.target, self.area, self.points, self.fee) = (place, target, area, points, fee)
    }

    package var event: Event.ID? { if case .event(let id) = choice { id } else { nil } }

    /// What is said of it before it has a day of its own stands behind what has one.
    package var order: (Int, Int, Int, String) { (days.count > 27 ? 1 : 0, days.lowerBound.number, begins?.minutes ?? 0, title.text) }
}

/// What was published of an offer, and when.
package struct OfferVersion: Sendable {
    package typealias ID = Kernel.ID<OfferVersion>

    package let number: Int
    package let intro: String
    package let at: Instant
    package let lines: [OfferLine]
}

/// What one publication of an offer changed.
package struct OfferDifference: Sendable {
    package let added: [OfferLine]
    package let removed: [OfferLine]
    package let changed: [(before: OfferLine, after: OfferLine)]
    package let isReworded: Bool

    package init(from before: OfferVersion, to after: OfferVersion) {
        let old = Dictionary(before.lines.map { ($0.choice, $0) }, uniquingKeysWith: { first, _ in first })
        let new = Set(after.lines.map(\.choice))
        added = after.lines.filter { old[$0.choice] == nil }
        removed = before.lines.filter { !new.contains($0.choice) }
        changed = after.lines.compactMap { line in old[line.choice].flatMap { $0 == line ? nil : ($0, line) } }
        isReworded = before.intro != after.intro
    }

    package var isNothing: Bool { added.isEmpty && removed.isEmpty && changed.isEmpty && !isReworded }
}

/// An offer as everybody reads it: what stands now, and how the events in it stand today.
package struct PublishedOffer: Sendable {
    package let month: OfferMonth
    /// The newest first.
    package let versions: [OfferVersion]
    package let events: [Event.ID: Event]
    package let forms: [EventForm.ID: EventForm]

    package var current: OfferVersion? { versions.first }

    /// What each publication after the first changed, the newest first.
    package var changes: [(at: Instant, difference: OfferDifference)] {
        zip(versions, versions.dropFirst()).map { ($0.at, OfferDifference(from: $1, to: $0)) }
    }
}

extension Subject {
    static func monthOffer(_ id: MonthOffer.ID) -> Subject { .other("month_offer", id.value) }
}
