import Kernel

/// A JSON value of an answer. Its fields stay in the order in which they are given, and none is left out: what is not known is `null`, so that a program always
/// finds the same fields.
package indirect enum APIValue: Sendable {
    case none
    case flag(Bool)
    case number(Int)
    case text(String)
    case list([APIValue])
    case fields([(String, APIValue)])

    package var written: String {
        var out = ""
        write(into: &out)
        return out
    }

    private func write(into out: inout String) {
        switch self {
        case .none: out += "null"
        case .flag(let flag): out += flag ? "true" : "false"
        case .number(let number): out += String(number)
        case .text(let text): out += JSON.text(text).written
        case .list(let values): Self.enclose("[", values, "]", into: &out) { $0.write(into: &$1) }
        case .fields(let fields):
            Self.enclose("{", fields, "}", into: &out) { field, out in
                out += JSON.text(field.0).written + ":"
                field.1.write(into: &out)
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
}
