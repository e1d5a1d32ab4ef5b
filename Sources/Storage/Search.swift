/// What is found of one subject: words already folded to `[a-z0-9]`, in three grades of importance.
public struct SearchText: Sendable {
    public let number: String
    public let title: String
    public let body: String

    public init(number: String = "", title: String, body: String = "") {
        self.number = number
        self.title = title
        self.body = body
    }
}

extension Connection {
    /// Makes one subject findable, or findable by its new words.
    public func index(_ kind: StaticString, _ subject: Int64, _ text: SearchText) throws {
        let kind = kind.description
        try forget(kind, subject)
        let entry = try insert("""
            INSERT INTO search_entry (kind, subject, number, title, body)
            VALUES (\(kind), \(subject), \(text.number), \(text.title), \(text.body)) RETURNING id
            """)
        switch engine {
        case .sqlite:
            try run("INSERT INTO search_index (rowid, number, title, body) VALUES (\(entry), \(text.number), \(text.title), \(text.body))")
        case .postgresql:
            try run("UPDATE search_entry SET words = \(Self.weighted) WHERE id = \(entry)")
        }
    }

    /// Makes many subjects findable at once, none of which is findable yet.
    public func index(many kind: StaticString, _ texts: [(subject: Int64, text: SearchText)]) throws {
        let first = try nextNumber(of: "search_entry")
        let numbered = texts.enumerated().map { (first + Int64($0), $1.subject, $1.text) }
        let words = { (text: SearchText) in [text.number, text.title, text.body].map { Stored.text($0) } }
        try insert(many: Batch("search_entry", ["id", "kind", "subject", "number", "title", "body"], rows: numbered.map { entry, subject, text in
            [.int(entry), .text(kind.description), .int(subject)] + words(text)
        }))
        switch engine {
        case .sqlite:
            try insert(many: Batch("search_index", ["rowid", "number", "title", "body"], rows: numbered.map { entry, _, text in [.int(entry)] + words(text) }))
        case .postgresql:
            try continueNumbers(of: "search_entry")
            try run("UPDATE search_entry SET words = \(Self.weighted) WHERE id >= \(first)")
        }
    }

    private static var weighted: SQL {
        """
        setweight(to_tsvector('simple', number), 'A') || setweight(to_tsvector('simple', title), 'B') || setweight(to_tsvector('simple', body), 'D')
        """
    }

    public func unindex(_ kind: StaticString, _ subject: Int64) throws {
        try forget(kind.description, subject)
    }

    private func forget(_ kind: String, _ subject: Int64) throws {
        if engine == .sqlite {
            // The index keeps no text of its own. To take an entry out, one has to name the words that it was put in with.
            try run("""
                INSERT INTO search_index (search_index, rowid, number, title, body)
                SELECT 'delete', id, number, title, body FROM search_entry WHERE kind = \(kind) AND subject = \(subject)
                """)
        }
        try run("DELETE FROM search_entry WHERE kind = \(kind) AND subject = \(subject)")
    }

    /// A query `(subject, grade)` to join with: all words must match, the last one as a beginning. Grade 0: the number, 1: the title, 2: anything.
    /// - Parameter words: folded words; with none, nothing is found.
    public func found(_ kind: StaticString, _ words: [String]) -> SQL {
        let kind = kind.description
        let words = words.filter { !$0.isEmpty && $0.utf8.allSatisfy { (0x61...0x7a).contains($0) || (0x30...0x39).contains($0) } }
        guard let last = words.last else { return "(SELECT subject, 0 AS grade FROM search_entry WHERE 1 = 0)" }
        switch engine {
        case .sqlite:
            let all = (words.dropLast().map { "\"\($0)\"" } + ["\"\(last)\"*"]).joined(separator: " AND ")
            return """
                (SELECT e.subject, min(m.grade) AS grade FROM (
                    SELECT rowid AS entry, 0 AS grade FROM search_index WHERE search_index MATCH \("{number} : (\(all))")
                    UNION ALL SELECT rowid, 1 FROM search_index WHERE search_index MATCH \("{number title} : (\(all))")
                    UNION ALL SELECT rowid, 2 FROM search_index WHERE search_index MATCH \(all)
                 ) m JOIN search_entry e ON e.id = m.entry WHERE e.kind = \(kind) GROUP BY e.subject)
                """
        case .postgresql:
            func query(_ weights: String) -> String {
                (words.dropLast().map { "\($0):\(weights)" } + ["\(last):*\(weights)"]).joined(separator: " & ")
            }
            return """
                (SELECT subject, CASE WHEN words @@ to_tsquery('simple', \(query("A"))) THEN 0
                                      WHEN words @@ to_tsquery('simple', \(query("AB"))) THEN 1 ELSE 2 END AS grade
                 FROM search_entry WHERE kind = \(kind) AND words @@ to_tsquery('simple', \(query("ABD"))))
                """
        }
    }
}
