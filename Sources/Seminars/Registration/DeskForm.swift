package import Accounts
package import Centres
package import Events
package import Forms
import Kernel
import Languages

/// An application that comes by phone, or somebody at the door: staff type it, the same rule decides.
package struct DeskForm: Sendable {
    package private(set) var person: WrittenDown
    package let application: Application

    /// - Parameters:
    ///   - isGroup: whether it is for a group of a school.
    ///   - found: the schools to which the choice in the form leads.
    /// - Throws: all faults at once.
    package init(_ typed: Typed, payers: [Payer], ofGroup isGroup: Bool = false, found: [School]) throws {
        var faults = Faults()
        let name = PersonName(typed, &faults)
        let email = try typed["email"].isEmpty ? nil : faults.gather { try EmailAddress(typed) }
        // Whoever writes somebody else down knows what they know: nothing but the name must be told.
        application = try Application(
            typed, .desk, ofGroup: isGroup, payer: Payer(rawValue: typed["payer"]) ?? payers.first ?? .own, asks: DetailsAsked(), found: found, &faults)
        person = WrittenDown(name, email: email, phone: application.phone, school: application.school)
        try faults.check()
    }

    /// The same, once it is said whether it is somebody known of the same name.
    /// - Throws: a problem at the field while it has not been said.
    package func meaning(_ person: MeantPerson, among doubles: [LikelyDouble]) throws -> DeskForm {
        var form = self
        form.person = try self.person.meaning(person, among: doubles)
        return form
    }

    /// The same at the door, with the reason why somebody is taken in past others.
    package static func withReason(_ typed: Typed, payers: [Payer], ofGroup isGroup: Bool = false, found: [School]) throws -> (form: DeskForm, reason: String) {
        var faults = Faults()
        let reason = typed["reason"]
        faults.limit(reason, "reason", most: Registration.longestRemark)
        let form = try faults.gather { try DeskForm(typed, payers: payers, ofGroup: isGroup, found: found) }
        try faults.check()
        guard let form else { throw Problem.missing }
        return (form, reason)
    }
}
