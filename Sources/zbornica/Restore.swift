import ArgumentParser
import Foundation
import Languages
import Operation
import Site

struct Restore: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: Speech.say(T.zbornica.restore), discussion: Speech.say(T.zbornica.restoreText))

    @OptionGroup var options: PlaceOptions
    @Argument(help: help(T.zbornica.restoreFile)) var file: String
    @Flag(help: help(T.zbornica.restoreAnyway)) var anyway = false

    func run() async throws {
        let number: Int
        do {
            number = try await speaking {
                try await App.restore(URL(fileURLWithPath: file), options.place, settings: options.settings(), carried: options.carried(), isTrusted: anyway)
            }
        } catch let seal as BrokenSeal {
            throw Refused(T.zbornica.restoreRefused(file: .text(file), why: seal.finding.fault.map { .phrase($0) } ?? ""))
        }
        print(Speech.say(T.zbornica.restoreDone(file: .text(file), number: .number(number))))
    }
}
