package import Accounts
package import Centres
package import Events
package import Kernel
package import Languages
package import Library
package import Loans
import Storage

/// A copy of a kit that goes to schools and comes back.
package struct KitBooking: Sendable {
    package typealias ID = Kernel.ID<KitBooking>

    package let id: ID
    package let centre: Centre.ID
    package let loan: Loan.ID
    package let title: LibraryTitle.ID
    package let copy: Copy.ID
    /// The number of the copy in the inventory book.
    package let number: Int
    package let name: String
    package let state: Loan.State
    /// The days on which nobody else can have it.
    package let window: ClosedRange<Day>
    package let due: Day
    package let times: KitTimes
    package let stays: [KitStay]
    package let purpose: String
    package let event: Event.ID?
    /// Who booked it.
    package let person: Person.ID?
    package let borrower: Borrower.ID?

    package var route: KitRoute { KitRoute(stays.map { KitStop(school: $0.school, place: $0.place, days: $0.days) }, times) }
    package var deskPath: String { "/staff/kits/bookings/\(id)" }
    package var ownPath: String { "/me/kits/\(id)" }

    package func isLate(on today: Day) -> Bool { state == .out && due < today }

    /// Whether somebody has to do with it: who booked it, and who takes it over somewhere.
    package func concerns(_ person: Person.ID?) -> Bool {
        guard let person else { return false }
        return self.person == person || stays.contains { $0.person == person }
    }
}

/// One school of a booking, with who takes the kit over there.
package struct KitStay: Sendable {
    package typealias ID = Kernel.ID<KitStay>

    package let id: ID
    package let number: Int
    package let school: School.ID?
    package let place: String
    package let days: ClosedRange<Day>
    package let person: Person.ID?
    package let personName: String

    package init(id: ID, number: Int, school: School.ID?, place: String, days: ClosedRange<Day>, person: Person.ID?, personName: String) {
        (self.id, self.number, self.school, self.place, self.days) = (id, number, school, place, days)
        (self.person, self.personName) = (person, personName)
    }
}

/// What somebody asks for who books a kit.
package struct KitDraft: Sendable {
    package var route: KitRoute
    /// Who takes it over at each stop.
    package var receivers: [Person.ID?]
    package var purpose: String
    package var event: Event.ID?

    package init(_ route: KitRoute, receivers: [Person.ID?] = [], purpose: String = "", event: Event.ID? = nil) {
        (self.route, self.receivers, self.purpose, self.event) = (route, receivers, purpose, event)
    }

    func receiver(at place: Int) -> Person.ID? { receivers.indices.contains(place) ? receivers[place] : nil }
}

extension Subject {
    package static func kitBooking(_ id: KitBooking.ID) -> Subject { .other("kit_booking", id.value) }
    package static func stockTake(_ id: StockTake.ID) -> Subject { .other("stock_take", id.value) }
}
