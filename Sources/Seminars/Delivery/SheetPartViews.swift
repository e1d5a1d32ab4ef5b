import Accounts
import Events
import Forms
import HTML
import Kernel
import Languages
import Look
import Registration

/// The parts in which a large list is printed.
struct SheetPartViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func parts(_ parts: [SheetPart], of roll: Roll) -> Screen {
        let desk = reader.link("/staff/events/\(roll.event.id)")
        return Screen(t(T.registration.sheetTitle), trail: [Look.Link(roll.event.title(in: reader.language).text, href: desk)]) {
            Heading(t(T.registration.sheetTitle), lead: t(T.delivery.sheetParts(count: parts.count)))
            ul {
                ForEach(parts) { part in
                    li {
                        a(.href("\(desk)/sheet.pdf?part=\(part.number)")) {
                            t(T.delivery.sheetPart(from: .number(part.lines.lowerBound + 1), to: .number(part.lines.upperBound)))
                        }
                        if let first = part.lines.first, let last = part.lines.last {
                            span(.class("muted")) { " "; roll.rows[first].name.listed; " – "; roll.rows[last].name.listed }
                        }
                    }
                }
            }
        }
    }
}
