import ArgumentParser
import Languages

/// The command line: one file for each command.
@main
struct Zbornica: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "zbornica", abstract: Speech.say(T.zbornica.abstract),
        subcommands: [
            Serve.self, Setup.self, Demo.self, Admin.self, Import.self, Routes.self, Check.self, Backup.self, Restore.self, Certificate.self, Archive.self,
            Standings.self, Bounces.self,
        ])
}
