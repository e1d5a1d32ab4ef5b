import ArgumentParser
import Foundation
import Languages
import Site

struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: Speech.say(T.zbornica.serve))

    @OptionGroup var options: PlaceOptions
    @Option(help: help(T.zbornica.servePort)) var port = 8080
    @Option(help: help(T.zbornica.serveHost)) var host = "127.0.0.1"
    @Flag(help: help(T.zbornica.serveDemo)) var demo = false

    func run() async throws {
        try await speaking {
            try await App.serve(
                options.place, settings: options.settings(), carried: options.carried(), host: host, port: port, demo: demo, logger: options.logger())
        }
    }
}
