import ArgumentParser
import Foundation
import Languages
import Site

struct Admin: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: Speech.say(T.zbornica.admin), subcommands: [ResetFactor.self])
}

struct ResetFactor: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: Speech.say(T.zbornica.factor))

    @OptionGroup var options: PlaceOptions
    @Argument(help: help(T.zbornica.factorEmail)) var email: String

    func run() async throws {
        let had = try await speaking { try await App.resetFactor(email: email, in: options.place, carried: options.carried()) }
        print(Speech.say(had ? T.zbornica.factorReset(email: .text(email)) : T.zbornica.factorNone(email: .text(email))))
    }
}
