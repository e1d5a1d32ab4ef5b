import Forms
import HTML
import Kernel
import Languages
import Look

/// The page of what ends when, what was never held, and what was not linked with the catalogue before.
struct StandingViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func show(_ standing: ProgrammeStanding) -> Screen {
        Screen(t(T.catalogue.standing), trail: reader.catalogueTrail) {
            Heading(t(T.catalogue.standing), lead: t(T.catalogue.standingLead(centre: .title(reader.site))))
            if standing.ending.isEmpty, standing.unheld.isEmpty, standing.pairs.isEmpty {
                EmptyState(t(T.catalogue.standingGoodTitle), t(T.catalogue.standingGoodText)) { Empty() }
            }
            ForEach(standing.unheld) { unheld(cycle: $0.cycle, lines: $0.lines, today: standing.today) }
            ForEach(standing.ending) { ending(cycle: $0.cycle, lines: $0.lines) }
            if !standing.pairs.isEmpty { pairs(standing.pairs) }
        }
    }

    @HTMLBuilder
    private func unheld(cycle: Cycle, lines: [ProgrammeStanding.Line], today: Day) -> some HTML {
        let rules = cycle.accreditor.rules, title = t(T.catalogue.unheldTitle(cycle: .title(cycle.title)))
        h2 { title }
        Notice(.waiting) {
            HTML::p { t(T.catalogue.unheldMeaning(month: .number(cycle.month(of: today)), from: .number(rules.unheldMonths ?? 0))) }
            if !rules.unheldBasis.isEmpty { HTML::p { t(T.catalogue.basis(basis: .title(rules.unheldBasis))) } }
        }
        DataTable(title, rows: lines, columns: columns + [
            Column(t(T.catalogue.comingRuns), .number) { line in line.runs.coming },
            Column(t(T.common.state)) { line in
                if line.isTwice { Chip(.bad, t(T.catalogue.unheldTwice)) } else { Chip(.waiting, t(T.catalogue.unheldOnce)) }
            },
            plan,
        ], isCaptionHidden: true)
    }

    @HTMLBuilder
    private func ending(cycle: Cycle, lines: [ProgrammeStanding.Line]) -> some HTML {
        let title = t(T.catalogue.endingTitle(cycle: .title(cycle.title), day: .day(cycle.days.upperBound, .long)))
        h2 { title }
        if lines.isEmpty {
            Notice(.good) { HTML::p { t(T.catalogue.endingNone) } }
        } else {
            HTML::p { t(T.catalogue.endingMeaning(day: .day(cycle.days.upperBound))) }
            DataTable(title, rows: lines, columns: columns + [
                Column(t(T.catalogue.heldRuns), .number) { line in line.runs.held },
                Column(t(T.catalogue.comingRuns), .number) { line in line.runs.coming },
                plan,
            ], isCaptionHidden: true)
        }
    }

    private var columns: [Column<ProgrammeStanding.Line>] {
        [
            Column(t(T.catalogue.title), .name) { line in link(line.programme) },
            Column(t(T.catalogue.listNumber), .number) { line in line.programme.number },
        ]
    }

    private var plan: Column<ProgrammeStanding.Line> {
        Column(t(T.catalogue.planEvent), .act) { line in
            a(
                .href(reader.link("/staff/events/new?programme=\(line.programme.id)")),
                .aria("label", "\(t(T.catalogue.planEvent)): \(t.shown(line.programme.title))")
            ) { t(T.catalogue.planEvent) }
        }
    }

    @HTMLBuilder
    private func pairs(_ pairs: [ProgrammeStanding.Pair]) -> some HTML {
        h2 { t(T.catalogue.pairsTitle) }
        HTML::p { t(T.catalogue.pairsText) }
        DataTable(t(T.catalogue.pairsTitle), rows: pairs, columns: [
            Column(t(T.catalogue.title), .name) { pair in link(pair.programme) },
            Column(t(T.catalogue.cycle)) { pair in t.run(pair.programme.cycle); ", "; t(T.catalogue.numberShort(number: .text(pair.programme.number))) },
            Column(t(T.catalogue.earlierNumbers)) { pair in t.run(pair.earlier.cycle); ", "; t(T.catalogue.numberShort(number: .text(pair.earlier.number))) },
            Column(t(T.catalogue.linkPredecessor), .act) { pair in
                ButtonForm(
                    t(T.catalogue.linkThem), .quiet, action: reader.link("/catalogue/programmes/\(pair.programme.id)/\(LineageForm.predecessor.rawValue)"),
                    hidden: reader.hidden + [
                        Hidden(LineageForm.predecessor.cycle, "\(pair.earlier.cycle.id)"), Hidden(LineageForm.predecessor.number, pair.earlier.number),
                    ])
            },
        ], isCaptionHidden: true)
    }

    private func link(_ programme: ProgrammeChoice) -> some HTML {
        a(.href(reader.link("/catalogue/programmes/\(programme.id)")), .lang(t.lang(of: programme.language))) { t.shown(programme.title) }
    }
}
