import Accounts
import Centres
import Forms
import Kernel
import Languages
import Look
import Web

/// Calls that are followed, for the centre's own people.
enum FundingCallPages {
    @Sendable static func list(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id
        return visit.page(FundingCallViews(reader: visit.reader).list(try await visit.read { try FundingCallStore.all(of: centre, in: $0) }))
    }

    private static func currency(_ visit: Visit) async throws -> Currency {
        let centre = visit.centre.id
        return try await visit.read { try CentreStore.centre(centre, in: $0).currency }
    }

    private static func staff(_ visit: Visit, of call: FundingCall? = nil) async throws -> [(id: Person.ID, name: String)] {
        let centre = visit.centre.id
        return try await visit.read { try ProjectPeopleStore.staff(of: centre, with: call?.details.decider, call?.deciderName ?? "", in: $0) }
    }

    // MARK: A new one

    @Sendable static func new(_ visit: Visit) async throws -> Answer {
        let typed = Typed(["time": "23:59", "currency": try await currency(visit).rawValue])
        return visit.page(FundingCallViews(reader: visit.reader).edit(nil, try await staff(visit), visit.form(typed)))
    }

    @Sendable static func add(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id, typed = visit.typed, own = visit.language, zone = visit.centre.zone, currency = try await currency(visit)
        return try await visit.submit {
            let details = try FundingCallDetails(typed, currency, zone, own: own)
            return try await visit.act { act in
                let id = try FundingCallStore.add(details, at: centre, in: act)
                return Redirect(visit.link("/staff/calls/\(id)"), T.common.saved)
            }
        } again: { FundingCallViews(reader: visit.reader).edit(nil, try await staff(visit), $0) }
    }

    // MARK: One

    @Sendable static func show(_ visit: Visit) async throws -> Answer { visit.page(try await show(visit, visit.form())) }

    private static func show(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        let centre = visit.centre.id, id: FundingCall.ID = try visit.id("call")
        let (call, projects) = try await visit.read { act in
            (try FundingCallStore.call(id, at: centre, in: act), try ProjectStore.projects(of: id, in: act))
        }
        return FundingCallViews(reader: visit.reader).show(call, projects, form)
    }

    @Sendable static func decide(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id, id: FundingCall.ID = try visit.id("call"), typed = visit.typed
        return try await visit.submit {
            guard let state = FundingCall.State(rawValue: typed["state"]) else { throw Problem.conflict(T.common.errorChoose) }
            let reason = try ProjectWords.read(typed, "reason", .note, isOptional: true)
            return try await visit.act { act in
                try FundingCallStore.decide(id, state, because: reason, at: centre, in: act)
                return Redirect(visit.link("/staff/calls/\(id)"), T.common.saved)
            }
        } again: { try await show(visit, $0) }
    }

    @Sendable static func edit(_ visit: Visit) async throws -> Answer { visit.page(try await edit(visit, nil)) }

    private static func edit(_ visit: Visit, _ form: FilledForm?) async throws -> Screen {
        let centre = visit.centre.id, id: FundingCall.ID = try visit.id("call"), currency = try await currency(visit)
        let call = try await visit.read { try FundingCallStore.call(id, at: centre, in: $0) }
        let filled = form ?? visit.form(call.details.typed(in: visit.centre.zone, currency))
        return FundingCallViews(reader: visit.reader).edit(call, try await staff(visit, of: call), filled)
    }

    @Sendable static func save(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id, id: FundingCall.ID = try visit.id("call"), typed = visit.typed, own = visit.language, zone = visit.centre.zone
        let currency = try await currency(visit)
        return try await visit.submit {
            let details = try FundingCallDetails(typed, currency, zone, own: own)
            return try await visit.act { act in
                try FundingCallStore.edit(id, to: details, at: centre, in: act)
                return Redirect(visit.link("/staff/calls/\(id)"), T.common.saved)
            }
        } again: { try await edit(visit, $0) }
    }
}
