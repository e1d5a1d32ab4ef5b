import Centres
import Forms
import HTML
import Kernel
import Languages
import Look

/// Topics and places of a release in the reader's words.
struct ReleaseWords {
    let t: Texts
    let board: ReleaseBoard

    func topic(_ id: Topic.ID) -> Run {
        guard let topic = board.topics[id] else { return Run(t(T.needs.topic)) }
        let name = topic.names.name(in: t.language)
        return t.run(name.text, name.language)
    }

    func axis(_ place: ReleasedCell.Place?) -> String {
        switch place {
        case nil: ""
        case .municipality: t(T.needs.municipality)
        case .job: t(T.needs.job)
        case .term: t(T.needs.term)
        }
    }

    func place(_ place: ReleasedCell.Place?) -> Run? {
        switch place {
        case nil: nil
        case .municipality(let id): id.flatMap { board.municipalities[$0] }.map { t.run($0.name) } ?? Run(t(T.needs.unknownPlace))
        case .job(let job): Run(t(job.name))
        case .term(let term): Run(t(term?.name ?? T.needs.anyTerm))
        }
    }

    /// A number, or the sign for one that is not told.
    func number(_ wishes: Int?) -> String { wishes.map { t.number($0) } ?? t(T.needs.hiddenNumber) }
}

/// What people of the region want to learn: frozen numbers, drawn.
struct DemandReleaseViews {
    let reader: Reader
    private var t: Texts { reader.t }

    // MARK: For everybody

    func page(_ board: ReleaseBoard, _ topic: Topic.ID?) -> Screen {
        Screen(t(T.needs.wished), description: t(T.needs.wishedLead)) {
            if let release = board.release {
                Heading(t(T.needs.wished), kind: t(T.needs.yearTitle(year: .schoolYear(release.year))), lead: t(T.needs.wishedLead))
                told(ReleaseTables(release, board, t), topic)
            } else {
                Heading(t(T.needs.wished), lead: t(T.needs.wishedLead))
                EmptyState(t(T.needs.wishedNone), t(T.needs.wishedNoneText)) { LinkButton(t(T.needs.toPlan), href: reader.link("/me/plan"), .primary) }
            }
        }
    }

    @HTMLBuilder private func told(_ tables: ReleaseTables, _ asked: Topic.ID?) -> some HTML {
        let release = tables.release, topic = asked.flatMap { tables.topics.contains($0) ? $0 : nil }
        Figures([
            Figures.Figure(t.number(release.plans), t(T.needs.plansFigure)), Figures.Figure(tables.words.number(tables.total(of: nil)), t(T.needs.wishes)),
            Figures.Figure(t.number(tables.topics.count), t(T.needs.topicsFigure)),
        ])
        HTML::p(.class("small muted")) { t(T.needs.releaseNote(day: .day(t.zone.day(of: release.at)), least: .number(DemandRelease.threshold))) }
        Form(action: reader.link("/needs"), method: .get, isInline: true, label: t(T.needs.narrow)) {
            Field(t(T.needs.topic), name: "topic", value: topic.map { "\($0)" } ?? "", optional: "")
                .select([Field.Choice("", t(T.needs.everyTopic))] + tables.topics.map { Field.Choice("\($0)", tables.words.topic($0)) })
            Submit(t(T.needs.show))
        }
        if let topic {
            h2 { tables.words.topic(topic) }
            HTML::p { t(T.needs.wishedOf(count: tables.total(of: topic) ?? 0)); " "; a(.href(reader.link("/topics/\(topic)"))) { t(T.needs.toTopic) } }
        } else {
            BarChart(t(T.needs.topics), description: t(T.needs.topicsChart), tables.topics.prefix(Self.topicsMost).map { topic in
                BarChart.Bar(tables.words.topic(topic), tables.total(of: topic) ?? 0, tables.words.number(tables.total(of: topic)))
            })
        }
        h2 { t(T.needs.whereTitle) }
        let places = tables.places(of: topic)
        TerritoryMap(
            places.compactMap { $0.id.flatMap { tables.board.municipalities[$0] } }, seat: nil, t: t,
            weights: Dictionary(places.compactMap { place in place.id.map { ($0, place.wishes) } }, uniquingKeysWith: { $1 }), label: t(T.needs.mapLabel))
        split(T.needs.municipality, tables.split(of: topic) { if case .municipality = $0 { true } else { false } }, tables)
        split(T.needs.job, tables.split(of: topic) { if case .job = $0 { true } else { false } }, tables)
        split(T.needs.term, tables.split(of: topic) { if case .term = $0 { true } else { false } }, tables)
        if topic == nil { HeatTable(tables: tables, reader: reader) }
        Buttons {
            LinkButton(t(T.needs.toPlan), href: reader.link("/me/plan"), .primary)
            LinkButton(t(T.needs.xlsx), href: reader.link("/needs.xlsx"), .quiet, icon: .download)
        }
    }

    private static let topicsMost = 15

    @HTMLBuilder private func split(_ axis: Phrase, _ cells: [ReleasedCell], _ tables: ReleaseTables) -> some HTML {
        if !cells.isEmpty {
            BarChart(t(axis), cells.map { cell in
                BarChart.Bar(tables.words.place(cell.place) ?? Run(""), cell.wishes ?? 0, tables.words.number(cell.wishes))
            })
        }
    }

    // MARK: For staff

    func desk(_ desk: ReleaseDesk) -> Screen {
        Screen(t(T.needs.releaseTitle), trail: [Look.Link(t(T.needs.demand), href: reader.link("/staff/needs"))]) {
            Heading(t(T.needs.releaseTitle), kind: t(T.needs.yearTitle(year: .schoolYear(desk.year))), lead: t(T.needs.releaseLead))
            DemandTabs(reader: reader, current: "/release")
            if let refusal = desk.refusal {
                Notice(.info) { HTML::p { t(refusal) } }
            } else {
                HTML::p { t(T.needs.releaseReady(count: desk.changed)) }
                Form(action: reader.link("/staff/needs/release"), hidden: reader.hidden + [Hidden("year", "\(desk.year.start)")]) {
                    Buttons { Submit(t(T.needs.releaseAct)) }
                }
            }
            if desk.releases.isEmpty {
                EmptyState(t(T.needs.releasesNone), t(T.needs.releasesNoneText)) { Empty() }
            } else {
                DataTable(t(T.needs.releases), rows: desk.releases.reversed(), columns: [
                    Column(t(T.needs.releaseNumber), .name) { release in t.number(release.number) },
                    Column(t(T.needs.releaseDay)) { release in t.instant(release.at) },
                    Column(t(T.needs.plansColumn), .number) { release in t.number(release.plans) },
                    Column(t(T.needs.numbersTold), .number) { release in t.number(release.cells.count { $0.wishes != nil }) },
                    Column(t(T.needs.numbersHidden), .number) { release in t.number(release.cells.count { $0.wishes == nil }) },
                ])
                HTML::p { a(.href(reader.link("/needs"))) { t(T.needs.toWished) } }
            }
        }
    }
}

/// The numbers of a release in the order in which they are shown: the most wished first, hidden ones last.
struct ReleaseTables {
    let release: DemandRelease
    let board: ReleaseBoard
    let words: ReleaseWords
    /// The most wished first.
    let topics: [Topic.ID]
    private let totals: [Topic.ID?: Int?]
    private let cells: [Topic.ID?: [ReleasedCell]]

    init(_ release: DemandRelease, _ board: ReleaseBoard, _ t: Texts) {
        (self.release, self.board, words) = (release, board, ReleaseWords(t: t, board: board))
        totals = release.cells.reduce(into: [:]) { totals, cell in if cell.place == nil { totals[cell.topic] = .some(cell.wishes) } }
        cells = Dictionary(grouping: release.cells.filter { $0.place != nil }, by: \.topic)
        let order = totals
        topics = release.cells.compactMap { $0.place == nil ? $0.topic : nil }.sorted { left, right in
            ((order[right] ?? nil) ?? 0, left.value) < ((order[left] ?? nil) ?? 0, right.value)
        }
    }

    /// Of a topic, or of all; nil where it is hidden.
    func total(of topic: Topic.ID?) -> Int? { totals[topic] ?? nil }

    /// How a topic is split by one thing.
    func split(of topic: Topic.ID?, by isAsked: (ReleasedCell.Place) -> Bool) -> [ReleasedCell] {
        (cells[topic] ?? []).filter { $0.place.map(isAsked) ?? false }.enumerated().sorted { left, right in
            (right.element.wishes ?? -1, left.offset) < (left.element.wishes ?? -1, right.offset)
        }.map(\.element)
    }

    /// Where a topic is wished.
    func places(of topic: Topic.ID?) -> [(id: Municipality.ID?, wishes: Int?)] {
        (cells[topic] ?? []).compactMap { cell in if case .municipality(let id) = cell.place { (id, cell.wishes) } else { nil } }
    }
}

/// Topics by municipalities; the more is wished, the darker. What is darker is also written.
struct HeatTable: View {
    let tables: ReleaseTables
    let reader: Reader

    private static let (topicsMost, placesMost, shades) = (12, 8, 4)

    var body: some HTML {
        let t = reader.t, topics = Array(tables.topics.prefix(Self.topicsMost))
        let places = tables.split(of: nil) { if case .municipality = $0 { true } else { false } }.prefix(Self.placesMost).compactMap(\.place)
        let wishes = topics.reduce(into: [Topic.ID: [ReleasedCell.Place: Int?]]()) { wishes, topic in
            for cell in tables.split(of: topic, by: { _ in true }) { if let place = cell.place { wishes[topic, default: [:]][place] = .some(cell.wishes) } }
        }
        let most = max(1, topics.flatMap { topic in places.map { (wishes[topic]?[$0] ?? nil) ?? 0 } }.max() ?? 1)
        return div(.class("table scroll heat"), .role("region"), .aria("label", t(T.needs.heat)), .tabindex(0)) {
            table {
                caption { t(T.needs.heat) }
                thead {
                    tr {
                        th(.scope("col")) { t(T.needs.topic) }
                        ForEach(places) { place in th(.scope("col"), .class("number")) { tables.words.place(place) ?? Run("") } }
                    }
                }
                tbody {
                    ForEach(topics) { topic in
                        tr {
                            th(.scope("row"), .class("name")) { a(.href(reader.link("/needs?topic=\(topic)"))) { tables.words.topic(topic) } }
                            ForEach(places) { place in
                                let told = wishes[topic]?[place]
                                td(.class("number shade\(shade((told ?? 0) ?? 0, most))")) { told.map { tables.words.number($0) } ?? "–" }
                            }
                        }
                    }
                }
            }
        }
    }

    /// 0 for nothing, up to ``shades``.
    private func shade(_ wishes: Int, _ most: Int) -> Int { wishes == 0 ? 0 : max(1, wishes * Self.shades / most) }
}
