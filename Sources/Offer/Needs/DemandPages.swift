import Centres
import Forms
import Kernel
import Languages
import Look
import Sheets
import Web

/// What is needed, for those who make the offer.
enum DemandPages {
    @Sendable static func show(_ visit: Visit) async throws -> Answer { visit.page(DemandViews(reader: visit.reader).table(try await board(visit))) }

    /// Plans of the last years stay, and those of the next one come in.
    static func year(_ visit: Visit, _ typed: Typed) -> SchoolYear {
        let now = SchoolYear(containing: visit.today)
        return typed.number("year", in: now.start - 5...now.next.start).flatMap(SchoolYear.init(start:)) ?? now
    }

    private static func question(_ visit: Visit) -> (axes: [Demand.Axis], filter: Demand.Filter) {
        let query = visit.query
        var filter = Demand.Filter()
        (filter.topic, filter.municipality) = (Topic.ID(query["topic"]), Municipality.ID(query["municipality"]))
        (filter.job, filter.term) = (NeedJob(rawValue: query["job"]), WishTerm(rawValue: query["term"]))
        filter.isUnmatched = query["topic"] == "none"
        let axes = query.all("by").flatMap { $0.split(separator: " ") }.compactMap { Demand.Axis(rawValue: String($0)) }
        return (axes.isEmpty ? [.topic] : Demand.Axis.allCases.filter(axes.contains), filter)
    }

    private static func board(_ visit: Visit) async throws -> DemandBoard {
        let (centre, year, now, today) = (visit.centre.id, year(visit, visit.query), SchoolYear(containing: visit.today), visit.today)
        let (axes, filter) = question(visit), sorting = DemandBoard.Sorting(rawValue: visit.query["sort"]) ?? .persons
        return try await visit.read { act in
            DemandBoard(
                year: year, years: [now.next, now, now.previous], axes: axes, filter: filter, sorting: sorting,
                lines: try DemandStore.lines(of: centre, in: year, by: axes, filter, in: act),
                persons: try DemandStore.persons(of: centre, in: year, filter, in: act), plans: try DemandStore.plans(of: centre, in: year, in: act),
                topics: try TopicStore.list(in: act), municipalities: try DemandStore.municipalities(in: act),
                ownWords: try OwnWordsStore.count(at: centre, in: year, in: act), calls: try DemandCallStore.calls(of: centre, isOpen: true, in: act).count,
                today: today)
        }
    }

    @Sendable static func sheet(_ visit: Visit) async throws -> Answer {
        let (centre, year) = (visit.centre.id, year(visit, visit.query))
        let (lines, topics, municipalities) = try await visit.read { act in
            (try DemandStore.lines(of: centre, in: year, by: Demand.Axis.allCases, in: act), try TopicStore.list(in: act), try DemandStore.municipalities(in: act))
        }
        let sheet = DemandSheet(t: visit.t, year: year, topics: topics, municipalities: municipalities)
        return .file(bytes: try sheet.xlsx(lines), type: DemandSheet.type, name: "\(sheet.name).xlsx")
    }

    @Sendable static func rows(_ visit: Visit) async throws -> Answer {
        let (centre, year, filter, asked) = (visit.centre.id, year(visit, visit.query), question(visit).filter, visit.query.page)
        let (rows, paging, topics) = try await visit.read { act in
            let paging = Paging(asked, count: try DemandStore.count(of: centre, in: year, filter, in: act))
            return (try DemandStore.rows(of: centre, in: year, filter, limit: Paging.size, offset: paging.offset, in: act), paging, try TopicStore.list(in: act))
        }
        return visit.page(DemandViews(reader: visit.reader).rows(rows, paging, topics, year))
    }
}

/// What the page of the demand shows.
struct DemandBoard: Sendable {
    enum Sorting: String, Sendable { case persons, wishes, name }

    let year: SchoolYear
    let years: [SchoolYear]
    let axes: [Demand.Axis]
    let filter: Demand.Filter
    let sorting: Sorting
    let lines: [Demand.Line]
    /// Each of them once, however many lines they stand in.
    let persons: Int
    let plans: Int
    let topics: TopicList
    let municipalities: [Municipality.ID: Municipality]
    let ownWords: Int
    let calls: Int
    let today: Day
}

/// The whole table as a workbook, a row for each cell.
struct DemandSheet {
    static let type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

    let t: Texts
    let year: SchoolYear
    let topics: TopicList
    let municipalities: [Municipality.ID: Municipality]

    var name: String { "\(t(T.needs.demand)) \(t.schoolYear(year))".replacing("/", with: "-") }

    /// Rows go into the file one after another.
    func xlsx(_ lines: [Demand.Line]) throws -> [UInt8] {
        let writer = try SheetWriter(), words = DemandWords(t: t, topics: topics, municipalities: municipalities)
        try writer.begin(t(T.needs.demand), columns: Demand.Axis.allCases.map { Sheet.Column(t($0.name), width: 34) } + [
            Sheet.Column(t(T.needs.persons), width: 12), Sheet.Column(t(T.needs.wishes), width: 12),
        ])
        for line in lines {
            try writer.add(Demand.Axis.allCases.map { .text(words.run($0, line.cell).text) } + [.number(line.count.persons), .number(line.count.wishes)])
        }
        return try writer.finish()
    }
}
