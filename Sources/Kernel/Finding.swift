package import Languages
package import Storage

extension SearchText {
    /// What is found by texts in known languages: by their words and by the other forms of these.
    package init(number: String = "", titles: [(String, Language)], bodies: [(String, Language)], names: [String] = []) {
        func words(_ texts: [(String, Language)]) -> String { texts.map { Fold.indexText($0.0) }.joined(separator: " ") }
        func stems(_ texts: [(String, Language)]) -> String { texts.map { Fold.indexStems($0.0, in: $0.1) }.joined(separator: " ") }
        self.init(
            number: Fold.indexText(number), title: words(titles), body: ([words(bodies)] + names.map { Fold.indexText($0) }).joined(separator: " "),
            titleStems: stems(titles), bodyStems: stems(bodies))
    }
}

extension Connection {
    /// A query `(subject, grade)` of what typed words find, in either script and in whatever form they stand.
    /// - Parameter among: the only subjects that are looked at.
    package func found(_ kind: StaticString, typed words: String, among: SQL? = nil) -> SQL {
        found(kind, Fold.query(words), among: among, stems: Stem.all)
    }
}

extension WordIndex {
    /// The same of an index in memory.
    package func found(typed words: String) -> [Found] { found(Fold.query(words), stems: Stem.all) }
}

/// Something got other words: a programme, a hall, a municipality. What names it is found by the new ones.
package struct Reworded: Fact {
    package let subject: Subject

    package init(_ subject: Subject) { self.subject = subject }
}
