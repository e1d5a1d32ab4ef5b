import Languages

/// Municipalities by the ways in which lists write them: *Београд - Вождовац*, *Сомбор - град*, *Ниш - Палилула*, *Akmenės r. sav.*
struct MunicipalityNames {
    private struct Known {
        let id: Municipality.ID
        /// All words of the name, those in brackets too; without what stands in brackets; and the words of its district.
        let words, bare, district: Set<String>
        let folded: String
    }

    private let all: [Known]
    private let byFolded: [String: [Municipality.ID]]

    init(_ rows: [(id: Municipality.ID, name: String, district: String)]) {
        all = rows.map { row in
            let bare = row.name.prefix { $0 != "(" }
            return Known(
                id: row.id, words: Self.words(row.name), bare: Self.words(String(bare)), district: Self.words(row.district), folded: Self.folded(row.name))
        }
        byFolded = Dictionary(grouping: all, by: \.folded).mapValues { $0.map(\.id) }
    }

    /// Those that a list may mean.
    /// - Parameter district: as the list names it; it tells two of one name apart.
    func found(_ name: String, in district: String = "") -> [Municipality.ID] {
        if let exact = byFolded[Self.folded(name)] { return exact }
        let said = Self.words(name)
        guard !said.isEmpty else { return [] }
        let plain = said.subtracting(Self.general)
        for words in [said, plain] where !words.isEmpty {
            let same = all.filter { $0.words == words }
            if !same.isEmpty { return same.map(\.id) }
        }
        // Its own words, and beside them the city or the district where it lies.
        let within = all.filter { known in
            !known.bare.isEmpty && known.bare.isSubset(of: said)
                && said.subtracting(known.bare).subtracting(Self.general).isSubset(of: known.district.union(known.words))
        }
        let longest = within.map(\.bare.count).max() ?? 0
        var fitting = within.filter { $0.bare.count == longest }
        let around = Self.words(district).subtracting(Self.general)
        if fitting.count > 1, !around.isEmpty {
            let there = fitting.filter { !$0.district.subtracting(Self.general).isDisjoint(with: around) }
            if !there.isEmpty { fitting = there }
        }
        return fitting.map(\.id)
    }

    /// What a municipality is called beside its name.
    private static let general = Set(["grad", "opstina", "gradska", "upravni", "okrug", "sav", "savivaldybe", "r", "m", "raj", "rajono", "miesto", "rajonas", "miestas"].map(stem))

    private static func words(_ text: String) -> Set<String> { Set(Fold.tokens(text).map(stem)) }

    /// Lists name a Lithuanian municipality in the genitive, *Akmenės*, ours in the nominative.
    private static func stem(_ word: String) -> String { Stem.of(word, in: .lt) ?? word }

    private static func folded(_ name: String) -> String { Fold.tokens(name).joined(separator: " ") }
}
