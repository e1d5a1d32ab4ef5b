import Catalogue
import Kernel
package import Languages
package import Centres

/// Events of a centre as entries of a calendar (RFC 5545), one for each session. Written here because no package at hand writes it.
///
/// Times are in UTC: each is one moment, which every calendar shows in its owner's zone.
package struct EventCalendar: Sendable {
    package enum Method: String, Sendable { case publish = "PUBLISH", request = "REQUEST", cancel = "CANCEL" }

    private let centre: Centre
    private let t: Texts
    private let origin: String
    private let method: Method
    private let stamped: Instant?
    private let hasLinks: Bool

    /// - Parameters:
    ///   - origin: where the centre's pages are reached.
    ///   - stamped: when the entries were made; without it each is as old as its session, so that the same letter always says the same.
    ///   - hasLinks: whether links to online rooms are told; only those with a seat may know them.
    package init(of centre: Centre, _ t: Texts, origin: String, method: Method = .publish, stamped: Instant? = nil, hasLinks: Bool = false) {
        self.centre = centre
        self.t = t
        self.origin = origin
        self.method = method
        self.stamped = stamped
        self.hasLinks = hasLinks
    }

    package func text(_ events: [Event]) -> String {
        var lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Zbornica//Zbornica//SR", "CALSCALE:GREGORIAN", "METHOD:\(method.rawValue)"]
        for event in events {
            for (index, session) in event.plan.sessions.enumerated() { lines += entry(event, session, index) }
        }
        lines.append("END:VCALENDAR")
        return lines.map(Self.folded).joined(separator: "\r\n") + "\r\n"
    }

    private func entry(_ event: Event, _ session: EventSession, _ index: Int) -> [String] {
        guard let starts = try? centre.zone.instant(session.day, session.begins), let ends = try? centre.zone.instant(session.day, session.ends) else { return [] }
        let host = origin.split(separator: "/").last.map(String.init) ?? "zbornica"
        let isCancelled = method == .cancel || event.state == .cancelled || event.state == .postponed
        let place = t.shown(EventSummary.place(session, of: event))
        let page = "\(origin)/\(t.language.rawValue)/events/\(event.id)"
        return [
            "BEGIN:VEVENT",
            "UID:event-\(event.id)-\(index + 1)@\(host)",
            "SEQUENCE:\(event.sequence)",
            "DTSTAMP:\(Self.stamp(stamped ?? starts))",
            "DTSTART:\(Self.stamp(starts))",
            "DTEND:\(Self.stamp(ends))",
            "SUMMARY:\(Self.escaped(event.title(in: t.language).text))",
            place.isEmpty ? nil : "LOCATION:\(Self.escaped(place))",
            "URL:\(hasLinks && !session.link.isEmpty ? session.link : page)",
            "DESCRIPTION:\(Self.escaped(page))",
            "ORGANIZER;CN=\(Self.quoted(centre.name(in: t.language))):mailto:\(centre.email)",
            "STATUS:\(isCancelled ? "CANCELLED" : "CONFIRMED")",
            "END:VEVENT",
        ].compactMap { $0 }
    }

    /// 20260225T080000Z
    private static func stamp(_ instant: Instant) -> String {
        instant.iso.filter { $0 != "-" && $0 != ":" }
    }

    private static func escaped(_ text: String) -> String {
        guard text.utf8.contains(where: { "\\;,\n\r".utf8.contains($0) }) else { return text }
        return text.reduce(into: "") { line, character in
            switch character {
            case "\\", ";", ",": line += "\\\(character)"
            case "\n", "\r\n": line += "\\n"
            default: line.append(character)
            }
        }
    }

    private static func quoted(_ text: String) -> String { "\"\(text.filter { $0 != "\"" && $0 != "\n" })\"" }

    /// Lines of at most 75 octets, never cut within a letter.
    private static func folded(_ line: String) -> String {
        guard line.utf8.count > 74 else { return line }
        var folded = ""
        var count = 0
        for scalar in line.unicodeScalars {
            let width = UTF8.width(scalar)
            if count + width > 74 {
                folded += "\r\n "
                count = 1
            }
            folded.unicodeScalars.append(scalar)
            count += width
        }
        return folded
    }
}
