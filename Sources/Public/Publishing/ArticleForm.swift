import Forms
import Kernel
import Languages

/// What was typed of an article, and the other way round.
extension ArticleDraft {
    init(_ typed: Typed, today: Day) throws {
        var faults = Faults()
        let day = Day(typed: typed["day"])
        faults.require(day != nil, "day", T.common.errorDay(example: .day(today, .numeric)))
        self.init(day: day ?? today, texts: Self.texts(typed))
        check(&faults)
        try faults.check()
    }

    /// As far as it goes, for a look before it is kept.
    static func texts(_ typed: Typed) -> [Language: ArticleText] {
        languages.reduce(into: [:]) { texts, language in
            let own = language.rawValue
            texts[language] = ArticleText(title: typed["title-\(own)"], summary: typed["summary-\(own)"], text: typed.lines("text-\(own)"))
        }
    }

    var typed: Typed {
        Typed([(name: "day", value: day.iso)] + Self.languages.flatMap { language in
            let (own, text) = (language.rawValue, texts[language])
            return [("title-\(own)", text?.title ?? ""), ("summary-\(own)", text?.summary ?? ""), ("text-\(own)", text?.text ?? "")].map { (name: $0.0, value: $0.1) }
        })
    }
}
