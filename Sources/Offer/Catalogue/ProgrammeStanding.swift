package import Kernel
package import Languages

/// How often programmes were held, and are to be held: the rooms above know.
package struct RunsAsked: Question {
    package typealias Answer = [Programme.ID: Runs]
    package init() {}
}

/// How often one programme was held in its cycle, and how often it is announced.
package struct Runs: Sendable, Hashable {
    package var held: Int
    package var coming: Int

    package init(held: Int = 0, coming: Int = 0) { (self.held, self.coming) = (held, coming) }
}

/// Where the programmes of a centre stand in their cycles: what ends, what was never held, what has lost its way from one cycle to the next.
struct ProgrammeStanding: Sendable {
    /// One programme with what is known of its dates.
    struct Line: Sendable {
        let programme: ProgrammeChoice
        let runs: Runs
        /// The same programme in a later cycle.
        let successor: ProgrammeChoice?
        /// It was never held in the cycle before either.
        let isTwice: Bool
    }

    /// Two programmes of one title, of two cycles, of which nobody has said that they are one.
    struct Pair: Sendable {
        let programme: ProgrammeChoice
        let earlier: ProgrammeChoice
    }

    let today: Day
    /// Running cycles, the one that ends first in front, each with its programmes that have no successor yet.
    let ending: [(cycle: Cycle, lines: [Line])]
    let unheld: [(cycle: Cycle, lines: [Line])]
    let pairs: [Pair]

    /// So long before its end a cycle is spoken of.
    static let ahead = 365

    /// - Parameter all: the centre's own programmes that are valid, of all cycles.
    init(_ all: [OwnProgramme], runs: [Programme.ID: Runs], today: Day) {
        self.today = today
        let byId = Dictionary(uniqueKeysWithValues: all.map { ($0.choice.id, $0) })
        let successors = Dictionary(all.compactMap { own in own.predecessor.map { ($0, own.choice) } }, uniquingKeysWith: { first, _ in first })
        func line(_ own: OwnProgramme) -> Line {
            let before = own.predecessor.flatMap { byId[$0] }
            return Line(
                programme: own.choice, runs: runs[own.choice.id] ?? Runs(), successor: successors[own.choice.id],
                isTwice: before.map { (runs[$0.choice.id]?.held ?? 0) == 0 } ?? own.wasUnheldBefore)
        }
        let running = Dictionary(grouping: all.filter { $0.choice.cycle.contains(today) },
            by: \.choice.cycle).sorted { ($0.key.days.upperBound, $0.key.id) < ($1.key.days.upperBound, $1.key.id) }
        ending = running.filter { $0.key.days.upperBound <= today.adding(days: Self.ahead) }
            .map { ($0.key, $0.value.map(line).filter { $0.successor == nil }) }
        unheld = running.filter { $0.key.asksWhatWasHeld(on: today) }.map { ($0.key, $0.value.map(line).filter { $0.runs.held == 0 }) }.filter { !$0.1.isEmpty }
        let titled = Dictionary(grouping: all, by: \.key)
        pairs = all.filter { $0.predecessor == nil && $0.choice.cycle.days.upperBound >= today }.compactMap { own in
            let earlier = titled[own.key]?.filter { own.choice.cycle.follows($0.choice.cycle) && successors[$0.choice.id] == nil }
            return earlier?.max { $0.choice.cycle.days.lowerBound < $1.choice.cycle.days.lowerBound }.map { Pair(programme: own.choice, earlier: $0.choice) }
        }
    }

    /// How many programmes wait for somebody's hand.
    var unheldCount: Int { unheld.reduce(0) { $0 + $1.lines.count } }
    var endingCount: Int { ending.reduce(0) { $0 + $1.lines.count } }
}

/// A programme of the centre, as its standing is judged.
struct OwnProgramme: Sendable {
    let choice: ProgrammeChoice
    let predecessor: Programme.ID?
    /// By the numbers that it had in catalogues which nobody keeps here: the last of them was never held.
    let wasUnheldBefore: Bool

    /// What makes two titles one.
    var key: String { CycleCode.key(choice.title) }
}

extension Cycle {
    /// The month of the cycle, from 1: a cycle of 1 September 2025 is in its 24th month in August 2027.
    package func month(of day: Day) -> Int {
        let (first, now) = (days.lowerBound.civil, day.civil)
        return (now.year - first.year) * 12 + now.month - first.month + (now.day < first.day ? 0 : 1)
    }

    /// Whether its accreditor asks by now what was held.
    package func asksWhatWasHeld(on day: Day) -> Bool { accreditor.rules.unheldMonths.map { contains(day) && month(of: day) >= $0 } ?? false }
}
