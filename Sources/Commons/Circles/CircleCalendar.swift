package import Accounts
package import Centres
package import Events
package import Kernel
package import Languages

/// A meeting as an entry in a member's calendar (RFC 5545, RFC 5546): known by meeting and person, each time with a higher number.
package enum CircleCalendar {
    package static func text(
        _ meeting: CircleMeeting, of circle: Circle, to person: Person, _ centre: Centre, _ t: Texts, origin: String, stamped: Instant, from installation: String,
        isOff: Bool
    ) -> String? {
        let details = meeting.details
        guard let begins = try? centre.zone.instant(details.day, details.begins), let ends = try? centre.zone.instant(details.day, details.ends), begins < ends else {
            return nil
        }
        let page = "\(origin)/\(t.language.rawValue)\(circle.path)/meetings/\(meeting.id)"
        let agenda = meeting.points.enumerated().map { "\($0 + 1). \($1.title)" }
        var lines = CalendarLines()
        lines.put(component: "VCALENDAR") { lines in
            lines.put("VERSION", "2.0")
            lines.put("PRODID", "-//Zbornica//Zbornica//SR")
            lines.put("CALSCALE", "GREGORIAN")
            lines.put("METHOD", (isOff ? EventCalendar.Method.cancel : .request).rawValue)
            lines.put(component: "VEVENT") { lines in
                lines.put("UID", "circle-\(meeting.id)-\(person.id)@\(installation)")
                lines.put("SEQUENCE", "\(meeting.sequence)")
                lines.put("DTSTAMP", stamped)
                lines.put("DTSTART", begins)
                lines.put("DTEND", ends)
                lines.put("SUMMARY", text: t.shown(circle.details.name))
                if !details.place.isEmpty { lines.put("LOCATION", text: t.shown(details.place)) }
                lines.put("URL", details.link.isEmpty ? page : details.link)
                lines.put("DESCRIPTION", text: (agenda + [page]).joined(separator: "\n"))
                lines.put("ORGANIZER;CN=\(CalendarLines.quoted(centre.name(in: t.language)))", "mailto:\(centre.email)")
                let name = person.name.full.isEmpty ? "" : ";CN=\(CalendarLines.quoted(person.name.full))"
                // The answer is given on the page of the meeting: nobody would read one that comes by mail.
                lines.put("ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE\(name)", "mailto:\(person.email ?? "")")
                lines.put("STATUS", isOff ? "CANCELLED" : "CONFIRMED")
            }
        }
        return lines.text
    }
}
