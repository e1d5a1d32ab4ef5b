/// A part of the list to be signed. A large one is printed in parts, each at once, for as many tables at the entrance; numbers and codes go through.
struct SheetPart: Sendable {
    let number: Int
    /// Of the roll.
    let lines: Range<Int>

    /// So many names stand on one.
    private static let size = 500

    /// At least one, which may be empty.
    static func parts(of count: Int) -> [SheetPart] {
        stride(from: 0, to: max(1, count), by: size).enumerated().map { SheetPart(number: $0.offset + 1, lines: $0.element..<min($0.element + size, count)) }
    }
}
