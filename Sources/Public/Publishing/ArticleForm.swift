import Forms
import Kernel
import Languages

/// What was typed of an article, and the other way round.
extension ArticleDraft {
    init(_ typed: Typed, as kind: Article.Kind, in zone: Zone, today: Day) throws {
        var faults = Faults()
        let day = Day(typed: typed["day"])
        faults.require(day != nil, "day", T.common.errorDay(example: .day(today, .numeric)))
        let term = ArticleTerm(typed, as: kind, in: zone, today: today, &faults)
        term.check(asInformation: kind == .information, today: today, &faults)
        self.init(day: day ?? today, texts: Self.texts(typed), term: term)
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

    func typed(in zone: Zone) -> Typed {
        Typed([(name: "day", value: day.iso)] + term.typed(in: zone) + Self.languages.flatMap { language in
            let (own, text) = (language.rawValue, texts[language])
            return [("title-\(own)", text?.title ?? ""), ("summary-\(own)", text?.summary ?? ""), ("text-\(own)", text?.text ?? "")].map { (name: $0.0, value: $0.1) }
        })
    }
}
