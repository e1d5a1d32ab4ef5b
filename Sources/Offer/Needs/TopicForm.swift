import Catalogue
import Forms
import Kernel
import Languages

/// What was typed of a topic, and the other way round.
extension TopicDraft {
    init(_ typed: Typed) throws {
        var faults = Faults()
        let names = TopicNames(sr: typed["name_sr"], lt: typed["name_lt"], en: typed["name_en"])
        faults.require(!names.all.isEmpty, "name_sr", T.common.errorMissing)
        for (field, name) in [("name_sr", names.sr), ("name_lt", names.lt), ("name_en", names.en)] {
            faults.limit(name, field, .line)
            faults.require(name.isEmpty || !TopicWord.key(name).isEmpty, field, T.needs.errorWords)
        }
        let words = typed.lines("words").split(whereSeparator: \.isNewline).map(String.init).filter { !TopicWord.key($0).isEmpty }
        for word in words { faults.limit(word, "words", .sentence) }
        try faults.check()
        var seen: Set<String> = []
        self.init(names, words: words.filter { seen.insert(TopicWord.key($0)).inserted }, codes: Set(typed.all("codes").compactMap(CycleCode.ID.init)))
    }

    var typed: Typed {
        Typed([("name_sr", names.sr), ("name_lt", names.lt), ("name_en", names.en), ("words", words.joined(separator: "\n"))] + codes.map { ("codes", "\($0)") })
    }
}

extension Topic {
    /// As a form changes it: matched words are matched and released elsewhere.
    var draft: TopicDraft { TopicDraft(names, words: words.filter { $0.matched == nil }.map(\.words), codes: Set(codes)) }
}
