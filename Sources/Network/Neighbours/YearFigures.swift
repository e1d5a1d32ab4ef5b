package import Languages

/// What was held in a school year, as one installation counts it. Persons and participations are told apart, always.
package struct YearFigures: Codable, Hashable, Sendable {
    /// In which the school year begins.
    package let year: Int
    package let events: Int
    /// Of what was held, in whole hours of sessions.
    package let hours: Int
    /// Who was marked as present at an event; hidden with the persons.
    package let participations: Int?
    /// Different people among them; hidden where they are fewer than five.
    package let persons: Int?

    /// A smaller number of people is not told.
    package static let least = 5

    package init(_ year: SchoolYear, events: Int, hours: Int, participations: Int, persons: Int) {
        (self.year, self.events, self.hours) = (year.start, events, hours)
        let isTold = persons == 0 ? participations == 0 : persons >= Self.least
        (self.participations, self.persons) = isTold ? (participations, persons) : (nil, nil)
    }

    /// Whether anybody could have counted so: no number is below nothing, nobody takes part without being somebody.
    package var isSound: Bool {
        let bounds = 0...10_000_000
        guard bounds.contains(events), bounds.contains(hours), (1900...2200).contains(year) else { return false }
        guard let participations, let persons else { return participations == nil && persons == nil }
        return bounds.contains(participations) && (persons == 0 ? participations == 0 : persons >= Self.least) && participations >= persons
    }
}

/// Figures of a whole network for a year: a line for each installation, and their sum.
package struct NetworkFigures: Sendable {
    package struct Line: Sendable {
        package let neighbour: Neighbour?
        package let figures: YearFigures?
        /// When they were made.
        package let made: Instant?
    }

    package let year: SchoolYear
    /// The own line first.
    package let lines: [Line]

    package struct Sum: Sendable, Hashable {
        package let events: Int
        package let hours: Int
        package let participations: Int
        package let persons: Int
        /// Installations that hide theirs: the sum of people is a least.
        package let hidden: Int
        /// Installations that tell nothing of the year.
        package let missing: Int
    }

    /// Somebody who went to two installations stands in the persons of both: names never travel.
    package var sum: Sum {
        let told = lines.compactMap(\.figures)
        return Sum(
            events: told.reduce(0) { $0 + $1.events }, hours: told.reduce(0) { $0 + $1.hours }, participations: told.reduce(0) { $0 + ($1.participations ?? 0) },
            persons: told.reduce(0) { $0 + ($1.persons ?? 0) }, hidden: told.count { $0.persons == nil }, missing: lines.count - told.count)
    }
}
