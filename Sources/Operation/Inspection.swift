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
        package let subject: Subject
        /// Nil when it is sound.
        package let fault: Phrase?
        package let remark: Phrase?
    }

    /// What is looked at.
    package enum Subject: Sendable {
        case texts, settings, secondFolder, key, files, typesetter, database, schema, integrity, registers, backup

        var name: Phrase {
            switch self {
            case .texts: T.operation.texts
            case .settings: T.operation.settings
            case .secondFolder: T.operation.secondFolder
            case .key: T.operation.key
            case .files: T.operation.files
            case .typesetter: T.operation.typesetter
            case .database: T.operation.database
            case .schema: T.operation.schema
            case .integrity: T.operation.integrity
            case .registers: T.operation.registers
            case .backup: T.operation.backup
            }
        }
    }

    package private(set) var findings: [Finding] = []

    package var isSound: Bool { findings.allSatisfy { $0.fault == nil } }

    /// One line for each finding.
    package var lines: [Phrase] {
        findings.map { finding in
            let subject = Value.phrase(finding.subject.name)
            if let fault = finding.fault { return T.operation.notSound(subject: subject, fault: .phrase(fault)) }
            return finding.remark.map { T.operation.soundWith(subject: subject, remark: .phrase($0)) } ?? T.operation.sound(subject: subject)
        }
    }

    /// What cannot even be read is told like any other finding.
    package static func unread(_ subject: Subject, _ fault: Value) -> Phrase { T.operation.notSound(subject: .phrase(subject.name), fault: fault) }

    private static let backupHours = 48

    package init(_ place: Place, settings: Settings, carried: Carried, now: Instant = .now()) async {
        note(.texts, T.operation.textsSound(number: .number(carried.words.keys.count)))
        inspect(settings)
        inspect(key: place.data.appending(path: "key"))
        await inspectTypesetter(settings, carried)
        guard place.stands else {
            note(.database, fault: T.operation.noDatabase(place: .text(place.database ?? place.data.path)))
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
            note(.database, fault: T.operation.plain(fault: .text("\(error)")))
        }
    }

    private mutating func inspect(_ settings: Settings) {
        do {
            _ = try settings.mail?.courier()
            note(.settings, settings.mail == nil ? T.operation.mailNone : nil)
        } catch {
            note(.settings, fault: T.operation.mailFault(fault: .text("\(error)")))
        }
        if let folder = settings.backupFolder, !FileManager.default.isWritableFile(atPath: folder) {
            note(.secondFolder, fault: T.operation.secondFolderShut(folder: .text(folder)))
        }
    }

    private mutating func inspect(key file: URL) {
        guard let data = try? Data(contentsOf: file) else {
            return note(.key, fault: T.operation.keyUnread(file: .text(file.path)))
        }
        if data.count != 32 { return note(.key, fault: T.operation.keyDamaged(file: .text(file.path))) }
        if Self.isOpen(file) { return note(.key, fault: T.operation.keyOpen(file: .text(file.path))) }
        note(.key)
    }

    /// The rows hold names and addresses: they are for the program alone.
    private mutating func inspect(files: [URL]) {
        let open = files.filter(Self.isOpen)
        if open.isEmpty { return note(.files) }
        note(.files, fault: T.operation.filesOpen(
            names: .text(open.map(\.lastPathComponent).joined(separator: ", ")), paths: .text(open.map(\.path).joined(separator: " "))))
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
            note(.typesetter, signed == nil ? T.operation.typesetterByHand : T.operation.typesetterByKey)
        } catch {
            note(.typesetter, fault: T.operation.typesetterFault(fault: .text("\(error)")))
        }
        await typesetter.stop()
    }

    private mutating func inspect(_ database: any Database, _ carried: Carried) async throws {
        let missing = try await database.missing(carried.migrations)
        if missing.isEmpty { note(.schema, T.operation.migrations(number: .number(carried.migrations.count))) } else {
            note(.schema, fault: T.operation.migrationMissing(numbers: .text(missing.map(String.init).joined(separator: ", "))))
        }
        let faults = try await database.integrityFaults()
        if faults.isEmpty { note(.integrity) } else {
            note(.integrity, fault: T.operation.integrityFault(faults: .text(faults.prefix(5).joined(separator: "; "))))
        }
    }

    /// The chains of the registers. A database that lacks a migration has other things to mend first.
    private mutating func inspectRegisters(_ database: any Database, _ carried: Carried) async throws {
        guard try await database.missing(carried.migrations).isEmpty else { return }
        let records = Records(database: database, words: carried.words, address: "", exchange: Exchange())
        let (chains, seals) = try await records.read(as: .system) { (try RegisterStore.chains(in: $0), try RegisterSealStore.inspection(in: $0)) }
        let faults = chains.flatMap(\.faults) + seals.faults
        let erased = chains.reduce(0) { $0 + $1.erased }
        if faults.isEmpty {
            let number = Value.number(chains.count)
            note(.registers, erased > 0 ? T.operation.chainsErased(number: number, erased: .number(erased)) : T.operation.chainsWhole(number: number))
        } else {
            note(.registers, fault: T.operation.chainsFault(faults: .text(faults.prefix(5).joined(separator: "; "))))
        }
    }

    private mutating func inspect(_ backups: Backups, _ database: any Database, _ now: Instant) async throws {
        let (hasData, last) = try await database.read { db in
            (try db.exists("SELECT 1 AS stands FROM centre LIMIT 1"), try Setting.lastBackup.value(in: db).flatMap { Instant(iso: $0) })
        }
        guard hasData else { return note(.backup, T.operation.backupEmpty) }
        guard let newest = backups.newest else {
            // Somebody may have carried it away, or another copy of the program keeps it on its own machine.
            guard let last, Self.isFresh(last, now) else {
                return note(.backup, fault: T.operation.backupNone)
            }
            return note(.backup, T.operation.backupElsewhere(moment: .text(last.iso)))
        }
        guard Self.isFresh(newest.made, now) else {
            return note(.backup, fault: T.operation.backupOld(moment: .text(newest.made.iso)))
        }
        for file in backups.all {
            if let fault = try backups.seal(of: file).fault { return note(.backup, fault: T.operation.backupSeal(file: .text(file.path), why: .phrase(fault))) }
        }
        let faults = try await Backup.faults(in: newest.file.path)
        let name = Value.text(newest.file.lastPathComponent)
        if faults.isEmpty { note(.backup, T.operation.backupSound(file: name, moment: .text(newest.made.iso))) } else {
            note(.backup, fault: T.operation.backupDamaged(file: name, faults: .text(faults.prefix(3).joined(separator: "; "))))
        }
    }

    private static func isFresh(_ made: Instant, _ now: Instant) -> Bool { now.seconds(since: made) < backupHours * 3600 }

    private mutating func note(_ subject: Subject, _ remark: Phrase? = nil, fault: Phrase? = nil) {
        findings.append(Finding(subject: subject, fault: fault, remark: remark))
    }
}

extension Place {
    /// Whether there is a database already; one on a server is taken to stand.
    fileprivate var stands: Bool { database != nil || FileManager.default.fileExists(atPath: data.appending(path: "zbornica.sqlite").path) }
}
