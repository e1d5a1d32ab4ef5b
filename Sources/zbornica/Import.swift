import ArgumentParser
import Foundation
import Operation
import Site
import Storage

struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Brings a list from a CSV or XLSX file.",
        discussion: "Rows that are refused are listed with their reason. Importing the same file again changes nothing.")

    @Argument(help: "schools, municipalities, programmes or people.") var kind: String
    @Argument(help: "The file.") var file: String
    @Flag(help: "Only tells what would be done.") var dryRun = false
    @OptionGroup var options: PlaceOptions

    func run() async throws {
        guard let data = FileManager.default.contents(atPath: file) else { throw ValidationError("cannot read \(file)") }
        let database = try options.place.open()
        let carried = try options.carried()
        try await database.migrate(carried.migrations)
        let records = App.records(database, carried, address: try options.settings().address ?? "")
        let name = URL(fileURLWithPath: file).lastPathComponent
        let importing = try await Importing(kind, file: name, bytes: Array(data), isTrial: dryRun, records: records)
        for line in importing.lines { print(line) }
        await database.close()
    }
}
