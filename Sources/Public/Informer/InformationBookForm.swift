import Forms
import Kernel
import Languages

/// What was typed of a chapter, and the other way round.
extension InformationDraft {
    init(_ typed: Typed) throws {
        var faults = Faults()
        let figures = InformationChapter.Figures(rawValue: typed["figures"]), place = faults.number(typed, "place", in: Self.places, empty: 0)
        faults.require(figures != nil, "figures", T.common.errorChoose)
        let texts = InformerDraft.languages.map { language in
            (language, InformationText(title: typed["title-\(language.rawValue)"], text: typed.lines("text-\(language.rawValue)")))
        }
        self.init(place: place ?? 0, figures: figures ?? .none, texts: Dictionary(uniqueKeysWithValues: texts))
        check(&faults)
        try faults.check()
    }

    var typed: Typed {
        Typed([(name: "place", value: "\(place)"), (name: "figures", value: figures.rawValue)] + InformerDraft.languages.flatMap { language in
            let text = texts[language]
            return [(name: "title-\(language.rawValue)", value: text?.title ?? ""), (name: "text-\(language.rawValue)", value: text?.text ?? "")]
        })
    }
}
