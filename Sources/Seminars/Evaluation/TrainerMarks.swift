package import Events
package import Kernel
package import Languages
package import Questionnaires

/// What people said of one trainer over the years, beside what they said of all trainers of the centre: the marks from 1 to 5 of the questions that are asked for each.
package struct TrainerMarks: Sendable {
    /// The trainer's events of which enough people answered, the oldest first.
    package let points: [EvaluationPoint]
    /// Of all trainers of the centre, by calendar years.
    package let centre: [Int: Tally]

    package var isEmpty: Bool { points.isEmpty }

    package var years: [(year: Int, own: Tally, centre: Tally)] {
        Dictionary(grouping: points, by: \.day.year).sorted { $0.key < $1.key }.map { year, points in (year, points.grade, centre[year] ?? Tally()) }
    }
}

extension [EvaluationPoint] {
    /// All together. What is hidden of one event because few answered is not told by the sum either.
    package var grade: Tally { map(\.grade).filter(\.isShown).reduce(Tally(), +) }
}

extension QuestionnaireContent {
    /// The questions by which trainers are compared.
    var trainerMarks: Set<String> { Set(sections.filter(\.isForEach).flatMap(\.questions).filter { $0.kind == .scale && $0.scale?.highest == 5 }.map(\.code)) }
}
