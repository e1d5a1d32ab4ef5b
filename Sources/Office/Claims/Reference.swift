package import Languages

/// What stands on a slip so that whoever receives the money knows what it is for: digits and Latin capital letters, without their control.
///
/// In Serbia it is written by model 97 (ISO 7064 mod 97-10, the control first), elsewhere as a creditor reference (ISO 11649).
package struct Reference: Hashable, Sendable {
    package let base: String

    /// So many signs a reference of model 97 may have; two fewer of them are its base.
    package static let longest = 20
    private static let longestCreditor = 21

    /// - Returns: nil for what is empty, too long, or has other signs.
    package init?(_ base: some StringProtocol) {
        let base = base.uppercased()
        guard !base.isEmpty, base.utf8.count <= Self.longestCreditor, base.utf8.allSatisfy(Self.isSign) else { return nil }
        self.base = base
    }

    /// Of one share of a claim: the year, the event, the share. Five digits of the event are enough, for the share alone tells it from all others.
    package init(year: Int, event: Int64, share: Int64) {
        func digits(_ number: Int64, _ length: Int) -> String {
            let text = String(number)
            return String(repeating: "0", count: max(0, length - text.count)) + text
        }
        base = digits(Int64(year % 100), 2) + digits(event % 100_000, 5) + digits(share, 6)
    }

    private static func isSign(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) || (0x41...0x5a).contains(byte) }

    /// The remainder by 97 of what signs say; letters count as 10 to 35.
    private static func remainder(_ text: String) -> Int {
        text.utf8.reduce(0) { rest, byte in
            byte <= 0x39 ? (rest * 10 + Int(byte) - 0x30) % 97 : (rest * 100 + Int(byte) - 0x37) % 97
        }
    }

    private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    /// The two digits that stand before the base.
    package var control: String { Self.twoDigits(98 - Self.remainder(base + "00")) }

    /// As a bank gets it: the model, the control, the base.
    package var model97: String { "97" + control + base }

    /// The same as people read it: `97 06 20-26000-0123`, the parts of a share's own reference apart.
    package var written: String {
        let signs = Array(base)
        guard signs.count >= 13, signs.allSatisfy(\.isNumber) else { return "97 \(control) \(base)" }
        return "97 \(control) \(String(signs[0..<2]))-\(String(signs[2..<7]))-\(String(signs[7...]))"
    }

    /// The creditor reference: `RF18 5390 0754 7034` without its blanks.
    package var creditor: String { "RF" + Self.twoDigits(98 - Self.remainder(base + "RF00")) + base }

    /// The same in groups of four, as it is printed.
    package var creditorWritten: String {
        let signs = Array(creditor)
        return stride(from: 0, to: signs.count, by: 4).map { String(signs[$0..<min($0 + 4, signs.count)]) }.joined(separator: " ")
    }

    /// As it is printed where a currency is paid.
    package func written(in currency: Currency) -> String { currency == .rsd ? written : creditorWritten }
}

extension Reference {
    /// What somebody, or a bank, wrote in the place of a reference.
    package enum Reading: Hashable, Sendable {
        /// The control agrees. Whether the number is known is another question.
        case right(Reference)
        /// It looks like one, and its control does not agree: some sign is wrong, or there is no control.
        case wrongControl(Reference)
        /// No reference at all.
        case none
    }

    /// Reads a reference with or without its model; blanks, dashes, points and slashes count for nothing.
    package static func read(_ typed: String) -> Reading {
        let text = typed.uppercased().filter { !$0.isWhitespace && !"-–./".contains($0) }
        guard !text.isEmpty, text.utf8.allSatisfy(isSign) else { return .none }
        if text.hasPrefix("RF"), text.dropFirst(2).prefix(2).allSatisfy(\.isNumber), let own = Reference(text.dropFirst(4)) {
            return own.creditor == text ? .right(own) : .wrongControl(own)
        }
        let withModel = text.hasPrefix("97") ? controlled(text.dropFirst(2)) : nil, without = controlled(text[...])
        if let withModel, !withModel.isRight, withModel.reference.base.count == Self.ownLength { return .wrongControl(withModel.reference) }
        for read in [withModel, without].compactMap(\.self) where read.isRight { return .right(read.reference) }
        return (withModel ?? without).map { .wrongControl($0.reference) } ?? .none
    }

    /// So many digits have the references of claims: where the model and a control stand before as many, 97 is the model and no control.
    private static let ownLength = 13

    /// The base behind two digits, and whether these are its control.
    private static func controlled(_ text: Substring) -> (reference: Reference, isRight: Bool)? {
        let control = text.prefix(2)
        guard control.count == 2, control.allSatisfy(\.isNumber), let reference = Reference(text.dropFirst(2)) else { return nil }
        return (reference, reference.control == control)
    }
}
