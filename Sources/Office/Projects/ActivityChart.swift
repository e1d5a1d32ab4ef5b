import Forms
import HTML
import Kernel
import Languages
import Look

/// The activities of a project over its days: a table with a bar in each row, so that it is read aloud and printed like any table; a stroke is today.
struct ActivityChart: View {
    let activities: [ProjectActivity]
    let days: ClosedRange<Day>?
    let reader: Reader
    private var t: Texts { reader.t }

    /// The days of the project, and what lies outside them.
    private var all: ClosedRange<Day>? {
        let ranges = activities.map(\.details.days) + [days].compactMap(\.self)
        guard let first = ranges.map(\.lowerBound).min(), let last = ranges.map(\.upperBound).max() else { return nil }
        return first...last
    }

    var body: Markup {
        if let all {
            figure(.class("chart range")) {
                table {
                    caption { span { t(T.projects.chartText(days: .days(all))) } }
                    tbody {
                        ForEach(activities) { activity in
                            tr {
                                th(.scope("row")) { t.run(activity.details.name) }
                                td(.class("drawing")) { drawing(activity.details, all) }
                                td { t.days(activity.details.days); ", "; t(activity.details.state.name) }
                            }
                        }
                    }
                }
            }
        }
    }

    private func drawing(_ details: ProjectActivityDetails, _ all: ClosedRange<Day>) -> some HTML {
        let span = ActivitySpan(details.days, within: all), today = ActivitySpan.place(of: reader.today, within: all)
        return svg(.viewBox("0 0 1000 10"), .custom("preserveAspectRatio", "none"), .aria("hidden", true)) {
            SVG.rect(.class("track"), .y("5"), .width(ActivitySpan.whole), .height(1))
            SVG.rect(.class(details.state == .done ? "value" : "band"), .x("\(span.start)"), .y("1"), .width(span.length), .height(8))
            if let today { SVG.rect(.class("mark"), .x("\(today)"), .y("0"), .width(4), .height(10)) }
        }
    }
}
