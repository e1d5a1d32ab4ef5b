import Documents
import Kernel
import Languages

/// Sheets of labels or cards. The template is `labels.typ`.
struct LabelPaper: Encodable, Sendable {
    let language: String
    let title: String
    let cards: Bool
    let skip: Int
    let sheet: LabelSheet
    let labels: [CodeLabel]
}

/// One label: whose it is, what it is called, and the code that a scanner reads.
struct CodeLabel: Encodable, Sendable {
    let office: String
    let title: String
    let byline: String
    /// Where it stands, or since when it holds.
    let mark: String
    /// What the code says, for people.
    let number: String
    let code: Code

    struct Code: Encodable, Sendable {
        let path: String
        let extent: Int
        let alt: String
        let bars: Bool

        /// - Returns: nil for a text that neither code can hold.
        init?(_ text: String, bars hasBars: Bool) {
            if hasBars, let code = Code128(text) {
                (path, extent, alt, bars) = (code.path, code.extent, text, true)
            } else if let code = QRCode(text) {
                (path, extent, alt, bars) = (code.path, code.extent, text, false)
            } else {
                return nil
            }
        }
    }

    init?(_ label: String, office: String, title: String, byline: String, mark: String, hasBars: Bool = true) {
        guard let code = Code(label, bars: hasBars) else { return nil }
        (self.office, self.title, self.byline, self.mark, number, self.code) = (office, title, byline, mark, Self.grouped(label), code)
    }

    /// Twelve digits are read in threes.
    static func grouped(_ label: String) -> String {
        guard label.count == 12, label.allSatisfy(\.isNumber) else { return label }
        return stride(from: 0, to: 12, by: 3).map { String(label.dropFirst($0).prefix(3)) }.joined(separator: " ")
    }
}

/// What somebody has borrowed, to take along. The template is `slip.typ`.
struct SlipPaper: Encodable, Sendable {
    struct Line: Encodable, Sendable {
        let title: String
        let byline: String
        let number: String
        let due: String
    }

    let language: String
    let title: String
    let centre: Paper.Office
    let page: String
    let facts: [Paper.Fact]
    let note: String
    let columns: [String]
    let lines: [Line]
}
