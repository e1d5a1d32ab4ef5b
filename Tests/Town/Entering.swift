import Accounts
import Centres
import Foundation
import Kernel
import Languages
import Site
import Storage
package import Testing
import Web

extension Town {
    /// The newest letter in the queue to an address.
    package func letter(to address: String) async throws -> (subject: String, text: String)? {
        try await finds { act in
            try act.db.row("SELECT subject, text FROM letter WHERE address = \(address) ORDER BY id DESC LIMIT 1").map { (try $0["subject"], try $0["text"]) }
        }
    }

    package func letters(to address: String) async throws -> Int {
        try await finds { try $0.db.count("SELECT count(*) FROM letter WHERE address = \(address)") }
    }

    /// The link in the newest letter, without scheme and host.
    package func mailedLink(to address: String, sourceLocation: SourceLocation = #_sourceLocation) async throws -> String {
        let text = try #require(try await letter(to: address)?.text, "no letter to \(address)", sourceLocation: sourceLocation)
        let found = try #require(text.firstMatch(of: /http:\/\/localhost(\/\S+)/), "no link in: \(text)", sourceLocation: sourceLocation)
        return String(found.1)
    }

    /// Somebody shows anew, by a fresh link, who it is, and arrives where the account can be changed.
    @discardableResult
    package func proves(_ person: Someone, for path: String) async throws -> Page {
        try await person.opens(path)
        try await person.sends("/me/account/proof")
        let link = try await mailedLink(to: person.email)
        try await person.opens(link)
        return try await person.sends(link)
    }

    /// Somebody asks for a link, opens it and presses the button.
    @discardableResult
    package func enters(_ email: String, in browser: Browser, onward: String = "/data-protection") async throws -> Page {
        try await browser.opens("/sign-in?onward=\(onward)")
        try await browser.sends("/sign-in", ["email": email])
        let link = try await mailedLink(to: email)
        try await browser.opens(link)
        return try await browser.sends(link)
    }
}
