import Accounts
import Catalogue
import Events
import Forms
import Kernel
import Languages
import Mail
import Centres
import Sheets
package import Web

/// The desk of one event, where its people are looked after.
package enum DeskPages {
    @Sendable package static func show(_ visit: Visit) async throws -> Answer {
        let (desk, journal) = try await desk(visit)
        return DeskViews.show(visit, desk, journal)
    }

    // MARK: One person's line

    @Sendable package static func admit(_ visit: Visit) async throws -> Answer {
        try await act(visit, T.registration.saidAdmittedByStaff) { try RegistrationStore.admit($0, because: $1, in: $2) }
    }

    @Sendable package static func refuse(_ visit: Visit) async throws -> Answer {
        try await act(visit, T.registration.saidRefused) { try RegistrationStore.refuse($0, because: $1, in: $2) }
    }

    @Sendable package static func remark(_ visit: Visit) async throws -> Answer {
        try await act(visit, T.registration.saidRemarked) { try RegistrationStore.remark($0, $1, in: $2) }
    }

    private static func act(_ visit: Visit, _ said: Phrase, _ verb: @escaping @Sendable (Registration.ID, String, Act) throws -> Void) async throws -> Answer {
        let id: Registration.ID = try visit.id("registration")
        let reason = visit.typed["reason"]
        let event = try await visit.read { try RegistrationStore.registration(id, in: $0).event }
        do {
            return try await visit.act { act in
                try verb(id, reason, act)
                return Redirect(visit.link("/staff/events/\(event)"), said)
            }
        } catch let problem as Problem where problem.kind != .missing {
            return try await again(visit, event, id, problem)
        }
    }

    @Sendable package static func move(_ visit: Visit) async throws -> Answer {
        let id: Registration.ID = try visit.id("registration")
        let reason = visit.typed["reason"]
        let event = try await visit.read { try RegistrationStore.registration(id, in: $0).event }
        do {
            guard let other = Event.ID(visit.typed["event"]) else { throw Problem.invalid("event", T.registration.moveChoose) }
            return try await visit.act { act in
                _ = try RegistrationStore.move(id, to: other, because: reason, in: act)
                return Redirect(visit.link("/staff/events/\(event)"), T.registration.saidMoved)
            }
        } catch let problem as Problem where problem.kind != .missing {
            return try await again(visit, event, id, problem)
        }
    }

    /// The desk again, with the line open and what was typed still in it.
    private static func again(_ visit: Visit, _ event: Event.ID, _ id: Registration.ID, _ problem: Problem) async throws -> Answer {
        let (desk, journal) = try await desk(visit, event)
        return DeskViews.show(visit, desk, journal, DeskViews.Trouble(registration: id, typed: visit.typed, problem: problem))
    }

    // MARK: Adding by phone

    @Sendable package static func askAdd(_ visit: Visit) async throws -> Answer {
        let (desk, _) = try await desk(visit)
        return DeskViews.add(visit, desk, .nothing, found: [], nil)
    }

    @Sendable package static func add(_ visit: Visit) async throws -> Answer {
        let (desk, _) = try await desk(visit)
        let id = desk.event.id
        var found: [School] = []
        do {
            let form = try DeskForm(visit.typed, payers: desk.event.plan.payers)
            let school = try await form.school.school(visit, found: &found)
            return try await visit.act { act in
                let person = try form.email.flatMap { try PersonStore.person(email: $0, in: act)?.id }
                    ?? PersonStore.add(form.name, email: form.email, verified: nil, phone: form.phone, language: desk.event.plan.language, in: act)
                let application = Application(school: school, payer: form.payer, note: form.note, channel: .desk)
                let registration = try RegistrationStore.apply(person, for: id, application, in: act)
                return Redirect(visit.link("/staff/events/\(id)"), registration.state == .admitted ? T.registration.saidAdded : T.registration.saidAddedWaiting)
            }
        } catch let problem as Problem where problem.kind != .missing {
            return DeskViews.add(visit, desk, visit.typed, found: found, problem)
        }
    }

    // MARK: Lists

    @Sendable package static func list(_ visit: Visit) async throws -> Answer {
        let (desk, _) = try await desk(visit)
        let t = visit.t
        let sheet = Sheet(
            t(T.registration.listTitle),
            columns: [
                Sheet.Column(t(T.registration.family), width: 20), Sheet.Column(t(T.registration.given), width: 16), Sheet.Column(t(T.registration.email), width: 28),
                Sheet.Column(t(T.registration.phone), width: 16), Sheet.Column(t(T.registration.school), width: 40), Sheet.Column(t(T.registration.schoolPlace), width: 18),
                Sheet.Column(t(T.registration.state), width: 18), Sheet.Column(t(T.registration.payer), width: 16), Sheet.Column(t(T.registration.appliedAt), width: 18),
                Sheet.Column(t(T.registration.note), width: 40), Sheet.Column(t(T.registration.remark), width: 40),
            ],
            rows: desk.rows.map { row in
                [.text(row.name.family), .text(row.name.given), .text(row.email ?? ""), .text(row.phone), .text(row.school), .text(row.place),
                 .text(t(row.registration.state.name)), .text(t(row.registration.payer.ofOthers)), .text(t.instant(row.registration.applied)),
                 .text(row.registration.note), .text(row.registration.remark)]
            })
        return .file(bytes: try sheet.xlsx(), type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", name: "\(desk.event.title(in: visit.language).text).xlsx")
    }

    /// The list to be signed, a column for each session, sorted by the alphabet in use.
    @Sendable package static func sheet(_ visit: Visit) async throws -> Answer {
        let (desk, _) = try await desk(visit)
        return DeskViews.sheet(visit, desk)
    }

    static func desk(_ visit: Visit, _ id: Event.ID? = nil) async throws -> (Desk, [JournalLine]) {
        let id = try id ?? visit.id("event")
        let alphabet = visit.language.alphabet
        return try await visit.read { act in
            let desk = try Desk(id, sorted: alphabet, in: act)
            return (desk, try JournalLine.about(.event(id), in: act))
        }
    }
}

/// A line of the journal with the name of who acted.
struct JournalLine: Sendable {
    let entry: JournalEntry
    let who: String

    static func about(_ subject: Subject, in act: Act) throws -> [JournalLine] {
        let entries = try JournalEntry.about(subject, limit: 60, in: act)
        let names = try PersonStore.names(of: Set(entries.compactMap(\.person)), in: act)
        return entries.map { entry in JournalLine(entry: entry, who: entry.person.flatMap { names[$0] } ?? "") }
    }
}
