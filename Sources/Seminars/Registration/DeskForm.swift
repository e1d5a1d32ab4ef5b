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
}
