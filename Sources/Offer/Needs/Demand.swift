package import Centres
package import Kernel

/// What is wished, counted: topic by municipality by job by term, persons and wishes apart. Made of single wishes, or of sums that the database made of them;
/// both ways give the same numbers.
package struct Demand: Sendable {
    package enum Axis: String, CaseIterable, Sendable {
        case topic, municipality, job, term
    }

    /// One place of the table. What a line is not split by is nil, or `.other` for a job.
    package struct Cell: Sendable, Hashable {
        /// Nil for own words that nobody has matched.
        package var topic: Topic.ID?
        /// Nil where it is unknown.
        package var municipality: Municipality.ID?
        package var job: NeedJob
        /// Nil where any will do.
        package var term: WishTerm?

        package init(topic: Topic.ID? = nil, municipality: Municipality.ID? = nil, job: NeedJob = .other, term: WishTerm? = nil) {
            (self.topic, self.municipality, self.job, self.term) = (topic, municipality, job, term)
        }
    }

    package struct Count: Sendable, Hashable {
        package var persons: Int
        package var wishes: Int

        package init(persons: Int, wishes: Int) { (self.persons, self.wishes) = (persons, wishes) }

        package static func + (left: Count, right: Count) -> Count { Count(persons: left.persons + right.persons, wishes: left.wishes + right.wishes) }
    }

    /// A wish of a person, as it counts.
    package struct Entry: Sendable, Hashable {
        package let person: ID<PersonTag>
        package let cell: Cell

        package init(_ person: ID<PersonTag>, _ cell: Cell) { (self.person, self.cell) = (person, cell) }
    }

    /// By what wishes of one person are told apart. A person has one municipality and one job, so that persons add up over those; over topics and terms they do
    /// not, and each of these is counted for itself.
    package struct Level: OptionSet, Sendable, Hashable {
        package let rawValue: Int
        package init(rawValue: Int) { self.rawValue = rawValue }

        package static let topic = Level(rawValue: 1)
        package static let term = Level(rawValue: 2)
        package static let all: [Level] = [[], .topic, .term, [.topic, .term]]

        /// What a question needs: all that it splits or narrows by.
        package init(by axes: [Axis], _ filter: Filter) {
            self = []
            if axes.contains(.topic) || filter.topic != nil || filter.isUnmatched { insert(.topic) }
            if axes.contains(.term) || filter.term != nil { insert(.term) }
        }
    }

    /// What is looked at.
    package struct Filter: Sendable, Hashable {
        package var topic: Topic.ID?
        /// Only own words that nobody has matched.
        package var isUnmatched = false
        package var municipality: Municipality.ID?
        package var job: NeedJob?
        package var term: WishTerm?

        package init() {}

        package func holds(_ cell: Cell) -> Bool {
            (topic == nil || cell.topic == topic) && (!isUnmatched || cell.topic == nil) && (municipality == nil || cell.municipality == municipality)
                && (job == nil || cell.job == job) && (term == nil || cell.term == term)
        }
    }

    package struct Line: Sendable, Hashable {
        package let cell: Cell
        package let count: Count
    }

    private var levels: [Level: [Cell: Count]] = [:]

    /// Counts single wishes, on all levels.
    package init(_ entries: [Entry]) {
        for level in Level.all {
            var wishes: [Cell: Int] = [:], persons: [Cell: Set<ID<PersonTag>>] = [:]
            for entry in entries {
                var cell = entry.cell
                if !level.contains(.topic) { cell.topic = nil }
                if !level.contains(.term) { cell.term = nil }
                wishes[cell, default: 0] += 1
                persons[cell, default: []].insert(entry.person)
            }
            levels[level] = wishes.reduce(into: [:]) { $0[$1.key] = Count(persons: persons[$1.key]?.count ?? 0, wishes: $1.value) }
        }
    }

    /// Takes sums that were made elsewhere.
    package init(_ levels: [Level: [Cell: Count]]) { self.levels = levels }

    /// The lines of a table, those of most persons first.
    package func lines(by axes: [Axis], _ filter: Filter = Filter()) -> [Line] {
        let cells = levels[Level(by: axes, filter)] ?? [:]
        var sums: [Cell: Count] = [:]
        for (cell, count) in cells where filter.holds(cell) {
            let place = Cell(
                topic: axes.contains(.topic) ? cell.topic : nil, municipality: axes.contains(.municipality) ? cell.municipality : nil,
                job: axes.contains(.job) ? cell.job : .other, term: axes.contains(.term) ? cell.term : nil)
            sums[place] = sums[place].map { $0 + count } ?? count
        }
        return sums.map { Line(cell: $0.key, count: $0.value) }.sorted { left, right in
            (right.count.persons, right.count.wishes, left.cell.order) < (left.count.persons, left.count.wishes, right.cell.order)
        }
    }

    /// All of it, each person once.
    package func total(_ filter: Filter = Filter()) -> Count { lines(by: [], filter).first?.count ?? Count(persons: 0, wishes: 0) }
}

extension Demand.Cell {
    /// An order of cells that is always the same.
    fileprivate var order: String {
        "\(topic?.value ?? 0) \(municipality?.value ?? 0) \(job.rawValue) \(term?.rawValue ?? "")"
    }
}
