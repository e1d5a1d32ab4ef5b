import ArgumentParser
import Foundation
import Site

struct Restore: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Puts a copy into an empty place, of either engine.",
        discussion: "An older copy is brought to today's schema. Put the old key file into the data folder first, or second factors have to be set up anew.")

    @OptionGroup var options: PlaceOptions
    @Argument(help: "A file that `zbornica backup` or the nightly backup wrote.") var file: String

    func run() async throws {
        let files = try await App.restore(URL(fileURLWithPath: file), options.place, settings: options.settings(), carried: options.carried())
        print("restored \(file), with \(files) files")
    }
}
