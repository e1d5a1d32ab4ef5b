import CQRencode

/// A QR code: a square of dark and light modules that holds a text.
///
/// Specification: ISO/IEC 18004. Error correction is level M, so a code stays readable with about a seventh of it damaged.
public struct QRCode: Sendable, Equatable {
    /// Modules along one side, without the quiet zone.
    public let side: Int
    private let dark: [Bool]

    /// - Parameter highestVersion: the largest symbol allowed, 1 (21 modules) to 40 (177 modules).
    /// - Returns: `nil` when the text does not fit.
    public init?(_ text: String, highestVersion: Int = 15) {
        guard let code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M) else { return nil }
        defer { QRcode_free(code) }
        guard code.pointee.version <= highestVersion, let data = code.pointee.data else { return nil }
        side = Int(code.pointee.width)
        dark = (0..<side * side).map { data[$0] & 1 == 1 }
    }

    /// Whether the module in that row and column, counted from the top left, is dark.
    public func isDark(row: Int, column: Int) -> Bool { dark[row * side + column] }

    /// The dark runs of the whole code as one SVG path to be drawn with lines a module wide; in modules, with a quiet zone of four on each side.
    /// Such a path is less than half as long as one of outlines, which counts in a file of three hundred codes with half a million runs.
    public var path: String {
        var path = ""
        var pen: (x: Int, y: Int)?
        for row in 0..<side {
            var column = 0
            while column < side {
                guard isDark(row: row, column: column) else { column += 1; continue }
                let from = column
                while column < side, isDark(row: row, column: column) { column += 1 }
                path += pen.map { "m\(from - $0.x) \(row - $0.y)h\(column - from)" } ?? "M\(from + 4) \(row + 4).5h\(column - from)"
                pen = (column, row)
            }
        }
        return path
    }

    /// Side of the picture in modules: the code and its quiet zone.
    public var extent: Int { side + 8 }
}
