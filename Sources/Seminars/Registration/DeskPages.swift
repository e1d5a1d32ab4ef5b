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
    @Sendable package static func show(_ visit: Visit) async throws -> Answer { visit.page(try await screen(visit, visit.id("event"))) }

    private static func screen(_ visit: Visit, _ event: Event.ID, refused: RefusedLine? = nil) async throws -> Screen {
        let alphabet = visit.language.alphabet
        let (desk, journal) = try await visit.read { (try Desk(event, sorted: alphabet, in: $0), try JournalLine.about(.event(event), in: $0)) }
        return DeskViews(reader: visit.reader).show(desk, journal, refused)
    }

    static func desk(_ visit: Visit) async throws -> Desk {
        let (id, alphabet): (Event.ID, Alphabet) = (try visit.id("event"), visit.language.alphabet)
        return try await visit.read { try Desk(id, sorted: alphabet, in: $0) }
    }

    // MARK: One person's line

    @Sendable package static func admit(_ visit: Visit) async throws -> Answer {
        let reason = visit.typed["reason"]
        return try await act(visit, T.registration.saidAdmittedByStaff) { try RegistrationStore.admit($0, because: reason, in: $1) }
    }

    @Sendable package static func refuse(_ visit: Visit) async throws -> Answer {
        let reason = visit.typed["reason"]
        return try await act(visit, T.registration.saidRefused) { try RegistrationStore.refuse($0, because: reason, in: $1) }
    }

    @Sendable package static func remark(_ visit: Visit) async throws -> Answer {
        let remark = visit.typed["reason"]
        return try await act(visit, T.registration.saidRemarked, tells: false) { try RegistrationStore.remark($0, remark, in: $1) }
    }

    @Sendable package static func move(_ visit: Visit) async throws -> Answer {
        let (other, reason) = (Event.ID(visit.typed["event"]), visit.typed["reason"])
        return try await act(visit, T.registration.saidMoved) { registration, act in
            guard let other else { throw Problem.invalid("event", T.registration.moveChoose) }
            _ = try RegistrationStore.move(registration, to: other, because: reason, in: act)
        }
    }

    /// One verb for one line. Where it is refused, the desk comes back with the line open and what was typed still in it.
    /// - Parameter tells: whether the person is told; where no letter can do it, the answer says so.
    private static func act(
        _ visit: Visit, _ said: Phrase, tells: Bool = true, _ verb: @escaping @Sendable (Registration.ID, Act) throws -> Void
    ) async throws -> Answer {
        let id: Registration.ID = try visit.id("registration")
        let event = try await visit.read { try RegistrationStore.registration(id, in: $0).event }
        return try await visit.submit {
            var faults = Faults()
            faults.limit(visit.typed["reason"], "reason", most: Registration.longestRemark)
            try faults.check()
            return try await visit.act { act in
                try verb(id, act)
                let untold = tells ? try RegistrationStore.unwritten(id, in: act) : nil
                return Redirect(visit.link("/staff/events/\(event)"), untold.map(saidUntold) ?? said)
            }
        } again: { form in
            try await screen(visit, event, refused: RefusedLine(registration: id, form: form))
        }
    }

    private static func saidUntold(_ person: Person) -> Phrase {
        let name = Value.text(person.name.full)
        return person.phone.isEmpty ? T.registration.saidUntoldNoPhone(name: name) : T.registration.saidUntold(name: name, phone: .text(person.phone))
    }

    // MARK: Adding by phone

    @Sendable package static func askAdd(_ visit: Visit) async throws -> Answer {
        let event = try await event(visit)
        return visit.page(DeskFormViews(reader: visit.reader).add(event, visit.form(), offered: []))
    }

    @Sendable package static func add(_ visit: Visit) async throws -> Answer {
        let event = try await event(visit)
        let (choice, alphabet) = (SchoolChoice(visit.typed), visit.language.alphabet)
        let found = try await visit.read { try SchoolStore.schools(for: choice, alphabet, in: $0) }
        var doubles: [LikelyDouble] = []
        return try await visit.submit {
            let written = try DeskForm(visit.typed, payers: event.plan.payers, found: found)
            doubles = try await visit.read { try RegistrationStore.doubles(of: written, for: event, in: $0) }
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
            DeskFormViews(reader: visit.reader).add(event, form, offered: choice.offered(found), doubles)
        }
    }

    private static func event(_ visit: Visit) async throws -> Event {
        let id: Event.ID = try visit.id("event")
        return try await visit.read { try EventStore.event(runBy: $0.by, id, in: $0) }
    }

    // MARK: Lists

    @Sendable package static func list(_ visit: Visit) async throws -> Answer {
        let desk = try await desk(visit)
        return .file(
            bytes: try DeskSheet.sheet(desk, visit.t).xlsx(), type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            name: "\(desk.event.title(in: visit.language).text).xlsx")
    }
}
