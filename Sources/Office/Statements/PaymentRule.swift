/// How a centre asks for its money.
package struct PaymentRule: Sendable, Hashable {
    /// A certificate waits until its seat is paid.
    package var holdsPapers = false
    /// Letters of reminding go by themselves.
    package var reminds = false
    /// So long after its day a claim is asked for.
    package var lateDays = 8
    /// Not sooner again.
    package var againDays = 30

    package static let lateBounds = 1...365, againBounds = 7...365

    package init() {}
}
