/// How somebody uses the scale: high or low, wide or narrow. Scores are thousandths of a point.
package struct JurorScale: Sendable, Hashable {
    package let count: Int
    package let mean: Double
    /// How far their scores lie from their mean, as a rule: the standard deviation of all of them.
    package let spread: Double

    package init(_ scores: [Int]) {
        count = scores.count
        guard !scores.isEmpty else {
            (mean, spread) = (0, 0)
            return
        }
        let mean = Double(scores.reduce(0, +)) / Double(scores.count)
        self.mean = mean
        spread = (scores.reduce(0) { $0 + (Double($1) - mean) * (Double($1) - mean) } / Double(scores.count)).squareRoot()
    }

    /// Of fewer works no scale is known.
    package static let leastWorks = 3
}

/// The scores of a round, as given and as if all jurors used the scale alike.
package struct LevelledScores<Work: Hashable & Comparable & Sendable, Judge: Hashable & Sendable>: Sendable {
    package struct Score: Sendable, Hashable {
        package let work: Work
        package let judge: Judge
        /// Thousandths of a point.
        package let value: Int

        package init(_ work: Work, _ judge: Judge, _ value: Int) { (self.work, self.judge, self.value) = (work, judge, value) }
    }

    package let scores: [Score]
    package let scales: [Judge: JurorScale]
    /// Of all scores together: on this scale the levelled ones stand.
    package let common: JurorScale

    package init(_ scores: [Score]) {
        self.scores = scores
        scales = Dictionary(grouping: scores, by: \.judge).mapValues { JurorScale($0.map(\.value)) }
        common = JurorScale(scores.map(\.value))
    }

    /// So many spreads above or below the juror's own mean, laid on the common scale. Who gave all works the same says nothing of any; who has seen too few is
    /// taken at their word.
    package func levelled(_ score: Score) -> Int {
        guard let scale = scales[score.judge], scale.count >= JurorScale.leastWorks else { return score.value }
        guard scale.spread > 0.5 else { return Int(common.mean.rounded()) }
        return Int((common.mean + (Double(score.value) - scale.mean) / scale.spread * common.spread).rounded())
    }

    /// The mean of each work as it was scored.
    package var raw: [Work: Int] { means { $0.value } }
    package var even: [Work: Int] { means(levelled) }

    private func means(_ value: (Score) -> Int) -> [Work: Int] {
        Dictionary(grouping: scores, by: \.work).mapValues { Self.mean($0.map(value)) }
    }

    /// To the nearest thousandth.
    static func mean(_ values: [Int]) -> Int { values.isEmpty ? 0 : Int((Double(values.reduce(0, +)) / Double(values.count)).rounded()) }
}
