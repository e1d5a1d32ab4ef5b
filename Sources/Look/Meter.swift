package import HTML

/// How full something is, as a drawing with the same said in words.
package struct Meter: View {
    let title: String
    let value: Int
    let total: Int
    let tone: Tone

    /// - Parameters:
    ///   - title: the whole statement, as *Заузета су 24 места од 30*.
    ///   - value: the filled part, in the units of `total`.
    package init(_ title: String, value: Int, of total: Int, _ tone: Tone = .good) {
        self.title = title
        self.value = value
        self.total = total
        self.tone = tone
    }

    private var filled: Int { total > 0 ? min(200, max(0, value * 200 / total)) : 0 }

    package var body: Markup {
        svg(
            .class("meter", tone.rawValue), .viewBox("0 0 200 8"), .custom("preserveAspectRatio", "none"), .role("img"),
            .aria("label", title)
        ) {
            SVG.rect(.class("track"), .width(200), .height(8))
            SVG.rect(.class("fill"), .width(filled), .height(8))
        }
    }
}

/// Where a person stands against a rule: a plain sentence, a bar, and *why* under it.
package struct Progress: View {
    let sentence: String
    let meter: Meter
    let question: String
    let content: Markup

    /// - Parameters:
    ///   - question: the words of the line that opens the rows and the articles.
    package init(_ sentence: String, _ meter: Meter, why question: String, @HTMLBuilder content: () -> Markup) {
        self.sentence = sentence
        self.meter = meter
        self.question = question
        self.content = content()
    }

    package var body: Markup {
        div(.class("standing")) {
            p { sentence }
            meter
            Disclosure(question) { content }
        }
    }
}
