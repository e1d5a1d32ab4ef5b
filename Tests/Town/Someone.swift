package import Accounts
import Kernel
package import Site
package import Testing
import Web

/// One of the cast, with a browser.
package final class Someone: Sendable {
    package let id: Person.ID
    package let email: String
    package let browser: Browser
    let app: App

    package init(id: Person.ID, email: String, app: App, browser: Browser) {
        self.id = id
        self.email = email
        self.app = app
        self.browser = browser
    }

    /// Is signed in; how one signs in has stories of its own.
    package func enters(withFactor: Bool = false) async throws {
        let token = Token.random()
        let id = id
        try await app.records.write(by: .system) { act in
            try SessionStore.begin(token, person: id, isStaff: withFactor, hasFactor: withFactor, device: "story", in: act)
        }
        browser.set(cookie: "session", token.text)
    }

    @discardableResult
    package func opens(_ path: String) async throws -> Page { try await browser.opens(path) }

    @discardableResult
    package func sends(_ action: String, _ values: KeyValuePairs<String, String> = [:], sourceLocation: SourceLocation = #_sourceLocation) async throws -> Page {
        try await browser.sends(action, values, sourceLocation: sourceLocation)
    }
}
