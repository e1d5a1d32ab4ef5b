import Centres
import Forms
import Kernel
import Languages
import Look
import Portfolio
import Schools
import Web

/// Visits of teachers to one another's lessons, for those who were there and for the team of their school.
enum CircleVisitPages {
    private static func ids(_ visit: Visit) throws -> (centre: Centre.ID, circle: Circle.ID) { (visit.centre.id, try visit.id("circle")) }

    @Sendable static func list(_ visit: Visit) async throws -> Answer { visit.page(try await list(visit, visit.form())) }

    private static func list(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        let (centre, circle) = try ids(visit)
        let (sight, visits) = try await visit.read { (try CircleStore.sight(circle, at: centre, in: $0), try CircleVisitStore.visits(of: circle, in: $0)) }
        return CircleVisitViews(reader: visit.reader).list(sight, visits, form)
    }

    @Sendable static func add(_ visit: Visit) async throws -> Answer {
        let (centre, circle) = try ids(visit), own = visit.language
        return try await visit.submit {
            let details = try CircleVisitDetails(visit.typed, own: own)
            return try await visit.act { act in
                _ = try CircleVisitStore.add(details, of: circle, at: centre, in: act)
                return Redirect(visit.link("/me/circles/\(circle)/visits"), T.circles.saidVisit)
            }
        } again: { try await list(visit, $0) }
    }

    @Sendable static func sign(_ visit: Visit) async throws -> Answer {
        let (centre, circle) = try ids(visit), id: CircleVisit.ID = try visit.id("visit"), isGone = visit.typed.has("remove")
        return try await visit.submit {
            try await visit.act { act in
                if isGone {
                    try CircleVisitStore.remove(id, of: circle, at: centre, in: act)
                } else {
                    try CircleVisitStore.sign(id, of: circle, at: centre, in: act)
                }
                return Redirect(visit.link("/me/circles/\(circle)/visits"), isGone ? T.circles.saidVisitRemoved : T.circles.saidVisitSigned)
            }
        } again: { try await list(visit, $0) }
    }

    // MARK: The school

    @Sendable static func ofSchool(_ visit: Visit) async throws -> Answer { visit.page(try await ofSchool(visit, visit.form())) }

    private static func ofSchool(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        let id: School.ID = try visit.id("school")
        let (school, visits) = try await visit.read { (try SchoolTeamStore.school(id, in: $0), try CircleVisitStore.visits(seenBy: id, in: $0)) }
        return CircleVisitViews(reader: visit.reader).ofSchool(visits, in: school, form)
    }

    @Sendable static func confirm(_ visit: Visit) async throws -> Answer {
        let (school, side): (School.ID, CircleVisit.Side.ID) = (try visit.id("school"), try visit.id("side"))
        let centre = visit.centre.id, line = visit.typed["line"], t = visit.t
        return try await visit.submit {
            let chosen = PointsTable.Line.ID(line)
            guard line.isEmpty || chosen != nil else { throw Problem.invalid("line", T.common.errorChoose) }
            return try await visit.act { act in
                guard let one = try CircleVisitStore.visits(seenBy: school, in: act).first(where: { $0.side.id == side }) else { throw Problem.missing }
                let lesson = Value.text(one.visit.details.lesson)
                let title = t(one.side.part == .host ? T.circles.entryHost(lesson: lesson) : T.circles.entryGuest(lesson: lesson))
                try CircleVisitStore.confirm(side, by: chosen, title: String(title.prefix(TextLimit.sentence.rawValue)), in: school, at: centre, in: act)
                return Redirect(visit.link("/me/schools/\(school)/visits"), T.circles.saidConfirmed)
            }
        } again: { try await ofSchool(visit, $0) }
    }
}
