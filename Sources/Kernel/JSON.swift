/// A JSON value to be written. Its fields stay in the order in which they are given. It is written by hand because Foundation's encoder took 5 % of the
/// time of an event's page.
package indirect enum JSON: Sendable {
    case text(String)
    case number(Int)
    case list([JSON])
    /// Fields that are nil are left out.
    case fields(KeyValuePairs<String, JSON?>)

    package var written: String {
        var out = ""
        write(into: &out)
        return out
    }

    private func write(into out: inout String) {
        switch self {
        case .text(let text): Self.quote(text, into: &out)
        case .number(let number): out += String(number)
        case .list(let values): Self.enclose("[", values, "]", into: &out) { $0.write(into: &$1) }
        case .fields(let fields):
            Self.enclose("{", fields.filter { $0.value != nil }, "}", into: &out) { field, out in
                Self.quote(field.key, into: &out)
                out += ":"
                field.value?.write(into: &out)
            }
        }
    }

    private static func enclose<Part>(_ open: String, _ parts: [Part], _ close: String, into out: inout String, _ write: (Part, inout String) -> Void) {
        out += open
        for (place, part) in parts.enumerated() {
            if place > 0 { out += "," }
            write(part, &out)
        }
        out += close
    }

    private static func quote(_ text: String, into out: inout String) {
        out += "\""
        // Nearly every text lies in one piece and has nothing to escape.
        let isPlain = text.utf8.withContiguousStorageIfAvailable { $0.allSatisfy { $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") } }
        if isPlain == true {
            out += text
        } else {
            for scalar in text.unicodeScalars { out += escaped(scalar) }
        }
        out += "\""
    }

    private static func escaped(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "\"", "\\": "\\\(scalar)"
        case "\n": "\\n"
        case "\u{0}"..<"\u{20}": "\\u00" + Hex.text([UInt8(scalar.value)])
        default: String(scalar)
        }
    }
}
