import Claims
import Kernel
import Languages

/// Payers by the words of their names, as statements spell them: without diacritics, cut off, the kind of institution written out or short.
struct NameIndex: Sendable {
    enum Likeness: Sendable { case whole, part }

    private let words: [ClaimPayer.ID: [String]]
    private let byHead: [String: Set<ClaimPayer.ID>]

    init(_ names: [ClaimPayer.ID: String]) {
        words = names.mapValues(Self.words)
        byHead = words.reduce(into: [:]) { heads, entry in for word in entry.value { heads[String(word.prefix(4)), default: []].insert(entry.key) } }
    }

    /// Words that tell one from another: not what kind of institution it is, nor its legal form.
    static func words(_ name: String) -> [String] {
        Fold.tokens(name).filter { $0.count > 1 && !kinds.contains($0) }
    }

    private static let kinds: Set<String> = [
        "os", "osnovna", "skola", "pu", "predskolska", "ustanova", "gimnazija", "srednja", "strucna", "tehnicka", "ekonomska", "ss", "sss", "muzicka", "vrtic", "jp",
        "doo", "ad", "opstina", "grad", "opstinska", "gradska", "uprava", "mokykla", "progimnazija", "darzelis", "lopselis", "vsi", "uab", "savivaldybe",
        "savivaldybes", "administracija", "za", "od", "uplatilac", "school", "rs", "ir", "na", "se",
    ]

    /// Those with a word of a name in theirs.
    func like(_ name: String) -> Set<ClaimPayer.ID> {
        let said = Self.words(name)
        let near = said.reduce(into: Set<ClaimPayer.ID>()) { $0.formUnion(byHead[String($1.prefix(4))] ?? []) }
        return near.filter { likeness(of: $0, name) != nil }
    }

    func likeness(of payer: ClaimPayer.ID, _ name: String) -> Likeness? {
        guard let own = words[payer], !own.isEmpty else { return nil }
        let said = Self.words(name)
        let found = own.count { word in said.contains { Self.isSame(word, $0) } }
        if found == own.count { return .whole }
        return found * 2 >= own.count && found > 0 ? .part : nil
    }

    /// A word that was cut off after four letters or more is the same.
    private static func isSame(_ one: String, _ other: String) -> Bool {
        one == other || min(one.count, other.count) >= 4 && (one.hasPrefix(other) || other.hasPrefix(one))
    }
}
