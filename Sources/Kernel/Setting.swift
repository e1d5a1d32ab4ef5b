package import Storage

/// What the installation remembers about itself, one row for each setting.
package enum Setting: String {
    /// `small` or `national` when the data are a demonstration; absent in a real installation.
    case demonstration
    case lastBackup = "last_backup"
    /// When the program was started again after it had fallen; absent when it never has.
    case fallen
    /// The lasting name of the installation, random, made with the database. What is sent, a letter or an entry for a calendar, is known by it for
    /// ever, wherever the installation moves.
    case installation

    package func value(in db: any Connection) throws -> String? {
        try db.value("SELECT value FROM setting WHERE name = \(rawValue)")
    }

    /// The same within a statement.
    package var sql: SQL { "(SELECT value FROM setting WHERE name = \(rawValue))" }

    package func set(_ value: String, in db: any Connection) throws {
        try db.run("INSERT INTO setting (name, value) VALUES (\(rawValue), \(value)) ON CONFLICT (name) DO UPDATE SET value = excluded.value")
    }
}

extension Act {
    /// The lasting name of the installation.
    package var installation: String {
        get throws { try kept("installation") { try Setting.installation.value(in: db) ?? "zbornica" } }
    }
}
