package import Centres
package import Kernel

/// What is wished, counted: topic by municipality by job by term, persons and wishes apart. A person with two wishes is one person in a sum and two wishes.
package enum Demand {
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
    }

    package struct Line: Sendable, Hashable {
        package let cell: Cell
        package let count: Count

        package init(_ cell: Cell, _ count: Count) { (self.cell, self.count) = (cell, count) }
    }

    /// The lines of a table, those of most persons first, in an order that is always the same.
    package static func ordered(_ lines: [Line]) -> [Line] {
        lines.map { ($0, $0.cell.order) }.sorted { left, right in
            (right.0.count.persons, right.0.count.wishes, left.1) < (left.0.count.persons, left.0.count.wishes, right.1)
        }.map(\.0)
    }
}

extension Demand.Cell {
    /// An order of cells that is always the same.
    fileprivate var order: String {
        "\(topic?.value ?? 0) \(municipality?.value ?? 0) \(job.rawValue) \(term?.rawValue ?? "")"
    }
}
