package import Centres
package import Languages

/// How a centre stands to value added tax. Data with a day from which it holds: a paper that was issued keeps what held on its day.
package struct VATRule: Codable, Hashable, Sendable {
    package enum Status: String, Codable, CaseIterable, Sendable {
        /// Not registered for the tax.
        case outside
        /// Registered, with services that are exempt.
        case exempt
        /// The tax is in the price.
        case taxed
    }

    package var status: Status
    /// Per cent; nought unless the tax is in the price.
    package var percent: Int
    /// The category of an electronic invoice, such as SS, E or S.
    package var category: String
    /// The code of the reason why no tax is reckoned.
    package var code: String
    /// The same in words, as it is printed.
    package var article: String
    package var starts: Day

    package init(_ status: Status, percent: Int = 0, category: String, code: String = "", article: String = "", from starts: Day) {
        (self.status, self.percent, self.category, self.code, self.article, self.starts) = (status, percent, category, code, article, starts)
    }

    package static let percentBounds = 1...40

    /// The one that holds on a day.
    package static func holding(on day: Day, of rules: [VATRule]) -> VATRule? {
        rules.filter { $0.starts <= day }.max { $0.starts < $1.starts }
    }

    /// What is usual in a country; what the office proposes and a centre may write otherwise.
    /// - Parameter t: the words in which papers of the centre say why there is no tax.
    package static func usual(_ status: Status, in country: Country, from starts: Day, _ t: Texts? = nil) -> VATRule {
        func say(_ article: Phrase) -> String { t.map { $0(article) } ?? "" }
        return switch (country, status) {
        case (.serbia, .outside): VATRule(.outside, category: "SS", code: "PDV-RS-33", article: say(T.invoices.articleOutside), from: starts)
        case (.serbia, .exempt): VATRule(.exempt, category: "E", code: "PDV-RS-25-2-13", article: say(T.invoices.articleExempt), from: starts)
        case (.serbia, .taxed): VATRule(.taxed, percent: 20, category: "S", from: starts)
        case (.lithuania, .outside): VATRule(.outside, category: "O", code: "VATEX-EU-O", article: say(T.invoices.articleOutsideLt), from: starts)
        case (.lithuania, .exempt): VATRule(.exempt, category: "E", code: "VATEX-EU-132-1I", article: say(T.invoices.articleExemptLt), from: starts)
        case (.lithuania, .taxed): VATRule(.taxed, percent: 21, category: "S", from: starts)
        }
    }
}

/// What a paper comes to, reckoned from prices that have the tax in them. Each line loses its tax by itself, the tax is reckoned once from their sum, and the
/// hundredth that may then lack is told as rounding, so that what is to be paid is exactly what was claimed.
package struct InvoiceSums: Hashable, Sendable {
    /// Of each line, without the tax.
    package let nets: [Int]
    package let net: Int
    package let tax: Int
    package let rounding: Int
    package let prepaid: Int

    package var withTax: Int { net + tax }
    package var gross: Int { withTax + rounding }
    package var payable: Int { gross - prepaid }

    package init(gross: [Int], percent: Int, prepaid: Int = 0) {
        nets = gross.map { Self.rounded($0 * 100, by: 100 + percent) }
        net = nets.reduce(0, +)
        tax = Self.rounded(net * percent, by: 100)
        rounding = gross.reduce(0, +) - net - tax
        self.prepaid = prepaid
    }

    /// A share of whole hundredths, the half away from nought.
    static func rounded(_ number: Int, by divisor: Int) -> Int {
        let half = number < 0 ? -divisor / 2 : divisor / 2
        return (number + half) / divisor
    }
}
