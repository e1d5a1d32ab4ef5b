public import Foundation

/// One cell of a table, the same going in and coming out.
public enum Cell: Hashable, Sendable {
    case empty
    case text(String)
    case number(Decimal)
    /// A local date, a time of day, or both, in ISO 8601: `2026-02-25`, `09:30:00`, `2026-02-25T09:30:00`.
    case date(String)
    case truth(Bool)
    /// What a formula left that found nothing: `#N/A`, `#REF!`.
    case error(String)
}

extension Cell {
    /// What the cell says, without the white space around it; nothing in an empty cell.
    public var text: String {
        switch self {
        case .empty: ""
        case .text(let text): text.trimmingCharacters(in: .whitespacesAndNewlines)
        case .number(let number): number.description
        case .date(let date): date
        case .truth(let truth): truth ? "true" : "false"
        case .error(let word): word
        }
    }

    public var isEmpty: Bool { text.isEmpty }
}

extension Cell: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral {
    public init(stringLiteral text: String) { self = .text(text) }
    public init(integerLiteral number: Int) { self = .number(Decimal(number)) }
    public init(booleanLiteral truth: Bool) { self = .truth(truth) }
}

extension Cell {
    public static func number(_ number: Int) -> Cell { .number(Decimal(number)) }
}

extension Cell {
    /// The cell that a text is: nothing, an error of a formula as spreadsheets write it, or the text.
    init(read text: String) {
        self = if text.allSatisfy(\.isWhitespace) { .empty } else if Self.isError(text) { .error(text) } else { .text(text) }
    }

    private static func isError(_ text: String) -> Bool {
        guard text.utf8.first == UInt8(ascii: "#") || text.hasPrefix("Err:") else { return false }
        return errors.contains(text) || (text.hasPrefix("Err:") && text.dropFirst(4).allSatisfy(\.isNumber))
    }

    private static let errors: Set<String> = [
        "#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!", "#NV", "#BEZUG!", "#WERT!", "#ZAHL!",
    ]
}
