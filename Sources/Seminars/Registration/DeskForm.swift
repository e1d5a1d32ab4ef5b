package import Accounts
package import Events
package import Forms
import Kernel
import Languages
package import Centres
import Web

/// An application that comes by phone: staff type it, the same rule decides.
package struct DeskForm: Sendable {
    package let name: PersonName
    package let email: String?
    package let phone: String
    package let school: SchoolChoice
    package let payer: Payer
    package let note: String

    package init(_ typed: Typed, payers: [Payer]) throws {
        var faults = Faults()
        name = PersonName(given: typed["given"], family: typed["family"])
        faults.require(!name.given.isEmpty, "given", T.registration.givenMissing)
        faults.require(!name.family.isEmpty, "family", T.registration.familyMissing)
        let address = typed["email"]
        email = address.isEmpty ? nil : address
        faults.require(address.isEmpty || EmailAddress(address) != nil, "email", T.registration.emailWrong)
        phone = typed["phone"]
        school = SchoolChoice(typed)
        payer = Payer(rawValue: typed["payer"]) ?? payers.first ?? .own
        note = typed["note"]
        try faults.check()
    }
}
