import Forms
import HTML
import Kernel
import Languages
import Look
import Centres
package import Web

/// Accreditors, cycles and their lists, kept by the centre's people: nothing of a call is written into the program.
package enum CyclePages {
    @Sendable package static func list(_ visit: Visit) async throws -> Answer {
        try await list(visit, problem: nil)
    }

    private static func list(_ visit: Visit, problem: Problem?) async throws -> Answer {
        let (accreditors, cycles) = try await visit.read { (try CycleStore.accreditors(in: $0), try CycleStore.cycles(in: $0)) }
        let t = visit.t
        return visit.page(t(T.catalogue.cycles), trail: trail(visit), status: problem == nil ? 200 : 422) {
            ErrorSummary(t(T.common.errorsTitle), visit.mistakes(problem))
            Heading(t(T.catalogue.cycles), lead: t(T.catalogue.cyclesLead))
            AccreditorList(accreditors: accreditors, cycles: cycles, today: visit.today, t: t, link: visit.link)
            Disclosure(t(T.catalogue.addCycle), isOpen: problem != nil || (cycles.isEmpty && !accreditors.isEmpty)) {
                CycleFields(
                    accreditors: accreditors, typed: visit.typed, hidden: visit.hidden, action: visit.link("/catalogue/cycles"), t: t,
                    mistake: { visit.mistake($0, problem) })
            }
            HTML::p { a(.href(visit.link("/catalogue/accreditors/new"))) { t(T.catalogue.addAccreditor) } }
        }
    }

    @Sendable package static func add(_ visit: Visit) async throws -> Answer {
        do {
            let draft = try CycleDraft(visit.typed)
            return try await visit.act { act in
                let id = try CycleStore.add(draft, in: act)
                return Redirect(visit.link("/catalogue/cycles/\(id)"), T.catalogue.saidCycleAdded)
            }
        } catch let problem as Problem where problem.kind == .invalid {
            return try await list(visit, problem: problem)
        }
    }

    // MARK: One cycle

    @Sendable package static func show(_ visit: Visit) async throws -> Answer {
        try await show(visit, problem: nil)
    }

    private static func show(_ visit: Visit, problem: Problem?) async throws -> Answer {
        let id: Cycle.ID = try visit.id("cycle")
        let (cycle, codes) = try await visit.read { (try CycleStore.cycle(id, in: $0), try CycleStore.codes(of: [id], in: $0)) }
        let t = visit.t
        let typed = problem == nil ? CycleForm.typed(cycle, codes) : visit.typed
        return visit.page(
            t.shown(cycle.title), trail: trail(visit) + [Look.Link(t(T.catalogue.cycles), href: visit.link("/catalogue/cycles"))],
            status: problem == nil ? 200 : 422
        ) {
            ErrorSummary(t(T.common.errorsTitle), visit.mistakes(problem))
            Heading(t.shown(cycle.title), kind: t(T.catalogue.cycle))
            HTML::p { a(.href(visit.link("/catalogue/cycles/\(id)/renewal"))) { t(T.catalogue.renewMany) } }
            CycleForm(cycle: cycle, typed: typed, hidden: visit.hidden, action: visit.link("/catalogue/cycles/\(id)"), t: t) { visit.mistake($0, problem) }
        }
    }

    @Sendable package static func save(_ visit: Visit) async throws -> Answer {
        let id: Cycle.ID = try visit.id("cycle")
        let typed = visit.typed
        let cycle = try await visit.read { try CycleStore.cycle(id, in: $0) }
        do {
            let draft = try CycleDraft(typed, accreditor: cycle.accreditor.id)
            let lists = try CodeList.allCases.map { ($0, try CodeLine.read(typed[$0.rawValue], field: $0.rawValue)) }
            return try await visit.act { act in
                try CycleStore.edit(id, draft, in: act)
                for (list, lines) in lists { try CycleStore.keep(lines, as: list, of: id, in: act) }
                return Redirect(visit.link("/catalogue/cycles/\(id)"), T.common.saved)
            }
        } catch let problem as Problem where problem.kind == .invalid {
            return try await show(visit, problem: problem)
        }
    }

    // MARK: Accreditors

    @Sendable package static func newAccreditor(_ visit: Visit) async throws -> Answer {
        accreditor(visit, visit.typed, title: visit.t(T.catalogue.addAccreditor), path: "/catalogue/accreditors/new", problem: nil)
    }

    @Sendable package static func addAccreditor(_ visit: Visit) async throws -> Answer {
        do {
            let draft = try AccreditorDraft(visit.typed)
            return try await visit.act { act in
                _ = try CycleStore.add(draft, in: act)
                return Redirect(visit.link("/catalogue/cycles"), T.common.saved)
            }
        } catch let problem as Problem where problem.kind == .invalid {
            return accreditor(visit, visit.typed, title: visit.t(T.catalogue.addAccreditor), path: "/catalogue/accreditors/new", problem: problem)
        }
    }

    @Sendable package static func editAccreditor(_ visit: Visit) async throws -> Answer {
        let id: Accreditor.ID = try visit.id("accreditor")
        let own = try await visit.read { try CycleStore.accreditor(id, in: $0) }
        let typed = Typed(["code": own.code, "name": own.name, "country": own.country.rawValue])
        return accreditor(visit, typed, title: visit.t.shown(own.code), path: "/catalogue/accreditors/\(id)", problem: nil)
    }

    @Sendable package static func saveAccreditor(_ visit: Visit) async throws -> Answer {
        let id: Accreditor.ID = try visit.id("accreditor")
        let own = try await visit.read { try CycleStore.accreditor(id, in: $0) }
        do {
            let draft = try AccreditorDraft(visit.typed)
            return try await visit.act { act in
                try CycleStore.edit(id, draft, in: act)
                return Redirect(visit.link("/catalogue/cycles"), T.common.saved)
            }
        } catch let problem as Problem where problem.kind == .invalid {
            return accreditor(visit, visit.typed, title: visit.t.shown(own.code), path: "/catalogue/accreditors/\(id)", problem: problem)
        }
    }

    private static func accreditor(_ visit: Visit, _ typed: Typed, title: String, path: String, problem: Problem?) -> Answer {
        let t = visit.t
        return visit.page(title, trail: trail(visit) + [Look.Link(t(T.catalogue.cycles), href: visit.link("/catalogue/cycles"))], status: problem == nil ? 200 : 422) {
            ErrorSummary(t(T.common.errorsTitle), visit.mistakes(problem))
            Heading(title)
            AccreditorFields(typed: typed, hidden: visit.hidden, action: visit.link(path), t: t) { visit.mistake($0, problem) }
        }
    }

    private static func trail(_ visit: Visit) -> [Look.Link] {
        [Look.Link(visit.t(T.catalogue.programmes), href: visit.link("/catalogue"))]
    }
}
