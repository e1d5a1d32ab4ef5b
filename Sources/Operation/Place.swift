package import Foundation
package import Storage

/// Where an installation keeps what it knows.
package struct Place: Sendable {
    /// Key file, outbox, backups; the SQLite file too, unless the database is elsewhere.
    package let data: URL
    /// `postgres://…`; nil for SQLite in the data folder.
    package let database: String?

    package init(data: URL, database: String? = nil) {
        self.data = data
        self.database = database
    }

    /// The SQLite file and what SQLite puts beside it.
    var files: [URL] { ["", "-wal", "-shm"].map { data.appending(path: "zbornica.sqlite\($0)") } }

    /// Opens the database; its folder is made when it is missing. Whatever is written from now on is for the owner of the process alone.
    package func open(connections: Int = 4) throws -> any Database {
        umask(0o077)
        try FileManager.default.createDirectory(at: data, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        guard let database else { return try SQLite(path: files[0].path) }
        #if PostgreSQL
            return try PostgreSQL(address: database, connections: connections)
        #else
            throw StorageError.connection("this program was built without PostgreSQL")
        #endif
    }
}
