import Accounts
import Centres
import Events
import Forms
import Kernel
import Languages
import Look
import Sheets
package import Web

/// The desk of one event, where its people are looked after.
package enum DeskPages {
    @Sendable package static func show(_ visit: Visit) async throws -> Answer {
        let id: Event.ID = try visit.id("event")
        return visit.page(try await screen(visit, id, DeskQuestion(visit.query), visit.form(Typed(ChosenForm.chosen(visit.query).map { ("chosen", "\($0)") }))))
    }

    private static func screen(_ visit: Visit, _ event: Event.ID, _ question: DeskQuestion, _ form: FilledForm) async throws -> Screen {
        let alphabet = visit.language.alphabet
        let (desk, journal, parts) = try await visit.read { act in
            let desk = try Desk(event, question, sorted: alphabet, in: act)
            return (desk, try JournalLine.about(event, in: act), try act.ask(EventDeskAsked(event: desk.event)).sorted { $0.place < $1.place })
        }
        let reader = visit.reader, brought = parts.compactMap(\.part).map { (title: $0.title, content: $0.show(reader)) }
        return DeskViews(reader: reader).show(desk, journal, doors: parts.flatMap(\.doors), brought, form)
    }

    /// With all its people.
    static func desk(_ visit: Visit) async throws -> Desk {
        let (id, alphabet): (Event.ID, Alphabet) = (try visit.id("event"), visit.language.alphabet)
        return try await visit.read { try Desk(id, sorted: alphabet, in: $0) }
    }

    // MARK: Several at once

    /// The address of an act on chosen ones, opened by itself, leads to the desk.
    @Sendable package static func chosen(_ visit: Visit) async throws -> Answer {
        .redirect(visit.link("/staff/events/\(try visit.id("event", of: Event.self))"))
    }

    @Sendable package static func perform(_ visit: Visit) async throws -> Answer {
        let id: Event.ID = try visit.id("event")
        let back = DeskQuestion(Typed(urlEncoded: visit.typed["back"]))
        if visit.typed["deed"] == DeskViews.writes {
            let chosen = ChosenForm.chosen(visit.typed).map { (name: "chosen", value: "\($0)") }
            return .redirect(visit.link("/staff/events/\(id)/message?\(Typed([(name: "to", value: DeskMessage.Audience.chosen.rawValue)] + chosen).query)"))
        }
        return try await visit.submit {
            let form = try ChosenForm(visit.typed)
            let t = visit.t
            return try await visit.act { act in
                let outcome = try RegistrationStore.perform(form, of: id, in: act)
                let left = Typed(outcome.undone.map { (name: "chosen", value: "\($0.registration)") }).query
                let query = [back.query, left].filter { !$0.isEmpty }.joined(separator: "&")
                return Redirect(visit.link("/staff/events/\(id)") + (query.isEmpty ? "" : "?\(query)"), outcome.said(t))
            }
        } again: { form in
            try await screen(visit, id, back, form)
        }
    }

    // MARK: Adding by phone

    @Sendable package static func askAdd(_ visit: Visit) async throws -> Answer {
        let event = try await event(visit)
        let (nearby, workshops) = try await visit.read { (try SchoolStore.nearby(event.centre, in: $0), try WorkshopStore.open(event, in: $0)) }
        return visit.page(DeskFormViews(reader: visit.reader).add(event, visit.form(), offered: [], nearby: nearby, workshops: workshops))
    }

    @Sendable package static func add(_ visit: Visit) async throws -> Answer {
        let event = try await event(visit)
        let (choice, alphabet) = (SchoolChoice(visit.typed), visit.language.alphabet)
        let (found, nearby, workshops) = try await visit.read { act in
            (try SchoolStore.schools(for: choice, near: event.centre, alphabet, in: act), try SchoolStore.nearby(event.centre, in: act),
             try WorkshopStore.open(event, in: act))
        }
        var doubles: [LikelyDouble] = []
        return try await visit.submit {
            let written = try DeskForm(visit.typed, payers: event.plan.payers, ofGroup: event.form.applying == .group, found: found)
            doubles = try await visit.read { try LikelyDoubleStore.doubles(of: written.person, at: event.centre, in: $0) }
            let form = try written.meaning(MeantPerson(visit.typed), among: doubles)
            let token = Token.random()
            return try await visit.act { act in
                let said = switch try RegistrationStore.writeDown(form, for: event, token: token, in: act).state {
                case .admitted: T.registration.saidAdded
                case .unconfirmed: T.registration.saidAsked
                default: T.registration.saidAddedWaiting
                }
                return Redirect(visit.link("/staff/events/\(event.id)"), said)
            }
        } again: { form in
            DeskFormViews(reader: visit.reader).add(event, form, offered: choice.offered(found), nearby: nearby, workshops: workshops, doubles)
        }
    }

    private static func event(_ visit: Visit) async throws -> Event {
        let id: Event.ID = try visit.id("event")
        return try await visit.read { try EventStore.event(runBy: $0.by, id, in: $0) }
    }

    // MARK: Lists

    @Sendable package static func list(_ visit: Visit) async throws -> Answer {
        let desk = try await desk(visit)
        let chosen = try await visit.read { try WorkshopStore.choices(of: desk.event, in: $0) }
        return .file(
            bytes: try DeskSheet.sheet(desk, chosen, visit.t).xlsx(), type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            name: "\(desk.event.title(in: visit.language).text).xlsx")
    }
}
