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
    init(_ typed: Typed, isSignedIn: Bool, payers: [Payer], ofGroup isGroup: Bool = false, asks: DetailsAsked, found: [School]) throws {
        var faults = Faults()
        newcomer = try isSignedIn ? nil : faults.gather { try NamedPerson(typed) }
        let payer = Payer(rawValue: typed["payer"])
        if payers.count > 1 { faults.require(payer.map(payers.contains) ?? false, "payer", T.registration.payerMissing) }
        application = try Application(typed, .web, ofGroup: isGroup, payer: payer ?? payers.first ?? .own, asks: asks, found: found, &faults)
        wantsPapers = typed.has("papers")
        try faults.check()
    }

    /// What stands in the form of somebody who opens it.
    static func typed(_ opening: Opening) -> Typed {
        SchoolChoice.typed(opening.schools.first).with("papers", opening.wantsPapers ? "yes" : nil).with("phone", opening.phone).with("job", opening.job)
    }
}

extension Application {
    static let longestNote = TextLimit.note.rawValue

    /// Reads school, telephone, job and note, and the group where groups apply.
    /// - Parameter asks: what must be told.
    init(_ typed: Typed, _ channel: Channel, ofGroup isGroup: Bool, payer: Payer, asks: DetailsAsked, found: [School], _ faults: inout Faults) throws {
        let school = try faults.gather { try SchoolChoice(typed).school(among: found) }
        let proposal = SchoolChoice(typed).proposal
        self.init(
            school: school ?? nil, payer: payer, phone: typed["phone"], job: typed["job"], note: typed.lines("note"), channel: channel, proposal: proposal,
            workshops: Workshop.chosen(typed))
        if isGroup {
            group = PupilGroup(typed, &faults)
            faults.require(SchoolChoice(typed) != .none, "school", T.registration.groupSchoolMissing)
        }
        if payer == .school { faults.require(SchoolChoice(typed) != .none, "school", T.registration.schoolMissing) }
        faults.require(asks.phone != .must || !phone.isEmpty, "phone", T.registration.phoneMissing)
        faults.phone(phone)
        faults.require(asks.job != .must || !job.isEmpty, "job", T.registration.jobMissing)
        faults.limit(job, "job")
        faults.limit(proposal ?? "", "school")
        faults.limit(note, "note")
    }
}
