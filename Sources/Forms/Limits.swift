package import Kernel
import Languages

extension Faults {
    /// A text is taken up to so many letters.
    package mutating func limit(_ text: String, _ field: String, most: Int) {
        require(text.count <= most, field, T.common.errorTooLong(most: .number(most)))
    }

    /// A text of one line is taken up to so many letters.
    package mutating func line(_ text: String, _ field: String, most: Int) {
        require(text.count <= most && !text.contains(where: \.isNewline), field, T.common.errorTooLong(most: .number(most)))
    }
}
