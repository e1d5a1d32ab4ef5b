package import Foundation
import HTML
package import Languages

/// What a door answers.
package enum Answer: Sendable {
    /// A page, already written.
    case page(bytes: [UInt8], status: Int)
    /// After an act: where to go, and what to say there.
    case redirect(Redirect)
    /// Another answer, with which a session begins or ends.
    indirect case session(SessionChange, Answer)
    /// A file to keep or to print.
    case file(bytes: [UInt8], type: String, name: String?)
    /// What programs follow: sent again only when it has changed.
    case feed(bytes: [UInt8], type: String)
    /// A picture that somebody uploaded, at an address that names its digest. Whatever is in it, a browser draws it and does nothing else.
    case picture(bytes: [UInt8], type: String)

    /// A page that any site may show within its own: nothing on it acts, and it knows nobody.
    case widget(bytes: [UInt8])
    /// A file that somebody uploaded, sent from disk as it came. With a name it is kept by its reader and opened elsewhere; without one a browser draws it.
    case stored(URL, type: String, name: String?)

    package static func text(_ text: String, type: String, name: String? = nil) -> Answer {
        .file(bytes: Array(text.utf8), type: type, name: name)
    }

    package static func redirect(_ path: String, _ notice: Phrase? = nil) -> Answer { .redirect(Redirect(path, notice)) }
}

/// Where the browser goes after an act.
package struct Redirect: Sendable {
    package var path: String
    package var notice: Phrase?
    /// A session that begins or ends with this answer.
    package var session: SessionChange?
    /// A form that the gate itself brings there, in the browser's place: a browser can be sent to an address, not with what was typed before.
    private(set) var form: KeptForm?

    package init(_ path: String, _ notice: Phrase? = nil, session: SessionChange? = nil) {
        self.path = path
        self.notice = notice
        self.session = session
    }

    /// A form that was kept goes on to where it was meant for.
    init(sending form: KeptForm) {
        path = form.path
        self.form = form
    }
}

package enum SessionChange: Sendable {
    /// The token goes to the browser; its hash is already kept.
    case begin(token: String, seconds: Int)
    case end
}
