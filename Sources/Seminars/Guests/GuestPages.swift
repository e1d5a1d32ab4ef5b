import Accounts
import Centres
import Events
import Forms
import Kernel
import Languages
import Look
package import Web

/// Those who are asked to come to an event, for those who run it.
package enum GuestPages {
    @Sendable package static func list(_ visit: Visit) async throws -> Answer {
        visit.page(GuestViews(reader: visit.reader).list(try await list(of: visit), visit.form()))
    }

    @Sendable package static func add(_ visit: Visit) async throws -> Answer {
        let list = try await list(of: visit)
        return try await visit.submit {
            let guest = try NewGuest(visit.typed, of: list.event)
            return try await visit.act { act in
                guard try GuestStore.add([guest], to: list.event.id, in: act) == 1 else { throw Problem.invalid("email", T.guests.alreadyListed) }
                return back(visit, T.guests.saidAdded(count: 1))
            }
        } again: { form in
            GuestViews(reader: visit.reader).list(list, form)
        }
    }

    @Sendable package static func addLines(_ visit: Visit) async throws -> Answer {
        let list = try await list(of: visit)
        return try await visit.submit {
            let guests = try NewGuest.lines(visit.typed, of: list.event)
            return try await visit.act { act in back(visit, T.guests.saidAdded(count: try GuestStore.add(guests, to: list.event.id, in: act))) }
        } again: { form in
            GuestViews(reader: visit.reader).list(list, form)
        }
    }

    @Sendable package static func addSchools(_ visit: Visit) async throws -> Answer {
        let id: Event.ID = try visit.id("event")
        return try await visit.act { act in back(visit, T.guests.saidAdded(count: try GuestStore.addSchools(to: id, in: act))) }
    }

    // MARK: Letters

    /// What will be written, and to how many.
    @Sendable package static func look(_ visit: Visit) async throws -> Answer {
        visit.page(try await preview(visit, visit.form()))
    }

    @Sendable package static func ask(_ visit: Visit) async throws -> Answer {
        let list = try await list(of: visit)
        let tokens = list.guests.map { _ in Token.random() }
        return try await visit.submit {
            var faults = Faults()
            let words = visit.typed.lines("text")
            faults.limit(words, "text", .letter)
            try faults.check()
            return try await visit.act { act in back(visit, T.guests.saidAsked(count: try GuestStore.ask(list.event.id, saying: words, tokens: tokens, in: act))) }
        } again: { form in
            try await preview(visit, form)
        }
    }

    /// The first letter that will leave, in the centre's own words and the language in which it will be written.
    private static func preview(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        let list = try await list(of: visit)
        let own = try await visit.read { act in
            let person = try list.toAsk.first?.person.map { try PersonStore.person($0, in: act) }
            return try act.texts(person?.language ?? list.event.plan.language, of: list.centre)
        }
        return GuestViews(reader: visit.reader).preview(list, form, in: own)
    }

    @Sendable package static func remind(_ visit: Visit) async throws -> Answer {
        let list = try await list(of: visit)
        let tokens = list.guests.map { _ in Token.random() }
        return try await visit.act { act in back(visit, T.guests.saidReminded(count: try GuestStore.remind(list.event.id, tokens: tokens, in: act))) }
    }

    // MARK: One of them

    @Sendable package static func remove(_ visit: Visit) async throws -> Answer {
        let id: Guest.ID = try visit.id("guest")
        return try await visit.act { act in
            let event = try GuestStore.remove(id, in: act)
            return Redirect(visit.link("/staff/events/\(event)/guests"), T.guests.saidRemoved)
        }
    }

    /// Staff write down what was said by telephone.
    @Sendable package static func answer(_ visit: Visit) async throws -> Answer {
        let id: Guest.ID = try visit.id("guest")
        let (guest, event) = try await visit.read { act in
            guard let row = try GuestStore.row(id, in: act) else { throw Problem.missing }
            return (row, try EventStore.event(runBy: act.by, row.event, in: act))
        }
        return try await visit.submit {
            let reply = try Reply(visit.typed, of: guest.part)
            return try await visit.act { act in
                let event = try GuestStore.answer(id, reply, in: act)
                return Redirect(visit.link("/staff/events/\(event)/guests"), T.guests.saidAnswered)
            }
        } again: { form in
            let list = try await visit.read { try GuestStore.list(of: event.id, in: $0) }
            return GuestViews(reader: visit.reader).list(list, form, wrong: id)
        }
    }

    private static func back(_ visit: Visit, _ said: Phrase) -> Redirect {
        Redirect(visit.link("/staff/events/\(visit.parameters["event"] ?? "")/guests"), said)
    }

    private static func list(of visit: Visit) async throws -> GuestList {
        let id: Event.ID = try visit.id("event")
        return try await visit.read { try GuestStore.list(of: id, in: $0) }
    }
}
