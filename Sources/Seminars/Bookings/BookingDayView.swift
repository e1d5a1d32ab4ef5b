import Forms
import HTML
import Kernel
import Languages
import Look

/// A day: a row for each hall, its hours side by side; on a phone the hours of each hall one below the other.
struct BookingDayView: View {
    let calendar: BookingCalendar
    let reader: Reader
    private var t: Texts { reader.t }
    private var day: Day { calendar.asked.day }

    var body: Markup {
        let hours = DayLine.hours(of: calendar.bookings(on: day), on: day, in: calendar.zone)
        div(.class("booked")) {
            BookingHead(title: t.day(day, .long), asked: calendar.asked, reader: reader)
            table(.class("daygrid"), .role("table"), .aria("labelledby", "booked")) {
                thead(.role("rowgroup")) {
                    tr(.role("row")) {
                        th(.scope("col"), .role("columnheader")) { t(calendar.asked.kind == .halls ? T.bookings.hall : T.bookings.thing) }
                        ForEach(Array(hours)) { hour in
                            th(.scope("col"), .role("columnheader"), .colspan(60 / DayLine.quarter)) { t.time(ClockTime(minutes: hour * 60) ?? .midnight) }
                        }
                    }
                }
                tbody(.role("rowgroup")) {
                    ForEach(calendar.things) { one in
                        tr(.role("row")) {
                            th(.scope("row"), .role("rowheader")) { t.run(one.name) }
                            ForEach(parts(of: one.thing, within: hours)) { part in cell(part, of: one.thing) }
                        }
                    }
                }
            }
        }
    }

    private func parts(of thing: Bookable, within hours: Range<Int>) -> [DayLine.Part] {
        DayLine(calendar.bookings(of: thing, on: day), on: day, within: hours, in: calendar.zone).parts
    }

    private func cell(_ part: DayLine.Part, of thing: Bookable) -> some HTML {
        td(.role("cell"), .colspan(part.columns), .class(part.booking.map { $0.event == nil ? "own" : "held" } ?? "free")) {
            if let booking = part.booking {
                let (begins, ends) = booking.times(on: day, in: calendar.zone)
                a(.href(reader.link(to: booking))) {
                    span(.class("hour")) { t.times(begins, to: ends) }
                    " "
                    t.run(booking.title)
                }
                if begins != part.begins || ends != part.ends {
                    span(.class("around")) { t(T.bookings.takenFrom(times: .times(part.begins, part.ends))) }
                }
            } else if day >= reader.today {
                let query = "thing=\(thing.text)&day=\(day.iso)&begins=\(part.begins.iso)&ends=\(part.ends.iso)"
                a(.href(reader.link("/staff/bookings/new?\(query)"))) {
                    span(.class("plus"), .aria("hidden", true)) { "+" }
                    span(.class("said")) { t(T.bookings.free(times: .times(part.begins, part.ends))) }
                }
            }
        }
    }
}

/// What is shown, and the way to what is before and after it.
struct BookingHead: View {
    let title: String
    let asked: BookingCalendar.Asked
    let reader: Reader

    var body: Markup {
        div(.class("month-head")) {
            a(.href(reader.here("on", asked.previous.iso)), .rel("prev")) { Icon.back; reader.t(T.bookings.before) }
            h2(.id("booked")) { title }
            a(.href(reader.here("on", asked.next.iso)), .rel("next")) { reader.t(T.bookings.after); Icon.arrow }
        }
    }
}
