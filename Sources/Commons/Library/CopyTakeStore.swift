package import Centres
package import Kernel
import Languages
import Storage

/// Copies are taken into the inventory, change their place and state, and leave it.
extension CopyStore {
    /// Takes copies of a title into the inventory: each gets the next number, and the label that the number makes where it does not bring its own.
    /// - Returns: them in the order of their numbers.
    package static func takeIn(_ drafts: [CopyDraft], of title: LibraryTitle.ID, at centre: Centre.ID, in act: Act) throws -> [Copy.ID] {
        guard act.by.keepsLibrary(of: centre) else { throw Problem.missing }
        guard try TitleStore.title(title, at: centre, in: act).kind.hasCopies else { throw Problem.conflict(T.library.errorNoCopies) }
        return try takeIn(many: drafts.map { (title, $0) }, at: centre, in: act)
    }

    /// The same of many titles of a centre.
    @discardableResult
    static func takeIn(many copies: [(title: LibraryTitle.ID, draft: CopyDraft)], at centre: Centre.ID, in act: Act) throws -> [Copy.ID] {
        guard !copies.isEmpty else { return [] }
        let currency = try CentreStore.centre(centre, in: act).currency
        var inventory = try InventoryStore.hold(centre, in: act), labels: Set<String> = []
        let first = inventory.last + 1
        let rows = try copies.map { title, draft -> [Stored] in
            let number = try inventory.next(), label = try label(of: draft, number, inventory)
            guard labels.insert(label).inserted else { throw Problem.invalid("label", T.library.errorLabelTaken(label: .text(label))) }
            return [
                centre.stored, title.stored, .int(Int64(number)), .text(label), .text(draft.former), .text(draft.shelf), .text(draft.condition), draft.price.stored,
                currency.stored, draft.origin.stored, .text(draft.source), .text(draft.acquired), .text(draft.note),
            ]
        }
        if let taken = try labelTaken(labels.sorted(), in: act) { throw Problem.invalid("label", T.library.errorLabelTaken(label: .text(taken))) }
        try act.db.insert(many: Batch("copy", [
            "centre", "title", "number", "label", "former", "shelf", "condition", "price", "currency", "origin", "source", "acquired", "note",
        ], rows: rows))
        try InventoryStore.keep(inventory, in: act)
        let ids: [Copy.ID] = try act.db.rows("SELECT id FROM copy WHERE centre = \(centre) AND number >= \(first) ORDER BY number").map { try $0["id"] }
        try act.record(many: zip(ids, copies).map { PastDeed(T.library.copyTaken, .copy($0), under: .title($1.title), by: act.by.person, at: act.now) })
        try act.touchPublicPages()
        return ids
    }

    /// Its own, or the one that its number makes.
    private static func label(of draft: CopyDraft, _ number: Int, _ inventory: Inventory) throws -> String {
        let own = LibraryCode.cleaned(draft.label)
        guard !own.isEmpty else { return try inventory.label(of: number) }
        guard LibraryCode(typed: own) == nil else { throw Problem.invalid("label", T.library.errorLabelOurs) }
        return own
    }

    private static func labelTaken(_ labels: [String], in act: Act) throws -> String? {
        for start in stride(from: 0, to: labels.count, by: 500) {
            let some = Array(labels[start..<min(start + 500, labels.count)])
            if let taken: String = try act.db.value("SELECT label FROM copy WHERE label IN \(list: some) ORDER BY label LIMIT 1") { return taken }
        }
        return nil
    }

    /// What is written down of it; its number and its title stay.
    package static func edit(_ id: Copy.ID, _ draft: CopyDraft, at centre: Centre.ID, in act: Act) throws {
        let before = try held(id, at: centre, in: act)
        var draft = draft
        let own = LibraryCode.cleaned(draft.label)
        draft.label = own.isEmpty ? before.label : own
        guard before.draft != draft else { return }
        if draft.label != before.label {
            guard try !act.db.exists("SELECT 1 AS stands FROM copy WHERE label = \(draft.label)") else {
                throw Problem.invalid("label", T.library.errorLabelTaken(label: .text(draft.label)))
            }
            guard LibraryCode(typed: draft.label) == nil else { throw Problem.invalid("label", T.library.errorLabelOurs) }
        }
        try act.db.run("""
            UPDATE copy SET label = \(draft.label), former = \(draft.former), shelf = \(draft.shelf), condition = \(draft.condition), price = \(draft.price),
                origin = \(draft.origin), source = \(draft.source), acquired = \(draft.acquired), note = \(draft.note) WHERE id = \(id)
            """)
        try act.record(T.library.copyEdited, .copy(id), under: .title(before.title), centre: centre, changes: draft.changes(since: before.draft))
        try act.touchPublicPages()
    }

    /// It stands on the shelf again, is being mended, or nobody finds it.
    package static func stand(_ state: CopyState, _ id: Copy.ID, at centre: Centre.ID, in act: Act) throws {
        let copy = try held(id, at: centre, in: act)
        guard state != .off, copy.state != .off else { throw Problem.conflict(T.library.errorWrittenOff) }
        guard copy.state != state else { return }
        try act.state(CopyStateChanging(copy, to: state))
        try act.db.run("UPDATE copy SET state = \(state) WHERE id = \(id)")
        try act.record(deed(state), .copy(id), under: .title(copy.title), centre: centre)
        try act.touchPublicPages()
    }

    /// Where it stands from now on.
    package static func move(_ id: Copy.ID, to shelf: String, at centre: Centre.ID, in act: Act) throws {
        var draft = try held(id, at: centre, in: act).draft
        draft.shelf = shelf
        try edit(id, draft, at: centre, in: act)
    }

    /// Copies leave the inventory by a decision; their numbers stay in the book.
    package static func writeOff(_ ids: [Copy.ID], _ off: WriteOff, at centre: Centre.ID, in act: Act) throws {
        guard !ids.isEmpty else { throw Problem.invalid("copies", T.common.errorChoose) }
        for id in ids.sorted() {
            let copy = try held(id, at: centre, in: act)
            guard copy.state != .off else { throw Problem.conflict(T.library.errorWrittenOff) }
            guard let acquired = Day(iso: copy.draft.acquired), off.day >= acquired else {
                throw Problem.invalid("day", T.library.errorOffBefore(number: .number(copy.number)))
            }
            try act.state(CopyStateChanging(copy, to: .off))
            try act.db.run("UPDATE copy SET state = 'off', written_off = \(off.day), decision = \(off.decision) WHERE id = \(id)")
            let changes = [Change("written_off", from: "", to: off.day.iso), Change("decision", from: "", to: off.decision)]
            try act.record(T.library.copyOff, .copy(id), under: .title(copy.title), centre: centre, changes: changes, retention: .register)
        }
        try act.touchPublicPages()
    }

    /// Takes back copies that were taken in by mistake, while they are the last of the book: else a gap would stay.
    static func takeBack(_ ids: [Copy.ID], at centre: Centre.ID, in act: Act) throws {
        guard !ids.isEmpty else { return }
        let copies = try copies(ids, in: act).values.sorted { $0.number > $1.number }
        var inventory = try InventoryStore.hold(centre, in: act)
        let last = inventory.last
        guard copies.enumerated().allSatisfy({ $1.centre == centre && $1.number == last - $0 }) else { throw Problem.conflict(T.library.errorNotLast) }
        for copy in copies {
            try act.state(CopyRemoving(copy))
            try act.db.run("DELETE FROM copy WHERE id = \(copy.id)")
            try act.record(T.library.copyTakenBack, .copy(copy.id), under: .title(copy.title), centre: centre, retention: .register)
            inventory.giveBack()
        }
        try InventoryStore.keep(inventory, in: act)
        try act.touchPublicPages()
    }

    static func held(_ id: Copy.ID, at centre: Centre.ID, in act: Act) throws -> Copy {
        guard act.by.keepsLibrary(of: centre) else { throw Problem.missing }
        _ = try copy(id, at: centre, in: act)
        try act.db.hold("copy", id.value)
        return try copy(id, at: centre, in: act)
    }

    private static func deed(_ state: CopyState) -> Phrase {
        switch state {
        case .shelf: T.library.copyBack
        case .repair: T.library.copyRepair
        case .lost: T.library.copyLost
        case .off: T.library.copyOff
        }
    }
}

extension CopyDraft {
    func changes(since before: CopyDraft) -> [Change] { zip(before.values, values).map { old, new in Change(new.name, from: old.value, to: new.value) } }

    /// Everything as text, by the names of the fields.
    var values: [(name: String, value: String)] {
        [
            ("label", label), ("former", former), ("shelf", shelf), ("condition", condition), ("price", price.map { "\($0)" } ?? ""), ("origin", origin.rawValue),
            ("source", source), ("acquired", acquired), ("note", note),
        ]
    }
}
