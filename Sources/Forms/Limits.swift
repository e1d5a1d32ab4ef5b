package import Kernel
package import Languages

extension Faults {
    /// A text is taken up to so many letters.
    package mutating func limit(_ text: String, _ field: String, _ most: TextLimit? = nil) {
        limit(text, field, most: (most ?? TextLimit.of(field)).rawValue)
    }

    package mutating func limit(_ text: String, _ field: String, most: Int) {
        require(text.unicodeScalars.count <= most, field, T.common.errorTooLong(most: .number(most)))
    }

    /// A text is refused where a sign stands that nobody can read; where it stands is told by the letters before it.
    package mutating func readable(_ text: String, _ field: String) {
        guard let sign = WrittenText.unreadable(in: text) else { return }
        let before = WrittenText.line(String(text.unicodeScalars.prefix { $0 != sign }.suffix(20).map(Character.init)))
        add(field, before.isEmpty ? T.forms.errorSign : T.forms.errorSignBehind(letters: .text(before)))
    }
}
