/// A name that spreadsheets accept for a sheet: 1 to 31 characters, none of `[]:*?/\`, no apostrophe at the ends, not taken.
struct SheetName {
    let text: String

    /// `taken` holds the other names in small letters.
    init(_ wish: String, besides taken: Set<String>) {
        let allowed = wish.map { letter in
            let isOdd = letter.unicodeScalars.contains { $0.value < 32 || $0.properties.isNoncharacterCodePoint }
            return "[]:*?/\\".contains(letter) || letter.isNewline || isOdd ? " " : letter
        }
        var name = String(allowed).split(separator: " ").joined(separator: " ")
        while name.hasPrefix("'") { name.removeFirst() }
        name = Self.cut(name, to: 31)
        if name.isEmpty || name.lowercased() == "history" { name += "_" }
        var (unique, number) = (name, 1)
        while taken.contains(unique.lowercased()) {
            number += 1
            unique = Self.cut(name, to: 31 - " \(number)".count) + " \(number)"
        }
        text = unique
    }

    /// Spreadsheets count UTF-16 units.
    private static func cut(_ name: String, to units: Int) -> String {
        var name = name
        while name.utf16.count > units || name.hasSuffix("'") || name.hasSuffix(" ") { name.removeLast() }
        return name
    }
}
