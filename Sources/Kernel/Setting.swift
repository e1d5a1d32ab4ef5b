package import Storage

/// What the installation remembers about itself, one row for each setting.
package enum Setting: String {
    /// `small` or `national` when the data are a demonstration; absent in a real installation.
    case demonstration
    case lastBackup = "last_backup"
    /// When the program was started again after it had fallen; absent when it never has.
    case fallen

    package func value(in db: any Connection) throws -> String? {
        try db.value("SELECT value FROM setting WHERE name = \(rawValue)")
    }

    package func set(_ value: String, in db: any Connection) throws {
        try db.run("INSERT INTO setting (name, value) VALUES (\(rawValue), \(value)) ON CONFLICT (name) DO UPDATE SET value = excluded.value")
    }
}
