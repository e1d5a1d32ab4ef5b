import Foundation
import Kernel
import Languages
@testable import Accounts
@testable import Centres
import Site
import Storage
import Testing
import Web

extension Town {
    /// The newest letter in the queue to an address.
    func letter(to address: String) async throws -> (subject: String, text: String)? {
        try await app.records.read(as: .system) { act in
            try act.db.row("SELECT subject, text FROM letter WHERE address = \(address) ORDER BY id DESC LIMIT 1").map { (try $0["subject"], try $0["text"]) }
        }
    }

    func letters(to address: String) async throws -> Int {
        try await app.records.read(as: .system) { try $0.db.count("SELECT count(*) FROM letter WHERE address = \(address)") }
    }

    /// The link in the newest letter, without scheme and host.
    func mailedLink(to address: String, sourceLocation: SourceLocation = #_sourceLocation) async throws -> String {
        let text = try #require(try await letter(to: address)?.text, "no letter to \(address)", sourceLocation: sourceLocation)
        let found = try #require(text.firstMatch(of: /http:\/\/localhost(\/\S+)/), "no link in: \(text)", sourceLocation: sourceLocation)
        return String(found.1)
    }

    /// Somebody asks for a link, opens it and presses the button.
    @discardableResult
    func enters(_ email: String, in browser: Browser, onward: String = "/data-protection") async throws -> Page {
        try await browser.opens("/sign-in?onward=\(onward)")
        try await browser.sends("/sign-in", ["email": email])
        let link = try await mailedLink(to: email)
        try await browser.opens(link)
        return try await browser.sends(link)
    }

    func makeAdministrator(_ someone: Someone) async throws {
        let id = someone.id
        try await app.records.write(by: .system) { try PersonStore.grant(Grant(.administrator), to: id, in: $0) }
    }

    func value<T: Storable & Sendable>(_ sql: SQL, as type: T.Type = T.self) async throws -> T? {
        try await app.records.read(as: .system) { try $0.db.value(sql) }
    }
}

extension Page {
    /// What a form on this page carries under a name.
    func carried(_ name: String) -> String? {
        forms.lazy.flatMap(\.fields).first { $0.name == name }?.value
    }
}
