import Accounts
import Foundation
import Imports
import Kernel
import Languages
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
}
