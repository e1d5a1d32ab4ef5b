import Catalogue
import Centres
import Forms
import HTML
import Kernel
import Languages
import Look
import Needs

/// What is wished beside what is offered, and what to do next at each line.
struct OfferAnalysisViews {
    let reader: Reader
    private var t: Texts { reader.t }
    private var words: OfferWords { OfferWords(t: t) }

    func page(_ board: OfferAnalysisBoard, _ part: OfferPart) -> Screen {
        let analysis = board.analysis, base = "/staff/needs/offer?year=\(board.year.start)"
        return Screen(t(T.planning.analysis), trail: [Look.Link(t(T.needs.demand), href: reader.link("/staff/needs?year=\(board.year.start)"))]) {
            Heading(t(T.planning.analysis), kind: t(T.needs.yearTitle(year: .schoolYear(board.year))), lead: t(T.planning.analysisLead))
            DemandTabs(reader: reader, current: "/offer")
            FilterChips(t(T.needs.year), board.years.map { year in
                NavItem(t.schoolYear(year), href: reader.here("year", "\(year.start)"), isCurrent: year == board.year)
            })
            Figures([
                Figures.Figure(t.number(analysis.wishes), t(T.planning.openWishes)),
                figure(analysis.unserved.count, T.planning.unserved, "\(base)&part=topics"),
                figure(analysis.unannounced.count, T.planning.unannounced, "\(base)&part=topics"),
                figure(analysis.unasked.count, T.planning.unasked, "\(base)&part=programmes"),
                figure(analysis.unheld.count, T.planning.neverHeld, "\(base)&part=programmes"),
                figure(analysis.places.reduce(0) { $0 + $1.unreached }, T.planning.unreached, "\(base)&part=places"),
            ])
            FilterChips(t(T.planning.analysis), OfferPart.allCases.map { other in
                NavItem(t(other.name), href: reader.link("\(base)&part=\(other.rawValue)"), isCurrent: other == part)
            })
            content(board, part)
            Buttons { LinkButton(t(T.planning.analysisXLSX), href: reader.link("/staff/needs/offer.xlsx?year=\(board.year.start)"), .quiet, icon: .download) }
        }
    }

    private func figure(_ count: Int, _ label: Phrase, _ path: String) -> Figures.Figure {
        Figures.Figure(t.number(count), t(label), count > 0 ? .waiting : .neutral, href: reader.link(path))
    }

    @HTMLBuilder private func content(_ board: OfferAnalysisBoard, _ part: OfferPart) -> some HTML {
        switch part {
        case .topics: topics(board)
        case .programmes: programmes(board.analysis)
        case .coverage: coverage(board)
        case .places: OfferPlaceViews(reader: reader).places(board)
        case .prices: OfferPlaceViews(reader: reader).prices(board)
        }
    }

    // MARK: Topics

    @HTMLBuilder private func topics(_ board: OfferAnalysisBoard) -> some HTML {
        let lines = board.analysis.topics.filter { $0.wishes + $0.comers > 0 || !$0.events.isEmpty }, drawn = lines.filter { $0.open > 0 }.prefix(12)
        if lines.isEmpty { EmptyState(t(T.needs.demandNone), t(T.needs.demandNoneText)) { Empty() } } else {
            BarChart(t(T.planning.wishesByTopic), description: t(T.planning.wishesByTopicText), drawn.map { line in
                BarChart.Bar(words.topic(line.topic, board.topics), line.open, t.number(line.open), isMarked: line.programmes.isEmpty)
            })
            DataTable(t(T.planning.partTopics), rows: lines, columns: [
                Column(t(T.needs.topic), .name) { line in a(.href(reader.link("/topics/\(line.topic)"))) { words.topic(line.topic, board.topics) } },
                Column(t(T.needs.wishes), .number) { line in
                    a(.href(reader.link("/staff/needs/rows?year=\(board.year.start)&topic=\(line.topic)"))) { t.number(line.open) }
                },
                Column(t(T.planning.comersShort), .number) { line in t.number(line.comers) },
                Column(t(T.planning.programmesServing), .number) { line in t.number(line.programmes.count) },
                Column(t(T.planning.announcedAndHeld), .number) { line in "\(t.number(line.announced)), \(t.number(line.held))" },
                Column(t(T.planning.nextStep)) { line in next(line, board) },
            ], isCaptionHidden: true)
        }
        if board.analysis.unmatched > 0 {
            HTML::p { a(.href(reader.link("/staff/needs/words"))) { t(T.planning.unmatchedWords(count: board.analysis.unmatched)) } }
        }
        suggestions(board)
    }

    @HTMLBuilder private func next(_ line: OfferAnalysis.TopicLine, _ board: OfferAnalysisBoard) -> some HTML {
        Chip(words.tone(line.next), t(words.next(line.next)))
        switch line.next {
        case .announce, .more:
            if let programme = line.programmes.first(where: \.isOwn) ?? line.programmes.first {
                " "
                let label = "\(t(T.planning.announceNow)): \(words.topic(line.topic, board.topics).text)"
                a(.href(reader.link("/staff/events/new?programme=\(programme.id)")), .aria("label", label)) { t(T.planning.announceNow) }
            }
        case .ask:
            if let programme = line.programmes.first {
                " "
                a(.href(reader.link("/programmes/\(programme.id)"))) { t.run(programme.title, programme.language) }
            }
        case .make, .wait, .enough: Empty()
        }
    }

    @HTMLBuilder private func suggestions(_ board: OfferAnalysisBoard) -> some HTML {
        let lines = board.analysis.suggestions
        if !lines.isEmpty {
            h2 { t(T.planning.suggestions) }
            HTML::p { t(T.planning.suggestionsLead) }
            DataTable(t(T.planning.suggestions), rows: lines, columns: [
                Column(t(T.needs.topic), .name) { line in words.topic(line.topic, board.topics) },
                Column(t(T.planning.openWishes), .number) { line in t.number(line.open) },
                Column(t(T.planning.mostlyWho)) { line in board.wishers[line.topic]?.job.map { t($0.name) } ?? "" },
                Column(t(T.planning.mostlyWhen)) { line in board.wishers[line.topic]?.term.map { t($0.name) } ?? "" },
                Column(t(T.planning.wouldWrite), .number) { line in t.number(board.wishers[line.topic]?.writers ?? 0) },
            ], isCaptionHidden: true)
        }
    }

    // MARK: Programmes

    @HTMLBuilder private func programmes(_ analysis: OfferAnalysis) -> some HTML {
        h2 { t(T.planning.unasked) }
        HTML::p { t(T.planning.unaskedText) }
        table(analysis.unasked, T.planning.unasked)
        h2 { t(T.planning.neverHeld) }
        HTML::p { t(T.planning.neverHeldText) }
        table(analysis.unheld, T.planning.neverHeld)
        HTML::p { a(.href(reader.link("/catalogue/standing"))) { t(T.planning.toStanding) } }
    }

    @HTMLBuilder private func table(_ lines: [OfferAnalysis.ProgrammeLine], _ caption: Phrase) -> some HTML {
        if lines.isEmpty { HTML::p { t(T.planning.noneOfThem) } } else {
            DataTable(t(caption), rows: lines, columns: [
                Column(t(T.planning.programme), .name) { line in
                    a(.href(reader.link("/programmes/\(line.programme.id)"))) { t.run(line.programme.title, line.programme.language) }
                },
                Column(t(T.planning.programmeNumber)) { line in line.programme.number },
                Column(t(T.planning.allWishes), .number) { line in t.number(line.wishes) },
                Column(t(T.planning.groups), .number) { line in t.number(line.events.count) },
                Column(t(T.planning.cameShort), .number) { line in t.number(line.came) },
                Column(t(T.planning.nextStep)) { line in
                    if line.programme.topics.isEmpty {
                        a(.href(reader.link("/settings/topics")), .aria("label", "\(t(T.planning.tieToTopic)): \(line.programme.number)")) { t(T.planning.tieToTopic) }
                    } else if line.events.contains(where: { !$0.isHeld }) {
                        Chip(.info, t(T.planning.stateAnnounced))
                    } else {
                        Chip(.neutral, t(line.wishes + line.programme.comers == 0 ? T.planning.tellOrDrop : T.planning.nextAnnounce))
                    }
                },
            ], isCaptionHidden: true)
        }
    }

    // MARK: Coverage

    @HTMLBuilder private func coverage(_ board: OfferAnalysisBoard) -> some HTML {
        HTML::p { t(T.planning.coverageText) }
        if board.codes.isEmpty { HTML::p { t(T.needs.noCompetences) } }
        ForEach(CodeList.single) { list in
            let lines = board.analysis.coverage(of: board.codes.filter { $0.list == list })
            if !lines.isEmpty {
                h2 { t(words.list(list)) }
                BarChart(t(words.list(list)), description: t(T.planning.coverageBars), lines.map { line in
                    BarChart.Bar(t.run(line.label), line.wishes, words.coverage(line), isMarked: line.wishes > 0 && line.groups == 0)
                })
                DataTable(t(words.list(list)), rows: lines, columns: [
                    Column(t(words.list(list)), .name) { line in t.run(line.label) },
                    Column(t(T.planning.allWishes), .number) { line in t.number(line.wishes) },
                    Column(t(T.planning.programmesServing), .number) { line in t.number(line.programmes) },
                    Column(t(T.planning.groups), .number) { line in t.number(line.groups) },
                    Column(t(T.planning.seatsOffered), .number) { line in t.number(line.seats) },
                    Column(t(T.planning.cameShort), .number) { line in t.number(line.came) },
                ], isCaptionHidden: true)
            }
        }
    }
}
