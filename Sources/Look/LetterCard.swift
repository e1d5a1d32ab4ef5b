package import HTML
import Languages

/// A letter on a page, before or after it is sent: the letter itself, with all that its reader will see.
package struct LetterCard: View {
    let frame: LetterFrame
    let subject: String
    let recipient: String

    package init(_ frame: LetterFrame, subject: String, to recipient: String) {
        self.frame = frame
        self.subject = subject
        self.recipient = recipient
    }

    package var body: Markup {
        let lang = Attribute.lang(frame.language.htmlLang)
        Card {
            HTML::p(.class("small muted")) { recipient }
            HTML::p(lang) { strong { subject } }
            if !frame.greeting.isEmpty { HTML::p(lang) { frame.greeting } }
            ForEach(frame.paragraphs) { paragraph in HTML::p(.class("lines"), lang) { paragraph } }
            Facts { ForEach(frame.facts) { fact in FactLine(fact.label, fact.value) } }
            if let action = frame.action { HTML::p(lang) { "[ \(action.label) ]" } }
            HTML::p(lang) { frame.closing; br(); frame.sender }
        }
    }
}
