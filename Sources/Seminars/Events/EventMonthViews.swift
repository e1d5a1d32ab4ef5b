import Catalogue
import Forms
import Kernel
import Languages
import Look

/// The calendar of a month, in which an event stands on every day on which it is held.
struct EventMonthViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func calendar(_ month: EventMonth, _ events: [Event]) -> MonthCalendar {
        let first = month.days.lowerBound
        let held = Dictionary(grouping: events.flatMap { event in event.plan.sessions.map { (session: $0, event: event) } }) { $0.session.day }
        let cells = month.days.map { day -> MonthCalendar.Cell? in
            let entries = (held[day] ?? []).sorted { ($0.session.begins, $0.event.id) < ($1.session.begins, $1.event.id) }
            return MonthCalendar.Cell(
                "\(day.day).", name: t.day(day, .long), isToday: day == reader.today, entries: entries.map { entry($0.session, of: $0.event) })
        }
        return MonthCalendar(
            name(first), weekdays: Weekday.allCases.map { MonthCalendar.Weekday(t.weekday($0, short: true), t.weekday($0)) },
            weeks: MonthCalendar.weeks(cells, from: first.weekday.rawValue), previous: link(first.adding(months: -1)), next: link(first.adding(months: 1)))
    }

    private func entry(_ session: EventSession, of event: Event) -> MonthCalendar.Entry {
        let title = t.run(event.title(in: t.language))
        // What was cancelled says so in words too, since colours alone do not.
        let told = event.state == .cancelled ? Run("\(title.text) (\(t(event.state.name)))", lang: title.lang) : title
        return MonthCalendar.Entry(t.time(session.begins), told, href: reader.link("/events/\(event.id)"), event.state.calendarTone)
    }

    private func link(_ day: Day) -> Look.Link { Look.Link(name(day), href: reader.here("month", String(day.iso.prefix(7)))) }

    private func name(_ day: Day) -> String { t.month(day.month, day.year) }
}

extension EventState {
    fileprivate var calendarTone: Tone {
        switch self {
        case .cancelled: .bad
        case .held, .closed: .neutral
        case .draft, .announced, .confirmed, .postponed: .good
        }
    }
}
