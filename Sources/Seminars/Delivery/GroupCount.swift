import Events
package import Kernel
import Languages
package import Registration

/// How many of a group really came, written down after the event: numbers, never names.
package struct GroupCount: Sendable, Hashable {
    package let pupils: Int
    package let companions: Int

    package init(pupils: Int, companions: Int) {
        self.pupils = pupils
        self.companions = companions
    }

    package var people: Int { pupils + companions }

    /// Of one who was told of and did not come, both are zero.
    static let limits = 0...1_000
}

/// A group that had a seat, with what was counted of it; nil while nobody has counted.
package struct CountedGroup: Sendable {
    package let row: RollRow
    package let group: PupilGroup
    package let came: GroupCount?
}

/// The groups of one event.
package struct GroupRoll: Sendable {
    package let groups: [CountedGroup]

    /// Whether there is anything to count.
    package var isEmpty: Bool { groups.isEmpty }
    package var uncounted: Int { groups.count { $0.came == nil } }
    /// How many people came with groups, as far as they are counted; nil while none is.
    package var came: Int? { sum(\.people) }
    package var pupils: Int? { sum(\.pupils) }
    package var companions: Int? { sum(\.companions) }

    private func sum(_ part: (GroupCount) -> Int) -> Int? {
        let counted = groups.compactMap(\.came)
        return counted.isEmpty ? nil : counted.reduce(0) { $0 + part($1) }
    }
}
