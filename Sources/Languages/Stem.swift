/// The part of a word that its forms share, so that `математика прича` finds *Математичке приче*.
///
/// It is cut from folded words (`Fold`), for people type without diacritics, and by rules of our own: why, and how well they do, stands in
/// `docs/decisions/0010-stems-of-folded-words.md`. A stem is no word: `matematika`, `математичке` and `matematici` share `matematik`. What is found by it alone
/// stands behind all that has the words as they were typed.
public enum Stem {
    /// The stem of a folded word. Nil in a language whose forms are not known here, and for what is too short to have any.
    public static func of(_ word: String, in language: Language) -> String? {
        let bytes = Array(word.utf8)
        guard bytes.count > 2, bytes.allSatisfy({ (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }) else { return nil }
        switch language {
        case .sr, .srLatn: return String(decoding: serbian.reduce(bytes) { $1.cut($0) }, as: UTF8.self)
        case .lt: return String(decoding: lithuanian.reduce(bytes) { $1.cut($0) }, as: UTF8.self)
        case .en: return nil
        }
    }

    /// The stems that a folded word may have: nobody says in which language a question is asked.
    public static func all(of word: String) -> [String] {
        [Language.sr, .lt].compactMap { of(word, in: $0) }.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    // Endings of nouns and adjectives first; then what alternates before them (učenik, učenici; biolog, biolozi); then what makes an adjective or a name
    // of a quality (istorija, istorijski; kreativan, kreativnost). Words that end by nature like an ending (problem, dijalog) lose it in all their forms.
    private static let serbian = [
        CutStep("oscu>ost", least: 2),
        CutStep("a e i o u om em im ih og eg oj ej ov ev am oga ega ome omu emu ama ima ovi ova ove ovu evi eva eve evu ovima evima ovom ovih", least: 3),
        CutStep("c>k oz>og", least: 2),
        CutStep("losk>log gosk>gog tesk>teg ick>ik ack>ak icn>ik", least: 2) + CutStep("sk", least: 3) + CutStep("ionaln ijsk ivn ion ost ij", least: 4),
        CutStep("am em im om og eg oj ej ov ev", least: 3) + CutStep("ij ivn", least: 4),
        CutStep("atak>ak atk>ak stav>stv", least: 3) + CutStep(fleeting, least: 3),
        CutStep("c>k", least: 2) + CutStep("ivn", least: 4),
    ]

    /// The a that comes and goes before n, t and m: bezbedan, bezbedni.
    private static let fleeting = "bcdfghjklmnprstvz".flatMap { letter in "ntm".map { "\(letter)a\($0)>\(letter)\($0)" } }.joined(separator: " ")

    // Endings of all declensions, of reflexive names of deeds and of adjectives with their long forms; then the adjectives and qualities that are made of nouns
    // (istorija, istorinis; saugus, saugumas); then č and dž before i (žodis, žodžiai).
    private static let lithuanian = [
        CutStep("""
            a as o ai e es ei is ys y i io ui iui u iu us ius aus iaus os ios ies iai ais iais ams iams oms ioms ems ims omis iomis emis imis umi iumi imi \
            oje ioje eje yje uje iuje ose iose ese yse uose iuose oj ioj ej yj uj iuj om iom em im au iau ie asis osi uisi asi \
            am iam ame iame iems ojo iojo ajam iajam aji ioji oji uoju iuoju ajame iajame ieji uju iuju iesiems uosius iuosius aisiais iaisiais \
            osios iosios ajai iajai aja iaja ojoje iojoje osioms iosioms osiomis iosiomis osiose iosiose usis ysis asias iasias
            """, least: 3),
        CutStep("in toj>t", least: 3) + CutStep("umin um ij", least: 4),
        CutStep("ik", least: 3),
        CutStep("dz>d c>t", least: 2),
    ]
}

/// One step of cutting: of its endings the longest that fits is cut off, or makes place for another.
private struct CutStep: Sendable {
    private let rules: [(ending: [UInt8], instead: [UInt8], least: Int)]

    /// - Parameters:
    ///   - written: endings, or `ending>what stands instead`.
    ///   - least: how many letters stay before it.
    init(_ written: String, least: Int) {
        rules = written.split(separator: " ").map { entry in
            let parts = entry.split(separator: ">")
            return (Array(parts[0].utf8), parts.count > 1 ? Array(parts[1].utf8) : [], least)
        }.sorted { $0.ending.count > $1.ending.count }
    }

    private init(_ rules: [(ending: [UInt8], instead: [UInt8], least: Int)]) {
        self.rules = rules.sorted { $0.ending.count > $1.ending.count }
    }

    static func + (one: CutStep, other: CutStep) -> CutStep { CutStep(one.rules + other.rules) }

    func cut(_ word: [UInt8]) -> [UInt8] {
        let rule = rules.first { word.count >= $0.ending.count + $0.least && word.suffix($0.ending.count).elementsEqual($0.ending) }
        return rule.map { word.dropLast($0.ending.count) + $0.instead } ?? word
    }
}
