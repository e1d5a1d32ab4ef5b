import Forms
import Kernel
import Languages
import Look
import Sheets
package import Web

/// The catalogue as the centre's people keep it.
package enum ProgrammePages {
    @Sendable package static func list(_ visit: Visit) async throws -> Answer {
        let (query, today, order) = (visit.query, visit.today, visit.language.alphabet)
        let (listing, lines) = try await visit.read { act in
            let listing = try ProgrammeListing.read(query, today: today, order: order, in: act)
            return (listing, try ProgrammeStore.lines(inOrder: listing.shown, in: act))
        }
        return visit.page(ProgrammeDeskViews(reader: visit.reader).list(listing, lines))
    }

    /// The list as it is narrowed now, to keep, to work on and to read in again.
    @Sendable package static func sheet(_ visit: Visit) async throws -> Answer {
        let (query, today, order) = (visit.query, visit.today, visit.language.alphabet)
        let programmes = try await visit.read { act in
            try ProgrammeStore.all(ProgrammeListing.ids(query, today: today, order: order, in: act), in: act)
        }
        let sheet = ProgrammeSheet.sheet(programmes, visit.t)
        return .file(bytes: try sheet.xlsx(), type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", name: "\(sheet.name).xlsx")
    }

    @Sendable package static func show(_ visit: Visit) async throws -> Answer { visit.page(try await show(visit, visit.form())) }

    private static func show(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        let id: Programme.ID = try visit.id("programme")
        let (programme, lineage, cycles) = try await visit.read { act in
            (try ProgrammeStore.programme(id, in: act), try ProgrammeStore.lineage(of: id, in: act), try CycleStore.cycles(in: act))
        }
        return ProgrammeDeskViews(reader: visit.reader).show(programme, lineage, cycles, form)
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
        let views = ProgrammeFormViews(reader: visit.reader)
        guard let codes, let cycle = cycles.first else { return visit.page(views.choose(among: cycles)) }
        return visit.page(views.new(in: cycle, codes, visit.form(ProgrammeDraft.empty(in: cycle))))
    }

    @Sendable package static func add(_ visit: Visit) async throws -> Answer {
        guard let id = Cycle.ID(visit.typed["cycle"]) else { throw Problem.missing }
        let (cycle, codes) = try await visit.read { (try CycleStore.cycle(id, in: $0), try CycleStore.codes(of: [id], in: $0)) }
        return try await visit.submit {
            let draft = try ProgrammeDraft(visit.typed, cycle: cycle)
            return try await visit.act { act in
                let programme = try ProgrammeStore.add(draft, in: act)
                return Redirect(visit.link("/catalogue/programmes/\(programme)"), T.catalogue.saidAdded)
            }
        } again: { form in
            ProgrammeFormViews(reader: visit.reader).new(in: cycle, codes, form)
        }
    }

    @Sendable package static func edit(_ visit: Visit) async throws -> Answer {
        let (programme, codes) = try await programmeWithCodes(of: visit)
        return visit.page(ProgrammeFormViews(reader: visit.reader).edit(programme, codes, visit.form(programme.draft.typed)))
    }

    @Sendable package static func save(_ visit: Visit) async throws -> Answer {
        let (programme, codes) = try await programmeWithCodes(of: visit)
        return try await visit.submit {
            let draft = try ProgrammeDraft(visit.typed, cycle: programme.cycle)
            return try await visit.act { act in
                try ProgrammeStore.edit(programme.id, draft, in: act)
                return Redirect(visit.link("/catalogue/programmes/\(programme.id)"), T.common.saved)
            }
        } again: { form in
            ProgrammeFormViews(reader: visit.reader).edit(programme, codes, form)
        }
    }

    /// The programme with the entries of its cycle's lists.
    private static func programmeWithCodes(of visit: Visit) async throws -> (Programme, [CycleCode]) {
        let id: Programme.ID = try visit.id("programme")
        return try await visit.read { act in
            let programme = try ProgrammeStore.programme(id, in: act)
            return (programme, try CycleStore.codes(of: [programme.cycle.id], in: act))
        }
    }

    // MARK: Withdraw and return

    @Sendable package static func withdrawal(_ visit: Visit) async throws -> Answer {
        let programme = try await programme(of: visit)
        return visit.page(ProgrammeFormViews(reader: visit.reader).withdrawal(of: programme, visit.form(Programme.Withdrawal.empty(on: visit.today))))
    }

    @Sendable package static func withdraw(_ visit: Visit) async throws -> Answer {
        let programme = try await programme(of: visit)
        return try await visit.submit {
            let withdrawal = try Programme.Withdrawal(visit.typed)
            return try await visit.act { act in
                try ProgrammeStore.withdraw(programme.id, from: withdrawal.day, because: withdrawal.reason, in: act)
                return Redirect(visit.link("/catalogue/programmes/\(programme.id)"), T.catalogue.saidWithdrawn)
            }
        } again: { form in
            ProgrammeFormViews(reader: visit.reader).withdrawal(of: programme, form)
        }
    }

    private static func programme(of visit: Visit) async throws -> Programme {
        let id: Programme.ID = try visit.id("programme")
        return try await visit.read { try ProgrammeStore.programme(id, in: $0) }
    }

    @Sendable package static func restore(_ visit: Visit) async throws -> Answer {
        let id: Programme.ID = try visit.id("programme")
        return try await visit.act { act in
            try ProgrammeStore.restore(id, in: act)
            return Redirect(visit.link("/catalogue/programmes/\(id)"), T.catalogue.saidRestored)
        }
    }

    // MARK: Renew and link

    @Sendable package static func renew(_ visit: Visit) async throws -> Answer {
        let id: Programme.ID = try visit.id("programme")
        return try await visit.submit {
            let number = visit.typed[LineageForm.renewal.number]
            let cycle = try LineageForm.renewal.cycle(visit.typed)
            return try await visit.act { act in
                let copy = try ProgrammeStore.renew(id, for: cycle, number: number, in: act)
                return Redirect(visit.link("/catalogue/programmes/\(copy)/edit"), T.catalogue.saidRenewed)
            }
        } again: { form in
            try await show(visit, LineageForm.renewal.own(form))
        }
    }

    /// Without a number the programme has no predecessor.
    @Sendable package static func link(_ visit: Visit) async throws -> Answer {
        let id: Programme.ID = try visit.id("programme")
        return try await visit.submit {
            let number = visit.typed[LineageForm.predecessor.number]
            let cycle = number.isEmpty ? nil : try LineageForm.predecessor.cycle(visit.typed)
            return try await visit.act { act in
                let predecessor = try cycle.map { try ProgrammeStore.known(number: number, of: $0, in: act) }
                try ProgrammeStore.link(id, predecessor: predecessor, in: act)
                return Redirect(visit.link("/catalogue/programmes/\(id)"), T.common.saved)
            }
        } again: { form in
            try await show(visit, LineageForm.predecessor.own(form))
        }
    }
}
