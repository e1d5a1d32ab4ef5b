package import Centres
package import Kernel
package import Languages
package import Needs

/// What will be needed in a school year. Counted where something is known: wishes that go along, rules that fall due, who comes and who leaves; for the rest the
/// mean of the last three years stands, for a line through them was further off in trials.
package struct Forecast: Sendable {
    package typealias ID = Kernel.ID<Forecast>

    /// For which year.
    package let year: SchoolYear
    package let basis: Basis
    /// The sum first, then topics, those of most wishes in front, own words, duties.
    package let lines: [Line]

    /// What all lines rest on.
    package struct Basis: Sendable, Hashable {
        /// Years with plans that are known, of the last three, the newest first.
        package let years: [SchoolYear]
        /// Plans of the newest of them.
        package let plans: Int
        package let staff: Staff

        package init(years: [SchoolYear], plans: Int, staff: Staff) { (self.years, self.plans, self.staff) = (years, plans, staff) }
    }

    /// Who works in the schools of the territory, now and in the year that comes, as far as it is written down.
    package struct Staff: Sendable, Hashable {
        package let now: Int
        package let then: Int
        package let leaving: Int
        package let joining: Int

        package init(now: Int, then: Int, leaving: Int) {
            (self.now, self.then, self.leaving) = (now, then, leaving)
            joining = max(0, then - now + leaving)
        }

        package init(now: Int, then: Int, leaving: Int, joining: Int) { (self.now, self.then, self.leaving, self.joining) = (now, then, leaving, joining) }

        /// So many times as many people; as many where nobody is written down.
        package var share: Double { now > 0 && then > 0 ? Double(then) / Double(now) : 1 }
    }

    package enum Subject: Sendable, Hashable {
        case sum
        case topic(Topic.ID)
        /// Own words that nobody has matched.
        case words
        /// A requirement of the rules, by its name.
        case duty(String)
    }

    package struct Line: Sendable, Hashable {
        package let subject: Subject
        package let counts: Counts
        package let estimate: Estimate

        package init(_ subject: Subject, _ counts: Counts, _ estimate: Estimate) { (self.subject, self.counts, self.estimate) = (subject, counts, estimate) }
    }

    /// What one number is made of.
    package struct Counts: Sendable, Hashable {
        /// Wishes that are open and go along with their people; of a duty, who has not met it.
        package let carried: Int
        /// New wishes of each known year, the newest first.
        package let fresh: [Int]
        /// All wishes of the newest year: what one would say without a rule.
        package let asNow: Int

        package init(carried: Int, fresh: [Int], asNow: Int) { (self.carried, self.fresh, self.asNow) = (carried, fresh, asNow) }
    }

    package struct Estimate: Sendable, Hashable {
        package let expected: Int
        /// From the fewest to the most new wishes that one of the years brought; nil with fewer than three.
        package let range: ClosedRange<Int>?

        package init(expected: Int, range: ClosedRange<Int>? = nil) { (self.expected, self.range) = (expected, range) }

        /// - Returns: nil where no year is known.
        package init?(_ counts: Counts, share: Double) {
            guard !counts.fresh.isEmpty else { return nil }
            let mean = Double(counts.fresh.reduce(0, +)) / Double(counts.fresh.count)
            expected = counts.carried + Int((mean * share).rounded())
            if counts.fresh.count >= Forecast.years, let fewest = counts.fresh.min(), let most = counts.fresh.max() {
                range = counts.carried + Int((Double(fewest) * share).rounded(.down))...counts.carried + Int((Double(most) * share).rounded(.up))
            } else {
                range = nil
            }
        }
    }

    /// So many years are looked at.
    package static let years = 3

    package init(year: SchoolYear, basis: Basis, lines: [Line]) { (self.year, self.basis, self.lines) = (year, basis, lines) }

    /// - Parameters:
    ///   - fresh: new wishes by topic of each known year, the newest first.
    ///   - duties: who has met what, and who will have to.
    /// - Returns: nil where no year is known.
    package init?(
        of year: SchoolYear, _ basis: Basis, carried: [Topic.ID?: Int], fresh: [[Topic.ID?: Int]], asNow: [Topic.ID?: Int], duties: [Duty] = []
    ) {
        let share = basis.staff.share
        func line(_ subject: Subject, _ counts: Counts) -> Line? { Estimate(counts, share: share).map { Line(subject, counts, $0) } }
        let topics = Set(carried.keys).union(fresh.flatMap(\.keys)).union(asNow.keys)
        func counts(_ topic: Topic.ID?) -> Counts {
            Counts(carried: carried[topic] ?? 0, fresh: fresh.map { $0[topic] ?? 0 }, asNow: asNow[topic] ?? 0)
        }
        let whole = Counts(carried: carried.values.reduce(0, +), fresh: fresh.map { $0.values.reduce(0, +) }, asNow: asNow.values.reduce(0, +))
        guard let sum = line(.sum, whole) else { return nil }
        let single = topics.compactMap(\.self).compactMap { line(.topic($0), counts($0)) }.sorted { ($1.estimate.expected, $0.order) < ($0.estimate.expected, $1.order) }
        let words = topics.contains(nil) ? [line(.words, counts(nil))].compactMap(\.self) : []
        self.init(year: year, basis: basis, lines: [sum] + single + words + duties.map(\.line))
    }

    package var sum: Line? { lines.first { $0.subject == .sum } }
    package var topics: [Line] { lines.filter { if case .topic = $0.subject { true } else { false } } }
    package var duties: [Line] { lines.filter { if case .duty = $0.subject { true } else { false } } }

    /// How many will have to meet a requirement of the rules.
    package struct Duty: Sendable, Hashable {
        package let name: String
        package let people: Int
        package let met: Int
        /// Over so many school years; a duty of each year begins anew for everybody.
        package let years: Int
        package let staff: Staff

        package init(_ name: String, people: Int, met: Int, years: Int, staff: Staff) {
            (self.name, self.people, self.met, self.years, self.staff) = (name, people, met, years, staff)
        }

        package var missing: Int { max(0, people - met) }

        /// A duty of one year falls due for all who will work then; one of several years for whoever has not met it and stays.
        package var due: Int { Int((Double(years == 1 ? people : missing) * staff.share).rounded()) }

        fileprivate var line: Line { Line(.duty(name), Counts(carried: missing, fresh: [people], asNow: missing), Estimate(expected: due)) }
    }
}

extension Forecast.Line {
    fileprivate var order: Int64 { if case .topic(let id) = subject { id.value } else { 0 } }
}

/// A forecast as it was frozen on a day.
package struct MadeForecast: Sendable {
    package let id: Forecast.ID
    package let number: Int
    package let at: Instant
    package let forecast: Forecast

    package init(id: Forecast.ID, number: Int, at: Instant, forecast: Forecast) { (self.id, self.number, self.at, self.forecast) = (id, number, at, forecast) }
}

/// A forecast beside what came.
package struct ForecastCheck: Sendable {
    package struct Line: Sendable, Hashable {
        package let line: Forecast.Line
        package let came: Int

        /// How far it was off.
        package var error: Int { abs(line.estimate.expected - came) }
        /// How far off *as last year* would have been.
        package var asNowError: Int { abs(line.counts.asNow - came) }
        package var isInside: Bool? { line.estimate.range?.contains(came) }
    }

    package let year: SchoolYear
    package let sum: Line?
    package let topics: [Line]

    /// - Parameter came: wishes of the year by topic.
    package init(_ forecast: Forecast, came: [Topic.ID?: Int]) {
        year = forecast.year
        sum = forecast.sum.map { Line(line: $0, came: came.values.reduce(0, +)) }
        var lines = forecast.topics.map { line in
            if case .topic(let id) = line.subject { Line(line: line, came: came[id] ?? 0) } else { Line(line: line, came: 0) }
        }
        // What nobody had wished before was expected not to come.
        let known = Set(forecast.topics.map(\.subject))
        for (topic, count) in came.sorted(by: { ($0.key?.value ?? 0) < ($1.key?.value ?? 0) }) {
            guard let topic, !known.contains(.topic(topic)) else { continue }
            lines.append(Line(
                line: Forecast.Line(.topic(topic), Forecast.Counts(carried: 0, fresh: [], asNow: 0), Forecast.Estimate(expected: 0)), came: count))
        }
        topics = lines
    }

    private func mean(_ errors: [Int]) -> Double? { errors.isEmpty ? nil : Double(errors.reduce(0, +)) / Double(errors.count) }

    /// Mean of how far topics were off, by the forecast and by *as last year*.
    package var error: Double? { mean(topics.map(\.error)) }
    package var asNowError: Double? { mean(topics.map(\.asNowError)) }

    /// Whether *as last year* would have been nearer.
    package var isLost: Bool { (error ?? 0) > (asNowError ?? 0) }
}
