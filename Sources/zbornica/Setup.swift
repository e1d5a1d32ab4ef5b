import ArgumentParser
import Foundation
import Operation
import Site

struct Setup: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Makes a real, empty centre with its first administrator, and prints the link by which that person enters.",
        discussion: "What is not given is asked for on a terminal. Refuses when there is a centre already.")

    @OptionGroup var options: PlaceOptions
    @Option(help: "Name of the centre, in its own language and script.") var name: String?
    @Option(help: "E-mail of the centre; without it the administrator's.") var centreEmail: String?
    @Option(help: "Street address of the centre.") var address = ""
    @Option(help: "Telephone of the centre.") var phone = ""
    @Option(help: "RS or LT.") var country: String?
    @Option(help: "Time zone; without it the country's.") var zone: String?
    @Option(help: "sr, sr-Latn, lt or en; without it the country's.") var language: String?
    @Option(help: "Given name of the administrator.") var givenName: String?
    @Option(help: "Family name of the administrator.") var familyName: String?
    @Option(help: "E-mail of the administrator.") var email: String?
    @Option(help: "Port that the link names when the settings give no address.") var port = 8080

    func run() async throws {
        let beginning: Beginning
        do {
            beginning = try Beginning(
                centre: ask(name, "--name", "Name of the centre"), centreEmail: centreEmail, street: address, phone: phone,
                country: ask(country, "--country", "Country (RS or LT)"), zone: zone, language: language,
                given: ask(givenName, "--given-name", "Given name of the administrator"),
                family: ask(familyName, "--family-name", "Family name of the administrator"), email: ask(email, "--email", "E-mail of the administrator"))
        } catch let refusal as Beginning.Refusal { throw ValidationError(refusal.description) }
        do {
            let site = try options.settings().address ?? "http://127.0.0.1:\(port)"
            let link = try await App.setUp(beginning, in: options.place, carried: options.carried(), address: site)
            print("The centre is set up. Start the server, then enter within 10 minutes by:\n\(link)")
        } catch let refusal as Beginning.Refusal { throw Refused(refusal.description) }
    }

    private func ask(_ given: String?, _ option: String, _ question: String) throws -> String {
        if let given { return given }
        guard isatty(STDIN_FILENO) == 1 else { throw ValidationError("\(option) is missing") }
        print("\(question): ", terminator: "")
        fflush(nil)
        return (readLine() ?? "").trimmingCharacters(in: .whitespaces)
    }
}
