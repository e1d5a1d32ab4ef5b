import Centres
package import Library

/// What came into the one field of the desk.
package enum Scan: Sendable, Hashable {
    case nothing
    case card(LibraryCode)
    /// A label, ours or of a book that has another one; it is looked up as it was typed.
    case label(String)
    /// Looks like a code of ours and has a wrong digit.
    case broken
    /// A name, or what stands in a title.
    case words(String)

    package init(_ typed: String) {
        let text = typed.trimmingBlanks, code = LibraryCode.cleaned(text)
        if text.isEmpty {
            self = .nothing
        } else if let known = LibraryCode(typed: text) {
            self = known.kind == .card ? .card(known) : .label(text)
        } else if code.count >= 10, code.allSatisfy({ $0.isASCII && $0.isNumber }) {
            self = .broken
        } else if text.contains(where: \.isNumber) {
            self = .label(text)
        } else {
            self = .words(text)
        }
    }

    /// The same code within so many seconds is the scanner's own echo, not a second act.
    package static let echoSeconds = 2
}

extension String {
    fileprivate var trimmingBlanks: String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
