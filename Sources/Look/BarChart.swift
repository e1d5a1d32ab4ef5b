package import HTML

/// Numbers as bars. It is a table with a drawing in each row, so it is read aloud, printed and copied like any table, and
/// long names wrap.
package struct BarChart: View {
    let title: String
    let description: String?
    let bars: [Bar]
    /// What a bar of full length stands for; nil for the highest of them.
    let whole: Int?

    package struct Bar: Sendable {
        let label: Run
        let value: Int
        let text: String
        let isMarked: Bool

        /// - Parameters:
        ///   - text: the value as people read it, as *34 %*.
        ///   - isMarked: whether it is the one the chart is about.
        package init(_ label: Run, _ value: Int, _ text: String, isMarked: Bool = false) {
            self.label = label
            self.value = value
            self.text = text
            self.isMarked = isMarked
        }
    }

    package init(_ title: String, description: String? = nil, of whole: Int? = nil, _ bars: [Bar]) {
        self.whole = whole
        self.title = title
        self.description = description
        self.bars = bars
    }

    private var highest: Int { max(1, whole ?? bars.map(\.value).max() ?? 1) }

    package var body: Markup {
        figure(.class("chart")) {
            table {
                caption {
                    strong { title }
                    if let description { span { description } }
                }
                tbody {
                    ForEach(bars) { bar in
                        tr(.class(bar.isMarked ? "marked" : nil)) {
                            th(.scope("row")) { bar.label }
                            td(.class("drawing")) { drawing(bar) }
                            td(.class("number")) { bar.text }
                        }
                    }
                }
            }
        }
    }

    private func drawing(_ bar: Bar) -> some HTML {
        svg(.viewBox("0 0 200 10"), .custom("preserveAspectRatio", "none"), .aria("hidden", true)) {
            SVG.rect(.width(max(0, bar.value) * 200 / highest), .height(10))
        }
    }
}
