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
    @Option(help: help(T.zbornica.importMap)) var map: [String] = []
    @Option(help: help(T.zbornica.importHeader)) var headerRow: Int?
    @Option(help: help(T.zbornica.importTab)) var tab: String?
    @OptionGroup var options: PlaceOptions

    func run() async throws {
        guard let data = FileManager.default.contents(atPath: file) else { throw Refused(T.zbornica.importUnread(file: .text(file))) }
        try await speaking {
            let database = try options.place.open()
            let carried = try options.carried()
            try await database.migrate(carried.migrations)
            let settings = try options.settings()
            let records = App.records(database, carried, address: settings.address ?? "")
            let name = URL(fileURLWithPath: file).lastPathComponent
            let importing = try await Importing(kind, file: name, bytes: Array(data), saying: Importing.Saying(map: map, header: headerRow, tab: tab), isTrial: dryRun,
                records: records, oldExcel: settings.oldExcel(carried), language: Speech.language)
            for line in importing.lines { print(line) }
            await database.close()
        }
    }
}
