import ArgumentParser
import Foundation
import Languages
import Site

struct Certificate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: Speech.say(T.zbornica.certificate), subcommands: [VerifyCertificate.self])
}

struct VerifyCertificate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: Speech.say(T.zbornica.verify), discussion: Speech.say(T.zbornica.verifyText))

    @OptionGroup var speech: SpeechOptions
    @Argument(help: help(T.zbornica.verifySubject)) var subject: String
    @Option(help: help(T.zbornica.verifyKeys)) var keys: String
    @Option(help: help(T.zbornica.verifyStatus)) var status: String?

    func run() async throws {
        let verification = try await speaking {
            try CertificateVerification(subject, keys: URL(fileURLWithPath: keys), status: status.map { URL(fileURLWithPath: $0) })
        }
        for line in verification.lines { print(Speech.say(line)) }
        if !verification.isGenuine { throw ExitCode.failure }
    }
}
