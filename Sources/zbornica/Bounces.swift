import ArgumentParser
import Foundation
import Languages
import Site

struct Bounces: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: Speech.say(T.zbornica.bounces), discussion: Speech.say(T.zbornica.bouncesText))

    @Argument(help: help(T.zbornica.bouncesFolder)) var folder: String
    @OptionGroup var options: PlaceOptions

    func run() async throws {
        let folder = URL(fileURLWithPath: self.folder)
        print(Speech.say(try await speaking {
            try await App.takeBounces(from: folder, options.place, settings: options.settings(), carried: options.carried())
        }))
    }
}
