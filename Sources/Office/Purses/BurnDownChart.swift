import Forms
import HTML
import Kernel
import Languages
import Look

/// A year of a source going down: a table with a drawing in each row, so that it is read aloud and printed like any table. The dark part of a bar is spent, the light one
/// reserved, the line under it the plan; the stroke is where an even year would be.
struct BurnDownChart: View {
    let burnDown: BurnDown
    let money: PurseMoney
    let t: Texts

    var body: Markup {
        if !burnDown.months.isEmpty {
            figure(.class("chart range")) {
                table {
                    caption {
                        strong { t(T.purses.burnDown(year: .text("\(burnDown.year)"))) }
                        span { t(burnDown.planned == nil ? T.purses.burnDownUnplanned : T.purses.burnDownText) }
                    }
                    tbody {
                        ForEach(burnDown.months) { month in
                            tr {
                                th(.scope("row")) { t.month(month.month, burnDown.year) }
                                td(.class("drawing")) { drawing(month) }
                                td(.class("number")) { said(month.sum) }
                            }
                        }
                    }
                }
            }
        }
    }

    private func said(_ sum: PurseSum) -> String {
        money.bare(sum.planned == nil ? sum.taken : sum.left)
    }

    private func place(_ amount: Int) -> Int { Int(Double(max(0, amount)) * 996 / Double(burnDown.whole)) }

    private func drawing(_ month: BurnDown.Month) -> some HTML {
        let spent = place(month.sum.spent), taken = place(month.sum.taken)
        return svg(.viewBox("0 0 1000 10"), .custom("preserveAspectRatio", "none"), .aria("hidden", true)) {
            SVG.rect(.class("track"), .y("8"), .width(place(burnDown.planned ?? burnDown.whole)), .height(2))
            if taken > spent { SVG.rect(.class("band"), .x("\(spent)"), .y("1"), .width(taken - spent), .height(7)) }
            if spent > 0 { SVG.rect(.class("value"), .x("0"), .y("1"), .width(spent), .height(7)) }
            if let even = burnDown.even(month.month) { SVG.rect(.class("mark"), .x("\(place(even))"), .y("0"), .width(4), .height(10)) }
        }
    }
}
