package import Kernel

/// What works are judged by, and how much it counts.
package struct JuryCriterion: Sendable, Hashable {
    package typealias ID = Kernel.ID<JuryCriterion>

    package let id: ID
    package let name: String
    package let weight: Int

    package init(id: ID, _ name: String, weight: Int) { (self.id, self.name, self.weight) = (id, name, weight) }

    package static let weightBounds = 1...10
    package static let most = 12
    /// The greatest mark of a criterion may be any of these; the smallest is 1.
    package static let scaleBounds = 3...10
}

extension [JuryCriterion] {
    /// The weighted mean of marks in thousandths; nil as long as one lacks.
    package func score(_ marks: [JuryCriterion.ID: Int]) -> Int? {
        let whole = reduce(0) { $0 + $1.weight }
        guard whole > 0, allSatisfy({ marks[$0.id] != nil }) else { return nil }
        let sum = reduce(0) { $0 + $1.weight * (marks[$1.id] ?? 0) }
        return (sum * 2_000 + whole) / (2 * whole)
    }

    /// From the greatest weight on; of two alike the first.
    package var byWeight: [JuryCriterion] { enumerated().sorted { ($1.element.weight, $0.offset) < ($0.element.weight, $1.offset) }.map(\.element) }
}
