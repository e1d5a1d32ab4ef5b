package import Languages

/// A whole name as it was parted.
package struct PartedName: Sendable, Hashable {
    package var given: String
    package var family: String
    /// What stood beside the name and is no part of it: titles, and what stood in brackets.
    package var apart: [String] = []
    /// Whether nothing else would have been as good.
    package var isSure = true
}

/// Parts names that stand in one column: *др Бранка Јовановић-Симић*, *Петровић Ана*. Which half is which is told by the words, given names by a list and by the
/// people we know, families by theirs and by how they end; where the words say nothing, by the order that the other rows of the list have.
package struct NameParting: Sendable {
    package enum Order: Sendable { case givenFirst, familyFirst }

    private let given: Set<String>
    private let families: Set<String>
    /// The order of the rows that tell it; nil when they do not agree.
    package let order: Order?
    /// Whether rows that tell their order were found, and all have this one.
    private let isSettled: Bool

    /// - Parameters:
    ///   - known: people of whom it is known which half is which.
    ///   - cells: all names of the list.
    ///   - said: the order that the head of the column names.
    package init(known: [PersonName], cells: [String], said: Order? = nil) {
        given = GivenNames.common.union(known.flatMap { Fold.tokens($0.given) })
        families = Set(known.flatMap { Fold.tokens($0.family) })
        let found = Self.orders(in: cells, given, families)
        let most = max(found.givenFirst, found.familyFirst), all = found.givenFirst + found.familyFirst
        let isClear = all > 0 && most * 4 >= all * 3
        order = isClear ? (found.givenFirst >= found.familyFirst ? .givenFirst : .familyFirst) : said
        isSettled = all >= 3 && most == all
    }

    package func part(_ text: String) -> PartedName {
        let (words, behind, apart) = Self.stripped(text)
        var name: PartedName
        if !behind.isEmpty {
            name = PartedName(given: behind.joined(separator: " "), family: words.joined(separator: " "))
        } else if words.count < 2 {
            name = PartedName(given: "", family: words.first ?? "", isSure: false)
        } else {
            name = best(words)
        }
        name.apart = apart
        return name
    }

    /// The best of all ways to part these words.
    private func best(_ words: [String]) -> PartedName {
        let ways = Self.ways(words, given, families)
        func score(_ way: Way) -> Int { way.score + (way.order == order ? 2 : 0) }
        let sorted = ways.sorted { (score($0), $0.order == .givenFirst ? 1 : 0, -$0.many) > (score($1), $1.order == .givenFirst ? 1 : 0, -$1.many) }
        let best = sorted[0], other = sorted.first { $0.name != best.name && $0.order != best.order } ?? sorted.last ?? best
        var name = best.name
        let byWords = best.score - other.score
        // Its own words say another order than the rest, or nothing at all.
        let isAgainst = order != nil && best.order != order
        name.isSure = byWords >= Self.clear ? !isAgainst : isSettled && best.order == order && byWords > -Self.clear
        if words.count > 2, let rival = sorted.first(where: { $0.name != best.name && $0.order == best.order }), best.score - rival.score < 1 { name.isSure = false }
        return name
    }

    private struct Way {
        let name: PartedName
        let order: Order
        /// Given names beyond the first.
        let many: Int
        let score: Int
    }

    /// So much more one order must say for itself than the other.
    private static let clear = 3

    private static func ways(_ words: [String], _ given: Set<String>, _ families: Set<String>) -> [Way] {
        let weights = words.map { (given: weight($0, given, isGiven: true), family: weight($0, families, isGiven: false) + (isCapitals($0, among: words) ? 3 : 0)) }
        return (1..<words.count).flatMap { cut -> [Way] in
            let (first, last) = (words[..<cut].joined(separator: " "), words[cut...].joined(separator: " "))
            let front = weights[..<cut], back = weights[cut...]
            // Between two ways that say as much, few words are given names.
            let many = cut - 1, few = words.count - cut - 1
            return [
                Way(name: PartedName(given: first, family: last), order: .givenFirst, many: many,
                    score: front.reduce(0) { $0 + $1.given - $1.family } + back.reduce(0) { $0 + $1.family - $1.given }),
                Way(name: PartedName(given: last, family: first), order: .familyFirst, many: few,
                    score: front.reduce(0) { $0 + $1.family - $1.given } + back.reduce(0) { $0 + $1.given - $1.family }),
            ]
        }
    }

    /// How much a word says that it is a given name, or one of a family.
    private static func weight(_ word: String, _ known: Set<String>, isGiven: Bool) -> Int {
        let parts = Fold.tokens(word)
        var weight = parts.contains(where: known.contains) ? 3 : 0
        let endings = isGiven ? givenEndings : familyEndings
        if parts.contains(where: { part in part.count > 3 && endings.contains { part.hasSuffix($0) } }) { weight += isGiven ? 1 : 2 }
        return weight
    }

    private static let familyEndings = ["ic", "ski", "cki", "ov", "ev", "iene", "aite", "yte", "auskas", "evicius", "avicius", "onis", "enas", "inskas", "elis"]
    private static let givenEndings = ["ica", "ija", "inka", "slav", "slava", "mir", "ana"]

    /// МАРИЋ Ана, as some lists write it.
    private static func isCapitals(_ word: String, among words: [String]) -> Bool {
        func isHigh(_ word: String) -> Bool { word.count > 1 && word == word.uppercased() && word != word.lowercased() }
        return isHigh(word) && words.contains { !isHigh($0) }
    }

    private static func orders(in cells: [String], _ given: Set<String>, _ families: Set<String>) -> (givenFirst: Int, familyFirst: Int) {
        cells.reduce(into: (0, 0)) { count, cell in
            let (words, behind, _) = stripped(cell)
            guard behind.isEmpty, words.count == 2 else { return }
            let ways = ways(words, given, families)
            if ways[0].score - ways[1].score >= clear { count.0 += 1 }
            if ways[1].score - ways[0].score >= clear { count.1 += 1 }
        }
    }
}

// MARK: What is no name

extension NameParting {
    /// The words of the name; those behind a comma (*Петровић, Ана*); what stands beside it.
    private static func stripped(_ text: String) -> (words: [String], behind: [String], apart: [String]) {
        var apart: [String] = []
        var plain = text
        while let open = plain.firstIndex(of: "("), let close = plain[open...].firstIndex(of: ")") {
            apart.append(String(plain[plain.index(after: open)..<close]))
            plain.replaceSubrange(open...close, with: " ")
        }
        var halves: [[String]] = []
        for half in plain.split(separator: ",") {
            let all = half.split(whereSeparator: \.isWhitespace).map(String.init)
            // What begins with a title behind a comma is one as a whole.
            if !halves.isEmpty, let first = all.first, isTitle(first) {
                apart.append(all.joined(separator: " "))
                continue
            }
            let (words, titles) = untitled(all)
            apart += titles
            if !words.isEmpty { halves.append(words) }
        }
        return (halves.first ?? [], Array(halves.dropFirst().joined()), apart)
    }

    private static func untitled(_ words: [String]) -> (words: [String], titles: [String]) {
        let titled = words.filter(isTitle)
        return (words.filter { !isTitle($0) }, titled.isEmpty ? [] : [titled.joined(separator: " ")])
    }

    private static func isTitle(_ word: String) -> Bool { titles.contains(Fold.tokens(word).joined()) || (word.hasSuffix(".") && word.count > 2) }

    private static let titles: Set<String> = [
        "dr", "mr", "mgr", "prof", "profesor", "profesorka", "doc", "docent", "spec", "specijalista", "mag", "mast", "master", "msc", "phd", "ma", "ba", "bsc", "sc",
        "scient",
        "dipl", "ing", "inz", "akad", "akademik", "prim", "vanr", "habil", "med", "struk", "lekt", "ass", "asist", "asistent", "vs", "vss", "hab",
    ]
}
