import Forms
import HTML
import Kernel
import Languages
import Look

/// A week: a row for each hall, a column for each day; on a phone the days of each hall one below the other.
struct BookingWeekView: View {
    let calendar: BookingCalendar
    let reader: Reader
    private var t: Texts { reader.t }

    var body: Markup {
        let days = Array(calendar.asked.days)
        div(.class("booked")) {
            BookingHead(title: t.days(calendar.asked.days), asked: calendar.asked, reader: reader)
            table(.class("weekgrid"), .role("table"), .aria("labelledby", "booked")) {
                thead(.role("rowgroup")) {
                    tr(.role("row")) {
                        th(.scope("col"), .role("columnheader")) { t(calendar.asked.kind == .halls ? T.bookings.hall : T.bookings.thing) }
                        ForEach(days) { day in
                            th(.scope("col"), .role("columnheader"), .class(day == reader.today ? "today" : nil)) {
                                a(.href(dayPage(day))) { t.day(day, .short) }
                            }
                        }
                    }
                }
                tbody(.role("rowgroup")) {
                    ForEach(calendar.things) { one in
                        tr(.role("row")) {
                            th(.scope("row"), .role("rowheader")) { t.run(one.name) }
                            ForEach(days) { day in cell(day, one) }
                        }
                    }
                }
            }
        }
    }

    private func cell(_ day: Day, _ one: NamedBookable) -> some HTML {
        let bookings = calendar.bookings(of: one.thing, on: day)
        return td(.role("cell"), .class(day == reader.today ? "today" : nil)) {
            span(.class("date"), .aria("hidden", true)) { t.day(day, .short) }
            if !bookings.isEmpty {
                ul {
                    ForEach(bookings) { booking in
                        let (begins, ends) = booking.times(on: day, in: calendar.zone)
                        li(.class(booking.event == nil ? "own" : "held")) {
                            a(.href(reader.link(to: booking))) {
                                span(.class("hour")) { t.times(begins, to: ends) }
                                " "
                                t.run(booking.title)
                            }
                        }
                    }
                }
            }
            if day >= reader.today {
                a(.class("add"), .href(reader.link("/staff/bookings/new?thing=\(one.thing.text)&day=\(day.iso)"))) {
                    span(.class("plus"), .aria("hidden", true)) { "+" }
                    span(.class("said")) { t(T.bookings.blockOn(day: .day(day, .short))); " "; t.run(one.name) }
                }
            }
        }
    }

    private func dayPage(_ day: Day) -> String { reader.link("/staff/bookings?\(reader.query.with("on", day.iso).with("view", "day").query)") }
}
