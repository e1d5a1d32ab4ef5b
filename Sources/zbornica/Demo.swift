import ArgumentParser
import Demo
import Foundation
import Languages
import Site

struct Demo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: Speech.say(T.zbornica.demo))

    @OptionGroup var options: PlaceOptions
    @Option(help: help(T.zbornica.demoSize)) var size = Demo::Demo.Size.small
    @Flag(help: help(T.zbornica.demoCast)) var cast = false
    @Option(help: help(T.zbornica.demoAddress)) var address = "http://127.0.0.1:8080"

    func run() async throws {
        try await speaking {
            let (settings, carried, logger) = (try options.settings(), try options.carried(), options.logger())
            guard !cast else { return print(try await App.cast(options.place, settings: settings, carried: carried, address: address, logger: logger)) }
            try await App.demo(options.place, settings: settings, carried: carried, size: size, address: address, logger: logger) { line in
                FileHandle.standardError.write(Data("\(Speech.say(line))\n".utf8))
            }
            print(Speech.say(T.zbornica.demoDone(size: .text(size.rawValue))))
        }
    }
}

extension Demo::Demo.Size: ExpressibleByArgument {}
