import ArgumentParser
import Foundation
import Site

struct Archive: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Writes the certificates of one year into a folder that can be checked without this program.",
        discussion: "A SQLite database, each document as a PDF, the public keys, a list of void ones, checksums, a guide and a verifier in Python.")

    @OptionGroup var options: PlaceOptions
    @Argument(help: "The year of issue.") var year: Int
    @Option(help: "A folder that does not exist yet, or is empty.") var to: String

    func run() async throws {
        let folder = URL(fileURLWithPath: to)
        print(try await App.archive(year, to: folder, options.place, settings: options.settings(), carried: options.carried(), logger: options.logger()))
    }
}
