package import Foundation
import Kernel
import Languages
package import Operation
import Storage

extension App {
    /// What `zbornica backup` does.
    package static func backup(_ place: Place, settings: Settings, carried: Carried, to file: URL) async throws {
        let database = try place.open(connections: 2)
        try await Backups(place: place, migrations: carried.migrations, settings: settings).write(database, to: file)
        try await database.write { try Setting.lastBackup.set(Instant.now().iso, in: $0) }
        await database.close()
    }

    /// What `zbornica restore` does.
    /// - Parameter isTrusted: whether the copy is put back whatever its seal tells.
    /// - Returns: the number of uploaded files.
    package static func restore(_ file: URL, _ place: Place, settings: Settings, carried: Carried, isTrusted: Bool = false) async throws -> Int {
        let database = try place.open(connections: 2)
        let records = Records(database: database, words: carried.words, address: settings.address ?? "", exchange: Rooms.exchange)
        let count = try await Backups(place: place, migrations: carried.migrations, settings: settings)
            .restore(file, into: records, isTrusted: isTrusted, reindex: Rooms.reindex)
        await database.close()
        return count
    }
}
