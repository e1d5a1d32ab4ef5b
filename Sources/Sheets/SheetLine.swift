/// A line with something in it, before anybody knows its columns.
public struct SheetLine: Hashable, Sendable {
    /// Of the file or the sheet, from 1.
    public let number: Int
    public internal(set) var cells: [Cell]
    /// Whether the spreadsheet keeps it from sight, as its filters do.
    public let isHidden: Bool

    init(number: Int, cells: [Cell], isHidden: Bool = false) {
        (self.number, self.cells, self.isHidden) = (number, cells, isHidden)
    }

    /// Cells up to the last that holds something.
    public var width: Int { (cells.lastIndex { $0 != .empty } ?? -1) + 1 }
}
