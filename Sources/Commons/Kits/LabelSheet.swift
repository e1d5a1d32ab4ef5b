import Languages

/// A sheet of sticky labels as shops sell it; all lengths in tenths of a millimetre.
package struct LabelSheet: Encodable, Sendable, Hashable {
    /// How many labels, and which size: as the box says.
    package let name: String
    package let columns: Int
    package let rows: Int
    package let width: Int
    package let height: Int
    /// Of the first label, from the edge of the paper.
    package let left: Int
    package let top: Int
    /// From one label to the next.
    package let across: Int
    package let down: Int

    package init(_ name: String, _ columns: Int, _ rows: Int, width: Int, height: Int, left: Int = 0, top: Int = 0, across: Int? = nil, down: Int? = nil) {
        (self.name, self.columns, self.rows, self.width, self.height, self.left, self.top) = (name, columns, rows, width, height, left, top)
        (self.across, self.down) = (across ?? width, down ?? height)
    }

    package var count: Int { columns * rows }

    /// A4, as sold under several names.
    package static let all = [
        LabelSheet("24 · 70 × 37 mm", 3, 8, width: 700, height: 370, top: 5),
        LabelSheet("21 · 63,5 × 38,1 mm", 3, 7, width: 635, height: 381, left: 72, top: 151, across: 660),
        LabelSheet("40 · 52,5 × 29,7 mm", 4, 10, width: 525, height: 297),
        LabelSheet("40 · 48,5 × 25,4 mm", 4, 10, width: 485, height: 254, left: 80, top: 215),
        LabelSheet("65 · 38,1 × 21,2 mm", 5, 13, width: 381, height: 212, left: 47, top: 107, across: 406),
    ]

    /// Cards as large as those of a bank, to cut out.
    package static let cards = LabelSheet("", 2, 5, width: 856, height: 540, left: 169, top: 125, across: 880, down: 544)

    package static let paper = (width: 2100, height: 2970)

    /// Whether all labels lie on the paper and none on another.
    package var fits: Bool {
        across >= width && down >= height && left + (columns - 1) * across + width <= Self.paper.width && top + (rows - 1) * down + height <= Self.paper.height
    }
}
