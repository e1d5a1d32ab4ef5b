import Kernel
package import Languages
package import People

/// An event as a calendar entry (RFC 5545), one for each session. Written here because no package at hand writes it.
///
/// Times are in UTC: each is one moment, which every calendar shows in its owner's zone.
package enum EventCalendar {
    package enum Method: String, Sendable { case publish = "PUBLISH", request = "REQUEST", cancel = "CANCEL" }

    package static func text(_ event: Event, _ centre: Centre, _ t: Texts, method: Method, origin: String) -> String {
        var lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Zbornica//Zbornica//SR", "METHOD:\(method.rawValue)"]
        for (index, session) in event.plan.sessions.enumerated() { lines += entry(event, session, index, centre, t, method, origin) }
        lines.append("END:VCALENDAR")
        return lines.map(folded).joined(separator: "\r\n") + "\r\n"
    }

    private static func entry(_ event: Event, _ session: EventSession, _ index: Int, _ centre: Centre, _ t: Texts, _ method: Method, _ origin: String) -> [String] {
        guard let starts = try? centre.zone.instant(session.day, session.begins), let ends = try? centre.zone.instant(session.day, session.ends) else { return [] }
        let host = origin.split(separator: "/").last.map(String.init) ?? "zbornica"
        let isCancelled = method == .cancel || event.state == .cancelled || event.state == .postponed
        let place = EventSummary.place(session, of: event)
        return [
            "BEGIN:VEVENT",
            "UID:event-\(event.id)-\(index + 1)@\(host)",
            "SEQUENCE:\(event.sequence)",
            "DTSTAMP:\(stamp(starts))",
            "DTSTART:\(stamp(starts))",
            "DTEND:\(stamp(ends))",
            "SUMMARY:\(escaped(event.title(in: t.language).text))",
            place.isEmpty ? nil : "LOCATION:\(escaped(place))",
            session.link.isEmpty ? nil : "URL:\(session.link)",
            "DESCRIPTION:\(escaped("\(origin)/\(t.language.rawValue)/events/\(event.id)"))",
            "ORGANIZER;CN=\(quoted(centre.name(in: t.language))):mailto:\(centre.email)",
            "STATUS:\(isCancelled ? "CANCELLED" : "CONFIRMED")",
            "END:VEVENT",
        ].compactMap { $0 }
    }

    /// 20260225T080000Z
    private static func stamp(_ instant: Instant) -> String {
        instant.iso.filter { $0 != "-" && $0 != ":" }
    }

    private static func escaped(_ text: String) -> String {
        text.reduce(into: "") { line, character in
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
        var folded = ""
        var count = 0
        for scalar in line.unicodeScalars {
            let width = String(scalar).utf8.count
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
