package import Kernel
package import Languages

/// A part of what a catalogue tells of a programme, as the state's register may ask for it.
package enum ProgrammePart: String, CaseIterable, Sendable {
    case institution, competence, priority, area, target, days, phases, seatsMin, price, goal, specificGoals, outcomes, topics, evaluation, followUp, authors, trainers
    case contact

    var name: Phrase {
        switch self {
        case .institution: T.catalogue.institution
        case .competence: T.catalogue.competence
        case .priority: T.catalogue.priority
        case .area: T.catalogue.area
        case .target: T.catalogue.target
        case .days: T.catalogue.days
        case .phases: T.catalogue.phases
        case .seatsMin: T.catalogue.seatsMin
        case .price: T.catalogue.price
        case .goal: T.catalogue.goal
        case .specificGoals: T.catalogue.specificGoals
        case .outcomes: T.catalogue.outcomes
        case .topics: T.catalogue.topics
        case .evaluation: T.catalogue.evaluation
        case .followUp: T.catalogue.followUp
        case .authors: T.catalogue.authors
        case .trainers: T.catalogue.trainers
        case .contact: T.catalogue.contact
        }
    }

    /// What a programme says of it, in words to be copied; empty where it says nothing.
    func text(of programme: Programme, _ t: Texts) -> String {
        switch self {
        case .institution: programme.institution
        case .competence: programme.competence?.label ?? ""
        case .priority: programme.priority?.label ?? ""
        case .area: programme.area?.label ?? ""
        case .target: (programme.targets.map(\.label) + [programme.target]).filter { !$0.isEmpty }.joined(separator: "\n")
        case .days: programme.days.map { "\($0)" } ?? ""
        case .phases: programme.phases
        case .seatsMin: programme.seatsMin > 0 ? "\(programme.seatsMin)" : ""
        case .price: programme.isFree ? t(T.catalogue.free) : programme.price.map { t.money($0) } ?? ""
        case .goal: programme.goal
        case .specificGoals: programme.specificGoals
        case .outcomes: programme.outcomes
        case .topics: programme.topics
        case .evaluation: programme.evaluation
        case .followUp: programme.followUp
        case .authors: programme.authors.map(\.written).joined(separator: "\n")
        case .trainers: programme.trainers.map(\.written).joined(separator: "\n")
        case .contact: programme.contact.map { [$0.written, $0.reach].filter { !$0.isEmpty }.joined(separator: ", ") } ?? ""
        }
    }
}

extension Programme {
    /// What its accreditor asks for and it does not say.
    func missing(_ t: Texts) -> [ProgrammePart] { ProgrammePart.allCases.filter { cycle.accreditor.rules.needs.contains($0) && $0.text(of: self, t).isEmpty } }
}
