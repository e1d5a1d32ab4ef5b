import Catalogue
package import Centres
import Claims
import Events
package import Kernel
package import Languages
import Library
import Planning
import Publishing
import Storage

/// What the program knows of a chapter's matter: read from where it stands, so that the book is never behind.
package enum InformationFigureStore {
    private static let fewest = 5

    package static func book(of id: Centre.ID, _ t: Texts, in act: Act) throws -> InformationBook {
        let centre = try CentreStore.centre(id, in: act)
        return InformationBook(parts: try InformationBookStore.chapters(of: id, in: act).map { chapter in
            InformationBook.Part(chapter: chapter, figures: try figures(chapter.draft.figures, centre, t, in: act))
        })
    }

    private static func figures(_ kind: InformationChapter.Figures, _ centre: Centre, _ t: Texts, in act: Act) throws -> InformationFigures {
        switch kind {
        case .none: InformationFigures()
        case .centre: about(centre, t)
        case .team: try team(centre, t, in: act)
        case .halls: try halls(centre, t, in: act)
        case .prices: try prices(centre, t, in: act)
        case .plans: try plans(centre, t, in: act)
        case .documents: try documents(centre, t, in: act)
        case .held: try held(centre, t, in: act)
        case .library: try library(centre, t, in: act)
        }
    }

    private static func table(_ columns: [Phrase], _ rows: [[String]], _ t: Texts) -> InformationFigures {
        var figures = InformationFigures()
        (figures.columns, figures.rows) = (columns.map { t($0) }, rows)
        return figures
    }

    private static func about(_ centre: Centre, _ t: Texts) -> InformationFigures {
        var figures = InformationFigures()
        figures.facts = [
            (t(T.informer.factName), centre.name(in: t.language)), (t(T.informer.factSeat), centre.street), (t(T.informer.factPhone), centre.phone),
            (t(T.common.email), centre.email),
        ].filter { !$0.1.isEmpty }.map { (label: $0.0, value: $0.1) }
        return figures
    }

    /// As they present themselves to everybody.
    private static func team(_ centre: Centre, _ t: Texts, in act: Act) throws -> InformationFigures {
        let members = try TeamStore.members(of: centre.id, in: act).map(\.details)
        var figures = table([T.publishing.name, T.publishing.role, T.informer.columnContact], members.map { one in
            [one.name, one.role, [one.phone, one.email].filter { !$0.isEmpty }.joined(separator: ", ")]
        }, t)
        figures.namesPeople = true
        return figures
    }

    private static func halls(_ centre: Centre, _ t: Texts, in act: Act) throws -> InformationFigures {
        table([T.informer.columnHall, T.informer.columnSeats, T.informer.factSeat], try HallStore.halls(of: centre.id, in: act).map { hall in
            [hall.name, hall.details.seats.map { t.number($0) } ?? "", centre.address(ofHall: hall.details.address)]
        }, t)
    }

    private static func prices(_ centre: Centre, _ t: Texts, in act: Act) throws -> InformationFigures {
        let today = centre.zone.day(of: act.now)
        let prices = try PriceStore.prices(of: centre.id, on: today, in: act)
        return table([T.informer.columnPrice, T.informer.columnCovers, T.informer.columnAmount], prices.map { price in
            [price.details.name, price.details.covers, t.money(price.details.amount)]
        }, t)
    }

    /// Plans that were approved, with what came of them.
    private static func plans(_ centre: Centre, _ t: Texts, in act: Act) throws -> InformationFigures {
        let rows = try act.db.rows("""
            SELECT p.kind, p.year, (SELECT count(*) FROM plan_item i WHERE i.plan = p.id) AS lines,
                (SELECT count(*) FROM plan_item i WHERE i.plan = p.id AND EXISTS (SELECT 1 FROM plan_item_event l WHERE l.item = i.id)) AS begun
            FROM year_plan p WHERE p.centre = \(centre.id) AND EXISTS (SELECT 1 FROM plan_version v WHERE v.plan = p.id AND v.state = 'approved')
            ORDER BY p.year DESC, p.kind LIMIT 5
            """)
        return table([T.informer.columnPlan, T.informer.columnPlanned, T.informer.columnBegun], try rows.map { row in
            let year = PlanYear(try row["kind"], try row["year"])
            let planned: Int = try row["lines"], begun: Int = try row["begun"]
            return [t.write(year.value), t.number(planned), t.number(begun)]
        }, t)
    }

    private static func documents(_ centre: Centre, _ t: Texts, in act: Act) throws -> InformationFigures {
        table([T.publishing.title, T.publishing.section, T.publishing.year], try CentreDocumentStore.published(of: centre.id, in: act).map { document in
            [document.details.title, t(document.details.section.name), "\(document.details.year)"]
        }, t)
    }

    /// What was held in the last three years: events and participations apart, small numbers not told.
    private static func held(_ centre: Centre, _ t: Texts, in act: Act) throws -> InformationFigures {
        let this = centre.zone.day(of: act.now).year
        let rows = try (0..<3).map { back -> [String] in
            let year = this - back, first = Day(year: year, month: 1, day: 1) ?? .zero, last = Day(year: year, month: 12, day: 31) ?? .zero
            let ids = try act.db.rows("""
                SELECT e.id FROM event e WHERE e.centre = \(centre.id) AND e.state IN ('held', 'closed') AND e.starts >= \(centre.zone.startOfDay(first))
                    AND e.starts < \(centre.zone.endOfDay(last)) ORDER BY e.id
                """).map { try $0["id"] as Event.ID }
            let people = try PlanDoneStore.people(at: ids, in: act).values.reduce(0, +)
            return ["\(year)", t.number(ids.count), people > 0 && people < fewest ? "" : t.number(people)]
        }
        return table([T.publishing.year, T.events.all, T.informer.columnPeople], rows, t)
    }

    private static func library(_ centre: Centre, _ t: Texts, in act: Act) throws -> InformationFigures {
        let rows = try act.db.rows("""
            SELECT t.kind, count(DISTINCT t.id) AS titles, count(c.id) AS copies FROM title t LEFT JOIN copy c ON c.title = t.id AND c.state <> 'off'
            WHERE t.centre = \(centre.id) GROUP BY t.kind ORDER BY t.kind
            """)
        return table([T.informer.columnKind, T.informer.columnTitles, T.informer.columnCopies], try rows.map { row in
            let kind: TitleKind = try row["kind"], titles: Int = try row["titles"], copies: Int = try row["copies"]
            return [t(kind.label), t.number(titles), t.number(copies)]
        }, t)
    }
}
