import Accounts
package import Centres
import Catalogue
import Events
package import Kernel
package import Languages
package import Library
import Loans
import Storage

/// Kits as rows: which titles travel, how, and when they are free.
package enum KitStore {
    static let kinds: [TitleKind] = [.kit, .device, .game]

    // MARK: Reads

    /// All that travel at a centre, by name.
    package static func kits(of centre: Centre.ID, sorted alphabet: Alphabet, in act: Act) throws -> [Kit] {
        let ids = try travelling(at: centre, in: act)
        guard !ids.isEmpty else { return [] }
        return try kits(TitleStore.titles(of: kinds, at: centre, order: alphabet, in: act).filter { ids.contains($0.id) }, in: act)
    }

    /// One that travels.
    /// - Throws: `Problem.missing` where the centre has none, or it does not travel.
    package static func kit(_ id: LibraryTitle.ID, at centre: Centre.ID, in act: Act) throws -> Kit {
        guard let kit = try kits([TitleStore.title(id, at: centre, in: act)], in: act).first else { throw Problem.missing }
        return kit
    }

    /// Titles that could travel and do not.
    package static func others(at centre: Centre.ID, sorted alphabet: Alphabet, in act: Act) throws -> [LibraryTitle] {
        let ids = try travelling(at: centre, in: act)
        return try TitleStore.titles(of: kinds, at: centre, order: alphabet, in: act).filter { !ids.contains($0.id) }
    }

    private static func travelling(at centre: Centre.ID, in act: Act) throws -> Set<LibraryTitle.ID> {
        Set(try act.db.rows("SELECT r.title FROM kit_rule r JOIN title t ON t.id = r.title WHERE t.centre = \(centre)").map { try $0["title"] })
    }

    /// A title that may travel, and how it does if it does.
    package static func title(_ id: LibraryTitle.ID, at centre: Centre.ID, in act: Act) throws -> (title: LibraryTitle, rule: KitRule?) {
        let title = try TitleStore.title(id, at: centre, in: act)
        guard kinds.contains(title.kind) else { throw Problem.missing }
        return (title, try act.db.row("SELECT * FROM kit_rule WHERE title = \(id)").map(KitRule.init(row:)))
    }

    private static func kits(_ titles: [LibraryTitle], in act: Act) throws -> [Kit] {
        guard let centre = titles.first?.centre else { return [] }
        let ids = titles.map(\.id), today = try today(at: centre, in: act)
        let rules: [LibraryTitle.ID: KitRule] = try Dictionary(
            uniqueKeysWithValues: act.db.rows("SELECT * FROM kit_rule WHERE title IN \(list: ids)").map { (try $0["title"], try KitRule(row: $0)) })
        let copies = try titles.flatMap { try CopyStore.copies(of: $0.id, in: act) }.filter(\.isLendable)
        let periods = Dictionary(grouping: try LoanStore.periods(of: copies.map(\.id), from: today, in: act), by: \.copy)
        let terms = try KitTermStore.terms(of: ids, from: today, in: act)
        return try titles.compactMap { title in
            guard let rule = rules[title.id] else { return nil }
            let own = copies.filter { $0.title == title.id }
            let shelf = KitShelf(own.map { copy in KitShelf.Line(copy.id, taken: (periods[copy.id] ?? []).map { $0.days(asOf: today) }) })
            return Kit(title: title, rule: rule, copies: own, parts: try TitleStore.parts(of: title.id, in: act), shelf: shelf, terms: terms[title.id] ?? [])
        }
    }

    static func today(at centre: Centre.ID, in act: Act) throws -> Day { try CentreStore.centre(centre, in: act).zone.day(of: act.now) }

    // MARK: Verbs of the desk

    /// A title travels from now on, or in another way.
    package static func set(_ rule: KitRule, of id: LibraryTitle.ID, at centre: Centre.ID, in act: Act) throws {
        guard act.by.lends(at: centre) else { throw Problem.missing }
        let before = try title(id, at: centre, in: act).rule
        try act.db.hold("title", id.value)
        try act.db.run("""
            INSERT INTO kit_rule (title, set_up, transport, most_days, term_days, note)
            VALUES (\(id), \(rule.times.setUp), \(rule.times.transport), \(rule.mostDays), \(rule.termDays), \(rule.note))
            ON CONFLICT (title) DO UPDATE SET set_up = excluded.set_up, transport = excluded.transport, most_days = excluded.most_days,
                term_days = excluded.term_days, note = excluded.note
            """)
        func change(_ field: String, _ value: (KitRule) -> String) -> Change { Change(field, from: before.map(value) ?? "", to: value(rule)) }
        try act.record(T.kits.ruleDeed, .title(id), centre: centre, changes: [
            change("setUp") { "\($0.times.setUp)" }, change("transport") { "\($0.times.transport)" }, change("mostDays") { "\($0.mostDays)" },
            change("termDays") { "\($0.termDays)" }, change("note", \.note),
        ])
        try act.touchPublicPages()
    }

    /// It stays at the centre: what is booked already is not taken from anybody.
    package static func stop(_ id: LibraryTitle.ID, at centre: Centre.ID, in act: Act) throws {
        guard act.by.lends(at: centre) else { throw Problem.missing }
        try act.db.hold("title", id.value)
        guard try title(id, at: centre, in: act).rule != nil else { return }
        try act.db.run("DELETE FROM kit_rule WHERE title = \(id)")
        try act.record(T.kits.stoppedDeed, .title(id), centre: centre)
        try act.touchPublicPages()
    }
}

extension KitRule {
    init(row: Row) throws {
        self.init(
            KitTimes(setUp: try row["set_up"], transport: try row["transport"]), mostDays: try row["most_days"], termDays: try row["term_days"], note: try row["note"])
    }
}
