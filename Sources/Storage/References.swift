extension Connection {
    /// Rows that refer to what is not there, told by their columns. The engines forbid them; a disk that fails, or a hand that switched the rules off, does not ask.
    func brokenReferences() throws -> [String] {
        let listed: SQL = switch engine {
        case .sqlite: """
            SELECT m.name AS child, f."from" AS place, f."table" AS parent, coalesce(f."to", (SELECT c.name FROM pragma_table_info(f."table") c WHERE c.pk = 1)) AS key
            FROM sqlite_master m JOIN pragma_foreign_key_list(m.name) f WHERE m.type = 'table' ORDER BY child, place
            """
        case .postgresql: """
            SELECT CAST(k.conrelid::regclass AS TEXT) AS child, CAST(a.attname AS TEXT) AS place, CAST(k.confrelid::regclass AS TEXT) AS parent,
                CAST(b.attname AS TEXT) AS key
            FROM pg_constraint k JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
            JOIN pg_attribute b ON b.attrelid = k.confrelid AND b.attnum = k.confkey[1] WHERE k.contype = 'f' ORDER BY child, place
            """
        }
        return try rows(listed).compactMap { reference in
            let (child, place, parent, key): (String, String, String, String) =
                (try reference["child"], try reference["place"], try reference["parent"], try reference["key"])
            // The names are those of the schema itself.
            let row = try row(SQL(stringLiteral: """
                SELECT count(*) AS count, CAST(min(c.\(place)) AS TEXT) AS first FROM \(child) c LEFT JOIN \(parent) p ON p.\(key) = c.\(place)
                WHERE c.\(place) IS NOT NULL AND p.\(key) IS NULL
                """))
            guard let row, try row["count"] as Int > 0 else { return nil }
            return "\(child).\(place) refers in \(try row["count"] as Int) rows to no \(parent), such as \(try row["first"] as String)"
        }
    }

    /// Looks at how the rows are spread where that is not known yet or has changed much, so that queries find their way. PostgreSQL does so by itself.
    public func keepStatistics() throws {
        if engine == .sqlite { _ = try rows("PRAGMA optimize") }
    }
}
