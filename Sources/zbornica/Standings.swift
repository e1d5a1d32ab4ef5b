import ArgumentParser
import Languages
import Site

struct Standings: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: Speech.say(T.zbornica.standings))

    @OptionGroup var options: PlaceOptions

    func run() async throws {
        print(Speech.say(try await speaking {
            try await App.countStandings(options.place, settings: options.settings(), carried: options.carried())
        }))
    }
}
