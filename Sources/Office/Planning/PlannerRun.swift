package import Centres
package import Kernel
package import Languages
package import Storage

/// One time that a term is planned out of what people wish: asked for, worked out by the planner beside the program, looked at, changed, and asked for again.
package struct PlannerRun: Sendable {
    package typealias ID = Kernel.ID<PlannerRun>

    package enum State: String, Sendable, Storable {
        case waiting, working, done
        /// Rules that cannot hold together; there is no plan.
        case contradiction
        /// Before there was a plan.
        case stopped
        case failed

        package var isUnderway: Bool { self == .waiting || self == .working }
    }

    package let id: ID
    package let centre: Centre.ID
    package let asked: PlannerAsk
    package let state: State
    package let isStopping: Bool
    package let told: Instant?
    /// Points of the best plan so far.
    package let worth: Int?
    /// Points that no plan can pass.
    package let bound: Int?
    package let groups: Int
    package let endedBy: String
    /// Names of rules that cannot hold together.
    package let rules: [String]
    /// Whether that is proved; nil where there is a plan.
    package let isProved: Bool?
    package let engine: String
    package let fingerprint: String
    /// People whose plans it was made of, and their wishes.
    package let persons: Int
    package let wishes: Int
    package let earlier: ID?
    package let at: Instant
    package let ended: Instant?

    /// How far the plan may be from the best, in percent of what no plan can pass.
    package var gap: Int? {
        guard let worth, let bound, bound > 0 else { return nil }
        return max(0, Int((Double(bound - worth) * 100 / Double(bound)).rounded(.up)))
    }
}

/// What is asked of the planner: the term, what must hold, and what counts how much.
package struct PlannerAsk: Sendable, Hashable {
    package var days: ClosedRange<Day>
    /// Groups in all, and on one day.
    package var most: Int
    package var aDay: Int
    /// Percent of a school that may be away on a day with lessons.
    package var cover: Int
    /// Of one subject of a school on such a day; nil without a limit.
    package var coverSubject: Int?
    /// The smallest group, where the catalogue names none.
    package var least: Int
    /// A day.
    package var trainerFee: Money
    /// For trainers; nil without a limit.
    package var budget: Money?
    /// For fees, by who pays them; without a limit where there is none.
    package var purses: [Purse: Money] = [:]
    /// Whether groups are held on days with lessons, too.
    package var worksDays: Bool
    /// Where a school lends a room, beside the centre's own halls.
    package var towns: [Municipality.ID]
    package var weights: PlannerWeights
    package var effort: Effort

    /// Who pays the fee of a seat, as plans say it.
    package enum Purse: String, CaseIterable, Sendable { case school, municipality, own }

    package enum Effort: String, CaseIterable, Sendable, Storable { case quick, normal, long }

    package static let mostBounds = 1...500, dayBounds = 1...50, percents = 1...100, subjectBounds = 1...50, leastBounds = 1...500
}

/// How much each thing counts, in points; all of it is shown and can be changed.
package struct PlannerWeights: Sendable, Hashable {
    package enum Name: String, CaseIterable, Sendable {
        /// For a seat.
        case wish, priority, use, small, fair
        /// Once, for somebody for whom something falls due.
        case due
        /// Once, for a school that was never served.
        case new
        /// For a group that keeps its programme, place and day.
        case stay
        /// Taken away for each thousand of money, and for ten kilometres.
        case fee, trainer, km

        package var usual: Int {
            switch self {
            case .wish, .priority: 10
            case .small, .fair: 5
            case .use: 20
            case .due: 40
            case .new: 100
            case .stay: 30
            case .fee, .trainer, .km: 1
            }
        }
    }

    package static let bounds = 0...1000

    private var points: [Name: Int]

    package init(_ points: [Name: Int] = [:]) { self.points = points }

    package subscript(_ name: Name) -> Int {
        get { points[name] ?? name.usual }
        set { points[name] = newValue }
    }

    /// `wish=10 priority=10 …`
    package var text: String { Name.allCases.map { "\($0.rawValue)=\(self[$0])" }.joined(separator: " ") }

    package init(text: String) {
        self.init(text.split(separator: " ").reduce(into: [:]) { points, part in
            let halves = part.split(separator: "=")
            guard halves.count == 2, let name = Name(rawValue: String(halves[0])) else { return }
            points[name] = Int(typed: String(halves[1]), in: Self.bounds)
        })
    }
}

/// A time in which nothing is held, or in which schools have a break.
package struct SchoolPeriod: Sendable, Hashable {
    package typealias ID = Kernel.ID<SchoolPeriod>
    package enum Kind: String, CaseIterable, Sendable, Storable { case holiday, `break` }

    package let id: ID
    package let kind: Kind
    package let days: ClosedRange<Day>
    package let name: String
}

/// A day, or several after one another, on which a group could begin.
package struct PlannerStart: Sendable, Hashable {
    package enum Kind: String, Sendable { case weekend, `break`, working }

    package let kind: Kind
    /// A programme of fewer days takes the first of them.
    package let days: [Day]

    private static let longest = 3

    /// All of a term: Saturdays, days of breaks, and days with lessons where they are wanted. None begins on a holiday, and what a holiday cuts short is short.
    package static func all(in days: ClosedRange<Day>, _ periods: [SchoolPeriod], worksDays: Bool) -> [PlannerStart] {
        let free = Set(periods.filter { $0.kind == .holiday }.flatMap { Array($0.days) }), breaks = Set(periods.filter { $0.kind == .break }.flatMap { Array($0.days) })
        func row(_ first: Day, _ steps: [Int], _ holds: (Day) -> Bool) -> [Day] {
            Array(steps.map { first.adding(days: $0) }.prefix { days.contains($0) && !free.contains($0) && holds($0) })
        }
        return days.flatMap { day -> [PlannerStart] in
            guard !free.contains(day) else { return [] }
            let steps = Array(0..<longest)
            switch day.weekday {
            case .saturday: return [PlannerStart(kind: .weekend, days: row(day, [0, 1, 7]) { _ in true })]
            case .sunday: return []
            default:
                let isWeekday: (Day) -> Bool = { $0.weekday != .saturday && $0.weekday != .sunday }
                if breaks.contains(day) { return [PlannerStart(kind: .break, days: row(day, steps) { isWeekday($0) && breaks.contains($0) })] }
                return worksDays ? [PlannerStart(kind: .working, days: row(day, steps) { isWeekday($0) && !breaks.contains($0) })] : []
            }
        }
    }

    /// Days with lessons.
    package static func teaching(in days: ClosedRange<Day>, _ periods: [SchoolPeriod]) -> [Day] {
        let away = Set(periods.flatMap { Array($0.days) })
        return days.filter { $0.weekday != .saturday && $0.weekday != .sunday && !away.contains($0) }
    }
}
