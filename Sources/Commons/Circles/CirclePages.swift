import Accounts
import Centres
import Forms
import Kernel
import Languages
import Look
import Web

/// Circles for everybody, for those who belong to them, and for the centre that keeps them.
enum CirclePages {
    // MARK: For everybody

    @Sendable static func list(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id, today = visit.today
        let lines = try await visit.read { act in
            try told(CircleStore.all(of: centre, in: act).filter { $0.closed == nil }, on: today, in: act)
        }
        return visit.page(CircleViews(reader: visit.reader).list(lines))
    }

    static func told(_ circles: [Circle], on day: Day, in act: Act) throws -> [CircleLine] {
        let ids = circles.map(\.id)
        let chairs = try CircleMemberStore.leading(ids, on: day, in: act), next = try CircleMeetingStore.next(of: ids, from: day, in: act)
        let counts = try CircleMemberStore.counts(ids, on: day, in: act)
        return circles.map { CircleLine(circle: $0, chair: chairs[$0.id], next: next[$0.id], members: counts[$0.id] ?? 0) }
    }

    @Sendable static func show(_ visit: Visit) async throws -> Answer { visit.page(try await show(visit, visit.form())) }

    private static func show(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        let (centre, id): (Centre.ID, Circle.ID) = (visit.centre.id, try visit.id("circle")), today = visit.today
        let (sight, line, schools, isAsking) = try await visit.read { act in
            let circle = try CircleStore.circle(id, at: centre, in: act), sight = try CircleStore.look(circle, in: act)
            guard circle.closed == nil || sight.maySee, let line = try told([circle], on: today, in: act).first else { throw Problem.missing }
            let schools = try act.by.person.map { try EmploymentStore.schools(of: $0, on: today, in: act) } ?? []
            let isAsking = try CircleMemberStore.asking(id, in: act).contains { $0.person == act.by.person }
            return (sight, line, schools, isAsking)
        }
        return CircleViews(reader: visit.reader).card(sight, line, schools, isAsking: isAsking, form)
    }

    @Sendable static func join(_ visit: Visit) async throws -> Answer {
        let (centre, id): (Centre.ID, Circle.ID) = (visit.centre.id, try visit.id("circle")), typed = visit.typed
        return try await visit.submit {
            let school = School.ID(typed["school"])
            guard typed["school"].isEmpty || school != nil else { throw Problem.invalid("school", T.common.errorChoose) }
            return try await visit.act { act in
                let belongs = try CircleMemberStore.join(id, from: school, at: centre, in: act)
                return Redirect(visit.link(belongs ? "/me/circles/\(id)" : "/circles/\(id)"), belongs ? T.circles.saidJoined : T.circles.saidAsked)
            }
        } again: { try await show(visit, $0) }
    }

    // MARK: One's own

    @Sendable static func mine(_ visit: Visit) async throws -> Answer {
        guard let person = visit.actor.person else { throw Problem.missing }
        let centre = visit.centre.id, today = visit.today
        let (lines, open) = try await visit.read { act in
            (try told(CircleStore.mine(person, at: centre, in: act), on: today, in: act), try CircleConclusionStore.open(of: person, at: centre, in: act))
        }
        return visit.page(CircleViews(reader: visit.reader).mine(lines, open))
    }

    @Sendable static func home(_ visit: Visit) async throws -> Answer {
        let (centre, id): (Centre.ID, Circle.ID) = (visit.centre.id, try visit.id("circle")), year = SchoolYear(containing: visit.today)
        let (sight, meetings, conclusions, posts) = try await visit.read { act in
            let sight = try CircleStore.sight(id, at: centre, in: act)
            return (
                sight, try CircleMeetingStore.meetings(of: id, in: act), try CircleConclusionStore.conclusions(of: id, in: year, in: act),
                sight.circle.details.talks ? try CircleTalkStore.posts(of: sight, in: act).count(where: { $0.isReported && !$0.isHidden }) : 0)
        }
        return visit.page(CircleViews(reader: visit.reader).home(sight, meetings, ConclusionSum(conclusions.map(\.state)), reported: posts))
    }

    // MARK: For the centre

    @Sendable static func board(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id, today = visit.today
        let (lines, late, unsigned) = try await visit.read { act in
            let circles = try CircleStore.all(of: centre, in: act)
            return (try told(circles, on: today, in: act), try CircleBoardStore.late(at: centre, today, in: act),
                try CircleBoardStore.unsigned(at: centre, today, in: act))
        }
        return visit.page(CircleDeskViews(reader: visit.reader).board(lines, late: late, unsigned: unsigned))
    }

    @Sendable static func new(_ visit: Visit) async throws -> Answer {
        visit.page(try await new(visit, visit.form(CircleDetails(name: "").typed)))
    }

    private static func new(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        CircleDeskViews(reader: visit.reader).form(nil, try await councils(visit), form)
    }

    private static func councils(_ visit: Visit) async throws -> [Circle] {
        let centre = visit.centre.id
        return try await visit.read { try CircleStore.all(of: centre, in: $0).filter { $0.details.kind == .council && $0.closed == nil } }
    }

    @Sendable static func add(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id
        return try await visit.submit {
            let details = try CircleDetails(visit.typed)
            return try await visit.act { act in
                let id = try CircleStore.found(details, at: centre, in: act)
                return Redirect(visit.link("/me/circles/\(id)/members"), T.circles.saidFounded)
            }
        } again: { try await new(visit, $0) }
    }

    @Sendable static func edit(_ visit: Visit) async throws -> Answer {
        let circle = try await circle(visit)
        return visit.page(CircleDeskViews(reader: visit.reader).form(circle, try await councils(visit), visit.form(circle.details.typed)))
    }

    @Sendable static func save(_ visit: Visit) async throws -> Answer {
        let circle = try await circle(visit), centre = visit.centre.id
        return try await visit.submit {
            let details = try CircleDetails(visit.typed)
            return try await visit.act { act in
                try CircleStore.edit(circle.id, to: details, at: centre, in: act)
                return Redirect(visit.link("/staff/circles"), T.common.saved)
            }
        } again: { CircleDeskViews(reader: visit.reader).form(circle, try await councils(visit), $0) }
    }

    @Sendable static func close(_ visit: Visit) async throws -> Answer {
        let circle = try await circle(visit), centre = visit.centre.id, isClosed = circle.closed == nil
        return try await visit.act { act in
            try CircleStore.setClosed(isClosed, circle.id, at: centre, in: act)
            return Redirect(visit.link("/staff/circles"), isClosed ? T.circles.saidClosed : T.circles.saidReopened)
        }
    }

    private static func circle(_ visit: Visit) async throws -> Circle {
        let (centre, id): (Centre.ID, Circle.ID) = (visit.centre.id, try visit.id("circle"))
        return try await visit.read { try CircleStore.circle(id, at: centre, in: $0) }
    }
}
