import Forms
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
    struct Remembered {
        var path: String
        var notice: String?
    }

    /// Claims the token for this act, or gives the answer of the act that had it first.
    func claim(in act: Act) throws -> Remembered? {
        let claimed = try act.db.run("INSERT INTO act_token (token, at, path) VALUES (\(text), \(act.now), '') ON CONFLICT (token) DO NOTHING")
        guard claimed == 0 else { return nil }
        return try act.db.row("SELECT path, notice FROM act_token WHERE token = \(text)").map { Remembered(path: try $0["path"], notice: try $0["notice"]) }
    }

    func remember(_ answer: Remembered, in act: Act) throws {
        try act.db.run("UPDATE act_token SET path = \(answer.path), notice = \(answer.notice) WHERE token = \(text)")
    }
}
