import Documents
import Events
import Forms
import Kernel
import Languages
package import Web

/// Saying oneself that one is there, by the code that the projector shows.
package enum AttendPages {
    /// For the projector.
    @Sendable package static func screen(_ visit: Visit) async throws -> Answer {
        let sight = try await DoorPages.sight(visit)
        guard sight.session.selfCheck.contains(visit.now), sight.roll.event.state.isAlive else { return AttendViews.screen(visit, sight, nil) }
        let code = ScreenCode(visit.seal).text(for: sight.session.id, at: visit.now)
        let address = "\(visit.centre.origin)/\(sight.roll.event.plan.language.rawValue)/attend/\(code)"
        guard let picture = QRCode(address) else { throw Problem.missing }
        return AttendViews.screen(visit, sight, AttendViews.Code(text: code, path: picture.path, extent: picture.extent, left: ScreenCode.left(at: visit.now)))
    }

    /// Where the short code is typed.
    @Sendable package static func type(_ visit: Visit) async throws -> Answer {
        let typed = visit.query["code"]
        return typed.isEmpty ? AttendViews.type(visit, nil) : try await open(visit, typed, otherwise: 422)
    }

    /// Where the picture leads.
    @Sendable package static func open(_ visit: Visit) async throws -> Answer { try await open(visit, visit.parameters["code"] ?? "", otherwise: 404) }

    /// A good code gives this browser ten minutes to enter and to confirm.
    private static func open(_ visit: Visit, _ typed: String, otherwise status: Int) async throws -> Answer {
        do {
            guard let code = ScreenCode.read(typed) else { throw Problem.invalid("code", T.delivery.codeSixDigits) }
            guard let found = try await session(code, visit) else { throw Problem.invalid("code", T.delivery.codeOld) }
            return AttendViews.confirm(visit, found.event, found.session)
        } catch let problem as Problem where problem.kind == .invalid { return AttendViews.type(visit, problem, status: status) }
    }

    /// The session of a code. Each try is counted before it is looked at, so that past the limit a good code opens nothing either; a good one is taken back.
    private static func session(_ code: String, _ visit: Visit) async throws -> (event: Event, session: DatedSession)? {
        let (centre, codes, tries) = (visit.centre.id, ScreenCode(visit.seal), tries(visit))
        return try await visit.records.write(by: visit.actor) { act in
            try tries.count(in: act)
            let found = try AttendanceStore.session(code: code, codes, at: centre, in: act)
            if found != nil { try tries.forgive(in: act) }
            return found
        }
    }

    /// Tries are counted for each person who has signed in. Those of others are counted for their network address, which a whole hall of people may
    /// share, so that its limit is ten times as high.
    private static func tries(_ visit: Visit) -> Attempts {
        guard let person = visit.actor.person else { return Attempts("attend from", of: visit.client, limit: 100, within: 600) }
        return Attempts("attend", of: "\(person)", limit: 10, within: 600)
    }

    @Sendable package static func attend(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id
        do {
            let ticket = try AttendTicket(visit.typed[AttendTicket.field], visit.seal, act: visit.typed["act"], at: visit.now)
            return try await visit.act { act in
                let event = try AttendanceStore.attend(ticket.session, at: centre, in: act)
                return Redirect(visit.link("/me"), T.delivery.saidAttend(title: .title(event.title(in: visit.language).text)))
            }
        } catch let problem as Problem where problem.kind == .conflict { return AttendViews.refused(visit, problem) }
    }
}
