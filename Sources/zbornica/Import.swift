import ArgumentParser
import Foundation
import Languages
import Operation
import Site
import Storage

struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: Speech.say(T.zbornica.import), discussion: Speech.say(T.zbornica.importText))

    @Argument(help: help(T.zbornica.importKind)) var kind: String
    @Argument(help: help(T.zbornica.importFile)) var file: String
    @Flag(help: help(T.zbornica.importTrial)) var dryRun = false
    @OptionGroup var options: PlaceOptions

    func run() async throws {
        guard let data = FileManager.default.contents(atPath: file) else { throw Refused(T.zbornica.importUnread(file: .text(file))) }
        try await speaking {
            let database = try options.place.open()
            let carried = try options.carried()
            try await database.migrate(carried.migrations)
            let records = App.records(database, carried, address: try options.settings().address ?? "")
            let name = URL(fileURLWithPath: file).lastPathComponent
            let importing = try await Importing(kind, file: name, bytes: Array(data), isTrial: dryRun, records: records, language: Speech.language)
            for line in importing.lines { print(line) }
            await database.close()
        }
    }
}
