import Accounts
import Catalogue
@testable import Certificates
@testable import Events
import Kernel
import Languages
import Registration
import Testing
import Town

/// Who of an event gets what, and why not: as a table.
@Suite struct PlanRules {
    private static let ana = Person.ID(1), lazar = Person.ID(2)

    private static func event(_ state: EventState = .held, points: Int = 8, trainers: [Trainer] = []) throws -> Event {
        let plan = EventPlan(
            language: .sr, seats: 30, deadline: try #require(Day(iso: "2026-03-01")), fee: .rsd(0), points: points, texts: [:], sessions: [], trainers: trainers)
        return Event(
            id: .init(1), centre: .init(1), form: .seminar, state: state, plan: plan, reason: "", undo: nil, sequence: 0, starts: nil, ends: nil,
            halls: [:], addresses: [:], sessionRows: [])
    }

    private static func applicant(_ state: RegistrationState = .admitted, isComplete: Bool = true) -> CertificatePlan.Applicant {
        .init(
            registration: .init(7), person: ana, name: PersonName(given: "Ана", family: "Ђорђевић"), school: "Основна школа „Змај“", state: state,
            isComplete: isComplete)
    }

    private static let own = CertificatePlan.Bearer(part: .participant, person: ana, name: "")

    /// Whoever applied: what decides, and why nothing is prepared; nil where something is.
    private static let applicants: [(state: RegistrationState, isComplete: Bool, has: Bool, isErased: Bool, reason: Phrase?)] = [
        (.admitted, true, false, false, nil),
        (.admitted, false, false, false, T.certificates.refusedAttendance),
        (.offered, true, false, false, T.certificates.refusedState(state: .phrase(T.registration.stateOffered))),
        (.waiting, false, false, false, T.certificates.refusedState(state: .phrase(T.registration.stateWaiting))),
        (.withdrawn, true, false, false, T.certificates.refusedState(state: .phrase(T.registration.stateWithdrawn))),
        (.refused, true, false, false, T.certificates.refusedState(state: .phrase(T.registration.stateRefused))),
        (.admitted, true, true, false, T.certificates.refusedHas),
        (.admitted, true, false, true, T.certificates.refusedErased),
        // What somebody has is told before all else, then that the account is gone.
        (.withdrawn, false, true, true, T.certificates.refusedHas),
        (.withdrawn, false, false, true, T.certificates.refusedErased),
    ]

    @Test func `a participant who was there gets one document; whoever does not is told why`() throws {
        for row in Self.applicants {
            let plan = CertificatePlan(
                try Self.event(), approved: 8, applicants: [Self.applicant(row.state, isComplete: row.isComplete)], bearers: row.has ? [Self.own] : [],
                erased: row.isErased ? [Self.ana] : [])
            #expect(plan.refusals.map(\.reason) == [row.reason].compactMap(\.self), "\(row)")
            #expect(plan.lines.count == (row.reason == nil ? 1 : 0), "\(row)")
        }
        let plan = CertificatePlan(try Self.event(), approved: 8, applicants: [Self.applicant()], bearers: [], erased: [])
        #expect(plan.lines == [
            .init(person: Self.ana, registration: .init(7), name: "Ана Ђорђевић", school: "Основна школа „Змај“", part: .participant, kind: .certificate),
        ])
        let refused = CertificatePlan(try Self.event(), approved: 8, applicants: [Self.applicant(isComplete: false)], bearers: [], erased: [])
        #expect(refused.refusals.map(\.name) == ["Ђорђевић Ана"], "as lists have it")
    }

    @Test func `points make a certificate; without a programme or without points it is a confirmation`() throws {
        let table: [(points: Int, approved: Int?, kind: CertificateKind)] = [
            (8, 8, .certificate), (6, 8, .certificate), (0, 8, .confirmation), (8, nil, .confirmation), (0, nil, .confirmation),
        ]
        for (points, approved, kind) in table {
            let plan = CertificatePlan(try Self.event(points: points), approved: approved, applicants: [Self.applicant()], bearers: [], erased: [])
            #expect(plan.lines.map(\.kind) == [kind], "\(points) of \(approved.map { "\($0)" } ?? "none")")
        }
    }

    @Test func `a trainer gets a confirmation without points, known here or not, once`() throws {
        let known = Trainer(name: "Лазар Кривокућа", person: Self.lazar), guest = Trainer(name: "Јелена Ковач")
        func plan(_ bearers: Set<CertificatePlan.Bearer> = [], erased: Set<Person.ID> = []) throws -> CertificatePlan {
            CertificatePlan(try Self.event(trainers: [known, guest]), approved: 8, applicants: [], bearers: bearers, erased: erased)
        }
        let both = try plan()
        #expect(both.lines.map(\.name) == ["Лазар Кривокућа", "Јелена Ковач"] && both.lines.allSatisfy { $0.kind == .confirmation && $0.part == .trainer })
        // Whoever is known is known by the account, under whatever name; the others by their names, in either script.
        #expect(try plan([.init(part: .trainer, person: Self.lazar, name: "Л. Кривокућа")]).lines.map(\.name) == ["Јелена Ковач"])
        #expect(try plan([.init(part: .trainer, person: nil, name: "Jelena Kovač")]).lines.map(\.name) == ["Лазар Кривокућа"])
        #expect(try plan([.init(part: .trainer, person: nil, name: "Лазар Кривокућа")]).lines.count == 2, "a namesake is somebody else")
        #expect(try plan([.init(part: .presenter, person: Self.lazar, name: "Лазар Кривокућа")]).lines.count == 2, "another part is another document")
        let erased = try plan(erased: [Self.lazar])
        #expect(erased.lines.map(\.name) == ["Јелена Ковач"] && erased.refusals == [.init(name: "Лазар Кривокућа", reason: T.certificates.refusedErased)])
    }

    @Test func `nothing is prepared before it was held, or with more points than were approved`() throws {
        let table: [(state: EventState, points: Int, approved: Int?, obstacle: Phrase?)] = [
            (.held, 8, 8, nil), (.closed, 8, 8, nil), (.held, 8, nil, nil), (.held, 0, 8, nil),
            (.held, 9, 8, T.certificates.pointsAbove(points: 9, approved: 8)),
            (.draft, 8, 8, T.certificates.notHeld(state: .phrase(EventState.draft.name))),
            (.announced, 8, 8, T.certificates.notHeld(state: .phrase(EventState.announced.name))),
            (.confirmed, 9, 8, T.certificates.notHeld(state: .phrase(EventState.confirmed.name))),
            (.postponed, 8, 8, T.certificates.notHeld(state: .phrase(EventState.postponed.name))),
            (.cancelled, 8, 8, T.certificates.notHeld(state: .phrase(EventState.cancelled.name))),
        ]
        for row in table {
            let plan = CertificatePlan(try Self.event(row.state, points: row.points), approved: row.approved, applicants: [Self.applicant()], bearers: [], erased: [])
            #expect(plan.obstacle == row.obstacle, "\(row)")
        }
        let nowhere = CertificatePlan(try Self.event(), approved: 8, isPlaced: false, applicants: [Self.applicant()], bearers: [], erased: [])
        #expect(nowhere.obstacle == T.certificates.noTown)
    }
}
