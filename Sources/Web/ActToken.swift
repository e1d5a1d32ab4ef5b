import Forms
import Foundation
import Kernel
import Languages
import Storage

/// The hidden field of every form: a random name for one act, marked for one browser.
///
/// The mark shows that this site gave the form to this browser (no forged requests); the name, unique in the database, lets a repeated
/// sending get the first answer.
struct ActToken: Sendable {
    static let field = "act"

    let text: String

    static func fresh(for browser: Token, _ seal: Seal) -> ActToken {
        let name = String(Token.random().text.prefix(20))
        return ActToken(text: "\(name).\(seal.mark(name, for: "act \(browser.text)"))")
    }

    /// The token that was sent, if this browser was given it.
    static func sent(_ typed: Typed, by browser: Token?, _ seal: Seal) -> ActToken? {
        let text = typed[field]
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard let browser, parts.count == 2, seal.mark(String(parts[0]), for: "act \(browser.text)") == parts[1] else { return nil }
        return ActToken(text: text)
    }

    /// What is remembered of an act's answer.
    struct Remembered: Codable {
        var path: String
        var notice: String?
    }

    /// Claims the token for this act, or gives the answer of the act that had it first.
    func claim(in act: Act) throws -> Remembered? {
        let claimed = try act.db.run("INSERT INTO act_token (token, at, answer) VALUES (\(text), \(act.now), '') ON CONFLICT (token) DO NOTHING")
        guard claimed == 0 else { return nil }
        let answer: String = try act.db.value("SELECT answer FROM act_token WHERE token = \(text)") ?? ""
        return try JSONDecoder().decode(Remembered.self, from: Data(answer.utf8))
    }

    func remember(_ answer: Remembered, in act: Act) throws {
        let json = JSON.fields(["path": .text(answer.path), "notice": answer.notice.map { .text($0) }]).written
        try act.db.run("UPDATE act_token SET answer = \(json) WHERE token = \(text)")
    }
}
