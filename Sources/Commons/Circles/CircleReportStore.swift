package import Centres
package import Kernel
package import Languages
import Accounts
import Storage

/// What a circle did in a year, counted when it is asked.
package enum CircleReportStore {
    /// For whoever may see the circle, or sits in the council over it.
    package static func report(_ year: SchoolYear, of id: Circle.ID, at centre: Centre.ID, in act: Act) throws -> CircleReport {
        let circle = try CircleStore.circle(id, at: centre, in: act), sight = try CircleStore.look(circle, in: act)
        if !sight.maySee {
            guard let council = circle.details.council else { throw Problem.missing }
            _ = try CircleStore.sight(council, at: centre, in: act)
        }
        return try report(year, sight, in: act)
    }

    /// A council sees the reports of its circles on one page.
    package static func reports(_ year: SchoolYear, under council: Circle.ID, at centre: Centre.ID, in act: Act) throws -> [CircleReport] {
        _ = try CircleStore.sight(council, at: centre, in: act)
        return try CircleStore.circles(under: council, in: act).map { try report(year, CircleStore.look($0, in: act), in: act) }
    }

    private static func report(_ year: SchoolYear, _ sight: CircleSight, in act: Act) throws -> CircleReport {
        let circle = sight.circle, days = year.days
        let meetings = try CircleMeetingStore.meetings("""
            m.circle = \(circle.id) AND m.day >= \(days.lowerBound) AND m.day <= \(min(days.upperBound, sight.today)) AND m.cancelled IS NULL
            """, in: act).reversed()
        let conclusions = try CircleConclusionStore.conclusions(of: circle.id, in: year, in: act)
        var schools: [String: CircleReport.SchoolLine] = [:]
        let end = min(days.upperBound, sight.today), members = try CircleMemberStore.members(of: circle, on: end, in: act)
        for (name, people) in Dictionary(grouping: members, by: \.schoolName) { schools[name] = .init(name: name, members: people.count, attended: 0) }
        let lines = try meetings.map { meeting in
            let roll = try CircleMeetingStore.roll(of: meeting, circle, in: act), signed = try CircleMinutesStore.minutes(of: meeting.id,
                in: act).first(where: \.isSigned)
            for guest in roll.guests where guest.isPresent {
                schools[guest.schoolName, default: .init(name: guest.schoolName, members: 0, attended: 0)].attended += 1
            }
            let present = signed?.present ?? roll.present, count = signed?.members ?? roll.members
            return CircleReport.Line(
                meeting: meeting, present: present, members: count, hasQuorum: present >= (signed?.needed ?? roll.needed), isSigned: signed != nil,
                votes: meeting.points.count { $0.ballot != nil }, conclusions: conclusions.count { $0.meeting == meeting.id })
        }
        let all = try CircleMemberStore.all(of: circle.id, in: act)
        let visits = try CircleVisitStore.visits("v.circle = \(circle.id) AND v.day >= \(days.lowerBound) AND v.day <= \(days.upperBound)", in: act)
        return CircleReport(
            circle: circle, year: year, chair: sight.chairs.first { !$0.isDeputy && $0.holds(on: end) }?.name ?? "", members: members.count,
            joined: all.count { $0.since.map(days.contains) ?? false }, left: all.count { $0.until.map(days.contains) ?? false }, meetings: lines,
            schools: schools.values.sorted { $0.name < $1.name }, conclusions: conclusions, visits: visits.count, visitsSigned: visits.count(where: \.isSigned),
            plan: try CirclePlanStore.lines(of: circle.id, in: year, in: act))
    }
}
