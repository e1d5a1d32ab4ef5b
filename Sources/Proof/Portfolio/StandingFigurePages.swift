import Centres
import Events
import Forms
import HTML
import Kernel
import Languages
import Look
import Sheets
import Web

/// Where the schools of a centre stand, for its people.
enum StandingFigurePages {
    @Sendable static func show(_ visit: Visit) async throws -> Answer { visit.page(StandingFigureViews(reader: visit.reader).page(try await board(visit))) }

    @Sendable static func sheet(_ visit: Visit) async throws -> Answer {
        let board = try await board(visit), t = visit.t
        let columns = [Sheet.Column(t(T.portfolio.school), width: 44), Sheet.Column(t(T.portfolio.people), width: 10)] + board.requirements.map {
            Sheet.Column($0.title.wording(in: t.language).text, width: 20)
        }
        let rows = board.schools.map { school in
            [Sheets.Cell.text(t.shown(school.name)), .number(school.people)] + board.requirements.map { .number(school.met[$0.name] ?? 0) }
        }
        let sheet = Sheet("\(t(T.portfolio.figures)) \(t.schoolYear(board.year))", columns: columns, rows: rows)
        return .file(bytes: try sheet.xlsx(), type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", name: "\(sheet.name).xlsx")
    }

    private static func board(_ visit: Visit) async throws -> StandingBoard {
        let now = SchoolYear(containing: visit.today), centre = visit.centre.id
        let year = visit.query.number("year", in: now.previous.start...now.start).flatMap(SchoolYear.init(start:)) ?? now
        return try await visit.read { act in
            let packs = try RulePackStore.packs(of: CentreStore.centre(centre, in: act).country, in: act)
            return StandingBoard(year, [now, now.previous], packs.judging(year), try StandingFigureStore.figures(of: centre, in: year, in: act))
        }
    }
}

/// The figures of a year, a line a school.
struct StandingBoard: Sendable {
    struct Line: Sendable {
        let school: School.ID?
        let name: String
        let people: Int
        /// How many have met each requirement, by its name.
        let met: [String: Int]
    }

    let year: SchoolYear
    let years: [SchoolYear]
    let requirements: [Requirement]
    let centre: Line?
    let schools: [Line]
    let counted: Instant?

    init(_ year: SchoolYear, _ years: [SchoolYear], _ pack: RulePack?, _ figures: [StandingFigure]) {
        (self.year, self.years, requirements, counted) = (year, years, pack?.requirements ?? [], figures.first?.counted)
        var lines: [Line] = []
        for figure in figures {
            var met = lines.last.flatMap { $0.school == figure.school ? $0.met : nil } ?? [:]
            met[figure.requirement] = figure.met
            let line = Line(school: figure.school, name: figure.name, people: figure.people, met: met)
            if lines.last?.school == figure.school, !lines.isEmpty { lines[lines.count - 1] = line } else { lines.append(line) }
        }
        centre = lines.first { $0.school == nil }
        schools = lines.filter { $0.school != nil }
    }
}

struct StandingFigureViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func page(_ board: StandingBoard) -> Screen {
        Screen(t(T.portfolio.figures)) {
            Heading(t(T.portfolio.figures), lead: t(T.portfolio.figuresLead))
            FilterChips(t(T.portfolio.year), board.years.map { year in
                NavItem(t.schoolYear(year), href: reader.link("/staff/standing?year=\(year.start)"), isCurrent: year == board.year)
            })
            if let centre = board.centre {
                let counted = board.counted.map { t(T.portfolio.figuresCounted(when: .instant($0))) }
                BarChart(t(T.portfolio.metTitle), description: counted, of: centre.people, board.requirements.map { requirement in
                    let met = centre.met[requirement.name] ?? 0
                    return BarChart.Bar(
                        t.run(requirement.title.wording(in: t.language)), met, t(T.portfolio.ofAll(met: .number(met), all: .number(centre.people))))
                })
                DataTable(t(T.portfolio.figures), rows: board.schools, columns: columns(board), isCaptionHidden: true)
                Buttons { LinkButton(t(T.portfolio.matrixXLSX), href: reader.link("/staff/standing.xlsx?year=\(board.year.start)"), .quiet, icon: .download) }
            } else {
                EmptyState(t(T.portfolio.figuresNone), t(T.portfolio.figuresNoneText)) { Empty() }
            }
        }
    }

    private func columns(_ board: StandingBoard) -> [Column<StandingBoard.Line>] {
        let name = Column<StandingBoard.Line>(t(T.portfolio.school), .name) { line in
            a(.href(reader.link("/schools/\(line.school?.description ?? "")"))) { t.run(line.name) }
        }
        let people = Column<StandingBoard.Line>(t(T.portfolio.people), .number) { line in t.number(line.people) }
        return [name, people] + board.requirements.map { requirement in
            Column<StandingBoard.Line>(t.run(requirement.title.wording(in: t.language)), .number) { line in t.number(line.met[requirement.name] ?? 0) }
        }
    }
}
