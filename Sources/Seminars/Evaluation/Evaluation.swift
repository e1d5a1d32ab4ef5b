package import Events
package import Kernel
package import Languages
package import Questionnaires

/// The survey in which an event is evaluated, and what came of it.
package struct Evaluation: Sendable {
    package let event: Event.ID
    package let summary: Summary
    package var survey: Survey { summary.survey }

    /// The one mark by which evaluations are compared: the question *overall*, or without it all marks on scales together.
    package var grade: Tally { summary.survey.content.grade(summary.tallies) }
}

extension QuestionnaireContent {
    /// The code of the question that asks for the whole.
    static let overall = "overall"

    func grade(_ tallies: [AnswerKey: Tally]) -> Tally {
        if let overall = question(Self.overall), overall.kind == .scale { return tallies[AnswerKey(Self.overall)] ?? Tally() }
        let scales = Set(questions.filter { $0.kind == .scale && $0.scale?.highest == 5 }.map(\.code))
        return tallies.filter { scales.contains($0.key.question) }.values.reduce(Tally(), +)
    }
}

/// One event in a row of evaluations of the same programme, or of all events of a centre.
package struct EvaluationPoint: Sendable {
    package let event: Event.ID
    package let day: Day
    package let title: Event.Wording
    package let grade: Tally

    package init(event: Event.ID, day: Day, title: Event.Wording, grade: Tally) { (self.event, self.day, self.title, self.grade) = (event, day, title, grade) }
}

/// How the last evaluation of a programme stands beside the one before.
package struct EvaluationChange: Sendable {
    package let last: EvaluationPoint
    package let before: EvaluationPoint

    /// In hundredths; nil where one of both cannot be shown.
    package var difference: Int? { last.grade.mean.flatMap { last in before.grade.mean.map { last - $0 } } }

    /// The last two of each programme of which two can be shown.
    package static func all(_ points: [Int64: [EvaluationPoint]]) -> [EvaluationChange] {
        points.values.compactMap { points in
            let shown = points.filter { $0.grade.mean != nil }.sorted { ($0.day, $0.event) < ($1.day, $1.event) }
            guard shown.count > 1 else { return nil }
            return EvaluationChange(last: shown[shown.count - 1], before: shown[shown.count - 2])
        }.sorted { ($0.difference ?? 0, $0.last.event) < ($1.difference ?? 0, $1.last.event) }
    }
}
