import Kernel
import Languages
import Sheets

/// The works of a contest as a spreadsheet for the office.
enum WorkSheet {
    static func sheet(_ contest: Contest, _ works: [ContestWork], _ t: Texts) -> Sheet {
        let columns: [(Phrase, Double)] = [
            (T.contests.code, 10), (T.contests.category, 24), (T.contests.workTitle, 34), (T.contests.authors, 34), (T.contests.grade, 8), (T.contests.school, 34),
            (T.contests.mentor, 26), (T.common.state, 16), (T.contests.sentOn, 20), (T.contests.mayEnter, 14), (T.contests.mayShow, 14), (T.contests.mayBeNamed, 14),
            (T.contests.files, 8), (T.contests.reason, 30),
        ]
        return Sheet(t.shown(String(contest.name.prefix(30))), columns: columns.map { Sheet.Column(t($0.0), width: $0.1) }, rows: works.map { work in
            func all(_ question: (ContestAuthor) -> Consent) -> Cell { .text(work.authors.map { t(question($0).name) }.joined(separator: ", ")) }
            return [
                .text(work.code), .text(contest.category(work.category).map { t.shown($0.name) } ?? ""), .text(work.title),
                .text(work.authors.map(\.name).joined(separator: ", ")),
                work.grade.map { .number($0) } ?? .empty, .text(t.shown(work.schoolName)), .text(work.mentorName), .text(t(work.standing)),
                .text(work.sent.map { t.instant($0) } ?? ""), all(\.mayEnter), all(\.mayShow), all(\.mayBeNamed), .number(work.files.count), .text(work.reason),
            ]
        })
    }
}
