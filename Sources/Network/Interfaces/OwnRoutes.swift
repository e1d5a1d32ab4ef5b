import Events
import Forms
import Kernel
import Languages

/// What a key reads of its own centre.
enum OwnRoutes {
    private static let event = APIParameter<Event.ID>("event", "Only of this event.", .id) { Event.ID(asked: $0) }
    private static let year = APIParameter<Int>("year", "The school year, by the year in which it begins; the present one unless told.", .number(2000...2100)) {
        Int(typed: $0, in: 2000...2100)
    }

    static let all: [APIRoute] = [
        APIRoute("/own/events", T.interfaces.routeOwnEvents, .events, lists: "OwnEvents", events),
        APIRoute("/own/registrations", T.interfaces.routeOwnRegistrations, .registrations, lists: "OwnRegistrations", asks: [event.line], registrations),
        APIRoute("/own/certificates", T.interfaces.routeOwnCertificates, .certificates, lists: "OwnCertificates", asks: [event.line], certificates),
        APIRoute("/own/claims", T.interfaces.routeOwnClaims, .claims, lists: "OwnClaims", claims),
        APIRoute("/own/figures", T.interfaces.routeOwnFigures, .figures, asks: [year.line], figures),
    ]

    private static func after(_ call: APICall) -> Int64 { Int64(call[APIParameters.cursor]?[0] ?? 0) }

    @Sendable private static func events(_ call: APICall, in act: Act) throws -> APIPage<OwnEvent> {
        try OwnDataStore.events(after: after(call), limit: call.limit, at: call.centre.id, in: act)
    }

    @Sendable private static func registrations(_ call: APICall, in act: Act) throws -> APIPage<OwnRegistration> {
        try OwnDataStore.registrations(of: call[event], after: after(call), limit: call.limit, at: call.centre.id, in: act)
    }

    @Sendable private static func certificates(_ call: APICall, in act: Act) throws -> APIPage<OwnCertificate> {
        try OwnDataStore.certificates(of: call[event], after: after(call), limit: call.limit, at: call.centre.id, in: act)
    }

    @Sendable private static func claims(_ call: APICall, in act: Act) throws -> APIPage<OwnClaim> {
        try OwnDataStore.claims(after: after(call), limit: call.limit, at: call.centre.id, in: act)
    }

    @Sendable private static func figures(_ call: APICall, in act: Act) throws -> OwnFigures {
        let year = call[Self.year].flatMap { SchoolYear(start: $0) } ?? SchoolYear(containing: call.today), zone = call.centre.zone
        return try OwnDataStore.figures(
            of: year, zone.startOfDay(year.days.lowerBound)..<zone.endOfDay(year.days.upperBound), at: call.centre.id, in: act)
    }
}
