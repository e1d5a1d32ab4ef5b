package import Accounts
package import Events
package import Kernel
package import Languages

/// Days on which a kit is for those who were at an event on its programme: they have learned how to use it, and can now try.
package struct KitTerm: Sendable {
    package typealias ID = Kernel.ID<KitTerm>

    package let id: ID
    package let event: Event.ID
    package let title: String
    package let days: ClosedRange<Day>
    package let people: Set<Person.ID>

    package init(id: ID, event: Event.ID, title: String, days: ClosedRange<Day>, people: Set<Person.ID>) {
        (self.id, self.event, self.title, self.days, self.people) = (id, event, title, days, people)
    }

    /// The term that keeps somebody from having the kit on some days; those who were at any event whose term it is may.
    package static func bar(to person: Person.ID?, on days: ClosedRange<Day>, _ terms: [KitTerm]) -> KitTerm? {
        let there = terms.filter { $0.days.overlaps(days) }
        if let person, there.contains(where: { $0.people.contains(person) }) { return nil }
        return there.first
    }

    /// The event after which somebody has the kit on some days.
    package static func event(of person: Person.ID?, on days: ClosedRange<Day>, _ terms: [KitTerm]) -> Event.ID? {
        terms.first { $0.days.overlaps(days) && person.map($0.people.contains) == true }?.event
    }

    /// The days of a term, after an event that ended on a day.
    package static func days(after last: Day, _ rule: KitRule) -> ClosedRange<Day>? {
        rule.termDays > 0 ? last.adding(days: 1)...last.adding(days: rule.termDays) : nil
    }
}
