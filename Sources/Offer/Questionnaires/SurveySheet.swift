import Foundation
import Kernel
import Languages
import Sheets

/// The answers as a workbook: a row for each person with the codes that the questionnaire's file explains, and a sheet of what was written.
struct SurveySheet {
    static let type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

    let t: Texts
    let summary: Summary
    let answers: [Answers]

    func xlsx() throws -> [UInt8] {
        let survey = summary.survey, writer = try SheetWriter()
        let asked = survey.content.sections.flatMap { section in
            section.asked(of: survey.subjects).flatMap { subject in section.questions.filter(\.isCounted).map { ($0, subject) } }
        }
        try writer.begin(t(T.questionnaires.answers), columns: asked.map { question, subject in
            Sheet.Column(head(question, subject), width: 16)
        })
        for one in answers { try writer.add(asked.map { question, subject in cell(one[AnswerKey(question.code, subject)], question) }) }
        try writer.begin(t(T.questionnaires.written), columns: [
            Sheet.Column(t(T.questionnaires.question), width: 40), Sheet.Column(t(T.questionnaires.written), width: 80),
        ])
        for one in summary.written {
            guard let question = survey.content.question(one.key.question) else { continue }
            try writer.add([.text(head(question, one.key.subject)), .text(one.words)])
        }
        return try writer.finish()
    }

    private func head(_ question: Question, _ subject: Int64) -> String {
        let words = t.said(question.words)
        return survey(subject).map { "\($0): \(words)" } ?? words
    }

    private func survey(_ subject: Int64) -> String? { summary.survey.subjects.first { $0.id == subject }?.name }

    private func cell(_ values: [String], _ question: Question) -> Cell {
        switch question.kind {
        case .scale, .number: values.first.flatMap { Int(typed: $0, in: Question.numbers) }.map { .number(Decimal($0)) } ?? .empty
        default: values.isEmpty ? .empty : .text(values.map { said($0, question) }.joined(separator: "; "))
        }
    }

    private func said(_ value: String, _ question: Question) -> String {
        question.choices.first { $0.code == value }.map { t.said($0.words) } ?? value
    }
}
