package import Languages

/// How a calendar file is written (RFC 5545, section 3.1). Written here because no package at hand writes it. Whatever is put in stays on its own
/// line: nobody's words can begin another one.
package struct CalendarLines {
    package private(set) var text = ""

    package init() {}

    /// A value that is no text: a number, an address, a word of the format.
    package mutating func put(_ name: String, _ value: String) {
        text += Self.folded("\(name):\(value)") + "\r\n"
    }

    package mutating func put(_ name: String, text: String) {
        let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
        put(name, lines.map(Self.escaped).joined(separator: "\\n"))
    }

    package mutating func put(_ name: String, _ moment: Instant) { put(name, Self.stamp(moment)) }

    package mutating func put(component: String, _ body: (inout CalendarLines) -> Void) {
        put("BEGIN", component)
        body(&self)
        put("END", component)
    }

    /// 20260225T080000Z
    package static func stamp(_ moment: Instant) -> String {
        moment.iso.filter { $0 != "-" && $0 != ":" }
    }

    /// A name as the value of a parameter, which can hold no quotation mark.
    package static func quoted(_ name: String) -> String { "\"\(name.replacing("\"", with: "'"))\"" }

    private static func escaped(_ line: Substring) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(line.utf8.count + 8)
        for byte in line.utf8 {
            if [UInt8(ascii: "\\"), UInt8(ascii: ";"), UInt8(ascii: ",")].contains(byte) { bytes.append(UInt8(ascii: "\\")) }
            bytes.append(byte)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Lines of at most 75 octets, never cut within a letter. Nothing is left in them that a reader could take for the end of a line.
    private static func folded(_ line: String) -> String {
        var folded = ""
        var count = 0
        for scalar in line.unicodeScalars where !endsLine(scalar) {
            let width = UTF8.width(scalar)
            if count + width > 74 {
                folded += "\r\n "
                count = 1
            }
            folded.unicodeScalars.append(scalar)
            count += width
        }
        return folded
    }

    private static func endsLine(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0...0x1F, 0x7F...0x9F, 0x2028, 0x2029: true
        default: false
        }
    }
}
