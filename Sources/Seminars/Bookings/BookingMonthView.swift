import Forms
import HTML
import Kernel
import Languages
import Look

/// A month: each day with what is held in all halls, or in one.
struct BookingMonthView: View {
    let calendar: BookingCalendar
    let reader: Reader
    private var t: Texts { reader.t }

    var body: Markup {
        let days = calendar.asked.days, first = days.lowerBound
        let names = Dictionary(uniqueKeysWithValues: calendar.offered.map { ($0.thing, $0.name) })
        let cells = days.map { day -> MonthCalendar.Cell? in
            MonthCalendar.Cell(
                "\(day.day).", name: t.day(day, .long), isToday: day == reader.today,
                entries: calendar.bookings(on: day).map { entry($0, on: day, names[$0.thing] ?? "") })
        }
        MonthCalendar(
            name(first), weekdays: Weekday.allCases.map { MonthCalendar.Weekday(t.weekday($0, short: true), t.weekday($0)) },
            weeks: MonthCalendar.weeks(cells, from: first.weekday.rawValue), previous: link(calendar.asked.previous), next: link(calendar.asked.next)).body
    }

    private func entry(_ booking: Booking, on day: Day, _ name: String) -> MonthCalendar.Entry {
        let title = t.run(booking.title)
        let told = calendar.asked.thing == nil ? Run("\(t.shown(name)): \(title.text)", lang: title.lang) : title
        return MonthCalendar.Entry(
            t.time(booking.times(on: day, in: calendar.zone).begins), told, href: reader.link(to: booking), booking.event == nil ? .neutral : .good)
    }

    private func link(_ day: Day) -> Look.Link { Look.Link(name(day), href: reader.here("on", day.iso)) }
    private func name(_ day: Day) -> String { t.month(day.month, day.year) }
}
