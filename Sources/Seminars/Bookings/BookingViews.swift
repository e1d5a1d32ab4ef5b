import Forms
import HTML
import Kernel
import Languages
import Look

/// The calendar of halls and things: a day by its hours, a week, a month.
struct BookingViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func calendar(_ calendar: BookingCalendar) -> Screen {
        let asked = calendar.asked
        return Screen(t(T.bookings.calendar)) {
            Heading(t(T.bookings.calendar), lead: title(asked))
            Buttons {
                LinkButton(t(T.bookings.block), href: new(calendar), icon: .event)
                LinkButton(t(T.bookings.feeds), href: reader.link("/staff/bookings/calendars"), .quiet)
                PrintButton(t(T.common.print))
            }
            FilterChips(t(T.bookings.view), BookingCalendar.Stretch.allCases.map { stretch in
                NavItem(t(name(stretch)), href: reader.here("view", stretch.rawValue), isCurrent: stretch == asked.stretch)
            })
            FilterChips(t(T.bookings.what), kinds(asked) + choices(calendar))
            if calendar.offered.isEmpty {
                EmptyState(t(T.bookings.nothingTitle), t(asked.kind == .halls ? T.bookings.noHalls : T.bookings.noEquipment)) { Empty() }
            } else {
                switch asked.stretch {
                case .day: BookingDayView(calendar: calendar, reader: reader)
                case .week: BookingWeekView(calendar: calendar, reader: reader)
                case .month: BookingMonthView(calendar: calendar, reader: reader)
                }
            }
            go(asked)
        }
    }

    private func title(_ asked: BookingCalendar.Asked) -> String {
        switch asked.stretch {
        case .day: t.day(asked.day, .long)
        case .week: t.days(asked.days)
        case .month: t.month(asked.day.month, asked.day.year)
        }
    }

    private func kinds(_ asked: BookingCalendar.Asked) -> [NavItem] {
        BookingCalendar.Kind.allCases.map { kind in
            let query = reader.query.with("thing", nil).with("of", kind.rawValue).query
            return NavItem(
                t(kind == .halls ? T.bookings.allHalls : T.bookings.equipment), href: reader.link("/staff/bookings?\(query)"),
                isCurrent: kind == asked.kind && asked.thing == nil)
        }
    }

    private func choices(_ calendar: BookingCalendar) -> [NavItem] {
        calendar.offered.map { one in
            NavItem(
                t.shown(one.name), lang: t.run(one.name).lang, href: reader.here("thing", one.thing.text), isCurrent: calendar.asked.thing == one.thing)
        }
    }

    /// To any day, by typing or picking it.
    private func go(_ asked: BookingCalendar.Asked) -> some HTML {
        let kept = reader.query.with("on", nil).fields.map { Hidden($0.name, $0.value) }
        return Form(action: reader.link("/staff/bookings"), method: .get, hidden: kept, isInline: true, label: t(T.bookings.goTo)) {
            Field(t(T.bookings.goTo), name: "on", value: FilledForm(.nothing, nil, t).typed(asked.day), optional: "", width: .short).date(t(T.common.pickDay))
            Submit(t(T.common.show), .quiet)
            LinkButton(t(T.bookings.today), href: reader.here("on", nil), .quiet)
        }
    }

    private func new(_ calendar: BookingCalendar) -> String {
        let day = max(calendar.asked.day.number, reader.today.number) == reader.today.number ? reader.today : calendar.asked.day
        let thing = (calendar.asked.thing ?? calendar.offered.first?.thing).map { "&thing=\($0.text)" } ?? ""
        return reader.link("/staff/bookings/new?day=\(day.iso)\(thing)")
    }

    private func name(_ stretch: BookingCalendar.Stretch) -> Phrase {
        switch stretch {
        case .day: T.bookings.day
        case .week: T.bookings.week
        case .month: T.bookings.month
        }
    }
}

extension Reader {
    /// Where a booking is looked at: a session's at its event, the centre's own on its page.
    func link(to booking: Booking) -> String { booking.event.map { link("/staff/events/\($0)") } ?? link("/staff/bookings/\(booking.id)") }
}
