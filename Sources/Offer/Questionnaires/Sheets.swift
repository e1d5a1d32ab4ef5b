package import Kernel
import Languages

/// The code on a sheet of paper: its number, and four digits by which a wrong one is noticed: `17-4821`. Only staff type it in; nobody is asked through it.
package struct SheetCode: Hashable, Sendable {
    package let survey: Survey.ID
    package let number: Int

    /// So many sheets an asking may have.
    package static let most = 2_000
    /// So many are given numbers, and set, at once.
    package static let atOnce = 1...200

    package init(_ number: Int, of survey: Survey.ID) { (self.number, self.survey) = (number, survey) }

    package func text(_ seal: Seal) -> String { "\(number)-\(check(seal))" }

    package var link: AnswerLink { .sheet(number, of: survey) }

    private func check(_ seal: Seal) -> String {
        let number = seal.mark("\(survey) \(number)", for: "sheet code").utf8.reduce(0) { ($0 * 31 + Int($1)) % 10_000 }
        return String("000\(number)".suffix(4))
    }

    /// - Parameter typed: with whatever stands between the digits, or nothing.
    /// - Returns: nil for what is on no sheet of this asking.
    package init?(_ typed: String, of survey: Survey, _ seal: Seal) {
        let signs = typed.filter { !" -–.".contains($0) }
        guard signs.count > 4, survey.sheets > 0, let number = Int(typed: signs.dropLast(4), in: 1...survey.sheets) else { return nil }
        self.init(number, of: survey.id)
        guard check(seal) == signs.suffix(4) else { return nil }
    }
}

/// A question as it stands on paper: with a number, for one of those about whom it is asked.
package struct SheetQuestion: Sendable {
    package let number: Int
    package let question: Question
    package let subject: Int64
    package var key: AnswerKey { AnswerKey(question.code, subject) }
}

extension Survey {
    /// All questions in the order of the paper, by their sections and those about whom they are asked.
    package var sheet: [(section: QuestionSection, subject: SurveySubject?, questions: [SheetQuestion])] {
        var number = 0
        return content.sections.flatMap { section in
            section.asked(of: subjects).map { subject in
                let questions = section.questions.map { question in
                    number += 1
                    return SheetQuestion(number: number, question: question, subject: subject)
                }
                return (section, subjects.first { $0.id == subject }, questions)
            }
        }
    }
}
