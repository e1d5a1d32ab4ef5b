import Catalogue
import Documents
import Events
import Forms
import Kernel
import Languages
import Look
package import Web

/// Saying oneself that one is there, by the code that the projector shows.
package enum AttendPages {
    /// For the projector.
    @Sendable package static func screen(_ visit: Visit) async throws -> Answer {
        let sight = try await DoorPages.sight(visit)
        let isOpen = sight.session.selfCheck.contains(visit.now) && sight.roll.event.state.isAlive
        return visit.page(AttendViews(reader: visit.reader).screen(sight, isOpen ? try code(visit, sight) : nil))
    }

    private static func code(_ visit: Visit, _ sight: DoorSight) throws -> ShownCode {
        let code = ScreenCode(visit.seal).text(for: sight.session.id, at: visit.now)
        let address = "\(visit.centre.origin)/\(sight.roll.event.plan.language.rawValue)/attend/\(code)"
        guard let picture = QRCode(address) else { throw Problem.missing }
        return ShownCode(text: code, path: picture.path, extent: picture.extent, left: ScreenCode.left(at: visit.now))
    }

    /// Where the short code is typed.
    @Sendable package static func type(_ visit: Visit) async throws -> Answer {
        let code = visit.query["code"]
        guard !code.isEmpty else { return visit.page(AttendViews(reader: visit.reader).type(visit.form())) }
        return try await visit.submit { try await confirm(visit, code) } again: { form in AttendViews(reader: visit.reader).type(form) }
    }

    /// The address in the picture. With a code that is not good it leads to nothing, 404, and the page asks for another code.
    @Sendable package static func open(_ visit: Visit) async throws -> Answer {
        do { return try await confirm(visit, visit.parameters["code"] ?? "") } catch let problem as Problem where problem.kind == .invalid {
            return visit.page(AttendViews(reader: visit.reader).type(visit.form(.nothing, problem)), status: Problem.missing.status)
        }
    }

    /// A good code gives this browser ten minutes to enter and to confirm.
    private static func confirm(_ visit: Visit, _ typed: String) async throws -> Answer {
        guard let code = ScreenCode.read(typed) else { throw Problem.invalid("code", T.delivery.codeSixDigits) }
        guard let found = try await session(code, visit) else { throw Problem.invalid("code", T.delivery.codeOld) }
        let reader = visit.reader
        let hidden = reader.hidden
        let act = hidden.first { $0.name == "act" }?.value ?? ""
        let ticket = AttendTicket(found.session.id, at: visit.now).text(visit.seal, act: act)
        return visit.page(AttendViews(reader: reader).confirm(found.event, found.session, hidden: hidden + [Hidden(AttendTicket.field, ticket)]))
    }

    /// The session of a code. A try is counted before its code is looked at, so that past the limit a good code opens nothing either. A good code gives
    /// its try back.
    private static func session(_ code: String, _ visit: Visit) async throws -> (event: Event, session: DatedSession)? {
        let (centre, codes, tries) = (visit.centre.id, ScreenCode(visit.seal), tries(visit))
        return try await visit.records.write(by: visit.actor) { act in
            for attempts in tries { try attempts.count(in: act) }
            let found = try AttendanceStore.session(code: code, codes, at: centre, in: act)
            if found != nil { for attempts in tries { try attempts.forgive(in: act) } }
            return found
        }
    }

    /// Tries are counted for each person who has signed in. Those of others are counted for their network, which a whole hall of people may share, so that
    /// its limit is ten times as high, and for all strangers together, so that many networks in one hand guess no more: of a million codes two are good
    /// at a time, and a thousand misses in ten minutes find one in five hundred. Whoever has signed in is not kept out by the misses of strangers.
    private static func tries(_ visit: Visit) -> [Attempts] {
        guard let person = visit.actor.person else {
            return [Attempts("attend from", from: visit.network, limit: 100, within: 600), Attempts(inAll: "attend", limit: 1_000, within: 600)]
        }
        return [Attempts("attend", of: "\(person)", limit: 10, within: 600)]
    }

    @Sendable package static func attend(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id
        return try await visit.submit {
            let ticket = try AttendTicket(visit.typed[AttendTicket.field], visit.seal, act: visit.typed["act"], at: visit.now)
            return try await visit.act { act in
                let event = try AttendanceStore.attend(ticket.session, at: centre, in: act)
                return Redirect(visit.link("/me"), T.delivery.saidAttend(title: .title(event.title(in: visit.language).text)))
            }
        } again: { form in
            AttendViews(reader: visit.reader).refused(form)
        }
    }
}
