import Accounts
import Events
import Forms
import Kernel
import Languages
import Centres
import Web

/// What stands in the application form, read for the rule.
struct ApplicationForm: Sendable {
    /// Of somebody who has not signed in.
    var newcomer: (name: PersonName, email: String)?
    var school: SchoolChoice
    var payer: Payer
    var note: String

    private static let noteMax = 1_000
    private static let nameMax = 80

    /// - Throws: all faults at once.
    init(_ typed: Typed, isSignedIn: Bool, payers: [Payer]) throws {
        var faults = Faults()
        if !isSignedIn {
            let name = PersonName(given: typed["given"], family: typed["family"])
            faults.require(!name.given.isEmpty, "given", T.registration.givenMissing)
            faults.require(!name.family.isEmpty, "family", T.registration.familyMissing)
            for (field, text) in [("given", name.given), ("family", name.family)] { faults.require(text.count <= Self.nameMax, field, T.registration.tooLong(count: Self.nameMax)) }
            let email = typed["email"]
            if email.isEmpty { faults.add("email", T.registration.emailMissing) } else if EmailAddress(email) == nil { faults.add("email", T.registration.emailWrong) }
            newcomer = (name, email)
        }
        school = SchoolChoice(typed)
        payer = Payer(rawValue: typed["payer"]) ?? payers.first ?? .own
        if payers.count > 1 { faults.require(Payer(rawValue: typed["payer"]).map(payers.contains) ?? false, "payer", T.registration.payerMissing) }
        if payer == .school { faults.require(school != .none, "school", T.registration.schoolMissing) }
        note = typed["note"]
        faults.require(note.count <= Self.noteMax, "note", T.registration.tooLong(count: Self.noteMax))
        try faults.check()
    }
}
