import Foundation
package import Languages
package import Look

// How words of a questionnaire, and marks, stand on a page.
extension Texts {
    /// The reader's own words, or the first there are, with their language.
    package func run(_ words: QuestionWords) -> Run {
        let said = words.said(in: language)
        return run(said.text, said.language)
    }

    /// The same where no language can be named, as in a title.
    package func said(_ words: QuestionWords) -> String { shown(words.said(in: language).text) }

    /// A mean in hundredths; a dash where too few answered.
    package func mean(_ hundredths: Int?) -> String { hundredths.map { number(Decimal($0) / 100) } ?? "–" }

    /// A mean with the number of answers behind it.
    package func mean(of tally: Tally) -> String {
        tally.mean.map { self(T.questionnaires.meanOf(count: tally.answers, mean: .text(mean($0)))) } ?? "–"
    }
}
