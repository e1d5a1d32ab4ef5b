import Events
import Forms
import Kernel
import Languages
package import Web

/// A message to all or some of an event's people: written once, looked at, sent to each in their own language and script.
package enum MessagePages {
    @Sendable package static func write(_ visit: Visit) async throws -> Answer {
        visit.page(MessageViews(reader: visit.reader).form(try await DeskPages.desk(visit), visit.form(visit.query.has("to") ? visit.query : DeskMessage.opened)))
    }

    @Sendable package static func look(_ visit: Visit) async throws -> Answer {
        let desk = try await DeskPages.desk(visit)
        return try await visit.submit {
            visit.page(MessageViews(reader: visit.reader).preview(try DeskMessage(visit.typed), desk))
        } again: { form in
            MessageViews(reader: visit.reader).form(desk, form)
        }
    }

    @Sendable package static func send(_ visit: Visit) async throws -> Answer {
        let (id, alphabet): (Event.ID, Alphabet) = (try visit.id("event"), visit.language.alphabet)
        return try await visit.submit {
            let message = try DeskMessage(visit.typed)
            return try await visit.act { act in
                let count = try RegistrationStore.send(message, to: Desk(id, sorted: alphabet, in: act), in: act)
                return Redirect(visit.link("/staff/events/\(id)"), T.registration.saidMessage(count: count))
            }
        } again: { form in
            MessageViews(reader: visit.reader).form(try await DeskPages.desk(visit), form)
        }
    }
}
