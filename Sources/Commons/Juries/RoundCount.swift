package import Contests
import Kernel

/// What a round says of its works: as scored, and as if all used the scale alike.
package struct RoundCount: Sendable {
    /// Of one work.
    package struct Line: Sendable, Hashable {
        package let work: ContestWork.ID
        /// How many have given all that was asked.
        package let seen: Int
        /// Thousandths: of a point; of a sift the share that says yes; of an order points for places.
        package let raw: Int
        package let even: Int
        /// The means of the criteria, from the greatest weight on.
        package let byCriterion: [Int]
    }

    package let kind: JuryRound.Kind
    package let lines: [ContestWork.ID: Line]
    package let scales: [Juror.ID: JurorScale]

    /// - Parameters:
    ///   - most: of an order, so many places there are.
    ///   - sheets: of the round; what was declared a conflict counts for nothing.
    package init(_ kind: JuryRound.Kind, _ criteria: [JuryCriterion], most: Int, _ sheets: [JurySheet]) {
        self.kind = kind
        let counted = sheets.filter { $0.declared == nil && $0.isSeen(kind, by: criteria) }
        let scores = counted.compactMap { sheet in
            Self.score(sheet.given, kind, criteria, most: most).map { LevelledScores<ContestWork.ID, Juror.ID>.Score(sheet.work, sheet.juror, $0) }
        }
        let all = LevelledScores(scores), raw = all.raw, even = kind == .points ? all.even : raw
        let bySheet = Dictionary(grouping: counted, by: \.work), order = criteria.byWeight
        let works = Set(sheets.map(\.work))
        lines = Dictionary(uniqueKeysWithValues: works.map { work in
            let own = bySheet[work] ?? []
            let means = kind == .points ? order.map { criterion in
                LevelledScores<ContestWork.ID, Juror.ID>.mean(own.compactMap { $0.given.marks[criterion.id] }.map { $0 * 1_000 })
            } : []
            return (work, Line(work: work, seen: own.count, raw: raw[work] ?? 0, even: even[work] ?? 0, byCriterion: means))
        })
        scales = kind == .points ? all.scales : [:]
    }

    private static func score(_ given: GivenSheet, _ kind: JuryRound.Kind, _ criteria: [JuryCriterion], most: Int) -> Int? {
        switch kind {
        case .sift: given.isIn.map { $0 ? 1_000 : 0 }
        case .points: criteria.score(given.marks)
        case .rank: given.place.map { max(0, most + 1 - $0) * 1_000 } ?? 0
        }
    }

    /// The order of some of its works.
    /// - Parameter isLevelled: whether it follows the levelled scores.
    package func ranking(of works: [ContestWork.ID], levelled isLevelled: Bool, _ tie: TieRule) -> JuryRanking<ContestWork.ID> {
        JuryRanking(works.reduce(into: [:]) { counted, work in
            guard let line = lines[work] else { return }
            counted[work] = [isLevelled ? line.even : line.raw] + (tie == .criterion ? line.byCriterion : [])
        })
    }

    /// The works that go on: so many of the best; of a sift without a number those of which half say yes; else all.
    package func best(of works: [ContestWork.ID], most: Int?, levelled isLevelled: Bool, _ tie: TieRule) -> Set<ContestWork.ID> {
        let known = works.filter { lines[$0] != nil }
        guard let most else { return Set(kind == .sift ? known.filter { (lines[$0]?.raw ?? 0) >= 500 } : known) }
        return Set(ranking(of: known, levelled: isLevelled, tie).best(most))
    }
}
