import Forms
import Kernel
import Languages

/// What is done with several chosen applications at once.
struct ChosenForm: Sendable {
    let verb: DeskVerb
    let registrations: Set<Registration.ID>
    let reason: String

    static let verbs: [DeskVerb] = [.admit, .wait, .refuse]
    /// So many stand on a page of the desk, and no more are taken.
    private static let most = Paging.size

    static func chosen(_ typed: Typed) -> [Registration.ID] { typed.all("chosen").compactMap { Registration.ID($0) } }

    /// - Throws: all faults at once.
    init(_ typed: Typed) throws {
        let verb = DeskVerb(rawValue: typed["deed"]).flatMap { Self.verbs.contains($0) ? $0 : nil }
        (registrations, reason) = (Set(Self.chosen(typed)), typed["reason"])
        var faults = Faults()
        faults.require(!registrations.isEmpty && registrations.count <= Self.most, "chosen", T.registration.chooseSomebody(most: .number(Self.most)))
        faults.require(verb != nil, "deed", T.common.errorChoose)
        if let verb, verb.needsReason { faults.require(!reason.isEmpty, "reason", T.registration.reasonMissing) }
        faults.limit(reason, "reason", most: Registration.longestRemark)
        try faults.check()
        self.verb = verb ?? .admit
    }

    var deed: DeskDeed {
        switch verb {
        case .wait: .wait(reason)
        case .refuse: .refuse(reason)
        default: .admit(reason)
        }
    }
}

/// What came of it: for how many it was done, for whom not and why, and who hears nothing of it, for there is no address.
struct ChosenOutcome: Sendable {
    struct Undone: Sendable {
        let registration: Registration.ID
        let name: String
        let why: Phrase
    }

    var done = 0
    var undone: [Undone] = []
    var untold: [String] = []

    /// So many names are told; the boxes of all others stay ticked.
    private static let namesMax = 12

    /// Each reason once, with the names of those whom it concerns.
    func said(_ t: Texts) -> Phrase {
        var parts = [t(T.registration.saidChosen(count: done))]
        var reasons: [(why: Phrase, names: [String])] = []
        for one in undone {
            if let place = reasons.firstIndex(where: { $0.why == one.why }) { reasons[place].names.append(one.name) } else { reasons.append((one.why, [one.name])) }
        }
        parts += reasons.map { t(T.registration.saidChosenNot(names: .text(Self.told($0.names)), why: .phrase($0.why))) }
        if !untold.isEmpty { parts.append(t(T.registration.saidChosenUntold(names: .text(Self.told(untold))))) }
        return T.common.said(text: .text(parts.joined(separator: " ")))
    }

    private static func told(_ names: [String]) -> String {
        let more = names.count - namesMax
        return names.prefix(namesMax).joined(separator: ", ") + (more > 0 ? " + \(more)" : "")
    }
}
