import Foundation
import Kernel
import Languages
import Storage

/// A form that was sent after its session had ended: kept sealed under the browser's own cookie, and sent on after the same person has entered again.
struct KeptForm: Sendable, Codable {
    static let minutes = 30

    let path: String
    let contentType: String
    let body: [UInt8]

    private static let purpose = "kept form"

    static func keep(_ form: KeptForm, browser: Token, person: ID<PersonTag>?, seal: Seal, in act: Act) throws -> Int64 {
        let sealed = try seal.seal(Array(JSONEncoder().encode(form)), for: purpose)
        return try act.db.insert("""
            INSERT INTO kept_form (browser, person, path, sealed, at) VALUES (\(browser.hash), \(person), \(form.path), \(sealed), \(act.now)) RETURNING id
            """)
    }

    /// Takes the form out, once. Another person or another browser gets nothing, and the form is gone.
    static func take(_ id: Int64, browser: Token, person: ID<PersonTag>, seal: Seal, in act: Act) throws -> KeptForm? {
        guard let row = try act.db.row("SELECT browser, person, sealed, at FROM kept_form WHERE id = \(id)") else { return nil }
        guard try row["browser"] == browser.hash else { return nil }
        try act.db.run("DELETE FROM kept_form WHERE id = \(id)")
        let owner: ID<PersonTag>? = try row["person"]
        let at: Instant = try row["at"]
        guard owner == nil || owner == person, act.now < at.adding(minutes: minutes) else { return nil }
        return try JSONDecoder().decode(KeptForm.self, from: Data(seal.open(row["sealed"], for: purpose)))
    }
}
