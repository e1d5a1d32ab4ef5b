package import HTML

/// A month of events: a grid of weeks on a desktop, a list of the days that hold something on a phone.
package struct MonthCalendar: View {
    let title: String
    let weekdays: [Weekday]
    let weeks: [[Cell?]]
    let previous: Link
    let next: Link

    /// A day of the week, short for the grid and whole for screen readers.
    package struct Weekday: Sendable {
        let short: String
        let name: String

        package init(_ short: String, _ name: String) {
            self.short = short
            self.name = name
        }
    }

    /// A day of the month with what happens on it.
    package struct Cell: Sendable {
        let number: String
        let name: String
        let isToday: Bool
        let entries: [Entry]

        /// - Parameter name: the whole date, as *среда, 25. фебруар*.
        package init(_ number: String, name: String, isToday: Bool = false, entries: [Entry] = []) {
            self.number = number
            self.name = name
            self.isToday = isToday
            self.entries = entries
        }
    }

    /// An event in the calendar.
    package struct Entry: Sendable {
        let hour: String
        let title: Run
        let href: String
        let tone: Tone

        package init(_ hour: String, _ title: Run, href: String, _ tone: Tone = .good) {
            self.hour = hour
            self.title = title
            self.href = href
            self.tone = tone
        }
    }

    /// - Parameter weeks: seven places each; `nil` where a week lies outside the month.
    package init(_ title: String, weekdays: [Weekday], weeks: [[Cell?]], previous: Link, next: Link) {
        self.title = title
        self.weekdays = weekdays
        self.weeks = weeks
        self.previous = previous
        self.next = next
    }

    /// The days of a month as rows of seven; nil before the first day and behind the last.
    /// - Parameter weekday: of the first day; Monday is 1.
    package static func weeks(_ cells: [Cell?], from weekday: Int) -> [[Cell?]] {
        let padded = Array(repeating: nil, count: weekday - 1) + cells
        return stride(from: 0, to: padded.count, by: 7).map { start in
            let week = Array(padded[start..<min(start + 7, padded.count)])
            return week + Array(repeating: nil, count: 7 - week.count)
        }
    }

    package var body: Markup {
        div(.class("month")) {
            div(.class("month-head")) {
                a(.href(previous.href), .rel("prev")) {
                    Icon.back
                    previous.label
                }
                h2(.id("month")) { title }
                a(.href(next.href), .rel("next")) {
                    next.label
                    Icon.arrow
                }
            }
            table(.role("table"), .aria("labelledby", "month")) {
                thead(.role("rowgroup")) {
                    tr(.role("row")) {
                        ForEach(weekdays) { weekday in
                            th(.scope("col"), .role("columnheader")) { abbr(.title(weekday.name)) { weekday.short } }
                        }
                    }
                }
                tbody(.role("rowgroup")) {
                    ForEach(weeks) { week in tr(.role("row")) { ForEach(week) { cell($0) } } }
                }
            }
        }
    }

    private func cell(_ day: Cell?) -> some HTML {
        td(
            .role("cell"), .class(day?.entries.isEmpty == false ? "full" : nil, day?.isToday == true ? "today" : nil),
            .aria("current", day?.isToday == true ? "date" : nil)
        ) {
            if let day {
                span(.class("number"), .aria("hidden", true)) { day.number }
                span(.class("date")) { day.name }
                if !day.entries.isEmpty {
                    ul {
                        ForEach(day.entries) { entry in
                            li(.class(entry.tone.rawValue)) {
                                a(.href(entry.href)) {
                                    span(.class("hour")) { entry.hour }
                                    " "
                                    entry.title
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
