package import Foundation
package import Kernel
package import Languages
package import Queues
import Centres
package import Storage

/// The copies that an installation keeps of itself: one each night, one before each change of the schema. Each is one file, whichever engine it came
/// from. The key file is not in them: who has a copy and not the key cannot open what is sealed.
package struct Backups: Sendable {
    let place: Place
    let migrations: [Migration]
    private let kept: Int
    private let second: URL?

    package init(place: Place, migrations: [Migration], settings: Settings) {
        self.place = place
        self.migrations = migrations
        kept = settings.backupsKept
        second = settings.backupFolder.map { URL(fileURLWithPath: $0) }
    }

    private var folders: [URL] { [place.data.appending(path: "backups")] + (second.map { [$0] } ?? []) }
    private var files: URL { place.data.appending(path: "files") }
    /// It seals the copies; made with the first of them where nothing needed it before.
    private var key: URL { place.data.appending(path: "key") }

    /// What the seal of a copy tells, by the key that is here.
    package func seal(of file: URL) throws -> BackupSeal.Finding {
        try BackupSeal.look(at: file, FileManager.default.fileExists(atPath: key.path) ? Seal(file: key) : nil)
    }

    /// When a copy is made: in the night, before anything is forgotten.
    package var line: Timetable.Line {
        Timetable.Line("backup", .daily(ClockTime(hour: 2, minute: 30) ?? .midnight)) { _, records in try await nightly(records) }
    }

    /// Tonight's copy; the oldest beyond the number to keep are removed.
    package func nightly(_ records: Records) async throws {
        let zone = try await records.read(as: .system) { try CentreStore.all(in: $0).first?.zone } ?? .utc
        let name = "zbornica-\(zone.day(of: records.now).iso).sqlite"
        try await write(records.database, named: name, migrations: migrations)
        let now = records.now
        try await records.write(by: .system) { try Setting.lastBackup.set(now.iso, in: $0.db) }
        for folder in folders {
            for file in copies(in: folder).filter({ $0.lastPathComponent.hasPrefix("zbornica-") }).dropLast(kept) {
                try FileManager.default.removeItem(at: file)
            }
        }
    }

    /// The copy from before a migration, of the schema that the database has until then.
    package func before(_ missing: [Int], of database: any Database) async throws {
        guard let first = missing.first else { return }
        let digits = String(first)
        let name = "before-\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits).sqlite"
        try await write(database, named: name, migrations: migrations.filter { !missing.contains($0.number) })
    }

    /// One copy, wherever somebody wants it.
    package func write(_ database: any Database, to file: URL) async throws {
        let missing = try await database.missing(migrations)
        guard missing.count < migrations.count else { throw Problem.conflict(T.operation.copyNothing) }
        try await seal(database, migrations.filter { !missing.contains($0.number) }, to: file)
    }

    /// Puts a copy into an empty place: the rows, the files, and the search index made anew.
    /// - Parameters:
    ///   - isTrusted: whether it is put there whatever its seal tells.
    ///   - reindex: makes the search index anew.
    package func restore(_ file: URL, into records: Records, isTrusted: Bool = false, reindex: (Records) async throws -> Void) async throws -> Int {
        guard FileManager.default.fileExists(atPath: file.path) else { throw Problem.conflict(T.operation.copyNone(file: .text(file.path))) }
        let finding = try seal(of: file)
        guard finding == .whole || isTrusted else { throw BrokenSeal(finding: finding) }
        guard !FileManager.default.fileExists(atPath: files.path) else { throw Problem.conflict(T.operation.copyPlaceTaken(file: .text(files.path))) }
        if try await holdsCentre(records.database) {
            throw Problem.conflict(T.operation.copyPlaceTaken(file: .text(place.database == nil ? place.files[0].path : "PostgreSQL")))
        }
        let count = try await Backup.restore(file.path, into: records.database, migrations: migrations) { [files] path, bytes in
            guard !path.hasPrefix("/"), !path.split(separator: "/").contains("..") else { throw Problem.conflict(T.operation.copyPath(file: .text(path))) }
            let target = files.appending(path: path)
            try FileManager.default.createDirectory(at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(bytes).write(to: target)
        }
        try await reindex(records)
        return count
    }

    private func holdsCentre(_ database: any Database) async throws -> Bool {
        guard try await database.missing(migrations).count < migrations.count else { return false }
        return try await database.read { try $0.exists("SELECT 1 AS stands FROM centre LIMIT 1") }
    }

    /// Every copy that is kept, in both folders.
    package var all: [URL] { folders.flatMap { copies(in: $0) } }

    /// The newest copy of either folder and when it was made.
    package var newest: (file: URL, made: Instant)? {
        all.compactMap { file in
            let facts = try? FileManager.default.attributesOfItem(atPath: file.path)
            return (facts?[.modificationDate] as? Date).map { (file, Instant(seconds: Int64($0.timeIntervalSince1970))) }
        }.max { $0.1 < $1.1 }
    }

    /// A copy appears whole or not at all, and takes the place of one of the same name.
    private func write(_ database: any Database, named name: String, migrations: [Migration]) async throws {
        let manager = FileManager.default
        for folder in folders {
            try manager.createDirectory(at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        }
        let draft = folders[0].appending(path: ".\(name)")
        try? manager.removeItem(at: draft)
        defer { try? manager.removeItem(at: draft) }
        try await seal(database, migrations, to: draft)
        for folder in folders.reversed() {
            let part = folder.appending(path: ".\(name).part")
            try? manager.removeItem(at: part)
            try manager.copyItem(at: draft, to: part)
            try? manager.removeItem(at: folder.appending(path: name))
            try manager.moveItem(at: part, to: folder.appending(path: name))
        }
    }

    /// Writes one copy and seals it.
    private func seal(_ database: any Database, _ migrations: [Migration], to file: URL) async throws {
        try await Backup.write(database, migrations: migrations, files: { [files] in Self.uploaded(in: files) }, to: file.path)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path)
        try BackupSeal.put(on: file, Seal(file: key))
    }

    private func copies(in folder: URL) -> [URL] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { !$0.hasPrefix(".") && $0.hasSuffix(".sqlite") }.sorted().map { folder.appending(path: $0) }
    }

    /// The uploaded files, with their paths within their folder; what is still coming in is none of them.
    private static func uploaded(in folder: URL) -> [Backup.File] {
        guard let walk = FileManager.default.enumerator(atPath: folder.path) else { return [] }
        return walk.compactMap { $0 as? String }.filter { !$0.hasPrefix(".") }.sorted().compactMap { path in
            var isFolder: ObjCBool = false
            let file = folder.appending(path: path)
            guard FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder), !isFolder.boolValue else { return nil }
            return Backup.File(path) { Array(try Data(contentsOf: file)) }
        }
    }
}

/// A copy whose seal does not hold, or cannot be proved: it is put back only by who says so.
package struct BrokenSeal: Error {
    package let finding: BackupSeal.Finding
}
