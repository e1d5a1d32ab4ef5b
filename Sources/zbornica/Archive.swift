import ArgumentParser
import Foundation
import Languages
import Site

struct Archive: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: Speech.say(T.zbornica.archive), discussion: Speech.say(T.zbornica.archiveText))

    @OptionGroup var options: PlaceOptions
    @Argument(help: help(T.zbornica.archiveYear)) var year: Int
    @Option(help: help(T.zbornica.archiveTo)) var to: String

    func run() async throws {
        let folder = URL(fileURLWithPath: to)
        print(Speech.say(try await speaking {
            try await App.archive(year, to: folder, options.place, settings: options.settings(), carried: options.carried(), logger: options.logger())
        }))
    }
}
