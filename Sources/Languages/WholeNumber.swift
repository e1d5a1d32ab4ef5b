/// How a number from outside is read: from an address, a form, a header, a file, a device. It is one of those between two bounds or none at all, so
/// that whatever is reckoned with it afterwards fits: Swift ends the program where a sum, an index or a range does not.
extension Int {
    public init?(typed: some StringProtocol, in bounds: ClosedRange<Int>) {
        guard let number = Int(typed), bounds.contains(number) else { return nil }
        self = number
    }

    /// The sum, or the greatest and the smallest number where it does not fit.
    func plus(_ other: Int) -> Int {
        let (sum, isTooMuch) = addingReportingOverflow(other)
        return isTooMuch ? (other > 0 ? .max : .min) : sum
    }

    /// The product, or the greatest and the smallest number where it does not fit.
    func times(_ other: Int) -> Int {
        let (product, isTooMuch) = multipliedReportingOverflow(by: other)
        return isTooMuch ? ((self < 0) == (other < 0) ? .max : .min) : product
    }
}
