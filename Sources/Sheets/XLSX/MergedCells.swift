/// Cells that stand as one: their value is written in the first of them alone, and is meant for every row that they cross.
struct MergedCells {
    private let column: Int
    private let rows: ClosedRange<Int>

    /// Reads `E5:E7`. Nil for what lies in one row: a title that is as wide as the table is no value of its columns.
    init?(_ reference: String) {
        let ends = reference.split(separator: ":").map(String.init)
        guard ends.count == 2, let column = Worksheet.column(ends[0]), let first = Self.row(ends[0]), let last = Self.row(ends[1]), first < last else { return nil }
        (self.column, rows) = (column, first...last)
    }

    /// - Parameters:
    ///   - column, first: of the cell that holds the value, from 1.
    ///   - count: of rows.
    init?(column: Int, first: Int, count: Int) {
        guard count > 1 else { return nil }
        (self.column, rows) = (column, first...(first + count - 1))
    }

    /// - Returns: how many cells were filled.
    static func fill(_ lines: inout [SheetLine], _ merges: [MergedCells], _ limits: Limits) throws(SheetProblem) -> Int {
        var (filled, steps) = (0, 0)
        for merge in merges {
            guard let first = place(of: merge.rows.lowerBound, in: lines), lines[first].number == merge.rows.lowerBound,
                merge.column <= lines[first].cells.count
            else { continue }
            let value = lines[first].cells[merge.column - 1]
            guard value != .empty else { continue }
            var place = first + 1
            while place < lines.count, lines[place].number <= merge.rows.upperBound {
                steps += 1
                guard steps <= limits.cells else { throw SheetProblem(.tooMuch(.cells, limit: limits.cells)) }
                if lines[place].put(value, under: merge.column) { filled += 1 }
                place += 1
            }
        }
        return filled
    }

    /// The first line that is not above a row.
    private static func place(of row: Int, in lines: [SheetLine]) -> Int? {
        var (low, high) = (0, lines.count)
        while low < high {
            let middle = (low + high) / 2
            if lines[middle].number < row { low = middle + 1 } else { high = middle }
        }
        return low < lines.count ? low : nil
    }

    private static func row(_ reference: String) -> Int? {
        Int(reference.drop { $0.isLetter }).flatMap { (1...1_048_576).contains($0) ? $0 : nil }
    }
}

extension SheetLine {
    /// Puts a value where nothing stands.
    fileprivate mutating func put(_ value: Cell, under column: Int) -> Bool {
        if cells.count < column { cells += Array(repeating: .empty, count: column - cells.count) }
        guard cells[column - 1] == .empty else { return false }
        cells[column - 1] = value
        return true
    }
}
