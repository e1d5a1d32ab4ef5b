import Centres
import Events
import Kernel
import Languages

/// What stands in halls, as a calendar that programs follow (RFC 5545): one entry for each booking, for as long as the hall is taken.
struct HallCalendar {
    let centre: Centre
    let halls: [Hall]
    let t: Texts
    let origin: String
    /// The installation's lasting name, by which calendars find an entry again.
    let installation: String

    func text(_ bookings: [Booking], called name: String) -> String {
        let known = Dictionary(uniqueKeysWithValues: halls.map { ($0.id, $0) })
        var lines = CalendarLines()
        lines.put(component: "VCALENDAR") { lines in
            lines.put("VERSION", "2.0")
            lines.put("PRODID", "-//Zbornica//Zbornica//SR")
            lines.put("CALSCALE", "GREGORIAN")
            lines.put("X-WR-CALNAME", text: name)
            for booking in bookings {
                guard let hall = known[booking.thing.hall] else { continue }
                entry(booking, in: hall, &lines)
            }
        }
        return lines.text
    }

    private func entry(_ booking: Booking, in hall: Hall, _ lines: inout CalendarLines) {
        let title = t.shown(booking.title)
        lines.put(component: "VEVENT") { lines in
            lines.put("UID", "\(uid(booking, hall))@\(installation)")
            lines.put("DTSTAMP", booking.written)
            lines.put("DTSTART", booking.hours.lowerBound)
            lines.put("DTEND", booking.hours.upperBound)
            lines.put("SUMMARY", text: halls.count > 1 ? "\(t.shown(hall.name)): \(title)" : title)
            let place = [hall.name, centre.address(ofHall: hall.details.address)].filter { !$0.isEmpty }
            lines.put("LOCATION", text: t.shown(place.joined(separator: ", ")))
            if let session = booking.session {
                lines.put("DESCRIPTION", text: t(T.bookings.heldFrom(times: .times(session.begins, session.ends))))
                lines.put("URL", "\(origin)/\(t.language.rawValue)/events/\(session.event)")
            }
            lines.put("STATUS", "CONFIRMED")
        }
    }

    /// A session keeps its name when it is booked anew.
    private func uid(_ booking: Booking, _ hall: Hall) -> String {
        booking.session.map { "session-\($0.id)-hall-\(hall.id)" } ?? "booking-\(booking.id)"
    }
}
