import Centres
import Forms
import HTML
import Kernel
import Languages
import Look
import Schools
import Web

/// Requests of schools on pages of others: on the school’s own, and on *Данас*.
enum EventRequestMine {
    /// On the school’s page.
    @Sendable static func ofSchool(_ asked: SchoolPageAsked, in act: Act) throws -> SchoolPagePart? {
        let requests = try EventRequestStore.requests(of: asked.school.id, in: act), school = asked.school.id
        return SchoolPagePart(at: 70, PagePart(T.events.requestsOwn) { EventRequestViews(reader: $0).own(requests, of: school) })
    }

    /// What waits for an answer.
    @Sendable static func today(_ asked: TodayAsked, in act: Act) throws -> TodayPart {
        let requests = try EventRequestStore.requests(to: asked.centre.id, waiting: true, in: act)
        return TodayPart(lines: requests.map { request in
            TodayPart.Line(
                .waiting, request.details.day, asked.t.run(request.details.title), T.events.todayRequest, T.events.todayRequestAct, path: "/staff/requests/\(request.id)")
        })
    }
}
