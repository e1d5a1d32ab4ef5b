import ArgumentParser
import Foundation
import Kernel
import Languages
import Operation

/// In which language the command line speaks: the one that `--language` names, else that of the system's locale. What `ArgumentParser` says by itself is
/// English.
enum Speech {
    static let language = chosen(CommandLine.arguments) ?? Language(locale: ProcessInfo.processInfo.environment)

    /// Help is written before arguments are read; so the option is looked for here too.
    private static func chosen(_ arguments: [String]) -> Language? {
        for (place, argument) in arguments.enumerated() {
            if argument == "--language", place + 1 < arguments.count { return Language(rawValue: arguments[place + 1]) }
            if argument.hasPrefix("--language=") { return Language(rawValue: String(argument.dropFirst("--language=".count))) }
        }
        return nil
    }

    /// Nil when the program carries texts that cannot be read; then keys are shown.
    private static let texts = (try? Carried())?.words.texts(language, in: .utc)

    static func say(_ phrase: Phrase) -> String { texts.map { $0(phrase) } ?? phrase.key.name.description }

    /// A fault of ours in this language; any other as it calls itself.
    static func say(_ error: any Error) -> String {
        guard let problem = error as? Problem else { return "\(error)" }
        return problem.faults.map { fault in (fault.field.map { "\($0): " } ?? "") + say(fault.phrase) }.joined(separator: "\n")
    }
}

/// Ends a command with a reason, without the usage lines.
struct Refused: Error, CustomStringConvertible {
    let description: String

    init(_ phrase: Phrase) { description = Speech.say(phrase) }
    init(_ error: any Error) { description = Speech.say(error) }
}

/// Does the work of a command; what it refuses is told in the language of the command line.
func speaking<T>(_ work: () async throws -> T) async throws -> T {
    do { return try await work() } catch let problem as Problem { throw Refused(problem) }
}

/// For the help of commands and options.
func help(_ phrase: Phrase) -> ArgumentHelp { ArgumentHelp(Speech.say(phrase)) }

/// For every command.
struct SpeechOptions: ParsableArguments {
    @Option(help: help(T.zbornica.language), transform: SpeechOptions.read) var language: Language?

    private static func read(_ typed: String) throws -> Language {
        guard let language = Language(rawValue: typed) else { throw ValidationError(Speech.say(T.zbornica.languageWrong(typed: .text(typed)))) }
        return language
    }
}
