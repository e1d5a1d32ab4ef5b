import Crypto
import Foundation
import Kernel
package import Languages

/// A statement of an account as a file brought it, before anything of it is ours.
package struct BroughtStatement: Sendable, Hashable {
    /// As banks' programs know it: eighteen digits in Serbia, an IBAN elsewhere.
    package var account: String
    package var number: String
    package var day: Day
    package var currency: Currency
    package var opening: Money?
    package var closing: Money?
    package var lines: [Line]
    /// What else the file says of itself and its lines do not bear out.
    package var doubts: [Doubt] = []

    /// Money that came or went.
    package struct Line: Sendable, Hashable {
        package var day: Day
        /// The other side.
        package var name = ""
        package var account = ""
        /// What the other side wrote for us to know the payment by.
        package var reference = BroughtReference()
        /// The other reference of the same order; banks do not agree which one is whose.
        package var other = BroughtReference()
        package var purpose = ""
        /// Above nothing when it came in.
        package var amount: Money
        /// What the bank calls the line by. Two lines may have the same one.
        package var bankReference = ""
        /// Whether it takes back another line.
        package var isReversal = false
    }

    /// What does not agree with itself in a file.
    package enum Doubt: Sendable, Hashable {
        /// What was there before and what the lines come to is not what is there now.
        case sum(expected: Money, said: Money)
        /// So many lines are told of, and others are there.
        case count(said: Int, found: Int)
        /// The file tells how much came in, or went out, and its lines come to something else.
        case turnover(said: Money, found: Money)
        /// The parts of one entry come to something else than the entry, which then stays whole.
        case parts(entry: Money)
    }

    package init(account: String, number: String, day: Day, currency: Currency, opening: Money? = nil, closing: Money? = nil, lines: [Line] = []) {
        (self.account, self.number, self.day, self.currency) = (account, number, day, currency)
        (self.opening, self.closing, self.lines) = (opening, closing, lines)
    }
}

/// A reference as a line of a statement has it: the model in front, if any, and what stands behind it.
package struct BroughtReference: Sendable, Hashable {
    package var model = ""
    package var number = ""

    package init(model: String = "", number: String = "") {
        (self.model, self.number) = (model, number)
    }

    package var isEmpty: Bool { !number.contains { $0.isLetter || $0.isNumber && $0 != "0" } }
    /// As people read it.
    package var shown: String { isEmpty ? "" : [model, number].filter { !$0.isEmpty }.joined(separator: " ") }
}

extension BroughtStatement {
    /// What came in and what went out.
    package var turnover: (in: Money, out: Money) {
        let sums = lines.reduce(into: (in: 0, out: 0)) { sums, line in
            if line.amount.minor > 0 { sums.in += line.amount.minor } else { sums.out += line.amount.minor }
        }
        return (Money(minor: sums.in, currency) ?? .nothing(currency), Money(minor: sums.out, currency) ?? .nothing(currency))
    }

    /// The doubts of the file itself, and whether its sums agree.
    package var allDoubts: [Doubt] {
        guard let opening, let closing else { return doubts }
        let sum = opening.minor + lines.reduce(0) { $0 + $1.amount.minor }
        guard sum != closing.minor, let expected = Money(minor: sum, currency) else { return doubts }
        return [.sum(expected: expected, said: closing)] + doubts
    }

    /// What tells each line from every other one, whichever file brings it and in whatever order: a digest of what it says, and its running number
    /// among lines that say the same. A bank's own reference will not do, for two payments of one order bear the same.
    package var prints: [String] {
        var counts: [Line: Int] = [:]
        return lines.map { line in
            counts[line, default: 0] += 1
            return line.imprint(of: account, number: counts[line] ?? 1)
        }
    }
}

extension BroughtStatement.Line {
    /// - Parameters:
    ///   - own: the account that the statement is of.
    ///   - number: the running number of the line among those that say the same.
    package func imprint(of own: String, number: Int) -> String {
        let said = [
            own, day.iso, String(amount.minor), amount.currency.rawValue, account, name, reference.model, reference.number, other.model, other.number, purpose,
            bankReference, String(number),
        ].joined(separator: "\u{1F}")
        return Hex.text(SHA256.hash(data: Data(said.utf8)).prefix(16))
    }
}
