package import Forms
package import HTML
import Languages
import Look

/// How much is used, beside how many have said nothing.
package struct UseViews {
    let reader: Reader
    private var t: Texts { reader.t }

    package init(reader: Reader) { self.reader = reader }

    /// On the page of a programme, for everybody.
    @HTMLBuilder package func card(_ index: UseIndex) -> some HTML {
        h2 { t(T.followup.cardTitle) }
        figures(index, bias: FollowUpRule(since: .zero).bias)
        HTML::p(.class("muted small")) { t(T.followup.cardNote) }
    }

    /// The two shares as bars, and a warning where those who answered may be others than those who did not.
    @HTMLBuilder package func figures(_ index: UseIndex, bias: Int) -> some HTML {
        if let share = index.share {
            BarChart(t(T.followup.index), description: t(T.followup.indexHint), of: 100, [
                BarChart.Bar(Run(t(T.followup.usedBar)), share.percent, t(share.said), isMarked: true),
            ] + (index.response.map { response in
                [
                    BarChart.Bar(Run(t(T.followup.answeredBar)), response.percent, t(response.said)),
                    BarChart.Bar(Run(t(T.followup.silentBar)), 100 - response.percent, t(response.rest.said)),
                ]
            } ?? []))
            if index.isBiased(below: bias) { Notice(.waiting, t(T.followup.biasTitle)) { HTML::p { t(T.followup.bias) } } }
        } else {
            HTML::p { t(T.followup.tooFew(least: .number(UseIndex.least))) }
        }
    }
}
