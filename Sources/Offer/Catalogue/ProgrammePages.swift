import Forms
import HTML
import Kernel
import Languages
import Look
import Centres
package import Web

/// The catalogue as the centre's people keep it.
package enum ProgrammePages {
    @Sendable package static func list(_ visit: Visit) async throws -> Answer {
        let (query, today, order) = (visit.query, visit.today, visit.language.alphabet)
        let listing = try await visit.read { try ProgrammeListing.read(query, today: today, order: order, in: $0) }
        let t = visit.t
        return visit.page(t(T.catalogue.programmes)) {
            ProgrammeDesk(listing: listing, today: today, t: t, link: visit.link)
        }
    }

    @Sendable package static func show(_ visit: Visit) async throws -> Answer {
        try await show(visit, problem: nil, status: 200)
    }

    /// The programme's own page at the desk; `problem` is what an act on it met.
    private static func show(_ visit: Visit, problem: Problem?, status: Int) async throws -> Answer {
        let id: Programme.ID = try visit.id("programme")
        let (programme, lineage, cycles) = try await visit.read { act in
            (try ProgrammeStore.programme(id, in: act), try ProgrammeStore.lineage(of: id, in: act), try CycleStore.cycles(in: act))
        }
        let t = visit.t
        return visit.page(t.shown(programme.title), trail: trail(visit), status: status) {
            ErrorSummary(t(T.common.errorsTitle), visit.mistakes(problem))
            ProgrammeView(programme, lineage: lineage, t: t, href: { visit.link("/catalogue/programmes/\($0)") }) {
                ProgrammeActs(programme: programme, link: visit.link, hidden: visit.hidden, t: t)
            }
            LineageForms(
                programme: programme, cycles: cycles, action: visit.link("/catalogue/programmes/\(id)"), typed: visit.typed,
                hidden: visit.hidden, t: t, mistake: { visit.mistake($0, problem) })
        }
    }

    // MARK: Add and edit

    /// A programme is added to one cycle, because its lists are that cycle's: first the cycle, then the form.
    @Sendable package static func new(_ visit: Visit) async throws -> Answer {
        let today = visit.today
        let chosen = Cycle.ID(visit.query["cycle"])
        let (cycles, codes) = try await visit.read { act in
            let cycles = try CycleStore.cycles(in: act)
            let open = cycles.filter { !$0.isOver(on: today) }
            let one = cycles.first { $0.id == chosen } ?? (open.count == 1 ? open[0] : nil)
            return (one.map { [$0] } ?? cycles, try one.map { try CycleStore.codes(of: [$0.id], in: act) })
        }
        let t = visit.t
        guard let codes, let cycle = cycles.first else {
            return visit.page(t(T.catalogue.addProgramme), trail: trail(visit)) {
                Heading(t(T.catalogue.addProgramme))
                CycleChoice(cycles: cycles, today: today, t: t, link: visit.link)
            }
        }
        return form(visit, cycle, codes, ProgrammeDraft.empty(in: cycle), problem: nil)
    }

    @Sendable package static func add(_ visit: Visit) async throws -> Answer {
        let typed = visit.typed
        guard let id = Cycle.ID(typed["cycle"]) else { throw Problem.missing }
        let (cycle, codes) = try await visit.read { (try CycleStore.cycle(id, in: $0), try CycleStore.codes(of: [id], in: $0)) }
        do {
            let draft = try ProgrammeDraft(typed, cycle: id)
            return try await visit.act { act in
                let programme = try ProgrammeStore.add(draft, in: act)
                return Redirect(visit.link("/catalogue/programmes/\(programme)"), T.catalogue.saidAdded)
            }
        } catch let problem as Problem where problem.kind == .invalid {
            return form(visit, cycle, codes, typed, problem: problem)
        }
    }

    @Sendable package static func edit(_ visit: Visit) async throws -> Answer {
        let id: Programme.ID = try visit.id("programme")
        let (programme, codes) = try await read(id, visit)
        return form(visit, programme.cycle, codes, programme.draft.typed, of: programme, problem: nil)
    }

    @Sendable package static func save(_ visit: Visit) async throws -> Answer {
        let id: Programme.ID = try visit.id("programme")
        let (programme, codes) = try await read(id, visit)
        let typed = visit.typed
        do {
            let draft = try ProgrammeDraft(typed, cycle: programme.cycle.id)
            return try await visit.act { act in
                try ProgrammeStore.edit(id, draft, in: act)
                return Redirect(visit.link("/catalogue/programmes/\(id)"), T.common.saved)
            }
        } catch let problem as Problem where problem.kind == .invalid {
            return form(visit, programme.cycle, codes, typed, of: programme, problem: problem)
        }
    }

    private static func read(_ id: Programme.ID, _ visit: Visit) async throws -> (Programme, [CycleCode]) {
        try await visit.read { act in
            let programme = try ProgrammeStore.programme(id, in: act)
            return (programme, try CycleStore.codes(of: [programme.cycle.id], in: act))
        }
    }

    private static func form(
        _ visit: Visit, _ cycle: Cycle, _ codes: [CycleCode], _ typed: Typed, of programme: Programme? = nil, problem: Problem?
    ) -> Answer {
        let t = visit.t
        let title = programme.map { t.shown($0.title) } ?? t(T.catalogue.addProgramme)
        return visit.page(title, trail: trail(visit), status: problem == nil ? 200 : 422) {
            ErrorSummary(t(T.common.errorsTitle), visit.mistakes(problem))
            Heading(title, kind: t.shown(cycle.title), lang: programme.flatMap { t.lang(of: $0.language) })
            ProgrammeFields(
                cycle: cycle, codes: codes, typed: typed, hidden: visit.hidden + [Hidden("cycle", "\(cycle.id)")],
                action: visit.link(programme.map { "/catalogue/programmes/\($0.id)/edit" } ?? "/catalogue/new"), t: t,
                mistake: { visit.mistake($0, problem) })
        }
    }

    // MARK: Withdraw, renew, link

    @Sendable package static func withdrawal(_ visit: Visit) async throws -> Answer {
        try await withdrawal(visit, problem: nil)
    }

    @Sendable package static func withdraw(_ visit: Visit) async throws -> Answer {
        let id: Programme.ID = try visit.id("programme")
        let (day, reason) = (Day(iso: visit.typed["day"]), visit.typed["reason"])
        do {
            guard let day else { throw Problem.invalid("day", T.catalogue.dayMissing) }
            return try await visit.act { act in
                try ProgrammeStore.withdraw(id, from: day, because: reason, in: act)
                return Redirect(visit.link("/catalogue/programmes/\(id)"), T.catalogue.saidWithdrawn)
            }
        } catch let problem as Problem where problem.kind == .invalid {
            return try await withdrawal(visit, problem: problem)
        }
    }

    private static func withdrawal(_ visit: Visit, problem: Problem?) async throws -> Answer {
        let id: Programme.ID = try visit.id("programme")
        let programme = try await visit.read { try ProgrammeStore.programme(id, in: $0) }
        let t = visit.t
        let typed = problem == nil ? Typed(["day": visit.today.iso]) : visit.typed
        return visit.page(t(T.catalogue.withdraw), trail: trail(visit), status: problem == nil ? 200 : 422) {
            ErrorSummary(t(T.common.errorsTitle), visit.mistakes(problem))
            WithdrawalForm(
                programme: programme, typed: typed, hidden: visit.hidden, link: visit.link, t: t, mistake: { visit.mistake($0, problem) })
        }
    }

    @Sendable package static func restore(_ visit: Visit) async throws -> Answer {
        let id: Programme.ID = try visit.id("programme")
        return try await visit.act { act in
            try ProgrammeStore.restore(id, in: act)
            return Redirect(visit.link("/catalogue/programmes/\(id)"), T.catalogue.saidRestored)
        }
    }

    @Sendable package static func renew(_ visit: Visit) async throws -> Answer {
        let id: Programme.ID = try visit.id("programme")
        let (cycle, number) = (Cycle.ID(visit.typed["renewal-cycle"]), visit.typed["renewal-number"])
        do {
            guard let cycle else { throw Problem.invalid("cycle", T.common.errorChoose) }
            return try await visit.act { act in
                let copy = try ProgrammeStore.renew(id, for: cycle, number: number, in: act)
                return Redirect(visit.link("/catalogue/programmes/\(copy)/edit"), T.catalogue.saidRenewed)
            }
        } catch let problem as Problem where problem.kind == .invalid {
            return try await show(visit, problem: problem.renamed { "renewal-\($0)" }, status: 422)
        }
    }

    @Sendable package static func link(_ visit: Visit) async throws -> Answer {
        let id: Programme.ID = try visit.id("programme")
        let (cycle, number) = (Cycle.ID(visit.typed["predecessor-cycle"]), visit.typed["predecessor-number"])
        do {
            return try await visit.act { act in
                var predecessor: Programme.ID?
                if !number.isEmpty {
                    guard let cycle else { throw Problem.invalid("cycle", T.common.errorChoose) }
                    predecessor = try ProgrammeStore.programme(number: number, of: cycle, in: act)
                    guard predecessor != nil else { throw Problem.invalid("number", T.catalogue.numberUnknown(number: .text(number))) }
                }
                try ProgrammeStore.link(id, predecessor: predecessor, in: act)
                return Redirect(visit.link("/catalogue/programmes/\(id)"), T.common.saved)
            }
        } catch let problem as Problem where problem.kind == .invalid {
            return try await show(visit, problem: problem.renamed { "predecessor-\($0)" }, status: 422)
        }
    }

    private static func trail(_ visit: Visit) -> [Look.Link] {
        [Look.Link(visit.t(T.catalogue.programmes), href: visit.link("/catalogue"))]
    }
}

extension Problem {
    /// The same faults at the fields of one of several forms on a page.
    fileprivate func renamed(_ name: (String) -> String) -> Problem {
        Problem(kind, faults.map { Fault($0.field.map(name), $0.phrase) })
    }
}
