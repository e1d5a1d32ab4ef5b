/// The words of all subjects of one kind in memory, for a list that is searched often and changed seldom. What it finds is what `Connection.found` finds.
public struct WordIndex: Sendable {
    /// In the order of their bytes, each once.
    private var words: [String] = []
    /// Where the entries of each word begin; one more than there are words.
    private var begins: [Int] = [0]
    /// Where the subject of each entry stands among all.
    private var places: [Int32] = []
    private var grades: [UInt8] = []
    /// In their order, each once.
    private let subjects: [Int64]
    private static let none = UInt8.max

    public typealias Found = (subject: Int64, grade: Int)

    fileprivate init(_ rows: [Row]) throws {
        let ids = try rows.map { try $0["subject"] as Int64 }
        subjects = Set(ids).sorted()
        let place = Dictionary(uniqueKeysWithValues: subjects.enumerated().map { ($1, Int32($0)) })
        places.reserveCapacity(rows.count)
        grades.reserveCapacity(rows.count)
        for (row, id) in zip(rows, ids) {
            let word: String = try row["word"]
            if words.last != word {
                words.append(word)
                begins.append(places.count)
            }
            places.append(place[id] ?? 0)
            grades.append(UInt8(try row["grade"] as Int))
            begins[begins.count - 1] = places.count
        }
    }

    /// Subjects in which all words stand, the last as a beginning, each with the grade of the match, in the order of their numbers; see `Connection.found`.
    public func found(_ words: [String], stems: (String) -> [String] = { _ in [] }) -> [Found] {
        let words = SearchText.known(words)
        var all: [UInt8]?
        for (number, word) in words.enumerated() {
            var one = [UInt8](repeating: Self.none, count: subjects.count)
            collect(number == words.count - 1 ? beginning(with: word) : equal(to: word), into: &one)
            for stem in stems(word) { collect(equal(to: SearchText.stem(stem)), into: &one) }
            // Each word must match; the worst of the matches counts.
            if let both = all { for place in one.indices where both[place] > one[place] { one[place] = both[place] } }
            all = one
        }
        guard let all else { return [] }
        return all.indices.lazy.filter { all[$0] != Self.none }.map { (subjects[$0], Int(all[$0])) }
    }

    /// The best grade of each place.
    private func collect(_ range: Range<Int>, into best: inout [UInt8]) {
        guard !range.isEmpty else { return }
        for entry in begins[range.lowerBound]..<begins[range.upperBound] {
            let place = Int(places[entry])
            if best[place] > grades[entry] { best[place] = grades[entry] }
        }
    }

    private func equal(to word: String) -> Range<Int> {
        let place = first(from: word)
        return place..<(place < words.count && words[place] == word ? place + 1 : place)
    }

    /// Behind z comes {.
    private func beginning(with word: String) -> Range<Int> { first(from: word)..<first(from: word + "{") }

    private func first(from word: String) -> Int {
        var low = 0, high = words.count
        while low < high {
            let middle = (low + high) / 2
            if words[middle] < word { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

extension Connection {
    /// All words of the subjects of one kind.
    public func wordIndex(_ kind: StaticString) throws -> WordIndex {
        try WordIndex(rows("SELECT word, subject, grade FROM search_word WHERE kind = \(kind.description) ORDER BY word, subject"))
    }
}
