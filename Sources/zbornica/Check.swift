import ArgumentParser
import Site

struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Looks the installation over.",
        discussion: "Exits with 0 only if settings, texts, key, schema, integrity and the newest backup are sound; says what is not, and what to do.")

    @OptionGroup var options: PlaceOptions

    func run() async throws {
        let settings = try options.settings()
        for line in settings.lines { print(line) }
        let inspection = try await Inspection(options.place, settings: settings, carried: options.carried())
        for line in inspection.lines { print(line) }
        if !inspection.isSound { throw ExitCode.failure }
    }
}
