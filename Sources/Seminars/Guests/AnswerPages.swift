import Centres
import Events
import Forms
import Kernel
import Languages
package import Web

/// Where somebody who was asked answers, led there by a mailed link and without an account.
package enum AnswerPages {
    @Sendable package static func show(_ visit: Visit) async throws -> Answer {
        let asked = try await asked(visit)
        return visit.page(AnswerViews(reader: visit.reader).form(asked, visit.form(Reply.typed(asked.guest)), token: token(of: visit).text))
    }

    @Sendable package static func answer(_ visit: Visit) async throws -> Answer {
        let token = token(of: visit)
        let asked = try await asked(visit)
        return try await visit.submit {
            let reply = try Reply(visit.typed, of: asked.guest.part)
            return try await visit.act { act in
                try GuestStore.answer(token, reply, in: act)
                return Redirect(visit.link("/answers/\(token.text)"), T.guests.thanks)
            }
        } again: { form in
            AnswerViews(reader: visit.reader).form(asked, form, token: token.text)
        }
    }

    private static func token(of visit: Visit) -> Token { Token(text: visit.parameters["token"] ?? "") }

    private static func asked(_ visit: Visit) async throws -> AskedGuest {
        let token = token(of: visit)
        return try await visit.read { act in
            let guest = try GuestStore.guest(token, in: act)
            let event = try EventStore.event(guest.event, in: act)
            return AskedGuest(guest: guest, event: event, centre: try CentreStore.centre(event.centre, in: act))
        }
    }
}
