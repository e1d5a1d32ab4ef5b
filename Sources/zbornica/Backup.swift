import ArgumentParser
import Foundation
import Operation
import Site

struct Backup: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Writes a copy of everything into one new file, while the site goes on.",
        discussion: "Rows and uploaded files are in it, as a SQLite file, from either engine. The key file is not: keep a copy of it elsewhere.")

    @OptionGroup var options: PlaceOptions
    @Argument(help: "The file to write; it must not exist.") var file: String

    func run() async throws {
        try await App.backup(options.place, settings: options.settings(), carried: options.carried(), to: URL(fileURLWithPath: file))
        print("\(file) written. The key (\(options.place.data.appending(path: "key").path)) is not in it: keep a copy of that elsewhere.")
    }
}
