package import Languages

/// A column that a kind of row understands.
package struct ImportColumn: Sendable {
    /// What stands in its cells. A spreadsheet turns what looks like a day into one, so a day where none is meant is a value that was lost.
    package enum Form: Sendable { case text, number, day }

    package let name: String
    package let label: Phrase
    /// Heads by which it is known, in any language; script, diacritics, capitals and marks between words do not matter.
    package let spellings: [String]
    package private(set) var isRequired: Bool
    package let form: Form
    /// Columns that it stands for together, as a whole name in one column does for two.
    package let parts: [String]
    /// Whether a text looks like what stands in such a column: how it is found where its head says nothing.
    package let looks: (@Sendable (String) -> Bool)?

    package init(
        _ name: String, _ label: Phrase, isRequired: Bool = false, form: Form = .text, parts: [String] = [], looks: (@Sendable (String) -> Bool)? = nil,
        _ spellings: String...
    ) {
        self.name = name
        self.label = label
        self.spellings = [name] + spellings
        self.isRequired = isRequired
        self.form = form
        self.parts = parts
        self.looks = looks
    }

    /// The same where it need not be there.
    package var optional: ImportColumn {
        var column = self
        column.isRequired = false
        return column
    }
}

/// Texts that tell by their look what they are.
package enum CellLook {
    package static func email(_ text: String) -> Bool {
        let halves = text.split(separator: "@", omittingEmptySubsequences: false)
        return halves.count == 2 && !halves[0].isEmpty && halves[1].contains(".") && !text.contains(where: \.isWhitespace)
    }

    package static func phone(_ text: String) -> Bool {
        let digits = text.count(where: \.isWholeNumber)
        return (8...14).contains(digits) && text.allSatisfy { $0.isWholeNumber || "+-/(). ".contains($0) } && "0+(".contains(text.first ?? " ")
    }

    package static func website(_ text: String) -> Bool {
        ["http://", "https://", "www."].contains { text.lowercased().hasPrefix($0) }
    }

    package static func digits(_ count: Int) -> @Sendable (String) -> Bool {
        { text in text.count == count && text.allSatisfy { ("0"..."9").contains($0) } }
    }
}
