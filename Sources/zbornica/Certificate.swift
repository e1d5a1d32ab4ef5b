import ArgumentParser
import Foundation
import Site

struct Certificate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Certificates, without the server.", subcommands: [VerifyCertificate.self])
}

struct VerifyCertificate: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Tells whether a certificate was signed by the centre.",
        discussion: "Needs no database and no network. Keys stand at /.well-known/zbornica-keys.json, the list of void ones at /.well-known/zbornica-status.json.")

    @Argument(help: "A PDF or text file, the address of a QR code, or its payload.") var subject: String
    @Option(help: "File with the published keys.") var keys: String
    @Option(help: "File with the published list of what is no longer good.") var status: String?

    func run() throws {
        let verification = try CertificateVerification(subject, keys: URL(fileURLWithPath: keys), status: status.map { URL(fileURLWithPath: $0) })
        for line in verification.lines { print(line) }
        if !verification.isGenuine { throw ExitCode.failure }
    }
}
