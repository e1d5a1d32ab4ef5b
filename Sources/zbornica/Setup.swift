import ArgumentParser
import Foundation
import Languages
import Operation
import Site

struct Setup: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: Speech.say(T.zbornica.setup), discussion: Speech.say(T.zbornica.setupText))

    @OptionGroup var options: PlaceOptions
    @Option(help: help(T.zbornica.setupName)) var name: String?
    @Option(help: help(T.zbornica.setupCentreEmail)) var centreEmail: String?
    @Option(help: help(T.zbornica.setupStreet)) var address = ""
    @Option(help: help(T.zbornica.setupPhone)) var phone = ""
    @Option(help: help(T.zbornica.setupCountry)) var country: String?
    @Option(help: help(T.zbornica.setupZone)) var zone: String?
    @Option(help: help(T.zbornica.setupCentreLanguage)) var centreLanguage: String?
    @Option(help: help(T.zbornica.setupGiven)) var givenName: String?
    @Option(help: help(T.zbornica.setupFamily)) var familyName: String?
    @Option(help: help(T.zbornica.setupEmail)) var email: String?
    @Option(help: help(T.zbornica.setupPort)) var port = 8080

    private static let minutes = 10

    func run() async throws {
        try await speaking {
            let beginning = try Beginning(
                centre: ask(name, "--name", T.zbornica.setupName), centreEmail: centreEmail, street: address, phone: phone,
                country: ask(country, "--country", T.zbornica.setupCountry), zone: zone, language: centreLanguage,
                given: ask(givenName, "--given-name", T.zbornica.setupGiven), family: ask(familyName, "--family-name", T.zbornica.setupFamily),
                email: ask(email, "--email", T.zbornica.setupEmail))
            let site = try options.settings().address ?? "http://127.0.0.1:\(port)"
            let link = try await App.setUp(beginning, in: options.place, carried: options.carried(), address: site)
            print("\(Speech.say(T.zbornica.setupDone(minutes: .number(Self.minutes))))\n\(link)")
        }
    }

    private func ask(_ given: String?, _ option: String, _ question: Phrase) throws -> String {
        if let given { return given }
        guard isatty(STDIN_FILENO) == 1 else { throw Refused(T.zbornica.setupMissing(option: .text(option))) }
        print("\(Speech.say(question)) ", terminator: "")
        fflush(nil)
        return (readLine() ?? "").trimmingCharacters(in: .whitespaces)
    }
}
