import ArgumentParser
import Operation
import Site

struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Looks the installation over.",
        discussion: "Exits with 0 only if settings, texts, key, schema, integrity and the newest backup are sound; says what is not, and what to do.")

    @OptionGroup var options: PlaceOptions

    func run() async throws {
        let settings = try sound("settings") { try options.settings() }
        for line in settings.lines { print(line) }
        let carried = try sound("texts") { try options.carried() }
        let inspection = await Inspection(options.place, settings: settings, carried: carried)
        for line in inspection.lines { print(line) }
        if !inspection.isSound { throw ExitCode.failure }
    }

    /// What cannot even be read is told like any other finding.
    private func sound<T>(_ subject: String, _ read: () throws -> T) throws -> T {
        do { return try read() } catch {
            print("NOT SOUND  \(subject): \(error)")
            throw ExitCode.failure
        }
    }
}
