import Forms
import Kernel
import Languages
import Look

/// How a letter reads in one language, filled with what is real.
struct LetterLook: Sendable {
    let language: Language
    /// Nil where it is a notice on a page.
    let subject: String?
    let paragraphs: [String]
    let facts: [(label: String, value: Run)]
    let sender: String

    init(_ kind: LetterKind, _ sample: LetterSample, _ t: Texts, sender: String) {
        let texts = kind.texts(sample).map { t($0) }
        language = t.language
        subject = kind.isLetter ? texts.first : nil
        paragraphs = Array(kind.isLetter ? texts.dropFirst() : texts[...])
        facts = kind.tellsEvent ? sample.facts : []
        self.sender = sender
    }
}
