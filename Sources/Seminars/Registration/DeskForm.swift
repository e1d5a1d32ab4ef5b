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
        // Whoever writes somebody else down knows what they know: nothing but the name must be told.
        application = try Application(
            typed, .desk, payer: Payer(rawValue: typed["payer"]) ?? payers.first ?? .own, asks: DetailsAsked(), found: found, &faults)
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

    /// The same at the door, with the reason why somebody is taken in past others.
    package static func withReason(_ typed: Typed, payers: [Payer], found: [School]) throws -> (form: DeskForm, reason: String) {
        var faults = Faults()
        let reason = typed["reason"]
        faults.limit(reason, "reason", most: Registration.longestRemark)
        let form = try faults.gather { try DeskForm(typed, payers: payers, found: found) }
        try faults.check()
        guard let form else { throw Problem.missing }
        return (form, reason)
    }
}
