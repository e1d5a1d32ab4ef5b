import Catalogue
import Kernel
package import Languages
package import Centres

/// An event as a calendar entry (RFC 5545), one for each session. Written here because no package at hand writes it.
///
/// Times are in UTC: each is one moment, which every calendar shows in its owner's zone.
package enum EventCalendar {
    package enum Method: String, Sendable { case publish = "PUBLISH", request = "REQUEST", cancel = "CANCEL" }

    /// - Parameters:
    ///   - stamped: when the entry was made; the same letter says the same for ever, so a letter may leave it to the event's start.
    ///   - links: whether links to online rooms are told; only those with a seat may know them.
    package static func text(_ event: Event, _ centre: Centre, _ t: Texts, method: Method, origin: String, stamped: Instant? = nil, links: Bool = true) -> String {
        written(event.plan.sessions.isEmpty ? [] : [event], centre, t, method, origin, stamped, links)
    }

    /// Several events of a centre, for calendars that follow it.
    package static func text(_ events: [Event], _ centre: Centre, _ t: Texts, origin: String, stamped: Instant) -> String {
        written(events, centre, t, .publish, origin, stamped, false)
    }

    private static func written(_ events: [Event], _ centre: Centre, _ t: Texts, _ method: Method, _ origin: String, _ stamped: Instant?, _ links: Bool) -> String {
        var lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Zbornica//Zbornica//SR", "CALSCALE:GREGORIAN", "METHOD:\(method.rawValue)"]
        for event in events {
            for (index, session) in event.plan.sessions.enumerated() { lines += entry(event, session, index, centre, t, method, origin, stamped, links) }
        }
        lines.append("END:VCALENDAR")
        return lines.map(folded).joined(separator: "\r\n") + "\r\n"
    }

    private static func entry(
        _ event: Event, _ session: EventSession, _ index: Int, _ centre: Centre, _ t: Texts, _ method: Method, _ origin: String, _ stamped: Instant?, _ links: Bool
    ) -> [String] {
        guard let starts = try? centre.zone.instant(session.day, session.begins), let ends = try? centre.zone.instant(session.day, session.ends) else { return [] }
        let host = origin.split(separator: "/").last.map(String.init) ?? "zbornica"
        let isCancelled = method == .cancel || event.state == .cancelled || event.state == .postponed
        let place = t.shown(EventSummary.place(session, of: event))
        let page = "\(origin)/\(t.language.rawValue)/events/\(event.id)"
        return [
            "BEGIN:VEVENT",
            "UID:event-\(event.id)-\(index + 1)@\(host)",
            "SEQUENCE:\(event.sequence)",
            "DTSTAMP:\(stamp(stamped ?? starts))",
            "DTSTART:\(stamp(starts))",
            "DTEND:\(stamp(ends))",
            "SUMMARY:\(escaped(event.title(in: t.language).text))",
            place.isEmpty ? nil : "LOCATION:\(escaped(place))",
            "URL:\(links && !session.link.isEmpty ? session.link : page)",
            "DESCRIPTION:\(escaped(page))",
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
