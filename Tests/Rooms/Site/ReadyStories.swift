import Foundation
import HTTPTypes
import Kernel
import Languages
import Operation
import Queues
import Site
import Storage
import Testing
import Town

@Suite struct ReadyStories {
    @Test func `nobody but this machine may ask whether it is ready`() async throws {
        let town = try await Town()
        #expect(try await town.stranger.send(.get, "/ready").status == 404)
    }

    @Test func `it is not ready without its workers, nor with a job that nobody does`() async throws {
        let town = try await Town()
        #expect(await town.app.unreadiness() == ["no sign of life from jobs", "no sign of life from post", "no sign of life from timetable"])
        try await town.does { try $0.enqueue("nobody", ["x"]) }
        town.clock.passes(minutes: 16)
        #expect(await town.app.unreadiness().contains { $0.hasPrefix("a job is waiting since 2026-02-04T") })
    }

    @Test func `an inspection says what is not sound, and changes nothing`() async throws {
        let town = try await Town()
        let settings = try Settings(data: nil, environment: ["ZBORNICA_MAIL_HOST": "mail.example", "ZBORNICA_MAIL_PASSWORD": "geslo"])
        #expect(!settings.lines.joined().contains("geslo"))
        func faults() async -> [Inspection.Subject] {
            await Inspection(town.app.place, settings: settings, carried: town.app.carried, now: town.clock.now).findings.filter { $0.fault != nil }.map(\.subject)
        }
        #expect(await faults() == [.backup])
        try await town.app.backups.nightly(town.records)
        #expect(await faults().isEmpty)
        try FileManager.default.removeItem(at: town.app.place.data.appending(path: "key"))
        #expect(await faults() == [.key, .backup], "without the key no seal can be proved")
        let nowhere = Place(data: town.app.place.data.appending(path: "nowhere"))
        let empty = await Inspection(nowhere, settings: settings, carried: town.app.carried)
        let told = Language.allCases.map { town.app.carried.words.texts($0, in: .utc)(empty.lines[empty.lines.count - 1]) }
        #expect(told.map { $0.prefix { $0 != ":" } } == ["НИЈЕ У РЕДУ  база", "NIJE U REDU  baza", "NETVARKA    duomenų bazė", "NOT SOUND  database"])
        #expect(!empty.isSound && !FileManager.default.fileExists(atPath: nowhere.data.path))
    }
}
