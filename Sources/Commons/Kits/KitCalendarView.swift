import Forms
import HTML
import Kernel
import Languages
import Library
import Loans
import Look

/// A month of a kit: the days on which it is away, and beside it the same as a table. The desk reads where it is.
struct KitCalendarView: View {
    let kit: Kit
    let month: KitMonth
    let reader: Reader
    /// What the desk sees; nil for everybody else.
    let bookings: [KitBooking]?
    private var t: Texts { reader.t }

    var body: Markup {
        MonthCalendar(
            name(month.days.lowerBound), weekdays: Weekday.allCases.map { MonthCalendar.Weekday(t.weekday($0, short: true), t.weekday($0)) },
            weeks: MonthCalendar.weeks(month.days.map(cell), from: month.days.lowerBound.weekday.rawValue), previous: link(month.previous), next: link(month.next)).body
        h2(.id("kit-days")) { t(T.kits.takenDays) }
        if let bookings { own(bookings) } else { taken }
    }

    private func cell(_ day: Day) -> MonthCalendar.Cell? {
        MonthCalendar.Cell("\(day.day).", name: t.day(day, .long), isToday: day == reader.today, entries: entries(day))
    }

    private func entries(_ day: Day) -> [MonthCalendar.Entry] {
        if let bookings {
            return bookings.filter { $0.window.contains(day) }.map { booking in
                let stay = booking.stays.first { $0.days.contains(day) }
                let word = stay.map { t.run($0.place) } ?? Run(t(day < booking.route.stops.first?.days.lowerBound ?? day ? T.kits.makingReady : T.kits.onTheWay))
                return MonthCalendar.Entry(KitBookingViews.numbered(booking.number, t), word, href: reader.link(booking.deskPath),
                    booking.state == .out ? .waiting : .good)
            }
        }
        let free = kit.shelf.free(on: day), all = kit.copies.count
        guard all > 0, free < all else { return [] }
        let word = free == 0 ? t(T.kits.taken) : t(T.kits.freeOf(free: .number(free), all: .number(all)))
        return [MonthCalendar.Entry("", Run(word), href: "#kit-days", free == 0 ? .bad : .neutral)]
    }

    // MARK: The table

    @HTMLBuilder private var taken: some HTML {
        let rows = kit.shelf.lines.flatMap { line in line.taken.filter { $0.overlaps(month.days) }.map { (copy: line.copy, days: $0) } }
            .sorted { $0.days.lowerBound < $1.days.lowerBound }
        if rows.isEmpty {
            HTML::p { t(T.kits.allFree) }
        } else {
            DataTable(name(month.days.lowerBound), rows: rows, columns: [
                Column(t(T.kits.days), .name) { row in t.days(row.days) },
                Column(t(T.kits.copy)) { row in number(row.copy) },
            ])
        }
    }

    private func number(_ copy: Copy.ID) -> String { kit.copies.first { $0.id == copy }.map { KitBookingViews.numbered($0.number, t) } ?? "" }

    @HTMLBuilder private func own(_ bookings: [KitBooking]) -> some HTML {
        if bookings.isEmpty {
            HTML::p { t(T.kits.allFree) }
        } else {
            KitBookingTable(bookings: bookings, caption: name(month.days.lowerBound), reader: reader).body
        }
    }

    private func link(_ day: Day) -> Look.Link { Look.Link(name(day), href: reader.here("month", day.iso)) }
    private func name(_ day: Day) -> String { t.month(day.month, day.year) }
}

/// Bookings one under the other, for the desk.
struct KitBookingTable: View {
    let bookings: [KitBooking]
    let caption: String
    let reader: Reader
    private var t: Texts { reader.t }

    var body: Markup {
        DataTable(caption, rows: bookings, columns: [
            Column(t(T.kits.kit), .name) { booking in a(.href(reader.link(booking.deskPath))) { KitBookingViews.name(booking, t) } },
            Column(t(T.kits.days)) { booking in t.days(booking.window) },
            Column(t(T.kits.route)) { booking in
                ForEach(Array(booking.stays.enumerated())) { place, stay in
                    if place > 0 { " → " }
                    t.run(stay.place)
                }
            },
            Column(t(T.common.state)) { booking in KitBookingViews.chip(booking, reader) },
        ]).body
    }
}
