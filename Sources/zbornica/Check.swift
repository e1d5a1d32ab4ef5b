import ArgumentParser
import Languages
import Operation
import Site

struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: Speech.say(T.zbornica.check), discussion: Speech.say(T.zbornica.checkText))

    @OptionGroup var options: PlaceOptions

    func run() async throws {
        let settings = try sound(.settings) { try options.settings() }
        for line in settings.lines { print(line) }
        let carried = try sound(.texts) { try options.carried() }
        let inspection = await Inspection(options.place, settings: settings, carried: carried)
        for line in inspection.lines { print(Speech.say(line)) }
        if !inspection.isSound { throw ExitCode.failure }
    }

    private func sound<T>(_ subject: Inspection.Subject, _ read: () throws -> T) throws -> T {
        do { return try read() } catch {
            print(Speech.say(Inspection.unread(subject, .text(Speech.say(error)))))
            throw ExitCode.failure
        }
    }
}
