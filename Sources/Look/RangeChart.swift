package import HTML

/// Numbers that are not certain: a bar from the least to the most, a stroke where they are expected, another where something else is. Like ``BarChart`` it is a table
/// with a drawing in each row.
package struct RangeChart: View {
    let title: String
    let description: String
    let lines: [Line]

    package struct Line: Sendable {
        let label: Run
        let value: Int
        let range: ClosedRange<Int>?
        let mark: Int?
        let text: String

        /// - Parameters:
        ///   - range: nil where nobody can say how uncertain it is: then none is drawn.
        ///   - mark: what it is compared with.
        ///   - text: all of it as people read it.
        package init(_ label: Run, _ value: Int, _ range: ClosedRange<Int>? = nil, mark: Int? = nil, _ text: String) {
            (self.label, self.value, self.range, self.mark, self.text) = (label, value, range, mark, text)
        }
    }

    package init(_ title: String, description: String, _ lines: [Line]) { (self.title, self.description, self.lines) = (title, description, lines) }

    private var highest: Int { max(1, lines.flatMap { [$0.value, $0.range?.upperBound ?? 0, $0.mark ?? 0] }.max() ?? 1) }

    package var body: Markup {
        if !lines.isEmpty {
            figure(.class("chart range")) {
                table {
                    caption {
                        strong { title }
                        span { description }
                    }
                    tbody {
                        ForEach(lines) { line in
                            tr {
                                th(.scope("row")) { line.label }
                                td(.class("drawing")) { drawing(line) }
                                td(.class("number")) { line.text }
                            }
                        }
                    }
                }
            }
        }
    }

    private func place(_ number: Int) -> Int { max(0, number) * 396 / highest }

    private func drawing(_ line: Line) -> some HTML {
        svg(.viewBox("0 0 400 10"), .custom("preserveAspectRatio", "none"), .aria("hidden", true)) {
            SVG.rect(.class("track"), .y("5"), .width(400), .height(1))
            if let range = line.range {
                SVG.rect(.class("band"), .x("\(place(range.lowerBound))"), .y("1"), .width(max(4, place(range.upperBound) - place(range.lowerBound) + 4)), .height(8))
            } else {
                SVG.rect(.class("band"), .y("3"), .width(max(1, place(line.value))), .height(4))
            }
            SVG.rect(.class("value"), .x("\(place(line.value))"), .y("0"), .width(4), .height(10))
            if let mark = line.mark { SVG.rect(.class("mark"), .x("\(place(mark))"), .y("6"), .width(4), .height(4)) }
        }
    }
}
