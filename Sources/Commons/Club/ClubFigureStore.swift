package import Centres
package import Kernel
package import Languages
import Storage

/// The figures of a year, read from what was counted.
package enum ClubFigureStore {
    package static func figures(of year: Int, at centre: Centre.ID, in act: Act) throws -> ClubFigures {
        guard let first = Day(year: year, month: 1, day: 1), let last = Day(year: year, month: 12, day: 31) else { throw Problem.missing }
        let activities = try sessions(at: centre, in: first...last, in: act) + days(at: centre, in: act)
        let schools = try SchoolStore.nearby(centre, in: act).filter { !$0.isClosed }
        let came = Set(activities.flatMap { $0.groups.compactMap(\.school) }), others = came.subtracting(schools.map(\.id)).sorted()
        let named = try others.compactMap { try? SchoolStore.school($0, in: act) }
        return ClubFigures(of: year, activities, schools: schools.map(place), named: named.map(place))
    }

    private static func place(_ school: School) -> ClubFigures.Place { ClubFigures.Place(school.id, name: school.name, municipality: school.municipality) }

    private static func sessions(at centre: Centre.ID, in days: ClosedRange<Day>, in act: Act) throws -> [ClubFigures.Activity] {
        let held = try ClubSessionStore.sessions("""
            c.centre = \(centre) AND s.state = 'held' AND s.day >= \(days.lowerBound) AND s.day <= \(days.upperBound)
            """, limit: 20_000, in: act)
        let rows = try act.db.rows("""
            SELECT b.session, b.school, b.came_pupils, b.came_adults FROM club_booking b JOIN club_session s ON s.id = b.session JOIN club c ON c.id = s.club
            WHERE c.centre = \(centre) AND s.state = 'held' AND s.day >= \(days.lowerBound) AND s.day <= \(days.upperBound) AND b.came_pupils > 0
            ORDER BY b.id
            """)
        let groups = try Dictionary(grouping: rows) { try $0["session"] as ClubSession.ID }
        return try held.map { session in
            ClubFigures.Activity(session.kind == .open ? .open : .workshop, on: session.day, groups: try (groups[session.id] ?? []).map { row in
                ClubFigures.Group(try row["school"], pupils: try row["came_pupils"], adults: try (row["came_adults"] as Int?) ?? 0)
            }, visitors: session.visitors ?? ClubVisitors())
        }
    }

    /// Big days at which anybody was counted.
    private static func days(at centre: Centre.ID, in act: Act) throws -> [ClubFigures.Activity] {
        try ClubDayStore.all(at: centre, in: act).compactMap { day in
            guard let on = day.day, day.counted.sum > 0 else { return nil }
            return ClubFigures.Activity(.day, on: on, visitors: day.counted)
        }
    }
}
