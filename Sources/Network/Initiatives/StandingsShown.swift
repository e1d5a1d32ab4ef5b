import Forms
import HTML
import Kernel
import Languages
import Look

/// How all who are asked stand: drawn, and in a table below.
struct StandingsShown: View {
    let reader: Reader
    let sight: InitiativeSight
    private var t: Texts { reader.t }

    var body: Markup {
        let sum = sight.sum
        BarChart(
            t(T.initiatives.spokenOf(spoken: .number(sum.spoken), asked: .number(sum.asked))), of: sum.asked,
            InitiativeStanding.allCases.map { BarChart.Bar(Run(t($0.name)), sum[$0], t.number(sum[$0]), isMarked: $0 == .support) })
        DataTable(t(T.initiatives.whoStands), rows: sight.parties, columns: [
            Column(t(T.initiatives.party), .name) { party in name(party) },
            Column(t(T.initiatives.position)) { party in
                if let position = party.position { Chip(position.standing.tone, t(position.standing.name)) } else { Chip(.waiting, t(T.initiatives.notYet)) }
            },
            Column(t(T.initiatives.words)) { party in t.run(party.position?.words ?? "") },
            Column(t(T.initiatives.toVersion), .number) { party in party.position.map { t.number($0.version) } ?? "" },
        ], isCaptionHidden: true)
    }

    private func name(_ party: InitiativeParty) -> Run { party.centre == nil ? t.run(party.name) : Run(party.name(t)) }
}
