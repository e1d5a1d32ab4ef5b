import Centres
import Events
import Forms
import Kernel
import Languages
import Look
import Needs
import Portfolio
import Sheets
import Web

/// What will be needed next year, and what became of the last forecast.
enum ForecastPages {
    @Sendable static func show(_ visit: Visit) async throws -> Answer { visit.page(try await screen(visit, visit.form())) }

    private static func screen(_ visit: Visit, _ form: FilledForm) async throws -> Screen { ForecastViews(reader: visit.reader).page(try await board(visit), form) }

    @Sendable static func make(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id, year = SchoolYear(containing: visit.today).next
        return try await visit.submit {
            try await visit.act { act in
                try ForecastStore.make(for: year, at: centre, in: act)
                return Redirect(visit.link("/staff/needs/forecast"), T.planning.saidForecast)
            }
        } again: { try await screen(visit, $0) }
    }

    @Sendable static func sheet(_ visit: Visit) async throws -> Answer {
        let sheets = ForecastSheets(board: try await board(visit), t: visit.t)
        return .file(bytes: try sheets.all.xlsx(), type: OfferAnalysisSheets.type, name: "\(sheets.name).xlsx")
    }

    private static func board(_ visit: Visit) async throws -> ForecastBoard {
        let now = SchoolYear(containing: visit.today), next = now.next, centre = visit.centre.id
        return try await visit.read { act in
            let made = try ForecastStore.newest(of: centre, for: [next, now, now.previous], in: act)
            let checks = try [now, now.previous].compactMap { year in
                try made[year].map { ForecastCheck($0.forecast, came: try ForecastStore.wished(centre, in: year, in: act)) }
            }
            let packs = try RulePackStore.packs(of: CentreStore.centre(centre, in: act).country, in: act)
            return ForecastBoard(
                year: next, draft: try ForecastStore.draft(of: centre, for: next, in: act), made: made[next], checks: checks, checked: made[now],
                topics: try TopicStore.list(in: act), requirements: packs.judging(now)?.requirements ?? [])
        }
    }
}

/// What the page of the forecast shows.
struct ForecastBoard: Sendable {
    let year: SchoolYear
    /// As it would be today; nil where no year has plans.
    let draft: Forecast?
    /// As it was frozen last.
    let made: MadeForecast?
    /// Those of this year and the last, as far as they were made.
    let checks: [ForecastCheck]
    /// The one of this year.
    let checked: MadeForecast?
    let topics: TopicList
    let requirements: [Requirement]

    /// The frozen one, else what stands today.
    var shown: Forecast? { made?.forecast ?? draft }
    /// *As last year* was nearer twice.
    var isLosing: Bool { checks.count == 2 && checks.allSatisfy(\.isLost) }
}

/// Lines of a forecast in the reader's words.
struct ForecastWords {
    let t: Texts
    let topics: TopicList
    let requirements: [Requirement]

    func name(_ subject: Forecast.Subject) -> Run {
        switch subject {
        case .sum: Run(t(T.planning.forecastSum))
        case .topic(let id): OfferWords(t: t).topic(id, topics)
        case .words: Run(t(T.needs.ownWords))
        case .duty(let name): requirements.first { $0.name == name }.map { t.run($0.title.wording(in: t.language)) } ?? Run(name)
        }
    }

    func number(_ estimate: Forecast.Estimate) -> String {
        guard let range = estimate.range else { return t.number(estimate.expected) }
        return t(T.planning.expectedOf(number: .number(estimate.expected), least: .number(range.lowerBound), most: .number(range.upperBound)))
    }

    /// How a number came about.
    func why(_ line: Forecast.Line, _ basis: Forecast.Basis) -> [String] {
        let counts = line.counts, staff = basis.staff
        if case .duty = line.subject {
            return [t(T.planning.whyDuty(missing: .number(counts.carried), people: .number(counts.fresh.first ?? 0))), self.staff(staff)]
        }
        let years = zip(basis.years, counts.fresh).map { Value.text("\(t.schoolYear($0)): \(t.number($1))") }
        let fresh = counts.fresh.isEmpty ? nil : t(T.planning.whyNew(years: .list(years)))
        return [t(T.planning.whyCarried(count: counts.carried)), fresh, staff.now == staff.then ? nil : self.staff(staff),
            line.estimate.range == nil ? t(T.planning.whyNoRange) : t(T.planning.whyRange)].compactMap(\.self)
    }

    private func staff(_ staff: Forecast.Staff) -> String {
        t(T.planning.whyStaff(now: .number(staff.now), then: .number(staff.then), leaving: .number(staff.leaving), joining: .number(staff.joining)))
    }
}
