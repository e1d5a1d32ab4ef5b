import Accounts
import Centres
import Events
import Forms
import Kernel
import Languages

/// What staff do with one application, read from the form.
enum DeskDeed: Sendable {
    case admit(String), wait(String), withdraw(String), refuse(String), remark(String)
    case move(Event.ID, String)
    case handOver(Successor, String)
    case edit(ApplicationEdit)

    /// - Parameter found: the schools to which the choice in the form leads.
    /// - Throws: all faults at once.
    init(_ verb: DeskVerb, _ typed: Typed, of line: DeskCase, found: [School]) throws {
        var faults = Faults()
        let reason = verb == .remark ? "" : typed["reason"]
        faults.limit(reason, "reason", most: Registration.longestRemark)
        if verb.needsReason { faults.require(!reason.isEmpty, "reason", T.registration.reasonMissing) }
        switch verb {
        case .admit: self = .admit(reason)
        case .wait: self = .wait(reason)
        case .withdraw: self = .withdraw(reason)
        case .refuse: self = .refuse(reason)
        case .remark:
            let remark = typed["remark"]
            faults.limit(remark, "remark", most: Registration.longestRemark)
            self = .remark(remark)
        case .move:
            let other = Event.ID(typed["event"])
            faults.require(other != nil, "event", T.registration.moveChoose)
            try faults.check()
            guard let other else { throw Problem.missing }
            self = .move(other, reason)
        case .handOver: self = .handOver(try Successor(typed, school: line.registration.school, &faults), reason)
        case .edit: self = .edit(try ApplicationEdit(typed, of: line, because: reason, found: found, &faults))
        }
        try faults.check()
    }
}

extension DeskDeed {
    /// The same, once it is said who is meant by somebody of a known name.
    func meaning(_ person: MeantPerson, among doubles: [LikelyDouble]) throws -> DeskDeed {
        guard case .handOver(let successor, let reason) = self else { return self }
        return .handOver(try successor.meaning(person, among: doubles), reason)
    }

    /// Whether the person is to hear of it.
    func tells(_ before: Registration) -> Bool {
        switch self {
        case .remark: false
        case .edit(let edit): edit.payer != before.payer || edit.school != before.school
        default: true
        }
    }
}

/// Somebody to whom staff give a seat in place of another.
struct Successor: Sendable {
    private(set) var person: WrittenDown
    let job: String

    /// - Parameter school: whose the seat stays.
    init(_ typed: Typed, school: School.ID?, _ faults: inout Faults) throws {
        let name = PersonName(typed, &faults)
        let email = try typed["email"].isEmpty ? nil : faults.gather { try EmailAddress(typed) }
        person = WrittenDown(name, email: email, phone: typed["phone"], school: school)
        job = typed["job"]
        faults.phone(person.phone)
        faults.limit(job, "job", most: Person.longestOccupation)
    }

    func meaning(_ person: MeantPerson, among doubles: [LikelyDouble]) throws -> Successor {
        var successor = self
        successor.person = try self.person.meaning(person, among: doubles)
        return successor
    }
}

/// What staff change of an application that somebody else made.
struct ApplicationEdit: Sendable {
    let payer: Payer
    let school: School.ID?
    let phone: String
    let job: String
    /// Nil where it stays: who has proved the address changes it, and nobody else.
    let email: EmailAddress?
    let reason: String

    init(_ typed: Typed, of line: DeskCase, because reason: String, found: [School], _ faults: inout Faults) throws {
        let before = line.registration
        payer = Payer(rawValue: typed["payer"]) ?? before.payer
        school = try faults.gather { try SchoolChoice(typed).school(among: found) } ?? nil
        (phone, job) = (typed["phone"], typed["job"])
        email = try line.row.isProved || typed["email"].isEmpty ? nil : faults.gather { try EmailAddress(typed) }
        self.reason = reason
        faults.require(line.event.plan.payers.contains(payer) || payer == before.payer, "payer", T.registration.payerNotPossible)
        if payer == .school { faults.require(SchoolChoice(typed) != .none, "school", T.registration.schoolMissing) }
        if payer != before.payer || SchoolChoice(typed) != SchoolChoice(SchoolChoice.typed(before.school)) {
            faults.require(!reason.isEmpty, "reason", T.registration.reasonMissing)
        }
        faults.phone(phone)
        faults.limit(job, "job", most: Person.longestOccupation)
    }

    /// What stands in the form that is opened.
    static func typed(_ line: DeskCase) -> Typed {
        SchoolChoice.typed(line.registration.school).with("payer", line.registration.payer.rawValue).with("phone", line.row.phone).with("job", line.row.job)
            .with("email", line.row.isProved ? nil : line.row.email)
    }
}
