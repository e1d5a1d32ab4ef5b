import Community
import Forms
import Kernel
import Languages
import Markdown
import Publishing

/// What was typed of an informer, and the other way round.
extension InformerDraft {
    init(_ typed: Typed) throws {
        var faults = Faults(), words: [Language: String] = [:]
        for language in Self.languages {
            let field = "words-\(language.rawValue)", text = typed.lines(field)
            faults.limit(text, field, .letter)
            if let dropped = Markdown(text).dropped.first { faults.add(field, dropped.phrase) }
            words[language] = text
        }
        faults.limit(typed["sign"], "sign", .line)
        try faults.check()
        self.init(
            words: words, sign: typed["sign"], articles: Set(typed.all("news").compactMap { Article.ID($0) }), practice: Practice.ID(typed["practice"]),
            hasShelf: typed.all("parts").contains("shelf"), hasHeld: typed.all("parts").contains("held"))
    }

    var typed: Typed {
        var fields = Self.languages.map { (name: "words-\($0.rawValue)", value: words[$0] ?? "") } + [(name: "sign", value: sign)]
        fields += articles.sorted().map { (name: "news", value: "\($0)") }
        fields.append((name: "practice", value: practice?.description ?? ""))
        if hasShelf { fields.append((name: "parts", value: "shelf")) }
        if hasHeld { fields.append((name: "parts", value: "held")) }
        return Typed(fields)
    }
}
