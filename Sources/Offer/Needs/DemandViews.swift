import Accounts
import Centres
package import Forms
package import HTML
import Kernel
import Languages
import Look

extension Demand.Axis {
    var name: Phrase {
        switch self {
        case .topic: T.needs.topic
        case .municipality: T.needs.municipality
        case .job: T.needs.job
        case .term: T.needs.term
        }
    }
}

/// The places of the table in the reader's words.
struct DemandWords {
    let t: Texts
    let topics: TopicList
    let municipalities: [Municipality.ID: Municipality]

    func run(_ axis: Demand.Axis, _ cell: Demand.Cell) -> Run {
        switch axis {
        case .topic:
            guard let topic = cell.topic.flatMap({ topics[$0] }) else { return Run(t(T.needs.ownWords)) }
            let name = topic.names.name(in: t.language)
            return t.run(name.text, name.language)
        case .municipality: return cell.municipality.flatMap { municipalities[$0] }.map { t.run($0.name) } ?? Run(t(T.needs.unknownPlace))
        case .job: return Run(t(cell.job.name))
        case .term: return Run(t(cell.term?.name ?? T.needs.anyTerm))
        }
    }
}

/// What is needed, as a table that is narrowed, sorted and opened.
struct DemandViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func table(_ board: DemandBoard) -> Screen {
        let words = DemandWords(t: t, topics: board.topics, municipalities: board.municipalities)
        let lines = sorted(board, words)
        return Screen(t(T.needs.demand)) {
            Heading(t(T.needs.demand), lead: t(T.needs.demandLead))
            DemandTabs(reader: reader, current: "")
            FilterChips(t(T.needs.year), board.years.map { year in
                NavItem(t.schoolYear(year), href: reader.here("year", "\(year.start)"), isCurrent: year == board.year)
            })
            Figures([
                Figures.Figure(t.number(board.plans), t(T.needs.plansFigure)), Figures.Figure(t.number(board.persons), t(T.needs.persons)),
                Figures.Figure(t.number(board.lines.reduce(0) { $0 + $1.count.wishes }), t(T.needs.wishes)),
                Figures.Figure(t.number(board.ownWords), t(T.needs.ownWordsWaiting), board.ownWords > 0 ? .waiting : .neutral, href: reader.link("/staff/needs/words")),
                Figures.Figure(t.number(board.calls), t(T.needs.callsOpen), board.calls > 0 ? .good : .neutral, href: reader.link("/staff/needs/calls")),
            ])
            filters(board)
            if lines.isEmpty {
                EmptyState(t(T.needs.demandNone), t(T.needs.demandNoneText)) { Empty() }
            } else {
                DataTable(t(T.needs.demand), rows: lines, columns: columns(board, words), isCaptionHidden: true)
                HTML::p { t(T.needs.demandNote) }
                Buttons { LinkButton(t(T.needs.xlsx), href: reader.link("/staff/needs.xlsx?year=\(board.year.start)"), .quiet, icon: .download) }
            }
        }
    }

    private func sorted(_ board: DemandBoard, _ words: DemandWords) -> [Demand.Line] {
        let lines = board.lines
        switch board.sorting {
        case .persons: return lines
        case .wishes: return lines.sorted { ($1.count.wishes, $1.count.persons) < ($0.count.wishes, $0.count.persons) }
        case .name:
            return lines.map { line in (line, SortKey.make(board.axes.map { words.run($0, line.cell).text }.joined(separator: " "), alphabet: t.language.alphabet)) }
                .sorted { $0.1.lexicographicallyPrecedes($1.1) }.map(\.0)
        }
    }

    private func filters(_ board: DemandBoard) -> some HTML {
        let filter = board.filter, hidden = [Hidden("year", "\(board.year.start)")]
        let places = board.municipalities.values.map { ($0, SortKey.make(t.shown($0.name), alphabet: t.language.alphabet)) }
            .sorted { $0.1.lexicographicallyPrecedes($1.1) }.map(\.0)
        return Form(action: reader.link("/staff/needs"), method: .get, hidden: hidden, isInline: true, label: t(T.needs.narrow)) {
            Field(t(T.needs.topic), name: "topic", value: filter.isUnmatched ? "none" : filter.topic.map { "\($0)" } ?? "", optional: "")
                .select([Field.Choice("", t(T.needs.all)), Field.Choice("none", t(T.needs.ownWords))] + board.topics.offered(in: t.language).map { topic in
                    let name = topic.names.name(in: t.language)
                    return Field.Choice("\(topic.id)", t.run(name.text, name.language))
                })
            Field(t(T.needs.municipality), name: "municipality", value: filter.municipality.map { "\($0)" } ?? "", optional: "")
                .select([Field.Choice("", t(T.needs.all))] + places.map { Field.Choice("\($0.id)", t.run($0.name)) })
            Field(t(T.needs.job), name: "job", value: filter.job?.rawValue ?? "", optional: "")
                .select([Field.Choice("", t(T.needs.all))] + NeedJob.allCases.map { Field.Choice($0.rawValue, t($0.name)) })
            Field(t(T.needs.term), name: "term", value: filter.term?.rawValue ?? "", optional: "")
                .select([Field.Choice("", t(T.needs.all))] + WishTerm.allCases.map { Field.Choice($0.rawValue, t($0.name)) })
            Field(t(T.needs.splitBy), name: "by", value: board.axes.map(\.rawValue).joined(separator: " "), optional: "").select(Self.splits.map { axes in
                Field.Choice(axes.map(\.rawValue).joined(separator: " "), axes.map { t($0.name) }.joined(separator: " × "))
            })
            Submit(t(T.needs.show))
        }
    }

    /// By what the table is usually split; an address may ask for any other.
    private static let splits: [[Demand.Axis]] = [
        [.topic], [.municipality], [.job], [.term], [.topic, .municipality], [.topic, .job], [.topic, .term], Demand.Axis.allCases,
    ]

    private func columns(_ board: DemandBoard, _ words: DemandWords) -> [Column<Demand.Line>] {
        func sorting(_ sorting: DemandBoard.Sorting, _ order: Sorting.Order) -> Sorting {
            Sorting(href: reader.here("sort", sorting.rawValue), board.sorting == sorting ? order : .none)
        }
        let names = board.axes.enumerated().map { place, axis in
            Column<Demand.Line>(t(axis.name), place == 0 ? .name : .text, sorting: place == 0 ? sorting(.name, .ascending) : nil) { line in
                if place == 0 { a(.href(rows(line.cell, board))) { words.run(axis, line.cell) } } else { words.run(axis, line.cell) }
            }
        }
        return names + [
            Column(t(T.needs.persons), .number, sorting: sorting(.persons, .descending)) { line in t.number(line.count.persons) },
            Column(t(T.needs.wishes), .number, sorting: sorting(.wishes, .descending)) { line in t.number(line.count.wishes) },
        ]
    }

    /// Where the rows behind a line are.
    private func rows(_ cell: Demand.Cell, _ board: DemandBoard) -> String {
        let filter = board.filter
        var query = Typed([("year", "\(board.year.start)")])
        if board.axes.contains(.topic) || filter.topic != nil || filter.isUnmatched {
            query = query.with("topic", (board.axes.contains(.topic) ? cell.topic : filter.topic).map { "\($0)" } ?? "none")
        }
        query = query.with("municipality", (board.axes.contains(.municipality) ? cell.municipality : filter.municipality).map { "\($0)" })
            .with("job", board.axes.contains(.job) ? cell.job.rawValue : filter.job?.rawValue)
            .with("term", board.axes.contains(.term) ? cell.term?.rawValue : filter.term?.rawValue)
        return reader.link("/staff/needs/rows?\(query.query)")
    }

    // MARK: Rows

    func rows(_ rows: [DemandRow], _ paging: Paging, _ topics: TopicList, _ year: SchoolYear) -> Screen {
        let words = WishWords(t: t, topics: topics)
        return Screen(t(T.needs.rows), trail: [Look.Link(t(T.needs.demand), href: reader.link("/staff/needs?year=\(year.start)"))]) {
            Heading(t(T.needs.rows), kind: t(T.needs.yearTitle(year: .schoolYear(year))), lead: t(T.needs.rowsLead))
            if rows.isEmpty { EmptyState(t(T.needs.demandNone), t(T.needs.demandNoneText)) { Empty() } } else {
                DataTable(t(T.needs.rows), rows: rows, columns: [
                    Column(t(T.needs.person), .name) { row in a(.href(reader.link("/staff/people/\(row.person)"))) { Run(row.name.listed) } },
                    Column(t(T.needs.wish)) { row in words.name(row.wish) },
                    Column(t(T.needs.school)) { row in row.school.map { t.run($0) } ?? Run("") },
                    Column(t(T.needs.job)) { row in t(row.job.name) },
                    Column(t(T.needs.more)) { row in
                        ForEach(Array(words.details(row.wish).enumerated())) { place, run in
                            if place > 0 { ", " }
                            run
                        }
                    },
                ], isCaptionHidden: true)
            }
            paging.links(reader)
        }
    }
}

/// The pages of what is needed, side by side; rooms above have some of them.
package struct DemandTabs: View {
    let reader: Reader
    let current: String

    /// - Parameter current: what stands behind the address of the table.
    package init(reader: Reader, current: String) { (self.reader, self.current) = (reader, current) }

    package var body: Markup {
        let t = reader.t
        let pages = [
            ("", T.needs.demandTable), ("/offer", T.needs.offerTab), ("/forecast", T.needs.forecastTab), ("/surveys", T.needs.surveysTab), ("/words", T.needs.ownWords),
            ("/calls", T.needs.calls), ("/schools", T.needs.schoolsAnswers), ("/release", T.needs.releaseTitle),
        ]
        Tabs(t(T.needs.demand), pages.map {
            NavItem(t($0.1), href: reader.link("/staff/needs\($0.0)"), isCurrent: current == $0.0)
        })
    }
}
