import ArgumentParser
import Languages
import Site

struct Routes: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: Speech.say(T.zbornica.routes))

    @OptionGroup var speech: SpeechOptions

    func run() {
        for line in Rooms.routeLines { print(line) }
    }
}
