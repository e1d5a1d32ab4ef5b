import Accounts
import Centres
import Events
import Forms
import Kernel
import Languages
import Look
import Sheets
import Web

/// Contracts: written, issued with a number, taken over, or void.
enum FeeContractPages {
    @Sendable static func list(_ visit: Visit) async throws -> Answer {
        let (centre, state, page) = (visit.centre.id, FeeContract.State(rawValue: visit.query["state"]), visit.query.page)
        let (paging, contracts) = try await visit.read { act in
            guard act.by.coordinates(centre) else { throw Problem.missing }
            let paging = Paging(page, count: try FeeContractStore.count(at: centre, state, in: act))
            return (paging, try FeeContractStore.all(at: centre, state, offset: paging.offset, in: act))
        }
        return visit.page(FeeContractViews(reader: visit.reader).list(contracts, state, paging))
    }

    // MARK: Written

    @Sendable static func new(_ visit: Visit) async throws -> Answer { visit.page(try await new(visit, nil)) }

    private static func new(_ visit: Visit, _ form: FilledForm?) async throws -> Screen {
        let asked = try await asked(visit), t = visit.t
        let opened = FeeContractDraft(.author, asked.name, asked.event.map { t.shown($0.title(in: t.language).text) } ?? "", .nothing(asked.currency))
        return FeeContractViews(reader: visit.reader).new(asked.event, form ?? visit.form(opened.typed(t, email: asked.email)))
    }

    /// What the address names: an event, and one of those who lead it.
    private static func asked(_ visit: Visit) async throws -> (event: Event?, name: String, email: String, currency: Currency) {
        let (centre, id, place) = (visit.centre.id, Event.ID(visit.query["event"]), visit.query.number("trainer", in: 0...99))
        return try await visit.read { act in
            let own = try CentreStore.centre(centre, in: act).currency
            guard let id else { return (nil, "", "", own) }
            let event = try EventStore.event(runBy: act.by, id, in: act)
            guard event.centre == centre else { throw Problem.missing }
            let trainer = place.flatMap { place in event.plan.trainers.indices.contains(place) ? event.plan.trainers[place] : nil }
            let email = try trainer?.person.flatMap { try PersonStore.present($0, in: act)?.email } ?? ""
            return (event, trainer?.name ?? "", email, event.plan.fee.currency)
        }
    }

    @Sendable static func add(_ visit: Visit) async throws -> Answer {
        let (centre, typed, own) = (visit.centre.id, visit.typed, visit.language), asked = try await asked(visit)
        let event = asked.event?.id, currency = asked.currency
        return try await visit.submit {
            let draft = try FeeContractDraft(typed, of: event, currency, own: own)
            return try await visit.act { act in
                let id = try FeeContractStore.add(draft, with: try CostPeople.person(typed, in: act), at: centre, in: act)
                return Redirect(visit.link("/staff/contracts/\(id)"), T.costs.saidContract)
            }
        } again: { try await new(visit, $0) }
    }

    // MARK: One

    @Sendable static func show(_ visit: Visit) async throws -> Answer { visit.page(try await show(visit, nil)) }

    private static func show(_ visit: Visit, _ form: FilledForm?) async throws -> Screen {
        let (centre, id): (Centre.ID, FeeContract.ID) = (visit.centre.id, try visit.id("contract")), t = visit.t
        let (folder, email) = try await visit.read { act in
            let folder = try FeeContractStore.folder(id, at: centre, in: act)
            return (folder, try CostPeople.email(folder.contract.person, in: act))
        }
        let opened = Typed(folder.contract.draft.typed(t, email: email).fields + [("day", visit.today.iso)])
        return FeeContractViews(reader: visit.reader).show(folder, form ?? visit.form(opened))
    }

    @Sendable static func edit(_ visit: Visit) async throws -> Answer {
        let (typed, own) = (visit.typed, visit.language)
        return try await deed(visit, T.common.saved) { id, centre, act in
            let before = try FeeContractStore.contract(id, at: centre, in: act)
            let draft = try FeeContractDraft(typed, of: before.draft.event, before.draft.gross.currency, own: own)
            try FeeContractStore.edit(id, to: draft, with: CostPeople.person(typed, in: act), at: centre, in: act)
        }
    }

    @Sendable static func issue(_ visit: Visit) async throws -> Answer {
        try await deed(visit, T.costs.saidIssued) { try FeeContractStore.issue($0, at: $1, in: $2) }
    }

    @Sendable static func finish(_ visit: Visit) async throws -> Answer {
        let (typed, own) = (visit.typed, visit.language)
        return try await deed(visit, T.costs.saidDone) { id, centre, act in
            var faults = Faults()
            let day = faults.day(typed, "day", own: own)
            try faults.check()
            if let day { try FeeContractStore.finish(id, on: day, at: centre, in: act) }
        }
    }

    @Sendable static func void(_ visit: Visit) async throws -> Answer {
        let typed = visit.typed
        return try await deed(visit, T.costs.saidVoid) { id, centre, act in
            var faults = Faults()
            let reason = faults.note(typed, "reason")
            try faults.check()
            try FeeContractStore.void(id, because: reason, at: centre, in: act)
        }
    }

    private static func deed(
        _ visit: Visit, _ said: Phrase, _ deed: @escaping @Sendable (FeeContract.ID, Centre.ID, Act) throws -> Void
    ) async throws -> Answer {
        let (centre, id): (Centre.ID, FeeContract.ID) = (visit.centre.id, try visit.id("contract"))
        return try await visit.submit {
            try await visit.act { act in
                try deed(id, centre, act)
                return Redirect(visit.link("/staff/contracts/\(id)"), said)
            }
        } again: { try await show(visit, $0) }
    }

    // MARK: Papers

    @Sendable static func paper(_ visit: Visit) async throws -> Answer {
        let (centre, id): (Centre.ID, FeeContract.ID) = (visit.centre.id, try visit.id("contract"))
        let folder = try await visit.read { try FeeContractStore.folder(id, at: centre, in: $0) }
        return try await CostPaperPages.contract(folder, visit)
    }

    @Sendable static func payroll(_ visit: Visit) async throws -> Answer {
        let (centre, month, own) = (visit.centre.id, PayrollMonth(visit.query["month"], today: visit.today), visit.language)
        let payroll = try await visit.read { try FeeContractStore.payroll(of: month.days, at: centre, in: own, in: $0) }
        return .file(
            bytes: try PayrollSheet(t: visit.t).sheets(payroll).xlsx(), type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            name: "\(visit.t(T.costs.payroll)) \(month.days.lowerBound.iso.prefix(7)).xlsx")
    }
}

/// The month that payroll asks for.
struct PayrollMonth: Sendable {
    let days: ClosedRange<Day>

    /// - Parameter text: as an address names it, `2026-02`; what names none is the month of today.
    init(_ text: String, today: Day) {
        let named = Day(iso: text + "-01")
        days = (named.flatMap { abs($0.year - today.year) <= 10 ? $0 : nil } ?? today).monthDays
    }
}

/// Whom an address of a form means.
enum CostPeople {
    /// - Throws: a problem where nobody has that address.
    static func person(_ typed: Typed, in act: Act) throws -> Person.ID? {
        guard !typed["email"].isEmpty else { return nil }
        guard let person = try PersonStore.person(email: typed["email"], in: act), person.verified != nil else {
            throw Problem.invalid("email", T.costs.errorUnknown)
        }
        return person.id
    }

    static func email(_ person: Person.ID?, in act: Act) throws -> String { try person.flatMap { try PersonStore.present($0, in: act)?.email } ?? "" }
}
