/// Which cell styles show a number as a date or a time.
final class Styles: XMLListener {
    private var codes: [Int: String] = [:]
    private var formats: [Int] = []
    private var isInCells = false

    func showsDate(_ style: Int) -> Bool {
        guard formats.indices.contains(style) else { return false }
        let format = formats[style]
        return codes[format].map(Self.isDate) ?? Self.dates.contains(format)
    }

    func opens(_ name: String, _ attributes: XMLAttributes) {
        switch name {
        case "numFmt":
            if let id = attributes["numFmtId"].flatMap({ Int($0) }), let code = attributes["formatCode"] { codes[id] = code }
        case "cellXfs": isInCells = true
        case "xf" where isInCells: formats.append(attributes["numFmtId"].flatMap { Int($0) } ?? 0)
        default: break
        }
    }

    func closes(_ name: String) {
        if name == "cellXfs" { isInCells = false }
    }

    /// The formats that every spreadsheet knows by number: dates, times, and those of East Asia.
    private static let dates = Set(Array(14...22) + Array(27...36) + [45, 47] + Array(50...58))

    /// A code is a date's if it has a letter of a date outside quotes, escapes and brackets. Elapsed time (`[h]:mm`) is a quantity.
    static func isDate(_ code: String) -> Bool {
        var letters = code.split(separator: ";", maxSplits: 1).first.map { Array($0.lowercased()) } ?? []
        letters.reverse()
        while let letter = letters.popLast() {
            switch letter {
            case "\"": while let next = letters.popLast(), next != "\"" {}
            case "\\", "_", "*": _ = letters.popLast()
            case "[":
                var bracket = ""
                while let next = letters.popLast(), next != "]" { bracket.append(next) }
                if !bracket.isEmpty, bracket.allSatisfy({ "hms".contains($0) }) { return false }
            case "d", "m", "y", "h", "s": return true
            default: break
            }
        }
        return false
    }
}
