package import Accounts
package import Centres
package import Kernel
package import Languages
import Schools
package import Storage

/// What of the circles of a centre needs a hand.
package enum CircleBoardStore {
    private static let most = 30

    /// Conclusions whose day has passed, the oldest first.
    static func late(at centre: Centre.ID, _ today: Day, in act: Act) throws -> [(circle: Circle, conclusion: CircleConclusion)] {
        let late = try CircleConclusionStore.conclusions("""
            c.settled IS NULL AND c.due < \(today) AND EXISTS (SELECT 1 FROM circle k WHERE k.id = c.circle AND k.centre = \(centre) AND k.closed IS NULL)
            """, in: act).sorted { $0.details.due < $1.details.due }.prefix(most)
        let circles = try circles(late.map(\.circle), in: act)
        return late.compactMap { conclusion in circles[conclusion.circle].map { ($0, conclusion) } }
    }

    /// Meetings that were and whose minutes nobody has signed, of the last year.
    static func unsigned(at centre: Centre.ID, _ today: Day, in act: Act) throws -> [(circle: Circle, meeting: CircleMeeting)] {
        let meetings = try CircleMeetingStore.meetings("""
            m.day < \(today) AND m.day > \(today.adding(days: -366)) AND m.cancelled IS NULL
                AND EXISTS (SELECT 1 FROM circle k WHERE k.id = m.circle AND k.centre = \(centre) AND k.closed IS NULL)
                AND (NOT EXISTS (SELECT 1 FROM circle_minutes n WHERE n.meeting = m.id)
                    OR EXISTS (SELECT 1 FROM circle_minutes n WHERE n.meeting = m.id AND n.signed IS NULL))
            """, in: act).suffix(most)
        let circles = try circles(meetings.map(\.circle), in: act)
        return meetings.compactMap { meeting in circles[meeting.circle].map { ($0, meeting) } }
    }

    /// Circles whose chair's term ends soon, or that nobody leads.
    static func ending(at centre: Centre.ID, _ today: Day, in act: Act) throws -> [(circle: Circle, chair: CircleChair?)] {
        let circles = try CircleStore.circles("c.centre = \(centre) AND c.closed IS NULL", in: act), ids = circles.map(\.id)
        let now = try CircleMemberStore.leading(ids, on: today, in: act)
        let later = try CircleMemberStore.leading(ids, on: today.adding(days: CircleChair.noticeDays), in: act)
        let asked = try CircleMemberStore.counts(ids, on: today, in: act)
        return circles.compactMap { circle in
            guard later[circle.id] == nil, asked[circle.id] != nil || circle.details.kind == .council else { return nil }
            return (circle, now[circle.id])
        }
    }

    private static func circles(_ ids: [Circle.ID], in act: Act) throws -> [Circle.ID: Circle] {
        try Dictionary(uniqueKeysWithValues: CircleStore.circles("c.id IN \(list: Array(Set(ids)))", in: act).map { ($0.id, $0) })
    }

    // MARK: A school

    /// Who of a school sits where, for whoever looks after it.
    static func members(of school: School.ID, at centre: Centre.ID, _ today: Day, in act: Act) throws -> [(circle: Circle, member: CircleMember, isChair: Bool)] {
        guard act.by.looksAfter(school) else { return [] }
        let rows = try act.db.rows("""
            SELECT m.circle, m.id FROM circle_member m JOIN circle c ON c.id = m.circle
            WHERE m.school = \(school) AND c.centre = \(centre) AND c.closed IS NULL AND m.since <= \(today) AND (m.until IS NULL OR m.until >= \(today))
            """).map { (circle: try $0["circle"] as Circle.ID, member: try $0["id"] as CircleMember.ID) }
        guard !rows.isEmpty else { return [] }
        let members = try CircleMemberStore.members("m.id IN \(list: rows.map(\.member))", in: act)
        let circles = try circles(rows.map(\.circle), in: act), chairs = try CircleMemberStore.leading(Array(circles.keys), on: today, in: act)
        let circleOf = Dictionary(uniqueKeysWithValues: rows.map { ($0.member, $0.circle) })
        return members.compactMap { member in
            guard let id = member.id, let circle = circleOf[id].flatMap({ circles[$0] }) else { return nil }
            return (circle, member, chairs[circle.id]?.person == member.person)
        }
    }
}
