import Centres
import Crypto
import Events
import Foundation
import Kernel
import Languages

/// What the picture of an event shows to whoever gets a link to it, in one language. The template is `share.typ`.
struct EventShare: Encodable, Sendable {
    let language: String
    let title: String
    let kind: String
    let when: String
    let place: String
    let centre: String

    init(_ event: Event, _ centre: Centre, _ t: Texts) {
        language = t.language.rawValue
        title = event.title(in: t.language).text
        kind = event.state.isOff ? t(event.state.name) : t.shown(event.form.name(in: t.language).text)
        let first = event.plan.sessions.min { ($0.day, $0.begins.minutes) < ($1.day, $1.begins.minutes) }
        when = first.map { "\(t.day($0.day, .long)), \(t.times($0.begins, to: $0.ends))" } ?? ""
        place = first.map { t.shown(EventSummary.whereabouts($0, of: event, centre)) } ?? ""
        self.centre = centre.name(in: t.language)
    }

    /// The same facts have the same digest: the picture is drawn once.
    var digest: String {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = .sortedKeys
            return Hex.text(SHA256.hash(data: try encoder.encode(self)))
        }
    }
}
