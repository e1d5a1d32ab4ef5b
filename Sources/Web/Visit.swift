package import Documents
package import Forms
package import Foundation
package import Kernel
package import Languages
import Look
package import Sheets
import Storage

/// One request, as a page sees it: who, where, in which language, what was typed.
package struct Visit: Sendable {
    package let records: Records
    package let actor: Actor
    package let session: Session?
    package let centre: CentreSign
    package let t: Texts
    /// The path behind the language: `/events/12`.
    package let path: String
    package let parameters: [String: String]
    /// What stands behind the question mark.
    package let query: Typed
    /// What was sent with a form.
    package let typed: Typed
    /// From where the request came, as far as a named proxy or the connection tells.
    package let network: Network
    package let device: String
    let audience: Audience
    let cookies: Cookies
    /// The browser by its own cookie: what was given to one is nothing in another.
    package let browser: Token
    let flashes: [Frame.Flash]
    let token: ActToken?
    /// What the whole program carries: the key, the way to other servers.
    package let installation: Installation
    /// When the request came to its door: what it sends may have taken minutes since.
    package let arrived: Instant

    package var language: Language { t.language }
    /// Whether the page stands in the frame of the centre's own people.
    package var isStaffPage: Bool { audience.isStaff }
    package var now: Instant { records.now }
    package var today: Day { centre.zone.day(of: now) }
    package var seal: Seal { installation.seal }
    package var sendsMail: Bool { installation.sendsMail }
    package var isDemonstration: Bool { installation.isDemonstration }
    package var documents: URL { installation.documents }
    package var oldExcel: OldExcel? { installation.oldExcel }
    package var files: URL { installation.files }
    package var signer: (any DocumentSigner)? { installation.signer }

    /// An address on this site in the reader's language.
    package func link(_ path: String) -> String { "/\(language.rawValue)\(path)" }

    /// The number in the address, as an id. What is no number is not there.
    package func id<Of>(_ name: String, of tag: Of.Type = Of.self) throws -> ID<Of> {
        guard let id = ID<Of>(parameters[name] ?? "") else { throw Problem.missing }
        return id
    }

    /// One consistent look at the records.
    package func read<T: Sendable>(_ body: @escaping @Sendable (Act) throws -> T) async throws -> T {
        try await records.read(as: actor, body)
    }

    /// Does what a form asks, once: the act, its trace, its letters and the answer stand together or not at all.
    /// The same form sent again gets the same answer. Where a sign stands that nobody can read, nothing is done; a form that `submit` knows comes back then.
    package func act(_ body: @escaping @Sendable (Act) throws -> Redirect) async throws -> Answer {
        guard let token else { throw Problem.conflict(T.web.formStale) }
        try typed.checkLengths()
        try typed.checkSigns()
        let t = t
        do {
            let answer = try await records.write(by: actor) { act -> Redirect in
                let redirect = try body(act)
                try token.claim(.init(path: redirect.path, notice: redirect.notice.map { t($0) }), in: act)
                return redirect
            }
            installation.cache.expire()
            return .redirect(answer)
        } catch {
            // What was done once is often refused the second time: who applied has applied. Whoever sends a form twice is told what came of it.
            guard let earlier = try? await records.read(as: actor, { try token.answer(in: $0) }) else { throw error }
            return .redirect(Redirect(earlier.path, earlier.notice.map { T.common.said(text: .text($0)) }))
        }
    }

    /// Takes what a device kept while it was off line. The form's token shows that this site gave the page, and may come again with each sending:
    /// the room knows doubles by keys of its own.
    package func merge<Merged: Sendable>(_ body: @escaping @Sendable (Act) throws -> Merged) async throws -> Merged {
        guard token != nil else { throw Problem.conflict(T.web.formStale) }
        try typed.checkSigns()
        let merged = try await records.write(by: actor, body)
        installation.cache.expire()
        return merged
    }

    /// A look that is itself written down, as one at somebody's portfolio. Nothing else changes, so it is no form and needs no token.
    package func witnessed<Seen: Sendable>(_ body: @escaping @Sendable (Act) throws -> Seen) async throws -> Seen {
        try await records.write(by: actor, body)
    }

    /// Counts a try against its limits, in an act of its own, so that refused tries count too.
    package func count(_ attempts: Attempts...) async throws {
        try await records.write(by: actor) { act in
            for attempt in attempts { try attempt.count(in: act) }
        }
    }
}
