import Centres
import Kernel
import Languages
import Storage

/// Titles with their copies, as imports bring them, compare them and take them back.
enum BroughtStore {
    /// All of these centres. What was written off is no part of it: a list that names it brings a new copy.
    static func all(of centres: [Centre.ID], in act: Act) throws -> [(id: LibraryTitle.ID, entry: BroughtTitle)] {
        guard !centres.isEmpty else { return [] }
        let copies = try copies("c.centre IN \(list: centres)", in: act)
        return try act.db.rows("SELECT t.* FROM title t WHERE t.centre IN \(list: centres) ORDER BY t.id").map { row in
            let title = try LibraryTitle(row: row)
            return (title.id, BroughtTitle(centre: title.centre.value, title.draft, copies: copies[title.id] ?? []))
        }
    }

    /// The labels of all copies of the installation.
    static func labels(in act: Act) throws -> Set<String> { Set(try act.db.rows("SELECT label FROM copy").map { try $0["label"] as String }) }

    static func entry(_ id: LibraryTitle.ID, in act: Act) throws -> BroughtTitle? {
        guard let title = try TitleStore.titles([id], in: act)[id] else { return nil }
        return BroughtTitle(centre: title.centre.value, title.draft, copies: try copies("c.title = \(id)", in: act)[id] ?? [])
    }

    private static func copies(_ condition: SQL, in act: Act) throws -> [LibraryTitle.ID: [CopyDraft]] {
        try CopyStore.copies("\(condition) AND c.state <> 'off'", most: 1_000_000, in: act).reduce(into: [:]) {
            $0[$1.title, default: []].append($1.draft)
        }
    }

    /// Adds titles and takes their copies in, in their order.
    static func add(_ entries: [BroughtTitle], in act: Act) throws -> [LibraryTitle.ID] {
        let ids = try TitleStore.add(many: entries.map { (Centre.ID($0.centre), $0.draft) }, in: act)
        for (centre, rows) in Dictionary(grouping: zip(ids, entries).filter { !$0.1.copies.isEmpty }, by: { $0.1.centre }).sorted(by: { $0.key < $1.key }) {
            try CopyStore.takeIn(many: rows.flatMap { id, entry in entry.copies.map { (id, $0.brought) } }, at: Centre.ID(centre), in: act)
        }
        return ids
    }

    /// What the entry no longer has is taken back while it is the last of the book; what it has anew is taken in.
    static func change(_ id: LibraryTitle.ID, to entry: BroughtTitle, in act: Act) throws {
        let centre = Centre.ID(entry.centre)
        try TitleStore.edit(id, entry.draft, at: centre, in: act)
        var left = entry.copies, gone: [Copy] = []
        for copy in try CopyStore.copies(of: id, in: act) where copy.state != .off {
            let own = copy.draft
            guard let place = left.firstIndex(where: { $0.isSame(as: own) }) ?? left.firstIndex(where: { $0.brought == own.brought }) else {
                gone.append(copy)
                continue
            }
            if left[place].brought != own.brought { try CopyStore.edit(copy.id, left[place], at: centre, in: act) }
            left.remove(at: place)
        }
        // Only an undo lets copies go. Those behind which others stand in the book stay there.
        do { try CopyStore.takeBack(gone.map(\.id), at: centre, in: act) } catch let problem as Problem where problem.kind == .conflict {}
        if !left.isEmpty { _ = try CopyStore.takeIn(left.map(\.brought), of: id, at: centre, in: act) }
    }

    /// Takes a title back that an import added, with its copies.
    /// - Throws: as if a constraint said no where the book would get a gap: then the title stays, and the undo tells it.
    static func remove(_ id: LibraryTitle.ID, in act: Act) throws {
        guard let title = try TitleStore.titles([id], in: act)[id] else { return }
        do {
            try CopyStore.takeBack(CopyStore.copies(of: id, in: act).map(\.id), at: title.centre, in: act)
            try TitleStore.remove(id, at: title.centre, in: act)
        } catch let problem as Problem where problem.kind == .conflict {
            throw StorageError.constraint(kind: .check, name: "copy.number")
        }
    }
}
