import Accounts
import Centres
import Forms
import Kernel
import Languages
import Look
import Schools
package import Web

/// A school asks for an event of its own, and the people of the centre answer.
package enum EventRequestPages {
    // MARK: The school

    @Sendable package static func new(_ visit: Visit) async throws -> Answer { visit.page(try await asking(visit, visit.form())) }

    @Sendable package static func ask(_ visit: Visit) async throws -> Answer {
        let (id, centre) = (try visit.id("school", of: SchoolTag.self), visit.centre.id)
        _ = try await visit.read { try SchoolTeamStore.school(id, in: $0) }
        return try await visit.submit {
            let details = try EventRequestDetails(visit.typed, own: visit.language)
            return try await visit.act { act in
                _ = try EventRequestStore.ask(details, for: id, of: centre, in: act)
                return Redirect(visit.link("/me/schools/\(id)/centre"), T.events.saidRequested)
            }
        } again: { form in
            try await asking(visit, form)
        }
    }

    private static func asking(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        let id = try visit.id("school", of: SchoolTag.self)
        return EventRequestViews(reader: visit.reader).new(try await visit.read { try SchoolTeamStore.school(id, in: $0) }, form)
    }

    // MARK: The centre

    @Sendable package static func list(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id
        let (requests, schools) = try await visit.read { act in
            let requests = try EventRequestStore.requests(to: centre, in: act)
            return (requests, try SchoolStore.names(requests.map(\.school), in: act))
        }
        return visit.page(EventRequestViews(reader: visit.reader).list(requests, schools))
    }

    @Sendable package static func show(_ visit: Visit) async throws -> Answer { visit.page(try await showing(visit, visit.form())) }

    @Sendable package static func accept(_ visit: Visit) async throws -> Answer {
        let id = try visit.id("request", of: EventRequest.self)
        _ = try await visit.read { try EventRequestStore.request(id, in: $0) }
        return try await visit.submit {
            let answer = try EventRequestAnswer(visit.typed)
            return try await visit.act { act in
                let event = try EventRequestStore.accept(id, answer, in: act)
                return Redirect(visit.link("/staff/events/\(event)"), T.events.saidRequestAccepted)
            }
        } again: { form in
            try await showing(visit, form)
        }
    }

    @Sendable package static func decline(_ visit: Visit) async throws -> Answer {
        let id = try visit.id("request", of: EventRequest.self)
        _ = try await visit.read { try EventRequestStore.request(id, in: $0) }
        return try await visit.submit {
            let reason = visit.typed.lines("reason")
            return try await visit.act { act in
                try EventRequestStore.decline(id, because: reason, in: act)
                return Redirect(visit.link("/staff/requests"), T.events.saidRequestDeclined)
            }
        } again: { form in
            try await showing(visit, form)
        }
    }

    private static func showing(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        let (id, centre) = (try visit.id("request", of: EventRequest.self), visit.centre.id)
        let (request, school, person, forms, halls) = try await visit.read { act in
            let request = try EventRequestStore.request(id, in: act)
            return (
                request, try SchoolStore.school(request.school, in: act), try PersonStore.names(of: [request.person], in: act)[request.person] ?? "",
                try EventFormStore.forms(of: centre, in: act), try HallStore.halls(of: centre, in: act))
        }
        return EventRequestViews(reader: visit.reader).show(request, school, person, forms, halls, form)
    }
}
