import Accounts
import Foundation
import Hummingbird
@testable import Imports
import Kernel
import Languages
import Logging
import Operation
import Site
import Storage
import Testing
import Town

/// A list that is too long for its page to wait: it is written behind the page, still as one act, and can be stopped.
@Suite struct LongImportStories {
    private static let count = 2_100

    private static let list = "Презиме;Име;Е-пошта;Телефон\n"
        + (1...count).map { "Ђурић\($0 % 50);Ана\($0);ana\($0)@skola.example;064100\(1000 + $0 % 9000)" }.joined(separator: "\n")

    private func milena(_ town: Town) async throws -> Someone {
        try await town.milena.becomes(.administrator)
        try await town.milena.enters(withFactor: true)
        return town.milena
    }

    @Test(.timeLimit(.minutes(20))) func `it is written behind the page, told when it is done, and taken back as one`() async throws {
        let town = try await Town()
        let milena = try await milena(town)
        let preview = try await milena.uploads("people", file: "svi.csv", Self.list)
        #expect(preview.shows(town.say(T.imports.apply(count: Self.count))))
        let waiting = try await milena.agrees(to: preview)
        #expect(waiting.status == 200 && waiting.shows(town.say(T.imports.running)) && waiting.html.contains("data-refresh"))
        #expect(try await town.count("person WHERE email LIKE '%skola.example'") == 0)
        let again = try await milena.agrees(to: preview)
        #expect(again.path == waiting.path, "the same form once more")
        try await town.settles()
        let done = try await milena.opens(waiting.path)
        #expect(done.path.hasPrefix("/sr/imports/") && done.shows("svi.csv") && !done.path.contains("drafts"))
        #expect(try await town.count("person WHERE email LIKE '%skola.example'") == Self.count)
        #expect(try await town.count("journal WHERE deed = 'accounts.added' AND noun = 'person'") >= Self.count)
        #expect(try await town.count("import WHERE person = \(milena.id) AND added = \(Self.count)") == 1, "it is done in the name of whoever agreed")
        #expect(try await milena.opens("/people?q=ana7%40skola.example").shows("Ана7"), "who came together is found")
        try await town.settles()
        #expect(try await town.count("import WHERE kind = 'people'") == 1)
        #expect(try await !milena.opens("/imports").shows(town.say(T.imports.drafts)))
        try await milena.opens(done.path)
        try await milena.sends("/undo")
        try await milena.sends("/undo")
        #expect(try await town.count("person WHERE email LIKE '%skola.example'") == 0)
    }

    @Test(.timeLimit(.minutes(20))) func `stopped before or while it is written, nothing of it stands`() async throws {
        let town = try await Town()
        let milena = try await milena(town)
        let waiting = try await milena.agrees(to: milena.uploads("people", Self.list))
        let stopped = try await milena.sends("/stop")
        #expect(stopped.shows(town.say(T.imports.runStopped)) && stopped.shows(town.say(T.imports.apply(count: Self.count))), "the preview stands as it was")
        try await town.settles()
        #expect(try await town.count("person WHERE email LIKE '%skola.example'") == 0)

        // Agreed to once more, and changed meanwhile: then somebody must look again.
        try await milena.agrees(to: stopped)
        try await town.imports("people", "Презиме;Име;Е-пошта\nДруга;Вера;ana5@skola.example\n")
        try await town.settles()
        let moved = try await milena.opens(waiting.path)
        #expect(moved.shows(town.say(T.imports.moved)))
        #expect(try await town.count("person WHERE email LIKE '%skola.example'") == 1)
        #expect(try await town.count("import WHERE person = \(milena.id)") == 0)
    }

    @Test func `its page stops it where it is done, and an act that was stopped leaves nothing`() async throws {
        let town = try await Town()
        let milena = try await milena(town)
        let waiting = try await milena.agrees(to: milena.uploads("people", Self.list))
        let name = "import \(try #require(waiting.path.split(separator: "/").last))", underway = ActUnderway(of: Self.count)
        for _ in 0..<700 { try underway.step() }
        town.app.records.underway[name] = underway
        #expect(try await milena.opens(waiting.path).html.contains("700"))
        try await milena.sends("/stop")
        #expect(throws: ActUnderway.Stopped.self) { try underway.goOn() }
        #expect(try await town.value("SELECT state FROM import_draft") == "running", "until whoever does it has ended")
        let sheets = try ImportFile.read(Array(Self.list.utf8))
        await #expect(throws: ActUnderway.Stopped.self) {
            try await town.app.records.write(by: .system) { act in
                let list = ImportedList(sheets, ImportProposal(PersonImport.self, in: act).reading(of: sheets))
                _ = try ImportStore.apply(PersonImport.self, list, nil, file: "svi.csv", centre: nil, outcome: nil, underway: underway, in: act)
            }
        }
        #expect(try await town.count("person WHERE email LIKE '%skola.example'") == 0)
        #expect(try await town.count("import") == 0)
    }

    @Test(.timeLimit(.minutes(20))) func `where several copies of the program work on one database, any of them stops it`() async throws {
        let town = try await Town()
        // On SQLite there is one copy.
        guard town.app.records.database.engine == .postgresql else { return }
        let milena = try await milena(town)
        let waiting = try await milena.agrees(to: milena.uploads("people", Self.list)), clock = town.clock
        let name = "import \(try #require(waiting.path.split(separator: "/").last))"
        let second = try App(
            place: town.app.place, database: town.app.place.open(connections: 3), carried: town.app.carried, settings: Settings(data: nil, environment: [:]),
            address: "http://localhost", isDemonstration: false, logger: Logger(label: "second"), courier: town.mail, clock: { clock.now })
        let other = Browser(second.router.buildResponder(), as: milena.browser)
        // Somebody holds what the import has to hold: it has begun and cannot end.
        let gate = DispatchSemaphore(value: 0)
        async let held: Void = second.records.write(by: .system) { act in
            try act.db.hold("content_version", 1)
            _ = gate.wait(timeout: .now() + 60)
        }
        try await Task.sleep(for: .milliseconds(300))
        async let works: Void = town.settles()
        for _ in 0..<2_000 where town.app.records.underway[name] == nil { try await Task.sleep(for: .milliseconds(10)) }
        #expect(try await other.opens(waiting.path).shows(town.say(T.imports.running)))
        #expect(try await other.sends("/stop").shows(town.say(T.imports.runStopped)))
        gate.signal()
        try await held
        try await works
        #expect(try await town.count("person WHERE email LIKE '%skola.example'") == 0)
        #expect(try await town.count("import WHERE person = \(milena.id)") == 0)
        #expect(try await town.value("SELECT state FROM import_draft") == "stopped")
        await second.records.database.close()
    }
}
