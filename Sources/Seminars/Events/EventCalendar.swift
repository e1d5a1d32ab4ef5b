import Catalogue
import Kernel
package import Languages
package import Centres

/// Events of a centre as entries of a calendar (RFC 5545).
///
/// What is published has an entry for each session, known by the session's row. What comes with a letter is one entry of one reader (RFC 5546), for
/// mail programs look at the first alone: several days are its recurrences. Times are in UTC: each is one moment, which every calendar shows in its
/// owner's zone.
package struct EventCalendar: Sendable {
    package enum Method: String, Sendable { case publish = "PUBLISH", request = "REQUEST", cancel = "CANCEL" }

    private let centre: Centre
    private let t: Texts
    private let origin: String
    private let stamped: Instant

    /// - Parameters:
    ///   - origin: where the centre's pages are reached.
    ///   - stamped: when the entries are made, unless it is known when what they tell was last changed.
    package init(of centre: Centre, _ t: Texts, origin: String, stamped: Instant) {
        self.centre = centre
        self.t = t
        self.origin = origin
        self.stamped = stamped
    }

    // MARK: For everybody

    /// - Parameters:
    ///   - method: how it is published: as what stands, or as what is taken back.
    ///   - changes: when each event was last changed. An entry bears that moment, so that whoever asks again is told that nothing is new.
    ///   - installation: its lasting name, by which calendars find an entry again.
    package func text(_ events: [Event], _ method: Method = .publish, changes: [Event.ID: Instant], from installation: String) -> String {
        calendar(method) { lines in
            for event in events {
                for (session, row) in zip(event.plan.sessions, event.sessionRows) {
                    guard let hours = hours(session) else { continue }
                    let isOff = method == .cancel || event.state.isOff
                    let entry = Entry(uid: "session-\(row)@\(installation)", sequence: event.sequence, isOff: isOff, stamped: changes[event.id] ?? stamped)
                    put(entry, of: event, hours, at: EventSummary.whereabouts(session, of: event, centre), url: page(event), in: &lines)
                }
            }
        }
    }

    // MARK: For one reader

    /// The entry of one reader: each time the same name, its uid, and a higher number.
    package struct Seat: Sendable {
        package let uid: String
        package let sequence: Int
        package let name: String
        package let address: String

        package init(uid: String, sequence: Int, name: String, address: String) {
            self.uid = uid
            self.sequence = sequence
            self.name = name
            self.address = address
        }
    }

    /// Puts an event into the reader's calendar, changes what stands there, or takes it out again. Its sessions are those to which the reader comes. Links
    /// to online rooms are told, as the reader has a seat; not so where the form is held over the net: there the link comes by itself, shortly before.
    package func letter(_ method: Method, about event: Event, _ sessions: [EventSession], _ seat: Seat) -> String {
        let days = days(of: event, sessions)
        return calendar(method) { lines in
            let entry = Entry(uid: seat.uid, sequence: seat.sequence, isOff: method == .cancel, stamped: stamped, seat: seat)
            guard let first = days.first else { return put(entry, of: event, nil, at: "", url: page(event), in: &lines) }
            let repetition = Repetition(days.map(\.day))
            put(entry, of: event, first.hours, parts: first.parts, at: first.place, url: first.link ?? page(event), in: &lines) { lines in
                guard let repetition else { return }
                lines.put("RRULE", "FREQ=DAILY;INTERVAL=\(repetition.step);COUNT=\(repetition.count)")
                let left = repetition.left.map { CalendarLines.stamp(first.hours.lowerBound.adding(days: $0)) }
                if !left.isEmpty { lines.put("EXDATE", left.joined(separator: ",")) }
            }
            guard method == .request else { return }
            for day in days.dropFirst() {
                let place = first.hours.lowerBound.adding(days: day.day.number - first.day.number)
                put(entry, of: event, day.hours, parts: day.parts, at: day.place, url: day.link ?? page(event), in: &lines) { $0.put("RECURRENCE-ID", place) }
            }
        }
    }

    /// A day on which the event is held, from its first session's beginning to its last one's end: calendars show one recurrence a day at most.
    private struct HeldDay {
        let day: Day
        let hours: Range<Instant>
        let place: String
        let link: String?
        /// Its sessions, where there are several or one that has a name.
        let parts: [EventSession]
    }

    private func days(of event: Event, _ sessions: [EventSession]) -> [HeldDay] {
        Dictionary(grouping: sessions, by: \.day).sorted { $0.key < $1.key }.compactMap { day, sessions in
            let hours = sessions.compactMap(hours)
            guard let begins = hours.map(\.lowerBound).min(), let ends = hours.map(\.upperBound).max() else { return nil }
            let places = sessions.map { EventSummary.whereabouts($0, of: event, centre) }.filter { !$0.isEmpty }
            let different = places.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
            return HeldDay(day: day, hours: begins..<ends, place: different.joined(separator: "; "),
                link: event.form.has(.online) ? nil : sessions.lazy.map(\.link).first { !$0.isEmpty },
                           parts: hours.count > 1 || sessions.contains { !$0.title.isEmpty } ? sessions.sorted { $0.begins < $1.begins } : [])
        }
    }

    /// Days as every so many-th one from the first, without those in between that are none of them. A list of days alone is not read by Outlook.
    private struct Repetition {
        let step: Int
        let count: Int
        /// How far from the first those are that are left out.
        let left: [Int]

        init?(_ days: [Day]) {
            guard let first = days.first, let last = days.last, first < last else { return nil }
            let distances = days.map { $0.number - first.number }
            let step = distances.reduce(0, Self.greatestDivisor)
            self.step = step
            count = (last.number - first.number) / step + 1
            left = stride(from: 0, through: last.number - first.number, by: step).filter { !distances.contains($0) }
        }

        private static func greatestDivisor(_ one: Int, _ other: Int) -> Int { other == 0 ? one : greatestDivisor(other, one % other) }
    }

    // MARK: Parts

    private struct Entry {
        let uid: String
        let sequence: Int
        let isOff: Bool
        let stamped: Instant
        var seat: Seat?
    }

    private func calendar(_ method: Method, _ entries: (inout CalendarLines) -> Void) -> String {
        var lines = CalendarLines()
        lines.put(component: "VCALENDAR") { lines in
            lines.put("VERSION", "2.0")
            lines.put("PRODID", "-//Zbornica//Zbornica//SR")
            lines.put("CALSCALE", "GREGORIAN")
            lines.put("METHOD", method.rawValue)
            entries(&lines)
        }
        return lines.text
    }

    private func put(
        _ entry: Entry, of event: Event, _ hours: Range<Instant>?, parts: [EventSession] = [], at place: String, url: String, in lines: inout CalendarLines,
        repeated: (inout CalendarLines) -> Void = { _ in }
    ) {
        lines.put(component: "VEVENT") { lines in
            lines.put("UID", entry.uid)
            lines.put("SEQUENCE", "\(entry.sequence)")
            lines.put("DTSTAMP", entry.stamped)
            if let hours {
                lines.put("DTSTART", hours.lowerBound)
                lines.put("DTEND", hours.upperBound)
            }
            repeated(&lines)
            lines.put("SUMMARY", text: event.title(in: t.language).text)
            if !place.isEmpty { lines.put("LOCATION", text: t.shown(place)) }
            lines.put("URL", url)
            lines.put("DESCRIPTION", text: (parts.map { written($0, of: event) } + [page(event)]).joined(separator: "\n"))
            lines.put("ORGANIZER;CN=\(CalendarLines.quoted(centre.name(in: t.language)))", "mailto:\(centre.email)")
            if let seat = entry.seat {
                let name = seat.name.isEmpty ? "" : ";CN=\(CalendarLines.quoted(seat.name))"
                // The seat is taken already, so that no answer is asked for: nobody at the centre would read it.
                lines.put("ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE\(name)", "mailto:\(seat.address)")
            }
            lines.put("STATUS", entry.isOff ? "CANCELLED" : "CONFIRMED")
        }
    }

    /// The hours of one session, on the wall of the centre, and what it is called.
    private func written(_ session: EventSession, of event: Event) -> String {
        let hours = t.times(session.begins, to: session.ends)
        return session.title.isEmpty ? hours : "\(hours) \(t.shown(event.title(of: session, in: t.language).text))"
    }

    private func hours(_ session: EventSession) -> Range<Instant>? {
        guard let begins = try? centre.zone.instant(session.day, session.begins), let ends = try? centre.zone.instant(session.day, session.ends),
              begins < ends else { return nil }
        return begins..<ends
    }

    private func page(_ event: Event) -> String { "\(origin)/\(t.language.rawValue)/events/\(event.id)" }
}
