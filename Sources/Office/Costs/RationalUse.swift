package import Accounts
package import Centres
package import Kernel
import Questionnaires

/// Somebody at one event that was held: what it brought and what sources of money paid for it.
package struct UseVisit: Sendable, Hashable {
    package let person: Person.ID
    /// On whose behalf; nil where none was told.
    package let school: School.ID?
    package let municipality: Municipality.ID?
    package var minutes: Int
    package var points: Int
    /// In hundredths.
    package var money: Int
    /// Kilometres that were not driven, because it was held here; below nothing where it was farther than the place to which one would else go.
    package var kilometres: Int

    package init(
        _ person: Person.ID, school: School.ID? = nil, municipality: Municipality.ID? = nil, minutes: Int = 0, points: Int = 0, money: Int = 0,
        kilometres: Int = 0
    ) {
        (self.person, self.school, self.municipality) = (person, school, municipality)
        (self.minutes, self.points, self.money, self.kilometres) = (minutes, points, money, kilometres)
    }

    /// Money of an event divided among those who came, so that its parts sum to it.
    package static func divided(_ money: Int, among visits: [UseVisit]) -> [UseVisit] {
        zip(visits, Division.parts(of: money, by: visits.map { _ in 1 })).map { visit, part in
            var visit = visit
            visit.money += part
            return visit
        }
    }
}

/// What money did for some people.
package struct UseSum: Sendable, Hashable {
    /// People, each once.
    package let people: Int
    package let seats: Int
    package let minutes: Int
    package let points: Int
    package let money: Int
    package let kilometres: Int

    package init(_ visits: some Sequence<UseVisit>) {
        var people: Set<Person.ID> = [], seats = 0, minutes = 0, points = 0, money = 0, kilometres = 0
        for visit in visits {
            people.insert(visit.person)
            (seats, minutes, points) = (seats + 1, minutes + visit.minutes, points + visit.points)
            (money, kilometres) = (money + visit.money, kilometres + visit.kilometres)
        }
        (self.people, self.seats, self.minutes, self.points, self.money, self.kilometres) = (people.count, seats, minutes, points, money, kilometres)
    }

    /// Money for one of them; nil where there was nobody.
    package var perPerson: Int? { Self.rounded(money, people) }
    /// Of sixty minutes.
    package var perHour: Int? { Self.rounded(money * 60, minutes) }
    package var perPoint: Int? { Self.rounded(money, points) }
    package var hours: Int { Self.rounded(minutes, 60) ?? 0 }

    private static func rounded(_ amount: Int, _ count: Int) -> Int? { count > 0 ? (2 * amount + count) / (2 * count) : nil }
}

/// How money of a year was used: for each municipality and, below it, each school, beside the year before. What fewer than five people stand behind is not told, nor
/// what would tell it when it is taken from a sum (`SmallGroups`).
package struct RationalUse: Sendable {
    package struct Line: Sendable {
        /// Nil where no institution was told.
        package let place: Int64?
        /// Nil where it is not told.
        package let now: UseSum?
        package let before: UseSum?
        package let schools: Part
    }

    /// Some lines, and what is not told of single ones, together.
    package struct Part: Sendable {
        package let lines: [Line]
        /// So many places are not told of one by one.
        package let hidden: Int
        /// All of them together, where five or more stand behind them.
        package let others: UseSum?
    }

    package let year: Int
    package let together: UseSum?
    package let before: UseSum?
    package let municipalities: Part

    /// - Parameters:
    ///   - now: of the year; those of one event have its money divided among them.
    ///   - before: of the year before it.
    package init(of year: Int, _ now: [UseVisit], before: [UseVisit]) {
        self.year = year
        together = Self.told(now)
        self.before = Self.told(before)
        municipalities = Self.part(now, before, by: { $0.municipality?.value ?? 0 }) { now, before in
            Self.part(now, before, by: { $0.school?.value ?? 0 }) { _, _ in Part(lines: [], hidden: 0, others: nil) }
        }
    }

    private static func told(_ visits: [UseVisit]) -> UseSum? {
        let sum = UseSum(visits)
        return SmallGroups.shown([0: sum.people]).isEmpty ? nil : sum
    }

    private static func part(
        _ now: [UseVisit], _ before: [UseVisit], by key: (UseVisit) -> Int64, below: ([UseVisit], [UseVisit]) -> Part
    ) -> Part {
        let (own, earlier) = (Dictionary(grouping: now, by: key), Dictionary(grouping: before, by: key))
        let shown = Self.shown(own), shownBefore = Self.shown(earlier)
        let lines = shown.union(shownBefore).sorted().map { place in
            Line(
                place: place == 0 ? nil : place, now: shown.contains(place) ? own[place].map { UseSum($0) } : nil,
                before: shownBefore.contains(place) ? earlier[place].map { UseSum($0) } : nil,
                schools: below(shown.contains(place) ? own[place] ?? [] : [], shownBefore.contains(place) ? earlier[place] ?? [] : []))
        }
        let hidden = own.filter { !shown.contains($0.key) }
        return Part(lines: lines, hidden: hidden.count, others: told(hidden.values.flatMap(\.self)))
    }

    private static func shown(_ groups: [Int64: [UseVisit]]) -> Set<Int64> {
        SmallGroups.shown(groups.mapValues { Set($0.map(\.person)).count })
    }
}

/// The way that was not driven, as the planner reckons it: by road, there and back, on each day.
package enum WaySaved {
    /// A road is so many hundredths of the way that a bird flies.
    static let detour = 130

    /// - Parameters:
    ///   - home: where somebody works.
    ///   - held: where the event was.
    ///   - other: where one would else have to go.
    package static func kilometres(from home: Coordinates?, held: Coordinates?, other: Coordinates?, days: Int) -> Int {
        guard let home, let held, let other else { return 0 }
        let less = home.kilometres(to: other) - home.kilometres(to: held)
        return Int((less * 2 * Double(days) * Double(detour) / 100).rounded())
    }
}
