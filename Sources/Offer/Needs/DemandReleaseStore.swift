package import Centres
package import Kernel
package import Languages
package import Planner
import Storage

/// What was told of what is wished. Everybody may read it.
package enum DemandReleaseStore {
    /// The newest one of a centre, with its numbers.
    package static func newest(of centre: Centre.ID, in act: Act) throws -> DemandRelease? {
        try act.db.row("SELECT * FROM demand_release WHERE centre = \(centre) ORDER BY year DESC, number DESC LIMIT 1").map { try release($0, in: act) }
    }

    /// All of a year, the first first.
    package static func all(of centre: Centre.ID, in year: SchoolYear, in act: Act) throws -> [DemandRelease] {
        try act.db.rows("SELECT * FROM demand_release WHERE centre = \(centre) AND year = \(year.start) ORDER BY number").map { try release($0, in: act) }
    }

    private static func release(_ row: Row, in act: Act) throws -> DemandRelease {
        let id: DemandRelease.ID = try row["id"], year: Int = try row["year"]
        let cells = try act.db.rows("SELECT * FROM demand_released WHERE release = \(id) ORDER BY id").map(ReleasedCell.init(row:))
        return DemandRelease(
            id: id, centre: try row["centre"], year: SchoolYear(start: year) ?? SchoolYear(containing: .first), number: try row["number"], at: try row["at"],
            plans: try row["plans"], cells: cells)
    }

    /// Plans of a year, and how many of them were begun or changed since an instant.
    package static func plans(of centre: Centre.ID, in year: SchoolYear, since instant: Instant?, in act: Act) throws -> (all: Int, changed: Int) {
        let all = try act.db.count("SELECT count(*) FROM need_plan WHERE centre = \(centre) AND year = \(year.start)")
        guard let instant else { return (all, all) }
        return (all, try act.db.count("SELECT count(*) FROM need_plan WHERE centre = \(centre) AND year = \(year.start) AND changed > \(instant)"))
    }

    /// Freezes numbers.
    /// - Parameter last: the release beside which they were hidden; nil for the first of the year.
    /// - Throws: a conflict where there was another release meanwhile, or too little is new.
    @discardableResult
    package static func release(
        _ cells: [ReleasedCell], of centre: Centre.ID, in year: SchoolYear, after last: DemandRelease?, in act: Act
    ) throws -> DemandRelease.ID {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        try act.db.hold("centre", centre.value)
        let newest = try all(of: centre, in: year, in: act).last
        guard newest?.id == last?.id else { throw Problem.conflict(T.needs.releaseMeanwhile) }
        let plans = try plans(of: centre, in: year, since: newest?.at, in: act)
        if let refusal = DemandRelease.refusal(plans: plans.all, changed: plans.changed, isFirst: newest == nil) { throw Problem.conflict(refusal) }
        let id = DemandRelease.ID(try act.db.insert("""
            INSERT INTO demand_release (centre, year, number, at, plans)
            VALUES (\(centre), \(year.start), \((newest?.number ?? 0) + 1), \(act.now), \(plans.all)) RETURNING id
            """))
        try act.db.insert(many: Batch("demand_released", ["release", "topic", "axis", "municipality", "word", "wishes"], rows: cells.map { cell in
            [id.stored, cell.topic.stored, .text(cell.axis), cell.municipality.stored, .text(cell.word), cell.wishes.stored]
        }))
        try act.record(T.needs.released, .demandRelease(id), centre: centre)
        try act.touchPublicPages()
        return id
    }
}

/// What a release would tell, before small numbers are hidden: read in one act, told in another.
package struct ReleaseDraft: Sendable {
    /// What is to be hidden in.
    package let cube: CountCube
    private let centre: Centre.ID
    private let year: SchoolYear
    private let earlier: DemandRelease?

    package init(of centre: Centre.ID, in year: SchoolYear, in act: Act) throws {
        let all = try DemandReleaseStore.all(of: centre, in: year, in: act)
        let lines = try DemandStore.lines(of: centre, in: year, by: Demand.Axis.allCases, in: act)
        cube = ReleaseCube.cube(lines, earlier: all.map(\.cells), topics: try TopicStore.list(in: act))
        (self.centre, self.year, earlier) = (centre, year, all.last)
    }

    /// Freezes it, if the attack told nothing.
    package func release(_ hidden: HiddenCube, in act: Act) throws {
        guard hidden.isSafe else { throw Problem.conflict(T.needs.releaseNotSafe) }
        try DemandReleaseStore.release(ReleaseCube.cells(hidden), of: centre, in: year, after: earlier, in: act)
    }
}

extension ReleasedCell {
    fileprivate var axis: String {
        switch place {
        case nil: ""
        case .municipality: "municipality"
        case .job: "job"
        case .term: "term"
        }
    }

    fileprivate var municipality: Municipality.ID? { if case .municipality(let id) = place { id } else { nil } }

    fileprivate var word: String {
        switch place {
        case .job(let job): job.rawValue
        case .term(let term): term?.rawValue ?? ""
        default: ""
        }
    }

    fileprivate init(row: Row) throws {
        let axis: String = try row["axis"], word: String = try row["word"]
        let place: Place? = switch axis {
        case "municipality": .municipality(try row["municipality"])
        case "job": .job(NeedJob(rawValue: word) ?? .other)
        case "term": .term(WishTerm(rawValue: word))
        default: nil
        }
        self.init(topic: try row["topic"], place: place, wishes: try row["wishes"])
    }
}

extension Subject {
    package static func demandRelease(_ id: DemandRelease.ID) -> Subject { .other("demand-release", id.value) }
}
