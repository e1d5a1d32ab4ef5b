import Accounts
import Centres
import Events
import Forms
import Kernel
import Languages

/// What stands in the application form, read for the rule.
struct ApplicationForm: Sendable {
    /// Of somebody who has not signed in.
    let newcomer: NamedPerson?
    let application: Application
    /// Whether papers are to come by mail; asked only of those who have signed in.
    let wantsPapers: Bool

    /// - Parameter found: the schools to which the choice in the form leads.
    /// - Throws: all faults at once.
    init(_ typed: Typed, isSignedIn: Bool, payers: [Payer], found: [School]) throws {
        var faults = Faults()
        newcomer = try isSignedIn ? nil : faults.gather { try NamedPerson(typed) }
        let payer = Payer(rawValue: typed["payer"])
        if payers.count > 1 { faults.require(payer.map(payers.contains) ?? false, "payer", T.registration.payerMissing) }
        application = try Application(typed, .web, payer: payer ?? payers.first ?? .own, found: found, &faults)
        if application.payer == .school { faults.require(SchoolChoice(typed) != .none, "school", T.registration.schoolMissing) }
        wantsPapers = typed.has("papers")
        try faults.check()
    }

    /// What stands in the form of somebody who opens it.
    static func typed(school: School?, wantsPapers: Bool) -> Typed { SchoolChoice.typed(school).with("papers", wantsPapers ? "yes" : nil) }
}

extension Application {
    /// Reads school and note.
    init(_ typed: Typed, _ channel: Channel, payer: Payer, found: [School], _ faults: inout Faults) throws {
        let school = try faults.gather { try SchoolChoice(typed).school(among: found) }
        let proposal = SchoolChoice(typed).proposal
        self.init(school: school ?? nil, payer: payer, note: typed.lines("note"), channel: channel, proposal: proposal)
        faults.limit(proposal ?? "", "school")
        faults.limit(note, "note")
    }
}
