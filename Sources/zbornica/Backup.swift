import ArgumentParser
import Foundation
import Languages
import Operation
import Site

struct Backup: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: Speech.say(T.zbornica.backup), discussion: Speech.say(T.zbornica.backupText))

    @OptionGroup var options: PlaceOptions
    @Argument(help: help(T.zbornica.backupFile)) var file: String

    func run() async throws {
        try await speaking {
            try await App.backup(options.place, settings: options.settings(), carried: options.carried(), to: URL(fileURLWithPath: file))
        }
        print(Speech.say(T.zbornica.backupDone(file: .text(file), key: .text(options.place.data.appending(path: "key").path))))
    }
}
