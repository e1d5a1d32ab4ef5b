/// The words of all subjects of one kind in memory, for a list that is searched often and changed seldom. What it finds is what `Connection.found` finds.
public struct WordIndex: Sendable {
    /// In the order of their bytes, each once.
    private var words: [String] = []
    /// Where the entries of each word begin; one more than there are words.
    private var begins: [Int] = [0]
    private var subjects: [Int64] = []
    private var grades: [UInt8] = []

    fileprivate init(_ rows: [Row]) throws {
        subjects.reserveCapacity(rows.count)
        grades.reserveCapacity(rows.count)
        for row in rows {
            let word: String = try row["word"]
            if words.last != word {
                words.append(word)
                begins.append(subjects.count)
            }
            subjects.append(try row["subject"])
            grades.append(UInt8(try row["grade"] as Int))
            begins[begins.count - 1] = subjects.count
        }
    }

    /// Subjects in which all words stand, the last as a beginning, with the grade of the match; see `Connection.found`.
    public func found(_ words: [String], stems: (String) -> [String] = { _ in [] }) -> [Int64: Int] {
        let words = SearchText.known(words)
        var all: [Int64: Int]?
        for (place, word) in words.enumerated() {
            var one: [Int64: Int] = [:]
            collect(place == words.count - 1 ? beginning(with: word) : equal(to: word), into: &one)
            for stem in stems(word) { collect(equal(to: SearchText.stem(stem)), into: &one) }
            // Each word must match; the worst of the matches counts.
            all = all.map { all in all.reduce(into: [:]) { both, found in if let grade = one[found.key] { both[found.key] = max(grade, found.value) } } } ?? one
        }
        return all ?? [:]
    }

    private func collect(_ places: Range<Int>, into best: inout [Int64: Int]) {
        guard !places.isEmpty else { return }
        for entry in begins[places.lowerBound]..<begins[places.upperBound] {
            let grade = Int(grades[entry])
            if best[subjects[entry], default: .max] > grade { best[subjects[entry]] = grade }
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
