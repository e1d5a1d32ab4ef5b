import ArgumentParser
import Foundation
import Site

struct Admin: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "What only who runs the machine may do.", subcommands: [ResetFactor.self])
}

struct ResetFactor: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Takes away the second factor of somebody who lost it; it is set up anew at the next entry.")

    @OptionGroup var options: PlaceOptions
    @Argument(help: "E-mail of the person.") var email: String

    func run() async throws {
        do {
            let had = try await App.resetFactor(email: email, in: options.place, carried: options.carried())
            print(had ? "The second factor of \(email) is reset." : "\(email) has no second factor.")
        } catch let refusal as Beginning.Refusal { throw Refused(refusal.description) }
    }
}

/// Ends a command with a reason, without the usage lines.
struct Refused: Error, CustomStringConvertible {
    let description: String
    init(_ reason: String) { description = reason }
}
