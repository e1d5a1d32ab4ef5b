import Foundation
import Kernel
import Languages
import Operation
import Queues
import Site
import Storage
import Testing
import Town

@Suite struct BackupStories {
    @Test func `each night leaves a copy, and only so many are kept`() async throws {
        let town = try await Town()
        let folder = town.app.place.data.appending(path: "backups")
        for _ in 0..<16 {
            try await town.app.backups.nightly(town.records)
            town.clock.passes(days: 1)
        }
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        #expect(names.count == 14)
        #expect(names.first == "zbornica-2026-02-06.sqlite" && names.last == "zbornica-2026-02-19.sqlite")
        let mode = try FileManager.default.attributesOfItem(atPath: folder.appending(path: names[0]).path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        #expect(try await Backup.faults(in: folder.appending(path: names[0]).path).isEmpty)
    }

    @Test func `the night's copy comes by itself, once`() async throws {
        let town = try await Town()
        let app = town.app
        for _ in 0..<3 {
            try await town.does { try app.timetable.look(in: $0, zone: Zone("Europe/Belgrade") ?? .utc) }
            try await town.settles()
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: app.place.data.appending(path: "backups").path) == ["zbornica-2026-02-04.sqlite"])
        #expect(try await town.finds { try JobQueue.state(in: $0).dead } == 0)
    }

    @Test func `a copy fills an empty place with people, rows and files, and no other`() async throws {
        let town = try await Town()
        let files = town.app.place.data.appending(path: "files/ab")
        try FileManager.default.createDirectory(at: files, withIntermediateDirectories: true)
        try Data([1, 2, 3]).write(to: files.appending(path: "cd"))
        let copy = town.app.place.data.appending(path: "copy.sqlite")
        try await town.app.backups.write(town.records.database, to: copy)

        let folder = town.app.place.data.appending(path: "second")
        let settings = try Settings(data: nil, environment: [:])
        let place = try await Ground.place(in: folder, carried: town.app.carried)
        try FileManager.default.copyItem(at: town.app.place.data.appending(path: "key"), to: folder.appending(path: "key"))
        #expect(try await App.restore(copy, place, settings: settings, carried: town.app.carried) == 1)
        #expect(try Data(contentsOf: folder.appending(path: "files/ab/cd")) == Data([1, 2, 3]))
        let database = try place.open(connections: 2)
        let name = try await database.read { try $0.value("SELECT name FROM centre", as: String.self) }
        #expect(name == "Центар за стручно усавршавање Бистрик")
        #expect(try await database.read { try $0.count("SELECT count(*) FROM person") } == 6)
        await database.close()
        await #expect(throws: (any Error).self) { try await App.restore(copy, place, settings: settings, carried: town.app.carried) }
    }

    @Test func `before the schema changes a copy of the old one is kept`() async throws {
        let town = try await Town()
        let later = try Migration(file: "9000-later.sql", source: "ALTER TABLE centre ADD COLUMN motto TEXT;")
        let all = town.app.carried.migrations + [later]
        let database = town.records.database
        let missing = try await database.missing(all)
        #expect(missing == [9000])
        let backups = Backups(place: town.app.place, migrations: all, settings: try Settings(data: nil, environment: [:]))
        try await database.migrate(all) { try await backups.before(missing, of: database) }
        #expect(try await database.missing(all).isEmpty)
        let file = town.app.place.data.appending(path: "backups/before-9000.sqlite")
        let old = try SQLite(path: file.path)
        #expect(try await old.missing(all) == [9000])
        #expect(try await old.read { try $0.count("SELECT count(*) FROM centre") } == 1)
        await old.close()
    }

    // MARK: Seals

    /// What was changed in a copy, and how it is told.
    @Test(arguments: [
        ("one letter of a name is another", BackupSeal.Finding.broken), ("its end is missing", .missing), ("a letter of the seal is another", .broken),
        ("something was added", .missing), ("the key is another", .foreign), ("no key is here", .foreign),
    ])
    func `a copy that is not as it was made is put back only by who says so`(what: String, finding: BackupSeal.Finding) async throws {
        let town = try await Town()
        let copy = town.app.place.data.appending(path: "copy.sqlite")
        try await town.app.backups.write(town.records.database, to: copy)
        #expect(try town.app.backups.seal(of: copy) == .whole)
        #expect(try await Backup.faults(in: copy.path).isEmpty, "SQLite reads it with its seal")
        let place = try await Ground.place(in: town.app.place.data.appending(path: "second"), carried: town.app.carried)
        let key = place.data.appending(path: "key")
        if what != "no key is here" { try FileManager.default.copyItem(at: town.app.place.data.appending(path: "key"), to: key) }

        var bytes = try Data(contentsOf: copy)
        switch what {
        case "one letter of a name is another":
            let name = try #require(bytes.range(of: Data("Весна".utf8)))
            bytes[name.upperBound - 1] ^= 1
        case "its end is missing": bytes.removeLast(5_000)
        case "a letter of the seal is another": bytes[bytes.count - 20] = bytes[bytes.count - 20] == 0x61 ? 0x62 : 0x61
        case "something was added": bytes.append(0x0a)
        case "the key is another": try Data(repeating: 7, count: 32).write(to: key)
        default: break
        }
        try bytes.write(to: copy)

        let settings = try Settings(data: nil, environment: [:])
        let error = await #expect(throws: BrokenSeal.self) { try await App.restore(copy, place, settings: settings, carried: town.app.carried) }
        #expect(error?.finding == finding)
        let database = try place.open(connections: 2)
        #expect(try await database.read { try $0.count("SELECT count(*) FROM person") } == 0, "nothing was put there")
        await database.close()
        if finding == .foreign {
            #expect(try await App.restore(copy, place, settings: settings, carried: town.app.carried, isTrusted: true) == 0)
        }
    }

    @Test func `the inspection looks at every copy that is kept`() async throws {
        let town = try await Town()
        try await town.app.backups.nightly(town.records)
        town.clock.passes(days: 1)
        try await town.app.backups.nightly(town.records)
        let old = town.app.place.data.appending(path: "backups/zbornica-2026-02-04.sqlite")
        func fault() async throws -> String? {
            let inspection = await Inspection(town.app.place, settings: try Settings(data: nil, environment: [:]), carried: town.app.carried)
            return inspection.findings.first { $0.subject == .backup }?.fault.map { town.app.carried.words.texts(.en, in: .utc)($0) }
        }
        #expect(try await fault() == nil)
        var bytes = try Data(contentsOf: old)
        bytes[bytes.count / 2] ^= 1
        try bytes.write(to: old)
        #expect(try await fault()?.contains("zbornica-2026-02-04.sqlite") == true)
    }
}
