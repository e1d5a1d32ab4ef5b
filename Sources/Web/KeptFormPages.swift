import Forms
import HTML
import HTTPTypes
import Hummingbird
import Kernel
import Languages
import Look
import NIOCore
import Storage

/// What was typed while a session ended: shown as a button after entering again, and sent on by it.
package enum KeptFormPages {
    package static let path = "/kept/:id"

    @Sendable package static func show(_ visit: Visit) async throws -> Answer {
        let id = try number(visit), browser = visit.browser
        let isKept = id == KeptForm.inCookie ? own(visit) != nil : try await visit.read { try KeptForm.isKept(id, browser: browser, in: $0) }
        guard isKept else { return gone(visit) }
        return visit.page(Screen(visit.t(T.web.keptTitle)) {
            Heading(visit.t(T.web.keptTitle), lead: visit.t(T.web.keptText))
            ButtonForm(visit.t(T.web.keptSend), action: visit.link(visit.path), hidden: visit.reader.hidden)
        })
    }

    /// Takes the form out of its drawer. The gate carries it to its own door.
    @Sendable package static func send(_ visit: Visit) async throws -> Answer {
        guard visit.token != nil else { throw Problem.conflict(T.web.formStale) }
        guard let person = visit.actor.person else { throw Problem.missing }
        let id = try number(visit), browser = visit.browser, seal = visit.seal
        let form = id == KeptForm.inCookie
            ? own(visit) : try await visit.records.write(by: visit.actor) { try KeptForm.take(id, browser: browser, person: person, seal: seal, in: $0) }
        guard let form else { return gone(visit) }
        return .redirect(Redirect(sending: form))
    }

    /// The form that the browser itself has kept.
    private static func own(_ visit: Visit) -> KeptForm? {
        guard let sealed = visit.cookies.kept.flatMap(Base64URL.bytes) else { return nil }
        return try? KeptForm(sealed: sealed, by: visit.seal, for: visit.browser, now: visit.now)
    }

    private static func number(_ visit: Visit) throws -> Int64 {
        guard let id = visit.parameters["id"].flatMap(Int64.init) else { throw Problem.missing }
        return id
    }

    private static func gone(_ visit: Visit) -> Answer {
        visit.page(Screen(visit.t(T.web.missingTitle)) {
            Heading(visit.t(T.web.missingTitle), lead: visit.t(T.web.keptGone))
            HTML::p { a(.href(visit.link(""))) { visit.t(T.web.home) } }
        }, status: 404)
    }
}

extension KeptForm {
    /// The form as if it were sent now, by the browser of this request.
    func request(like request: Request) -> Request {
        var head = request.head
        head.path = path
        head.headerFields[.contentType] = contentType
        head.headerFields[.contentLength] = String(body.count)
        head.headerFields[.expect] = nil
        return Request(head: head, body: .init(buffer: ByteBuffer(bytes: body)))
    }

    static func isKept(_ id: Int64, browser: Token, in act: Act) throws -> Bool {
        try act.db.exists("SELECT 1 AS kept FROM kept_form WHERE id = \(id) AND browser = \(browser.hash) AND at > \(act.now.adding(minutes: -minutes))")
    }
}
