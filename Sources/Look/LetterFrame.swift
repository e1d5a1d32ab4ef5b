package import Languages
package struct LetterFrame {
    package init(language: Language, greeting: String, paragraphs: [String], facts: [(label: String, value: String)], action: Link?, closing: String, sender: String) { text = paragraphs.joined(separator: "\n\n") + "\n\n" + (action?.href ?? "") }
    package let text: String
    package var html: String { text }
}
