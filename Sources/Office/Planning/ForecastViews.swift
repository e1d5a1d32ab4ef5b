import Forms
import HTML
import Kernel
import Languages
import Look
import Needs
import Portfolio

/// What will be needed, how the numbers came about, and the forecast of this year beside what came.
struct ForecastViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func page(_ board: ForecastBoard, _ form: FilledForm) -> Screen {
        Screen(t(T.planning.forecast), trail: [Look.Link(t(T.needs.demand), href: reader.link("/staff/needs"))]) {
            FormFaults(form)
            Heading(t(T.planning.forecast), kind: t(T.needs.yearTitle(year: .schoolYear(board.year))), lead: t(T.planning.forecastLead))
            DemandTabs(reader: reader, current: "/forecast")
            if let shown = board.shown { forecast(shown, board) } else {
                EmptyState(t(T.planning.forecastNoYears), t(T.planning.forecastNoYearsText)) { Empty() }
            }
            if let check = board.checks.first, check.year == board.year.previous { past(check, board) }
        }
    }

    @HTMLBuilder private func forecast(_ shown: Forecast, _ board: ForecastBoard) -> some HTML {
        let words = ForecastWords(t: t, topics: board.topics, requirements: board.requirements), basis = shown.basis
        if let made = board.made {
            HTML::p { Chip(.good, t(T.planning.frozenOn(at: .instant(made.at)))) }
            if let draft = board.draft, draft.sum?.estimate != shown.sum?.estimate {
                HTML::p { t(T.planning.todayItWouldBe(number: .number(draft.sum?.estimate.expected ?? 0))) }
            }
        } else {
            HTML::p { Chip(.waiting, t(T.planning.asItStands)) }
        }
        Figures([
            Figures.Figure(shown.sum.map { t.number($0.estimate.expected) } ?? "", t(T.planning.expectedWishes)),
            Figures.Figure(shown.sum.map { range($0.estimate) } ?? "–", t(T.planning.expectedRange)),
            Figures.Figure(t.number(basis.staff.then), t(T.planning.staffThen)), Figures.Figure(t.number(basis.staff.leaving), t(T.planning.staffLeaving)),
            Figures.Figure(t.number(basis.staff.joining), t(T.planning.staffJoining)),
        ])
        if basis.years.count < Forecast.years { Notice(.info) { HTML::p { t(T.planning.fewYears(count: basis.years.count)) } } }
        if board.isLosing { Notice(.waiting) { HTML::p { t(T.planning.forecastLoses) } } }
        let drawn = Array(shown.topics.prefix(15))
        let said = basis.years.count < Forecast.years ? T.planning.drawnWithoutRange : T.planning.drawnRange
        RangeChart(t(T.planning.expectedByTopic), description: t(said), drawn.map { line in
            RangeChart.Line(words.name(line.subject), line.estimate.expected, line.estimate.range, mark: line.counts.asNow, words.number(line.estimate))
        })
        let wished = shown.lines.filter { if case .duty = $0.subject { false } else { true } }
        DataTable(t(T.planning.forecast), rows: wished, columns: columns(words, basis), onPhone: .scroll, isCaptionHidden: true)
        if !shown.duties.isEmpty {
            h2 { t(T.planning.duties) }
            HTML::p { t(T.planning.dutiesLead) }
            DataTable(t(T.planning.duties), rows: shown.duties, columns: [
                Column(t(T.planning.duty), .name) { line in words.name(line.subject) },
                Column(t(T.planning.missingNow), .number) { line in t.number(line.counts.carried) },
                Column(t(T.planning.dueThen), .number) { line in t.number(line.estimate.expected) },
                Column(t(T.planning.whyNumber)) { line in why(line, words, basis) },
            ], isCaptionHidden: true)
        }
        Buttons {
            ButtonForm(
                t(board.made == nil ? T.planning.freeze : T.planning.freezeAgain), board.made == nil ? .primary : .quiet,
                action: reader.link("/staff/needs/forecast"), hidden: reader.hidden)
            LinkButton(t(T.planning.forecastXLSX), href: reader.link("/staff/needs/forecast.xlsx"), .quiet, icon: .download)
        }
    }

    private func columns(_ words: ForecastWords, _ basis: Forecast.Basis) -> [Column<Forecast.Line>] {
        [
            Column(t(T.needs.topic), .name) { line in words.name(line.subject) },
            Column(t(T.planning.expectedShort), .number) { line in t.number(line.estimate.expected) },
            Column(t(T.planning.expectedRange), .number) { line in range(line.estimate) },
            Column(t(T.planning.goesAlong), .number) { line in t.number(line.counts.carried) },
            Column(t(T.planning.thisYear), .number) { line in t.number(line.counts.asNow) },
            Column(t(T.planning.whyNumber)) { line in why(line, words, basis) },
        ]
    }

    private func range(_ estimate: Forecast.Estimate) -> String { estimate.range.map { "\(t.number($0.lowerBound))–\(t.number($0.upperBound))" } ?? "–" }

    private func why(_ line: Forecast.Line, _ words: ForecastWords, _ basis: Forecast.Basis) -> some HTML {
        details {
            summary(.aria("label", "\(t(T.planning.whyNumber)) \(words.name(line.subject).text)")) { t(T.planning.whyNumber) }
            ul { ForEach(words.why(line, basis)) { sentence in li { sentence } } }
        }
    }

    // MARK: This year

    @HTMLBuilder private func past(_ check: ForecastCheck, _ board: ForecastBoard) -> some HTML {
        let words = ForecastWords(t: t, topics: board.topics, requirements: board.requirements)
        h2 { t(T.planning.beside(year: .schoolYear(check.year))) }
        if let made = board.checked { HTML::p { t(T.planning.besideText(at: .instant(made.at))) } }
        if let sum = check.sum {
            HTML::p { t(T.planning.besideSum(expected: .number(sum.line.estimate.expected), came: .number(sum.came))) }
        }
        if let error = check.error, let other = check.asNowError {
            HTML::p { t(T.planning.besideError(error: .decimal(words.tenths(error)), other: .decimal(words.tenths(other)))) }
        }
        RangeChart(t(T.planning.beside(year: .schoolYear(check.year))), description: t(T.planning.besideDrawn), check.topics.prefix(15).map { line in
            RangeChart.Line(words.name(line.line.subject), line.line.estimate.expected, line.line.estimate.range, mark: line.came, t(T.planning.expectedAndCame(
                expected: .number(line.line.estimate.expected), came: .number(line.came))))
        })
        DataTable(t(T.planning.beside(year: .schoolYear(check.year))), rows: [check.sum].compactMap(\.self) + check.topics, columns: [
            Column(t(T.needs.topic), .name) { line in words.name(line.line.subject) },
            Column(t(T.planning.expectedShort), .number) { line in t.number(line.line.estimate.expected) },
            Column(t(T.planning.expectedRange), .number) { line in range(line.line.estimate) },
            Column(t(T.planning.cameWishes), .number) { line in t.number(line.came) },
            Column(t(T.planning.offBy), .number) { line in t.number(line.error) },
            Column(t(T.planning.offByAsNow), .number) { line in t.number(line.asNowError) },
        ], onPhone: .scroll, isCaptionHidden: true)
    }
}
