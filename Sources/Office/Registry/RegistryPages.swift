import Accounts
import Files
import Forms
import Kernel
import Languages
import Look
import Sheets
import Web

/// The register of documents for the people of the centre: the list, one paper, what is written about it.
enum RegistryPages {
    // MARK: The list

    @Sendable static func list(_ visit: Visit) async throws -> Answer {
        let (centre, today, page) = (visit.centre.id, visit.today, visit.query.page)
        let asked = RegistryFilter(visit.query)
        let sight = try await visit.read { act in
            let years = try RegistryBookStore.all(of: centre, in: act).map(\.year)
            let condition = RegistryListStore.condition(asked, at: centre, on: today, in: act)
            let paging = Paging(page, count: try RegistryListStore.count(condition, in: act))
            let entries = try RegistryListStore.entries(condition, limit: Paging.size, offset: paging.offset, in: act)
            return RegistryListSight(filter: asked, entries: entries, paging: paging, names: try names(of: entries, at: centre, in: act), years: years)
        }
        return visit.page(RegistryViews(reader: visit.reader).list(sight))
    }

    static func names(of entries: [RegistryEntry], at centre: ID<CentreTag>, in act: Act) throws -> RegistryNames {
        RegistryNames(
            marks: try RegistryMarkStore.all(of: centre, in: act), people: try RegistryListStore.staff(of: centre, in: act),
            names: try PersonStore.names(of: Set(entries.compactMap(\.draft.worker) + entries.compactMap(\.enteredBy)), in: act))
    }

    // MARK: A new one

    @Sendable static func new(_ visit: Visit) async throws -> Answer {
        let first = try await first(visit)
        let direction: RegistryDirection = first?.draft.direction == .came ? .sent : .came
        var draft = RegistryDraft(direction, "", on: visit.today)
        if let first { (draft.mark, draft.other, draft.subject) = (first.draft.mark, first.draft.other, first.draft.subject) }
        return visit.page(try await form(visit, nil, caseOf: first, visit.form(draft.typed)))
    }

    /// The paper to whose case another one is added.
    private static func first(_ visit: Visit) async throws -> RegistryEntry? {
        let centre = visit.centre.id
        guard let id = RegistryEntry.ID(visit.query["case"]) else { return nil }
        return try await visit.read { try RegistryListStore.entry(id, at: centre, in: $0) }
    }

    private static func form(_ visit: Visit, _ entry: RegistryEntry?, caseOf first: RegistryEntry? = nil, _ form: FilledForm) async throws -> Screen {
        let centre = visit.centre.id
        let (known, closed) = try await visit.read { act in
            let closed = try entry.flatMap { try RegistryBookStore.book($0.book, in: act).closed }
            return (try names(of: entry.map { [$0] } ?? [], at: centre, in: act), closed)
        }
        return RegistryFormViews(reader: visit.reader).form(entry, caseOf: first, known, isClosed: closed != nil, form)
    }

    @Sendable static func add(_ visit: Visit) async throws -> Answer {
        let first = try await first(visit), centre = visit.centre.id
        return try await visit.submit {
            let draft = try RegistryDraft(visit.typed, own: visit.language)
            return try await visit.act { act in
                let id = try RegistryStore.add(draft, toCaseOf: first?.id, at: centre, in: act)
                let label = try RegistryListStore.entry(id, at: centre, in: act).label
                return Redirect(visit.link("/staff/registry/\(id)"), T.registry.saidEntered(label: .text(label)))
            }
        } again: { try await form(visit, nil, caseOf: first, $0) }
    }

    // MARK: One

    @Sendable static func show(_ visit: Visit) async throws -> Answer { visit.page(try await screen(visit)) }

    private static func screen(_ visit: Visit, settle: FilledForm? = nil, other: FilledForm? = nil) async throws -> Screen {
        let (centre, id): (_, RegistryEntry.ID) = (visit.centre.id, try visit.id("entry"))
        let sight = try await visit.read { try Self.sight(id, at: centre, in: $0) }
        let usual = visit.form(Typed(["settled": visit.today.iso, "place": sight.entry.draft.place]))
        return RegistryViews(reader: visit.reader).show(sight, settle: settle ?? usual, other ?? visit.form())
    }

    private static func sight(_ id: RegistryEntry.ID, at centre: ID<CentreTag>, in act: Act) throws -> RegistrySheetSight {
        let entry = try RegistryListStore.entry(id, at: centre, in: act), journal = try JournalEntry.about(.registryEntry(id), limit: 60, in: act)
        let people = try PersonStore.names(of: Set(journal.compactMap(\.person)), in: act)
        return RegistrySheetSight(
            entry: entry, book: try RegistryBookStore.book(entry.book, in: act), others: try RegistryListStore.others(of: entry, in: act),
            files: try RegistryWriteStore.files(of: id, in: act), names: try names(of: [entry], at: centre, in: act),
            kind: act.exchange.all(RegistryKind.self).first { $0.kind == entry.paperKind },
            history: journal.map { line in (line, line.person.flatMap { people[$0] } ?? "") })
    }

    @Sendable static func edit(_ visit: Visit) async throws -> Answer {
        let entry = try await entry(visit)
        return visit.page(try await form(visit, entry, visit.form(entry.draft.typed)))
    }

    private static func entry(_ visit: Visit) async throws -> RegistryEntry {
        let (centre, id): (_, RegistryEntry.ID) = (visit.centre.id, try visit.id("entry"))
        return try await visit.read { try RegistryListStore.entry(id, at: centre, in: $0) }
    }

    @Sendable static func save(_ visit: Visit) async throws -> Answer {
        let entry = try await entry(visit)
        return try await change(visit, T.common.saved, again: { try await form(visit, entry, $0) }) { id, centre, act in
            try RegistryWriteStore.edit(id, to: try RegistryDraft(visit.typed, own: visit.language), at: centre, in: act)
        }
    }

    // MARK: What becomes of it

    private static func change(
        _ visit: Visit, _ said: Phrase, again: (FilledForm) async throws -> Screen,
        _ deed: @escaping @Sendable (RegistryEntry.ID, ID<CentreTag>, Act) throws -> Void
    ) async throws -> Answer {
        let (centre, id): (_, RegistryEntry.ID) = (visit.centre.id, try visit.id("entry"))
        return try await visit.submit {
            try await visit.act { act in
                try deed(id, centre, act)
                return Redirect(visit.link("/staff/registry/\(id)"), said)
            }
        } again: { try await again($0) }
    }

    @Sendable static func settle(_ visit: Visit) async throws -> Answer {
        try await change(visit, T.registry.saidSettled, again: { try await screen(visit, settle: $0) }) { id, centre, act in
            let form = try SettleForm(visit.typed, own: visit.language)
            try RegistryWriteStore.settle(id, on: form.day, outcome: form.outcome, place: form.place, at: centre, in: act)
        }
    }

    @Sendable static func reopen(_ visit: Visit) async throws -> Answer {
        try await change(visit, T.common.saved, again: { try await screen(visit, other: $0) }) { id, centre, act in
            try RegistryWriteStore.reopen(id, at: centre, in: act)
        }
    }

    @Sendable static func withdraw(_ visit: Visit) async throws -> Answer {
        try await change(visit, T.registry.saidWithdrawn, again: { try await screen(visit, other: $0) }) { id, centre, act in
            let reason = visit.typed.lines("reason")
            var faults = Faults()
            faults.limit(reason, "reason", .note)
            try faults.check()
            try RegistryWriteStore.withdraw(id, because: reason, at: centre, in: act)
        }
    }

    // MARK: Files

    @Sendable static func addFile(_ visit: Visit) async throws -> Answer {
        let entry = try await entry(visit), centre = visit.centre.id
        return try await visit.submit {
            var faults = Faults()
            let title = visit.typed["title"]
            faults.require(!title.isEmpty, "title", T.common.errorMissing)
            faults.limit(title, "title", .sentence)
            try faults.check()
            guard let file = try await FileIntake(visit).file(visit.typed, "file", [.picture, .document], alt: title) else { throw Problem.missing }
            return try await visit.act { act in
                try RegistryWriteStore.add(file, title: title, to: entry.id, at: centre, in: act)
                return Redirect(visit.link("/staff/registry/\(entry.id)"), T.registry.saidFile)
            }
        } again: { try await screen(visit, other: try visit.holding("file", $0)) }
    }

    @Sendable static func removeFile(_ visit: Visit) async throws -> Answer {
        let file: RegistryFile.ID = try visit.id("file")
        return try await change(visit, T.registry.saidFileGone, again: { try await screen(visit, other: $0) }) { id, centre, act in
            try RegistryWriteStore.remove(file, from: id, at: centre, in: act)
        }
    }
}
