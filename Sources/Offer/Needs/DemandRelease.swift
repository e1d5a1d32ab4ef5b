package import Centres
package import Kernel
package import Languages
import Planner

/// What a centre tells everybody of what is wished in a school year: wishes by topic, and each topic by municipality, by job and by term. Its numbers are frozen
/// on a day. Small ones are hidden, together with those from which they could be computed; what was hidden once in a year stays hidden in it.
///
/// A live table would tell single wishes: whoever reads it before and after an answer subtracts (`docs/decisions/0046-releases-are-frozen.md`).
package struct DemandRelease: Sendable {
    package typealias ID = Kernel.ID<DemandRelease>

    package let id: ID
    package let centre: Kernel.ID<CentreTag>
    package let year: SchoolYear
    /// In its year, from 1.
    package let number: Int
    package let at: Instant
    /// Plans that it was made of.
    package let plans: Int
    package let cells: [ReleasedCell]

    /// Counts of 1 to 4 tell of single people.
    package static let threshold = 5
    /// So many plans are new or changed before it is worth a release, or tell enough of each other for a first one.
    package static let least = 10

    /// Whether there may be another one.
    /// - Parameters:
    ///   - plans: of the year, now.
    ///   - changed: of these, since the last release; all of them before the first.
    package static func refusal(plans: Int, changed: Int, isFirst: Bool) -> Phrase? {
        if changed >= least { return nil }
        return isFirst ? T.needs.releaseTooFew(count: plans, least: .number(least)) : T.needs.releaseTooSoon(count: changed, least: .number(least))
    }
}

/// One number of a release.
package struct ReleasedCell: Sendable, Hashable {
    /// Nil for all topics together.
    package var topic: Topic.ID?
    /// Nil for the sum.
    package var place: Place?
    /// Nil where it is hidden.
    package var wishes: Int?

    package enum Place: Sendable, Hashable {
        /// Nil where somebody’s municipality is unknown.
        case municipality(Kernel.ID<Municipality>?)
        case job(NeedJob)
        /// Nil where any will do.
        case term(WishTerm?)
    }

    package init(topic: Topic.ID?, place: Place?, wishes: Int?) { (self.topic, self.place, self.wishes) = (topic, place, wishes) }
}

/// A release as the program that hides small numbers knows it.
enum ReleaseCube {
    private static let dimensions = ["topic", "municipality", "job", "term"]
    private static let nowhere = "0", any = "any"

    /// Wishes that have a topic; own words that nobody has matched are told to nobody.
    /// - Parameters:
    ///   - lines: by all axes.
    ///   - earlier: what was told before in the year. A topic that went into another one since is counted with it: else the difference of the two would tell
    ///     what changed.
    static func cube(_ lines: [Demand.Line], earlier: [[ReleasedCell]], topics: TopicList) -> CountCube {
        let cells = lines.compactMap { line -> CountCube.Cell? in
            guard let topic = line.cell.topic else { return nil }
            let place = line.cell.municipality.map { "\($0)" } ?? nowhere
            return CountCube.Cell(at: ["\(topic)", place, line.cell.job.rawValue, line.cell.term?.rawValue ?? any], count: line.count.wishes)
        }
        return CountCube(
            dimensions: dimensions, tables: [[0, 1], [0, 2], [0, 3]], cells: cells.sorted { $0.at.lexicographicallyPrecedes($1.at) },
            earlier: earlier.map { joined($0, topics).map(hidden) }, threshold: DemandRelease.threshold)
    }

    /// What is hidden in one part is hidden in the sum.
    static func joined(_ cells: [ReleasedCell], _ topics: TopicList) -> [ReleasedCell] {
        var (order, sums): ([ReleasedCell], [ReleasedCell: Int?]) = ([], [:])
        for cell in cells {
            let place = ReleasedCell(topic: cell.topic.map { topics.standing($0)?.id ?? $0 }, place: cell.place, wishes: nil)
            if let known = sums[place] { sums[place] = .some(known.flatMap { known in cell.wishes.map { known + $0 } }) } else {
                order.append(place)
                sums[place] = .some(cell.wishes)
            }
        }
        return order.map { ReleasedCell(topic: $0.topic, place: $0.place, wishes: sums[$0] ?? nil) }
    }

    static func cells(_ cube: HiddenCube) -> [ReleasedCell] { cube.cells.filter { $0.value != 0 }.map(released) }

    private static func hidden(_ cell: ReleasedCell) -> HiddenCube.Cell {
        var at: [String?] = [cell.topic.map { "\($0)" }, nil, nil, nil]
        switch cell.place {
        case .municipality(let place): at[1] = place.map { "\($0)" } ?? nowhere
        case .job(let job): at[2] = job.rawValue
        case .term(let term): at[3] = term?.rawValue ?? any
        case nil: break
        }
        return HiddenCube.Cell(at: at, value: cell.wishes)
    }

    private static func released(_ cell: HiddenCube.Cell) -> ReleasedCell {
        let place: ReleasedCell.Place? = if let municipality = cell.at[1] {
            .municipality(municipality == nowhere ? nil : Municipality.ID(municipality))
        } else if let job = cell.at[2] {
            .job(NeedJob(rawValue: job) ?? .other)
        } else if let term = cell.at[3] {
            .term(WishTerm(rawValue: term))
        } else { nil }
        return ReleasedCell(topic: cell.at[0].flatMap { Topic.ID($0) }, place: place, wishes: cell.value)
    }
}
