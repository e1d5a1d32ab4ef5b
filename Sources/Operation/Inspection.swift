import Certificates
import Documents
import Foundation
import Kernel
package import Languages
import Logging
import Mail
import Storage

/// Looks an installation over without changing it, and says of each thing whether it is sound; where it is not, what to do.
package struct Inspection: Sendable {
    package struct Finding: Sendable {
        package let subject: String
        /// Nil when it is sound.
        package let fault: String?
        package let remark: String
    }

    package private(set) var findings: [Finding] = []

    package var isSound: Bool { findings.allSatisfy { $0.fault == nil } }

    /// One line for each finding.
    package var lines: [String] {
        findings.map { finding in
            if let fault = finding.fault { return "NOT SOUND  \(finding.subject): \(fault)" }
            return finding.remark.isEmpty ? "sound      \(finding.subject)" : "sound      \(finding.subject): \(finding.remark)"
        }
    }

    private static let backupHours = 48

    package init(_ place: Place, settings: Settings, carried: Carried, now: Instant = .now()) async {
        note("texts", "\(carried.words.keys.count) in every language")
        inspect(settings)
        inspect(key: place.data.appending(path: "key"))
        await inspectTypesetter(settings, carried)
        guard place.stands else {
            note("database", fault: "there is none at \(place.database ?? place.data.path); `zbornica serve` makes it, `zbornica restore` fills it from a copy")
            return
        }
        if place.database == nil { inspect(files: place.files) }
        do {
            let database = try place.open(connections: 2)
            try await inspect(database, carried)
            try await inspectRegisters(database, carried)
            let backups = Backups(place: place, migrations: carried.migrations, settings: settings)
            try await inspect(backups, database, now)
            await database.close()
        } catch {
            note("database", fault: "\(error)")
        }
    }

    private mutating func inspect(_ settings: Settings) {
        do {
            _ = try settings.mail?.courier()
            note("settings", settings.mail == nil ? "letters stay in the folder outbox" : "")
        } catch {
            note("settings", fault: "mail: \(error)")
        }
        if let folder = settings.backupFolder, !FileManager.default.isWritableFile(atPath: folder) {
            note("second backup folder", fault: "\(folder) cannot be written; make it, or let it belong to the user of the service")
        }
    }

    private mutating func inspect(key file: URL) {
        guard let data = try? Data(contentsOf: file) else {
            return note("key", fault: "\(file.path) cannot be read; the first `zbornica serve` makes it, a moved installation needs the old one")
        }
        if data.count != 32 { return note("key", fault: "\(file.path) is damaged; put back the copy that is kept apart from the backups") }
        if Self.isOpen(file) { return note("key", fault: "\(file.path) can be read by others; chmod 600 it") }
        note("key")
    }

    /// The rows hold names and addresses: they are for the program alone.
    private mutating func inspect(files: [URL]) {
        let open = files.filter(Self.isOpen)
        if open.isEmpty { return note("files") }
        note("files", fault: "others can read \(open.map(\.lastPathComponent).joined(separator: ", ")); chmod 600 \(open.map(\.path).joined(separator: " "))")
    }

    private static func isOpen(_ file: URL) -> Bool {
        let mode = (try? FileManager.default.attributesOfItem(atPath: file.path))?[.posixPermissions] as? Int
        return (mode ?? 0) & 0o077 != 0
    }

    /// Sets a page, and signs it where a key is named.
    private mutating func inspectTypesetter(_ settings: Settings, _ carried: Carried) async {
        let typesetter = settings.typesetter(carried, logger: Logger(label: "check"))
        do {
            let page = try await typesetter.set(Typesetting(template: "list", data: #"{"language":"en","title":"Zbornica","page":"{page}"}"#, stamp: 0))
            let signed = try await settings.signer(typesetter)?.sign(page, reason: nil, place: nil)
            note("typesetter", signed == nil ? "documents are signed by hand" : "documents are signed with the key of the settings")
        } catch {
            note("typesetter", fault: "\(error); see Documents in docs/operating.md")
        }
        await typesetter.stop()
    }

    private mutating func inspect(_ database: any Database, _ carried: Carried) async throws {
        let missing = try await database.missing(carried.migrations)
        if missing.isEmpty { note("schema", "\(carried.migrations.count) migrations") } else {
            note("schema", fault: "migration \(missing.map(String.init).joined(separator: ", ")) is missing; `zbornica serve` applies it, after a backup")
        }
        let faults = try await database.integrityFaults()
        if faults.isEmpty { note("integrity") } else {
            note("integrity", fault: "\(faults.prefix(5).joined(separator: "; ")); restore the newest backup into an empty folder")
        }
    }

    /// The chains of the registers. A database that lacks a migration has other things to mend first.
    private mutating func inspectRegisters(_ database: any Database, _ carried: Carried) async throws {
        guard try await database.missing(carried.migrations).isEmpty else { return }
        let records = Records(database: database, words: carried.words, address: "", exchange: Exchange())
        let chains = try await records.read(as: .system) { try RegisterStore.chains(in: $0) }
        let faults = chains.flatMap(\.faults)
        let erased = chains.reduce(0) { $0 + $1.erased }
        if faults.isEmpty { note("registers", "\(chains.count), chains whole\(erased > 0 ? ", \(erased) entries erased by rule" : "")") } else {
            note("registers", fault: "\(faults.prefix(5).joined(separator: "; ")); compare with the newest sound backup")
        }
    }

    private mutating func inspect(_ backups: Backups, _ database: any Database, _ now: Instant) async throws {
        let (hasData, last) = try await database.read { db in
            (try db.exists("SELECT 1 AS stands FROM centre LIMIT 1"), try Setting.lastBackup.value(in: db).flatMap { Instant(iso: $0) })
        }
        guard hasData else { return note("backup", "nothing to keep yet") }
        guard let newest = backups.newest else {
            // Somebody may have carried it away, or another copy of the program keeps it on its own machine.
            guard let last, Self.isFresh(last, now) else {
                return note("backup", fault: "there is none; leave `zbornica serve` running, or run `zbornica backup FILE`")
            }
            return note("backup", "made at \(last.iso) and kept elsewhere")
        }
        guard Self.isFresh(newest.made, now) else {
            return note("backup", fault: "the newest is of \(newest.made.iso); look for `backup` in the log, and for room on the disk")
        }
        let faults = try await Backup.faults(in: newest.file.path)
        if faults.isEmpty { note("backup", "\(newest.file.lastPathComponent), \(newest.made.iso)") } else {
            note("backup", fault: "\(newest.file.lastPathComponent) is damaged: \(faults.prefix(3).joined(separator: "; "))")
        }
    }

    private static func isFresh(_ made: Instant, _ now: Instant) -> Bool { now.seconds(since: made) < backupHours * 3600 }

    private mutating func note(_ subject: String, _ remark: String = "", fault: String? = nil) {
        findings.append(Finding(subject: subject, fault: fault, remark: remark))
    }
}

extension Place {
    /// Whether there is a database already; one on a server is taken to stand.
    fileprivate var stands: Bool { database != nil || FileManager.default.fileExists(atPath: data.appending(path: "zbornica.sqlite").path) }
}
