import Accounts
import Centres
import Kernel
import Languages
import Planning

/// What heads of schools are told by letter.
enum ReportLetters {
    /// Those whose words a centre may choose.
    static let kinds: [LetterKind] = [
        LetterKind("report-advice", T.reports.letterKind, tellsEvent: false) {
            [T.reports.letterSubject(year: "2025/2026"), T.reports.letterLead(school: $0.part, year: "2025/2026")]
        },
    ]

    /// - Returns: whether it was written.
    static func advise(_ head: ID<PersonTag>, _ advice: ReportAdvice, of report: Report, in act: Act) throws -> Bool {
        try PersonLetter.send(to: head, of: report.centre, about: .report(report.id), in: act) { t in
            PersonLetter(
                subject: t(T.reports.letterSubject(year: report.year.value)),
                paragraphs: [t(T.reports.letterLead(school: .title(advice.name), year: report.year.value))]
                    + advice.text.split(separator: "\n").map { t.shown(String($0)) },
                action: nil)
        }
    }
}
