package import HTML
package import Languages

/// A day as a leaf of a calendar. It stands where a picture would, and says the same as the line beside it, so that it is not read aloud.
package struct DayLeaf: View {
    let day: Day
    let t: Texts

    package init(_ day: Day, _ t: Texts) { (self.day, self.t) = (day, t) }

    package var body: Markup {
        div(.class("leaf"), .aria("hidden", true)) {
            span { t.monthName(of: day) }
            strong { "\(day.day)" }
        }
    }
}
