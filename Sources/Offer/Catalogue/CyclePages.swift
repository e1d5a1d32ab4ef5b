import Forms
import Kernel
import Languages
import Look
package import Web

/// Accreditors, cycles and their lists, kept by the centre's people: nothing of a call is written into the program.
package enum CyclePages {
    @Sendable package static func list(_ visit: Visit) async throws -> Answer { visit.page(try await list(visit, visit.form())) }

    @Sendable package static func add(_ visit: Visit) async throws -> Answer {
        try await visit.submit {
            let new = try CycleForm(visit.typed)
            return try await visit.act { act in
                let id = try CycleStore.add(new.draft, in: act)
                return Redirect(visit.link("/catalogue/cycles/\(id)"), T.catalogue.saidCycleAdded)
            }
        } again: { form in
            try await list(visit, form)
        }
    }

    private static func list(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        let (accreditors, cycles) = try await visit.read { (try CycleStore.accreditors(in: $0), try CycleStore.cycles(in: $0)) }
        return CycleViews(reader: visit.reader).list(accreditors, cycles, form)
    }

    // MARK: One cycle

    @Sendable package static func show(_ visit: Visit) async throws -> Answer {
        let id: Cycle.ID = try visit.id("cycle")
        let (cycle, codes) = try await visit.read { (try CycleStore.cycle(id, in: $0), try CycleStore.codes(of: [id], in: $0)) }
        return visit.page(CycleViews(reader: visit.reader).show(cycle, visit.form(CycleForm.typed(cycle, codes))))
    }

    @Sendable package static func save(_ visit: Visit) async throws -> Answer {
        let id: Cycle.ID = try visit.id("cycle")
        let cycle = try await visit.read { try CycleStore.cycle(id, in: $0) }
        return try await visit.submit {
            let changed = try CycleForm(visit.typed, of: cycle.accreditor.id)
            return try await visit.act { act in
                try CycleStore.edit(id, changed.draft, in: act)
                for list in CodeList.allCases { try CycleStore.keep(changed.lists[list] ?? [], as: list, of: id, in: act) }
                return Redirect(visit.link("/catalogue/cycles/\(id)"), T.common.saved)
            }
        } again: { form in
            CycleViews(reader: visit.reader).show(cycle, form)
        }
    }

    // MARK: Accreditors

    @Sendable package static func newAccreditor(_ visit: Visit) async throws -> Answer {
        visit.page(CycleViews(reader: visit.reader).accreditor(nil, visit.form()))
    }

    @Sendable package static func addAccreditor(_ visit: Visit) async throws -> Answer {
        try await visit.submit {
            let draft = try AccreditorDraft(visit.typed)
            return try await visit.act { act in
                _ = try CycleStore.add(draft, in: act)
                return Redirect(visit.link("/catalogue/cycles"), T.common.saved)
            }
        } again: { form in
            CycleViews(reader: visit.reader).accreditor(nil, form)
        }
    }

    @Sendable package static func editAccreditor(_ visit: Visit) async throws -> Answer {
        let accreditor = try await accreditor(of: visit)
        return visit.page(CycleViews(reader: visit.reader).accreditor(accreditor, visit.form(accreditor.typed)))
    }

    @Sendable package static func saveAccreditor(_ visit: Visit) async throws -> Answer {
        let accreditor = try await accreditor(of: visit)
        return try await visit.submit {
            let draft = try AccreditorDraft(visit.typed)
            return try await visit.act { act in
                try CycleStore.edit(accreditor.id, draft, in: act)
                return Redirect(visit.link("/catalogue/cycles"), T.common.saved)
            }
        } again: { form in
            CycleViews(reader: visit.reader).accreditor(accreditor, form)
        }
    }

    private static func accreditor(of visit: Visit) async throws -> Accreditor {
        let id: Accreditor.ID = try visit.id("accreditor")
        return try await visit.read { try CycleStore.accreditor(id, in: $0) }
    }
}
