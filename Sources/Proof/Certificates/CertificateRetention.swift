package import Languages

/// How long the installation keeps what certificates of one kind say about somebody. Of all rules the newest holds that had begun by the day of issue.
///
/// A centre's list of archive categories (Serbia: the law of 2020 on archives) says how long; no by-law that is known here names a term for certificates.
package struct CertificateRetention: Hashable, Sendable {
    /// Nil for every kind.
    package let kind: CertificateKind?
    /// The first day of issue that it holds for; nil for what holds before a centre has decided anything.
    package let since: Day?
    package let years: Int

    package init(_ kind: CertificateKind?, since: Day?, years: Int) {
        self.kind = kind
        self.since = since
        self.years = years
    }

    /// Supposed, not found in any source.
    package static let yearsUsual = 30
    static let yearsLimits = 10...100

    /// What holds before a centre has decided anything.
    package static let usual = CertificateRetention(nil, since: nil, years: yearsUsual)

    /// Days of issue whose term is over: before the first of the days, from the day on where there is one.
    struct Over: Hashable, Sendable {
        let from: Day?
        let before: Day
        let years: Int
    }

    /// What is to be forgotten by the rules of one kind. The term ends on the same day of the year; of 29 February, on 1 March.
    static func over(_ rules: [CertificateRetention], on today: Day) -> [Over] {
        let steps = steps(rules)
        return steps.enumerated().compactMap { place, rule in
            let last = today.adding(years: -rule.years)
            let next = place + 1 < steps.count ? steps[place + 1].since : nil
            let before = min(last.adding(days: 1), next ?? last.adding(days: 1))
            if let from = rule.since, from >= before { return nil }
            return Over(from: rule.since, before: before, years: rule.years)
        }
    }

    /// Whether something that was issued by that day would be forgotten sooner by the new rules than by the old ones.
    static func shortens(_ old: [CertificateRetention], to new: [CertificateRetention], until today: Day) -> Bool {
        let turns = [nil] + (old + new).map(\.since).filter { $0.map { $0 <= today } ?? false }
        return turns.contains { years(new, issued: $0) < years(old, issued: $0) }
    }

    /// - Parameter day: nil for the time before every rule.
    private static func years(_ rules: [CertificateRetention], issued day: Day?) -> Int {
        steps(rules).last { rule in rule.since.map { since in day.map { since <= $0 } ?? false } ?? true }?.years ?? yearsUsual
    }

    /// The rules in the order in which they began, from what holds before them all.
    private static func steps(_ rules: [CertificateRetention]) -> [CertificateRetention] {
        let dated = rules.filter { $0.since != nil }.sorted { ($0.since?.number ?? 0) < ($1.since?.number ?? 0) }
        return [usual] + dated
    }
}
