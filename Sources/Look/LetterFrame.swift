import HTML
package import Languages

/// A letter as mail programs show it: a greeting, what there is to say, facts in lines, one thing to do, who writes.
/// It stands alone: no style sheet, no pictures, and the same words as plain text.
package struct LetterFrame: Sendable {
    package var language: Language
    /// Empty where the text itself greets.
    package var greeting: String
    package var paragraphs: [String]
    package var facts: [(label: String, value: String)]
    /// The one thing to do. Its address is whole, with scheme and host.
    package var action: Link?
    package var closing: String
    package var sender: String

    package init(
        language: Language, greeting: String, paragraphs: [String], facts: [(label: String, value: String)] = [], action: Link? = nil,
        closing: String = "", sender: String
    ) {
        self.language = language
        self.greeting = greeting
        self.paragraphs = paragraphs
        self.facts = facts
        self.action = action
        self.closing = closing
        self.sender = sender
    }

    package var html: String {
        String(decoding: renderDocument(HTML::html(.lang(language.htmlLang)) {
            head { meta(.charset("utf-8")) }
            body(LetterStyle.page) {
                if !greeting.isEmpty { HTML::p(LetterStyle.line) { greeting } }
                ForEach(paragraphs) { paragraph in HTML::p(LetterStyle.line) { paragraph } }
                ForEach(facts) { fact in
                    HTML::p(LetterStyle.fact) { strong { fact.label + ":" }; " " + fact.value }
                }
                if let action {
                    HTML::p(LetterStyle.line) { a(.href(action.href), LetterStyle.button) { action.label } }
                    HTML::p(LetterStyle.small) { action.href }
                }
                if !closing.isEmpty { HTML::p(LetterStyle.line) { closing } }
                HTML::p(LetterStyle.line) { sender }
            }
        }), as: UTF8.self)
    }

    /// A paragraph is one line, which the reader's program breaks as its window is wide; an address stays on a line of its own.
    package var text: String {
        var parts = (greeting.isEmpty ? [] : [greeting]) + paragraphs
        if !facts.isEmpty { parts.append(facts.map { "\($0.label): \($0.value)" }.joined(separator: "\n")) }
        if let action { parts.append("\(action.label):\n\(action.href)") }
        if !closing.isEmpty { parts.append(closing) }
        return (parts + [sender]).joined(separator: "\n\n") + "\n"
    }
}

/// Styles stand in the elements themselves, because mail programs drop everything else.
private enum LetterStyle {
    static var page: Attribute { .custom("style", "margin:0;padding:24px;max-width:38em;font:17px/1.5 sans-serif;color:#1c2430;background:#ffffff") }
    static var line: Attribute { .custom("style", "margin:0 0 16px") }
    static var fact: Attribute { .custom("style", "margin:0 0 4px") }
    static var small: Attribute { .custom("style", "margin:16px 0;font-size:14px;color:#5a6472;word-break:break-all") }
    static var button: Attribute {
        .custom("style", "display:inline-block;padding:12px 22px;background:#1f5b4c;color:#ffffff;font-weight:bold;text-decoration:none;border-radius:3px")
    }
}
