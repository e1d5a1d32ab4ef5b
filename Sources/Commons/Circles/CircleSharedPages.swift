import Accounts
import Centres
import Forms
import HTML
import Kernel
import Languages
import Look
import Schools
import Web

/// What circles bring to pages that rooms share.
enum CircleSharedPages {
    /// Minutes that nobody has signed, conclusions whose day has passed, terms that end.
    @Sendable static func today(_ asked: TodayAsked, in act: Act) throws -> TodayPart {
        let centre = asked.centre.id, t = asked.t, today = asked.today
        guard act.by.coordinates(centre) else { return TodayPart() }
        let unsigned = try CircleBoardStore.unsigned(at: centre, today, in: act).map { circle, meeting in
            TodayPart.Line(
                .waiting, meeting.details.day, t.run(circle.details.name), T.circles.todayUnsigned(day: .day(meeting.details.day)), T.circles.openMeeting,
                path: "\(circle.path)/meetings/\(meeting.id)")
        }
        let late = try CircleBoardStore.late(at: centre, today, in: act).map { circle, conclusion in
            TodayPart.Line(
                .bad, conclusion.details.due, t.run(circle.details.name),
                T.circles.todayLate(text: .title(conclusion.details.text), owner: .text(conclusion.ownerName ?? "–")), T.circles.sayWhatBecame,
                path: "\(circle.path)/conclusions/\(conclusion.id)")
        }
        let ending = try CircleBoardStore.ending(at: centre, today, in: act).map { circle, chair in
            TodayPart.Line(
                .waiting, chair?.term.upperBound ?? today, t.run(circle.details.name),
                chair.map { T.circles.todayEnding(day: .day($0.term.upperBound)) } ?? T.circles.todayNoChair, T.circles.setChair, path: "\(circle.path)/members")
        }
        return TodayPart(lines: late + unsigned + ending)
    }

    /// The own circles with their next meetings, and what one still has to do.
    @Sendable static func mine(_ asked: MeAsked, in act: Act) throws -> MePart {
        let circles = try CircleStore.mine(asked.person, at: asked.centre.id, in: act)
        let open = try CircleConclusionStore.open(of: asked.person, at: asked.centre.id, in: act)
        guard !circles.isEmpty || !open.isEmpty else { return MePart() }
        let lines = try CirclePages.told(circles, on: asked.today, in: act), today = asked.today
        return MePart((24, PagePart(T.circles.mine) { reader in CircleViews(reader: reader).mineLines(lines, open, today) }))
    }

    /// Who of a school sits where.
    @Sendable static func ofSchool(_ asked: SchoolPageAsked, in act: Act) throws -> SchoolPagePart? {
        guard act.by.looksAfter(asked.school.id) else { return nil }
        let id = asked.school.id, today = try CircleStore.today(at: asked.centre, in: act)
        let members = try CircleBoardStore.members(of: id, at: asked.centre, today, in: act)
        guard !members.isEmpty else { return nil }
        return SchoolPagePart(at: 45, PagePart(T.circles.ofSchool) { CircleMemberViews(reader: $0).ofSchool(members) })
    }
}
