import Forms
import Kernel
import Languages

/// A cycle that takes over programmes of an earlier one: which it may look into, and what is not renewed yet.
struct Renewal: Sendable {
    let cycle: Cycle
    /// All cycles before it, whose programmes it may take over.
    let earlier: [Cycle]
    /// The one that is looked into; nil when there is none.
    let from: Cycle?
    /// What is searched for in it.
    let words: String
    let choices: [ProgrammeChoice]

    static let most = 50

    /// Whether there may be more than is shown.
    var isCut: Bool { choices.count == Renewal.most }

    static func read(_ query: Typed, for id: Cycle.ID, order: Alphabet, in act: Act) throws -> Renewal {
        let cycle = try CycleStore.cycle(id, in: act)
        let earlier = try CycleStore.cycles(in: act).filter { cycle.follows($0) }
        let from = earlier.first { $0.id == Cycle.ID(query["from"]) } ?? earlier.first { $0.accreditor == cycle.accreditor } ?? earlier.first
        let choices = try from.map { try ProgrammeStore.renewable(from: $0.id, for: id, words: query["q"], order: order, in: act) }
        return Renewal(cycle: cycle, earlier: earlier, from: from, words: query["q"], choices: choices ?? [])
    }
}
