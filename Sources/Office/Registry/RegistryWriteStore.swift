import Centres
package import Files
package import Kernel
package import Languages
import Storage

/// What is written about a paper after it has its number. The number and the paper itself are never taken away.
package enum RegistryWriteStore {
    /// Papers whose line is about to be changed: the book is held, so that it is not closed meanwhile.
    private static func held(_ id: RegistryEntry.ID, at centre: ID<CentreTag>, in act: Act) throws -> (entry: RegistryEntry, book: RegistryBook) {
        let book = try RegistryBookStore.hold(RegistryListStore.entry(id, at: centre, in: act).book, in: act)
        let entry = try RegistryListStore.entry(id, at: centre, in: act)
        guard !entry.isWithdrawn else { throw Problem.conflict(T.registry.errorWithdrawn) }
        return (entry, book)
    }

    /// What stands in the book changes while it is open; who works on it, until when, and where it lies, later too.
    package static func edit(_ id: RegistryEntry.ID, to draft: RegistryDraft, at centre: ID<CentreTag>, in act: Act) throws {
        let (entry, book) = try held(id, at: centre, in: act), today = try RegistryBookStore.today(at: centre, in: act)
        var faults = Faults()
        draft.check(on: today, &faults)
        try faults.check()
        if book.isClosed, draft.written != entry.draft.written { throw Problem.conflict(T.registry.errorWritten) }
        if draft.mark != entry.draft.mark { try RegistryMarkStore.check(draft.mark, at: centre, on: today, in: act) }
        if draft.worker != entry.draft.worker { try RegistryStore.check(draft.worker, at: centre, in: act) }
        let isMoved = draft.due != entry.draft.due || draft.worker != entry.draft.worker
        try act.db.run("""
            UPDATE registry_entry SET direction = \(draft.direction), mark = \(draft.mark), subject = \(draft.subject), other = \(draft.other),
                their_number = \(draft.theirNumber), their_day = \(draft.theirDay), day = \(draft.day), due = \(draft.due), worker = \(draft.worker),
                place = \(draft.place), note = \(draft.note) WHERE id = \(id)
            """)
        if isMoved { try act.db.run("UPDATE registry_entry SET reminded = NULL, reminded_late = NULL WHERE id = \(id)") }
        let old = entry.draft
        try act.record(T.registry.deedEdited, .registryEntry(id), under: draft.worker.map { .person($0) }, centre: centre, changes: [
            Change("subject", from: old.subject, to: draft.subject), Change("other", from: old.other, to: draft.other),
            Change("day", from: old.day.iso, to: draft.day.iso), Change("due", from: old.due?.iso ?? "", to: draft.due?.iso ?? ""),
            Change("place", from: old.place, to: draft.place),
        ], retention: .register)
        try RegistryListStore.makeFindable(id, in: act)
    }

    /// It is done: what became of it, and where it lies now.
    package static func settle(
        _ id: RegistryEntry.ID, on day: Day, outcome: String, place: String, at centre: ID<CentreTag>, in act: Act
    ) throws {
        let entry = try held(id, at: centre, in: act).entry, today = try RegistryBookStore.today(at: centre, in: act)
        guard entry.settled == nil else { throw Problem.conflict(T.registry.errorSettled) }
        var faults = Faults()
        faults.require(day <= today, "settled", T.registry.errorDayComes)
        faults.require(day >= entry.draft.day, "settled", T.registry.errorSettledBefore)
        try faults.check()
        try act.db.run("UPDATE registry_entry SET settled = \(day), outcome = \(outcome), place = \(place) WHERE id = \(id)")
        try act.record(T.registry.deedSettled, .registryEntry(id), centre: centre, changes: [Change("settled", from: "", to: day.iso)], retention: .register)
        try RegistryListStore.makeFindable(id, in: act)
    }

    /// Something has still to be done after all.
    package static func reopen(_ id: RegistryEntry.ID, at centre: ID<CentreTag>, in act: Act) throws {
        let entry = try held(id, at: centre, in: act).entry
        guard entry.settled != nil else { throw Problem.conflict(T.registry.errorNotSettled) }
        guard entry.archive == nil else { throw Problem.conflict(T.registry.errorArchived) }
        try act.db.run("UPDATE registry_entry SET settled = NULL WHERE id = \(id)")
        try act.record(T.registry.deedReopened, .registryEntry(id), centre: centre, changes: [Change("settled", from: entry.settled?.iso ?? "", to: "")],
            retention: .register)
    }

    /// It was entered by mistake, or holds no longer: the line stays with its number, and says why.
    package static func withdraw(_ id: RegistryEntry.ID, because reason: String, at centre: ID<CentreTag>, in act: Act) throws {
        _ = try held(id, at: centre, in: act)
        guard !reason.isEmpty else { throw Problem.invalid("reason", T.registry.errorReason) }
        try RegistryStore.withdrawn(id, because: reason, at: centre, in: act)
    }

    // MARK: Files

    static let filesMost = 40

    package static func files(of entry: RegistryEntry.ID, in act: Act) throws -> [RegistryFile] {
        let rows = try act.db.rows("SELECT * FROM registry_file WHERE entry = \(entry) ORDER BY id")
        let files = try FileStore.files(rows.map { try $0["file"] }, in: act)
        return try rows.compactMap { row in
            try files[row["file"]].map { RegistryFile(id: try row["id"], title: try row["title"], added: try row["added"], file: $0) }
        }
    }

    package static func add(_ file: NewFile, title: String, to id: RegistryEntry.ID, at centre: ID<CentreTag>, in act: Act) throws {
        let entry = try held(id, at: centre, in: act).entry
        guard try files(of: entry.id, in: act).count < filesMost else { throw Problem.conflict(T.registry.errorFiles(most: .number(filesMost))) }
        let stored = try FileStore.add(file, of: centre, in: act)
        try act.db.run("""
            INSERT INTO registry_file (entry, file, title, added, person) VALUES (\(id), \(stored), \(title), \(act.now), \(act.by.person))
            """)
        try act.record(T.registry.deedFile, .registryEntry(id), centre: centre, changes: [Change("file", from: "", to: title)])
    }

    package static func remove(_ file: RegistryFile.ID, from id: RegistryEntry.ID, at centre: ID<CentreTag>, in act: Act) throws {
        let entry = try held(id, at: centre, in: act).entry
        guard let own = try files(of: entry.id, in: act).first(where: { $0.id == file }) else { throw Problem.missing }
        try act.db.run("DELETE FROM registry_file WHERE id = \(file)")
        try act.record(T.registry.deedFileGone, .registryEntry(id), centre: centre, changes: [Change("file", from: own.title, to: "")])
    }
}
