package import Foundation
import Kernel
import Site
import Storage
import Web

extension Town {
    /// Where any of these words stands: columns of text of all tables, as `table.column`, and files of the installation by their names. What has to be gone is
    /// looked for here.
    package func traces(of words: String...) async throws -> [String] {
        let columns = try await finds { act in
            switch act.db.engine {
            case .sqlite: try act.db.rows("""
                SELECT m.name AS "table", c.name AS "column" FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table' AND c.type = 'TEXT'
                """)
            case .postgresql: try act.db.rows("""
                SELECT CAST(table_name AS TEXT) AS "table", CAST(column_name AS TEXT) AS "column" FROM information_schema.columns
                WHERE table_schema = 'public' AND data_type = 'text'
                """)
            }
        }.map { (table: try $0["table"] as String, column: try $0["column"] as String) }
        var found: [String] = []
        for (table, column) in columns {
            let values = SQL(stringLiteral: "SELECT \"\(column)\" AS value FROM \"\(table)\" WHERE \"\(column)\" IS NOT NULL AND \"\(column)\" <> ''")
            let isThere = try await finds { act in
                try act.db.rows(values).contains { row in
                    let value: String = try row["value"]
                    return words.contains { value.localizedCaseInsensitiveContains($0) }
                }
            }
            if isThere { found.append("\(table).\(column)") }
        }
        for case let file as URL in FileManager.default.enumerator(at: app.installation.files, includingPropertiesForKeys: nil) ?? .init() {
            if let data = try? Data(contentsOf: file), words.contains(where: { data.range(of: Data($0.utf8)) != nil }) { found.append(file.lastPathComponent) }
        }
        return found
    }
}
