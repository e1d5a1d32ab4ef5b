import Catalogue
import Kernel
package import Languages
package import Look

extension Event {
    /// A place, a fee's note or another text that is written once for all languages: its script tells whether it is the event's own language.
    package func wording(_ text: String) -> Wording {
        switch Script.of(text) {
        case .cyrillic, .mixed: Wording(text: text, language: .sr)
        case .latin: Wording(text: text, language: plan.language == .sr ? .srLatn : plan.language)
        case .none: Wording(text: text, language: plan.language)
        }
    }

    /// The first and the last day on which it is held; nil while it has none.
    package var days: ClosedRange<Day>? {
        guard let first = plan.sessions.map(\.day).min(), let last = plan.sessions.map(\.day).max() else { return nil }
        return first...last
    }

    /// Whether its last session is over.
    package func isOver(at now: Instant) -> Bool { ends.map { $0 <= now } ?? false }
}

extension Zone {
    /// A local time with its distance from UTC, as machines want it: `2026-02-25T09:00+01:00`.
    package func stamp(_ day: Day, _ time: ClockTime) -> String {
        let offset = (try? instant(day, time)).map { self.offset(of: $0) / 60 } ?? 0
        let distance = ClockTime(minutes: abs(offset))?.iso ?? "00:00"
        return "\(day.iso)T\(time.iso)\(offset < 0 ? "-" : "+")\(distance)"
    }
}

extension Texts {
    /// A text of an event with the language it really is in.
    package func run(_ wording: Event.Wording) -> Run { run(wording.text, wording.language) }
}
