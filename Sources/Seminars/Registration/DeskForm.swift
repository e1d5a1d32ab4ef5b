package import Accounts
package import Centres
package import Events
package import Forms
import Kernel
import Languages

/// An application that comes by phone, or somebody at the door: staff type it, the same rule decides.
package struct DeskForm: Sendable {
    package let name: PersonName
    package let email: EmailAddress?
    package let phone: String
    package let application: Application
    /// Somebody known whom staff mean by it, and whom they say that it is not.
    package private(set) var meant: Person.ID?
    package private(set) var others: [Person.ID] = []

    /// - Parameter found: the schools to which the choice in the form leads.
    /// - Throws: all faults at once.
    package init(_ typed: Typed, payers: [Payer], found: [School]) throws {
        var faults = Faults()
        name = PersonName(typed, &faults)
        email = try typed["email"].isEmpty ? nil : faults.gather { try EmailAddress(typed) }
        phone = typed["phone"]
        faults.phone(phone)
        application = try Application(typed, .desk, payer: Payer(rawValue: typed["payer"]) ?? payers.first ?? .own, found: found, &faults)
        try faults.check()
    }

    /// The same, once it is said whether it is somebody known of the same name.
    /// - Throws: a problem at the field while it has not been said.
    package func meaning(_ person: MeantPerson, among doubles: [LikelyDouble]) throws -> DeskForm {
        var form = self
        form.meant = try person.person(among: doubles)
        form.others = form.meant == nil ? doubles.map(\.person.id) : []
        return form
    }
}
