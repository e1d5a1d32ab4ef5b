import HTTPTypes
import Hummingbird
import Site
import Testing
import Town
import Web

/// What is different where people come over TLS.
@Suite struct TransportStories {
    private func browser(_ town: Town, isSecure: Bool) -> Browser {
        var installation = town.app.installation
        installation.isSecure = isSecure
        return Browser(Gate(installation: installation).router(town.app.routes).buildResponder())
    }

    @Test(arguments: ["/", "/sr", "/sr/me", "/sr/nothing-here", "/sr/events", "/static/nothing", "/sr/staff/events"])
    func `every answer asks for TLS from then on, and none does without it`(path: String) async throws {
        let town = try await Town()
        #expect(try await browser(town, isSecure: true).send(.get, path).headers[.strictTransportSecurity] == "max-age=31536000; includeSubDomains")
        #expect(try await browser(town, isSecure: false).send(.get, path).headers[.strictTransportSecurity] == nil)
    }

    @Test func `over TLS each cookie is bound to this host, and one without that name counts for nothing`() async throws {
        let town = try await Town()
        let ana = browser(town, isSecure: true)
        try await town.enters(town.ana.email, in: ana)
        let session = try #require(ana.cookie("__Host-session"))
        #expect(ana.cookie("session") == nil && ana.cookie("__Host-browser") != nil)
        #expect(try await ana.opens("/me/account").path == "/sr/me/account")
        let set = try await browser(town, isSecure: true).send(.get, "/sr/sign-in").headers[values: .setCookie]
        #expect(!set.isEmpty)
        for cookie in set {
            #expect(cookie.hasPrefix("__Host-") && cookie.contains("; Path=/;") && cookie.hasSuffix("; Secure") && !cookie.contains("Domain"), "\(cookie)")
        }
        let thief = browser(town, isSecure: true)
        thief.set(cookie: "session", session)
        #expect(try await thief.opens("/me/account").path.hasPrefix("/sr/sign-in"))
    }
}
