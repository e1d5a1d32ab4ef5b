/// The texts that the cells of a workbook point at.
final class SharedStrings: XMLListener {
    private(set) var texts: [String] = []
    private var text: CellText

    init(limits: Limits) { text = CellText(limit: limits.cell) }

    func opens(_ name: String, _ attributes: XMLAttributes) {
        if name == "si" { text.start() }
        text.opens(name)
    }

    func reads(_ bytes: UnsafeBufferPointer<UInt8>) throws(SheetProblem) { try text.reads(bytes) }

    func closes(_ name: String) {
        text.closes(name)
        if name == "si" { texts.append(text.value) }
    }
}

/// Gathers the text of a cell, which may come in runs, without the reading aids (`rPh`) that stand between them.
struct CellText {
    let limit: Int
    private var bytes: [UInt8] = []
    private var isText = false
    private var isAid = false

    init(limit: Int) { self.limit = limit }

    mutating func start() {
        bytes.removeAll(keepingCapacity: true)
        (isText, isAid) = (false, false)
    }

    mutating func opens(_ name: String) {
        if name == "rPh" { isAid = true }
        if name == "t" || name == "v" { isText = !isAid }
    }

    mutating func reads(_ more: UnsafeBufferPointer<UInt8>) throws(SheetProblem) {
        guard isText else { return }
        bytes.append(contentsOf: more)
        guard bytes.count <= limit else { throw SheetProblem(.tooMuch(.cell, limit: limit)) }
    }

    mutating func closes(_ name: String) {
        if name == "rPh" { isAid = false }
        if name == "t" || name == "v" { isText = false }
    }

    /// The text, with `_x000D_` and its like turned back into the characters that XML cannot hold.
    var value: String {
        let text = String(decoding: bytes, as: UTF8.self)
        guard bytes.contains(UInt8(ascii: "_")) else { return text }
        return text.replacing(/_x([0-9A-Fa-f]{4})_/) { match in
            UInt32(match.1, radix: 16).flatMap(Unicode.Scalar.init).map { String(Character($0)) } ?? String(match.0)
        }
    }
}
