import ArgumentParser
import Foundation
import Site

struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Serves the site.")

    @OptionGroup var options: PlaceOptions
    @Option(help: "Port to listen on.") var port = 8080
    @Option(help: "Address to listen on.") var host = "127.0.0.1"
    @Flag(help: "Fill an empty installation with the small demonstration.") var demo = false

    func run() async throws {
        try await App.serve(
            options.place, settings: options.settings(), carried: options.carried(), host: host, port: port, demo: demo, logger: options.logger())
    }
}
