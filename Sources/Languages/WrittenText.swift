import Foundation

/// Text as people type it, paste it, or send it in a file, made into what is kept. Forms, lists, the desk and the command line all read it here.
///
/// | what stands there | in one line | in several |
/// | --- | --- | --- |
/// | a letter of two signs (C and its caron), `ǆ` | one letter (NFC), `dž` | the same |
/// | tab, blank that does not break, any other blank | one blank for a run of them | a blank |
/// | CR LF, CR, vertical tab, U+0085, U+2028, U+2029 | a blank | a line end |
/// | other controls, direction marks, what is invisible, what is no character (U+FFFF) | nothing | nothing |
/// | ZWJ, ZWNJ, the choice of a sign's form | stays between signs whose script needs it | the same |
/// | a mark that stands on nothing, the fifth mark on one letter | nothing | nothing |
/// | a list mark of Word's (U+F0B7) | `•`, nothing at the beginning | `•` |
/// | any other private letter, a letter that was lost (U+FFFD) | stays, and is refused: see `unreadable` | the same |
public enum WrittenText {
    /// The text of a field or cell of one line.
    public static func line(_ text: String) -> String {
        isPlain(text) ? text : joined(scalars(text).split { $0 == " " || $0 == "\n" }.drop { $0 == [listMark] }, by: " ")
    }

    /// The text of a field or cell of several lines, without blanks at the ends of lines and without empty lines around it.
    public static func lines(_ text: String) -> String {
        if isPlain(text) { return text }
        let lines = scalars(text).split(separator: "\n", omittingEmptySubsequences: false).map { line in
            line[..<((line.lastIndex { $0 != " " } ?? line.startIndex - 1) + 1)]
        }
        let first = lines.firstIndex { !$0.isEmpty } ?? lines.endIndex, last = lines.lastIndex { !$0.isEmpty } ?? lines.endIndex - 1
        return first <= last ? joined(lines[first...last], by: "\n") : ""
    }

    /// A secret, which nobody shortens: only that the same letters are the same signs, from whatever keyboard they come.
    public static func secret(_ text: String) -> String { text.precomposedStringWithCanonicalMapping }

    /// The first sign that no font has and nobody can read: what it meant only its writer knows.
    public static func unreadable(in text: String) -> Unicode.Scalar? {
        text.unicodeScalars.first { $0 >= "\u{E000}" && (($0.properties.generalCategory == .privateUse && !listMarks.contains($0.value)) || $0 == "\u{FFFD}") }
    }

    // MARK: Signs

    private static let listMark: Unicode.Scalar = "•"
    /// As Word writes them in the fonts Symbol and Wingdings.
    private static let listMarks: Set<UInt32> = [0xF02D, 0xF06E, 0xF071, 0xF076, 0xF0A7, 0xF0A8, 0xF0B7, 0xF0D8, 0xF0E0, 0xF0FC]
    private static let marksMost = 4

    /// The usual letters, with nothing to do: no second blank, none around it.
    private static func isPlain(_ text: String) -> Bool {
        var last: Unicode.Scalar = " "
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x20 where last != " ", 0x21...0x7E, 0xC0...0x17F, 0x400...0x45F: last = scalar
            default: return false
            }
        }
        return text.isEmpty || last != " "
    }

    /// What stays of a text: blanks are `" "`, line ends `"\n"`.
    private static func scalars(_ text: String) -> [Unicode.Scalar] {
        var kept: [Unicode.Scalar] = []
        var marks = 0
        let signs = Array(SerbianLetter.withoutDigraphs(text.precomposedStringWithCanonicalMapping).unicodeScalars)
        for (place, sign) in signs.enumerated() {
            switch Kind(sign) {
            case .lineEnd: if !(sign == "\n" && place > 0 && signs[place - 1] == "\r") { kept.append("\n") }
            case .blank: kept.append(" ")
            case .nothing: continue
            case .joiner:
                let joins = sign.properties.isVariationSelector || (place + 1 < signs.count && needsJoiner(signs[place + 1]))
                if let before = kept.last, needsJoiner(before), joins { kept.append(sign) }
                continue
            case .mark:
                marks += 1
                if let before = kept.last, before != " ", before != "\n", marks <= marksMost { kept.append(sign) }
                continue
            case .listMark: kept.append(listMark)
            case .sign: kept.append(sign)
            }
            marks = 0
        }
        return kept
    }

    private enum Kind {
        case lineEnd, blank, nothing, joiner, mark, listMark, sign

        init(_ sign: Unicode.Scalar) {
            let properties = sign.properties
            self = switch sign.value {
            case 0x0A...0x0D, 0x85, 0x2028, 0x2029: .lineEnd
            case 0x09, 0x2800: .blank
            case 0x200C, 0x200D, 0xFE00...0xFE0F: .joiner
            case 0xFFF9...0xFFFB: .nothing
            default:
                switch properties.generalCategory {
                case .spaceSeparator: .blank
                case .control: .nothing
                case .privateUse: listMarks.contains(sign.value) ? .listMark : .sign
                default:
                    if properties.isDefaultIgnorableCodePoint || properties.isNoncharacterCodePoint { .nothing } else {
                        properties.canonicalCombiningClass == .notReordered ? .sign : .mark
                    }
                }
            }
        }
    }

    /// Whether joiners mean something beside a sign: in the scripts from Hebrew to Mongolian and between pictures; never among Latin, Greek and Cyrillic.
    private static func needsJoiner(_ sign: Unicode.Scalar) -> Bool {
        (0x590...0x1BFF).contains(sign.value) || sign.value >= 0x2190 || sign.properties.isVariationSelector
    }

    private static func joined(_ parts: some Collection<ArraySlice<Unicode.Scalar>>, by separator: Unicode.Scalar) -> String {
        var text = String.UnicodeScalarView()
        for (place, part) in parts.enumerated() {
            if place > 0 { text.append(separator) }
            text.append(contentsOf: part)
        }
        return String(text)
    }
}
