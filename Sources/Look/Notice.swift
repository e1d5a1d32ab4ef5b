package import HTML

/// Something to know before reading on.
package struct Notice: View {
    let tone: Tone
    let title: String?
    let isNews: Bool
    let content: Markup

    /// - Parameter isNews: whether it tells of what just happened, so that screen readers say it at once.
    package init(_ tone: Tone, _ title: String? = nil, isNews: Bool = false, @HTMLBuilder content: () -> Markup) {
        self.tone = tone
        self.title = title
        self.isNews = isNews
        self.content = content()
    }

    package var body: Markup {
        div(.class("notice", tone.rawValue), .role(isNews ? (tone == .bad ? "alert" : "status") : nil)) {
            tone == .bad ? Icon.warning : tone.icon
            div {
                if let title { HTML::p(.class("notice-title")) { title } }
                content
            }
        }
    }
}

/// A list with nothing in it: what will be here and how to make it so.
package struct EmptyState: View {
    let title: String
    let text: String
    let content: Markup

    package init(_ title: String, _ text: String, @HTMLBuilder content: () -> Markup) {
        self.title = title
        self.text = text
        self.content = content()
    }

    package var body: Markup {
        div(.class("nothing")) {
            HTML::p(.class("nothing-title")) { title }
            HTML::p { text }
            content
        }
    }
}

/// The answer to a question that was asked of a document or a code: the verdict first, large, then the sentence.
package struct Verdict: View {
    let tone: Tone
    let word: String
    let text: String

    package init(_ tone: Tone, _ word: String, _ text: String) {
        self.tone = tone
        self.word = word
        self.text = text
    }

    package var body: Markup {
        div(.class("verdict", tone.rawValue), .role("status")) {
            tone.icon
            div {
                h1 { word }
                HTML::p { text }
            }
        }
    }
}
