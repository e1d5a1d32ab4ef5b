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

    /// The act was done before: nothing of its repetition stands.
    struct Repeated: Error {}

    /// Claims the token for an act that is done, with its answer. An act that is done a second time comes to nothing here at the latest.
    /// - Throws: `Repeated` when another act had it first; one that is under way is waited for.
    func claim(_ answer: Remembered, in act: Act) throws {
        let claimed = try act.db.run("""
            INSERT INTO act_token (token, at, path, notice) VALUES (\(text), \(act.now), \(answer.path), \(answer.notice)) ON CONFLICT (token) DO NOTHING
            """)
        if claimed == 0 { throw Repeated() }
    }

    /// The answer of the act that had the token first.
    func answer(in act: Act) throws -> Remembered? {
        try act.db.row("SELECT path, notice FROM act_token WHERE token = \(text)").map { Remembered(path: try $0["path"], notice: try $0["notice"]) }
    }
}
