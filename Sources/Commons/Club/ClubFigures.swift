package import Centres
package import Languages

/// What the network for the promotion of science asks for each year: activities, pupils and teachers by kind, month and school, and schools that were never
/// reached.
package struct ClubFigures: Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        case workshop, open, day

        package var name: Phrase {
            switch self {
            case .workshop: T.club.figureWorkshops
            case .open: T.club.figureOpen
            case .day: T.club.figureDays
            }
        }
    }

    /// One thing that was done, with all who came.
    package struct Activity: Sendable {
        package let kind: Kind
        package let day: Day
        /// Groups of schools that came; a school may have sent several.
        package let groups: [Group]
        /// All others.
        package let visitors: ClubVisitors

        package init(_ kind: Kind, on day: Day, groups: [Group] = [], visitors: ClubVisitors = ClubVisitors()) {
            (self.kind, self.day, self.groups, self.visitors) = (kind, day, groups, visitors)
        }

        package var sum: ClubVisitors { groups.reduce(visitors) { $0 + ClubVisitors(pupils: $1.pupils, teachers: $1.adults) } }
    }

    package struct Group: Sendable, Hashable {
        package let school: School.ID?
        package let pupils: Int
        /// Who came along are teachers for the network.
        package let adults: Int

        package init(_ school: School.ID?, pupils: Int, adults: Int) { (self.school, self.pupils, self.adults) = (school, pupils, adults) }
    }

    /// So many activities, and all who came.
    package struct Sum: Sendable, Hashable {
        package var activities = 0
        package var visitors = ClubVisitors()

        package init() {}

        package mutating func add(_ visitors: ClubVisitors) {
            activities += 1
            self.visitors = self.visitors + visitors
        }
    }

    /// A school with what it came for.
    package struct Reached: Sendable {
        package let school: Place
        package let sum: Sum
    }

    package struct Place: Sendable, Hashable {
        package let id: School.ID
        package let name: String
        package let municipality: String

        package init(_ id: School.ID, name: String, municipality: String) { (self.id, self.name, self.municipality) = (id, name, municipality) }
    }

    package let year: Int
    package let kinds: [Kind: Sum]
    /// By the number of the month.
    package let months: [Int: Sum]
    /// By name.
    package let reached: [Reached]
    package let never: [Place]
    /// Who came in groups of no school that is known.
    package let elsewhere: Sum
    package let together: Sum

    /// - Parameters:
    ///   - activities: of the year; those of other years are left out.
    ///   - schools: all that the centre serves, in the order in which they are shown.
    ///   - named: schools from elsewhere that came.
    package init(of year: Int, _ activities: [Activity], schools: [Place], named: [Place] = []) {
        var kinds: [Kind: Sum] = [:], months: [Int: Sum] = [:], own: [School.ID: Sum] = [:], elsewhere = Sum(), together = Sum()
        for activity in activities where activity.day.year == year {
            let sum = activity.sum
            kinds[activity.kind, default: Sum()].add(sum)
            months[activity.day.month, default: Sum()].add(sum)
            together.add(sum)
            for (school, groups) in Dictionary(grouping: activity.groups, by: \.school) {
                let came = groups.reduce(ClubVisitors()) { $0 + ClubVisitors(pupils: $1.pupils, teachers: $1.adults) }
                if let school { own[school, default: Sum()].add(came) } else { elsewhere.add(came) }
            }
        }
        let places = schools + named.filter { one in !schools.contains { $0.id == one.id } }
        (self.year, self.kinds, self.months, self.elsewhere, self.together) = (year, kinds, months, elsewhere, together)
        reached = places.compactMap { place in own[place.id].map { Reached(school: place, sum: $0) } }
        never = schools.filter { own[$0.id] == nil }
    }
}
