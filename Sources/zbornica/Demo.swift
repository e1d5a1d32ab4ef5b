import ArgumentParser
import Demo
import Foundation
import Site

struct Demo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Fills an empty installation with an invented centre, or tells its cast.")

    @OptionGroup var options: PlaceOptions
    @Option(help: "small or national.") var size = Demo::Demo.Size.small
    @Flag(help: "Print the cast as JSON: name, role, e-mail, sign-in link.") var cast = false
    @Option(help: "Where the site is reached, for the links of the cast.") var address = "http://127.0.0.1:8080"

    func run() async throws {
        let place = options.place
        let text = try await App.demo(
            place, settings: options.settings(), carried: options.carried(), size: cast ? nil : size, address: address, logger: options.logger())
        print(text)
    }
}

extension Demo::Demo.Size: ExpressibleByArgument {}
