import Foundation
import Kernel
import Languages
import Look
import Needs
import Sheets

/// The forecast, and the last one beside what came, as a workbook.
struct ForecastSheets {
    let board: ForecastBoard
    let t: Texts
    private var words: ForecastWords { ForecastWords(t: t, topics: board.topics, requirements: board.requirements) }

    init(board: ForecastBoard, t: Texts) { (self.board, self.t) = (board, t) }

    var name: String { "\(t(T.planning.forecast)) \(t.schoolYear(board.year))".replacing("/", with: "-") }

    var all: [Sheet] { [forecast] + board.checks.map(check) }

    private func number(_ title: Phrase) -> Sheet.Column { Sheet.Column(t(title), width: 14) }
    private func cell(_ number: Int?) -> Sheets.Cell { number.map { .number($0) } ?? .empty }

    private var forecast: Sheet {
        guard let shown = board.shown else { return Sheet(t(T.planning.forecast), columns: [Sheet.Column(t(T.needs.topic), width: 44)]) }
        let years = shown.basis.years.map { Sheet.Column(t.schoolYear($0), width: 14) }
        let columns = [Sheet.Column(t(T.needs.topic), width: 44), number(T.planning.expectedShort), number(T.planning.rangeLeast), number(T.planning.rangeMost),
            number(T.planning.goesAlong), number(T.planning.thisYear)] + years + [Sheet.Column(t(T.planning.whyNumber), width: 80)]
        return Sheet(t(T.planning.forecast), columns: columns, rows: shown.lines.map { line in
            let fresh = shown.basis.years.indices.map { place -> Sheets.Cell in
                if case .duty = line.subject { .empty } else { cell(line.counts.fresh.indices.contains(place) ? line.counts.fresh[place] : nil) }
            }
            let range = line.estimate.range
            return [.text(words.name(line.subject).text), cell(line.estimate.expected), cell(range?.lowerBound), cell(range?.upperBound), cell(line.counts.carried),
                cell(line.counts.asNow)] + fresh + [.text(words.why(line, shown.basis).joined(separator: " "))]
        })
    }

    private func check(_ check: ForecastCheck) -> Sheet {
        let columns = [Sheet.Column(t(T.needs.topic), width: 44)] + [
            T.planning.expectedShort, T.planning.rangeLeast, T.planning.rangeMost, T.planning.cameWishes, T.planning.offBy, T.planning.offByAsNow,
        ].map(number)
        return Sheet(t.schoolYear(check.year).replacing("/", with: "-"), columns: columns, rows: ([check.sum].compactMap(\.self) + check.topics).map { line in
            let range = line.line.estimate.range
            return [.text(words.name(line.line.subject).text)]
                + [line.line.estimate.expected, range?.lowerBound, range?.upperBound, line.came, line.error, line.asNowError].map(cell)
        })
    }
}

extension ForecastWords {
    /// A mean with one digit.
    func tenths(_ number: Double) -> Decimal { Decimal(Int((number * 10).rounded())) / 10 }
}
