package import Centres
package import Kernel
package import Languages

/// How many of the people of a school have met one requirement.
package struct StandingFigure: Sendable, Hashable {
    package let school: School.ID?
    package let name: String
    package let requirement: String
    package let people: Int
    package let met: Int
    package let counted: Instant
}

/// Counts people who come one after another: each once a school and once a centre.
struct StandingCount {
    struct Key: Hashable {
        let centre: Centre.ID?
        let school: School.ID?
        let requirement: String
    }

    private(set) var figures: [Key: (people: Int, met: Int)] = [:]

    mutating func add(_ standing: Standing, at schools: Set<School.ID>, of centres: Set<Centre.ID>) {
        for line in standing.lines {
            let met = line.isFulfilled ? 1 : 0
            for key in schools.map({ Key(centre: nil, school: $0, requirement: line.requirement.name) })
                + centres.map({ Key(centre: $0, school: nil, requirement: line.requirement.name) }) {
                let figure = figures[key, default: (0, 0)]
                figures[key] = (figure.people + 1, figure.met + met)
            }
        }
    }
}
