/// What is found of one subject: words already folded to `[a-z0-9]`, in three grades of importance, and the stems that the words of the last two share with
/// their other forms.
public struct SearchText: Sendable {
    public let number: String
    public let title: String
    public let body: String
    public let titleStems: String
    public let bodyStems: String

    public init(number: String = "", title: String, body: String = "", titleStems: String = "", bodyStems: String = "") {
        self.number = number
        self.title = title
        self.body = body
        self.titleStems = titleStems
        self.bodyStems = bodyStems
    }

    /// Each word once, with the best of its grades.
    fileprivate var grades: [String: Int] {
        let words = [number, title, body].map { $0.split(separator: " ").map(String.init) }
        let stems = [titleStems, bodyStems].map { $0.split(separator: " ").map { Self.stem(String($0)) } }
        return (words + stems).enumerated().reduce(into: [:]) { grades, part in
            for word in part.element where grades[word] == nil { grades[word] = part.offset }
        }
    }

    /// A stem as the index holds it: before all words, so that no beginning of a word is taken for one.
    static func stem(_ stem: String) -> String { "=\(stem)" }

    /// Those of the words that an index can hold.
    static func known(_ words: [String]) -> [String] {
        words.filter { !$0.isEmpty && $0.utf8.allSatisfy { (0x61...0x7a).contains($0) || (0x30...0x39).contains($0) } }
    }
}

extension Connection {
    /// Makes one subject findable, or findable by its new words.
    public func index(_ kind: StaticString, _ subject: Int64, _ text: SearchText) throws {
        try unindex(kind, subject)
        let grades = text.grades.sorted { $0.key < $1.key }
        guard engine == .postgresql, !grades.isEmpty else { return try put(kind, grades.map { (subject, $0.key, $0.value) }) }
        // Two acts may write about one subject at once. Each leaves what the other has put there.
        try run("""
            INSERT INTO search_word (kind, word, subject, grade)
            SELECT \(kind.description), word, \(subject), grade FROM unnest(
                string_to_array(\(grades.map(\.key).joined(separator: " ")), ' '), string_to_array(\(grades.map { "\($0.value)" }.joined(separator: " ")), ' ')::bigint[]
            ) AS listed (word, grade)
            ON CONFLICT DO NOTHING
            """)
    }

    /// Makes many subjects findable at once, none of which is findable yet. Their words go in as the index orders them, which is quicker.
    public func index(many kind: StaticString, _ texts: [(subject: Int64, text: SearchText)]) throws {
        let rows = texts.flatMap { subject, text in text.grades.map { (subject, $0.key, $0.value) } }
        try put(kind, rows.sorted { ($0.1, $0.0) < ($1.1, $1.0) })
    }

    public func unindex(_ kind: StaticString, _ subject: Int64) throws {
        try run("DELETE FROM search_word WHERE subject = \(subject) AND kind = \(kind.description)")
    }

    private func put(_ kind: StaticString, _ rows: [(subject: Int64, word: String, grade: Int)]) throws {
        let kind = Stored.text(kind.description)
        try insert(many: Batch("search_word", ["kind", "word", "subject", "grade"], rows: rows.map { [kind, .text($0.word), .int($0.subject), .int(Int64($0.grade))] }))
    }

    /// A query `(subject, grade)` to join with: all words must match, the last one as a beginning. Grade 0: the number, 1: the title, 2: anything;
    /// 3 and 4: the title and anything, but some word only by its stem.
    /// - Parameters:
    ///   - words: folded words; with none, nothing is found.
    ///   - among: the only subjects that are looked at, as a query of their numbers: for a list that shows a few of very many.
    ///   - stems: those that a word may have.
    public func found(_ kind: StaticString, _ words: [String], among: SQL? = nil, stems: (String) -> [String] = { _ in [] }) -> SQL {
        let words = SearchText.known(words)
        guard let last = words.last else { return "(SELECT subject, grade FROM search_word WHERE 1 = 0)" }
        let kind = kind.description
        let bounds: SQL = among.map { " AND subject IN (\($0))" } ?? ""
        // Behind z comes {.
        let matches = words.dropLast().map { "word = \($0)" as SQL } + ["word >= \(last) AND word < \(last + "{")"]
        let each = zip(words, matches).map { word, match -> SQL in
            let ways = [match] + stems(word).map { "word = \(SearchText.stem($0))" }
            let entries = SQL.joined(ways.map { "SELECT subject, grade FROM search_word WHERE kind = \(kind) AND \($0)\(bounds)" }, " UNION ALL ")
            return "SELECT subject, min(grade) AS grade FROM (\(entries)) AS entry GROUP BY subject"
        }
        if each.count == 1 { return "(\(each[0]))" }
        return """
            (SELECT subject, max(grade) AS grade FROM (\(SQL.joined(each, " UNION ALL "))) AS one GROUP BY subject HAVING count(*) = \(each.count))
            """
    }
}
