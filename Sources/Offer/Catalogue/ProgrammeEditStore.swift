package import Kernel
package import Languages
import Storage

/// What staff and imports do to programmes.
extension ProgrammeStore {
    package static func add(_ draft: ProgrammeDraft, in act: Act) throws -> Programme.ID {
        try act.db.hold("cycle", draft.cycle.value)
        try check(draft, besides: nil, in: act)
        let id = Programme.ID(try act.db.insert("""
            INSERT INTO programme (cycle, number, title, language, institution, hours, competence, priority, area, target, form, seats_max,
                goal, outcomes, topics, free, key_azbuka, key_abeceda, key_lithuanian)
            VALUES (\(draft.cycle), \(draft.number), \(draft.title), \(draft.language), \(draft.institution), \(draft.hours),
                \(draft.competence), \(draft.priority), \(draft.area), \(draft.target), \(draft.form), \(draft.seatsMax),
                \(draft.goal), \(draft.outcomes), \(draft.topics), \(draft.isFree),
                \(draft.key(.azbuka)), \(draft.key(.abeceda)), \(draft.key(.lithuanian))) RETURNING id
            """))
        try name(draft.authors.map { .init($0) }, as: "author", of: id, in: act)
        try name(draft.trainers.map { .init($0) }, as: "trainer", of: id, in: act)
        try index(id, in: act)
        try act.record(T.catalogue.programmeAdded, .programme(id))
        try act.touchPublicPages()
        return id
    }

    /// Changes a programme within its cycle; in another cycle it is another programme, see `renew`.
    package static func edit(_ id: Programme.ID, _ draft: ProgrammeDraft, in act: Act) throws {
        try act.db.hold("programme", id.value)
        let before = try programme(id, in: act)
        var draft = draft
        draft.cycle = before.cycle.id
        guard draft != before.draft else { return }
        try check(draft, besides: id, in: act)
        try act.db.run("""
            UPDATE programme SET number = \(draft.number), title = \(draft.title), language = \(draft.language), institution = \(draft.institution),
                hours = \(draft.hours), competence = \(draft.competence), priority = \(draft.priority), area = \(draft.area),
                target = \(draft.target), form = \(draft.form), seats_max = \(draft.seatsMax), goal = \(draft.goal), outcomes = \(draft.outcomes),
                topics = \(draft.topics), free = \(draft.isFree), key_azbuka = \(draft.key(.azbuka)), key_abeceda = \(draft.key(.abeceda)),
                key_lithuanian = \(draft.key(.lithuanian))
            WHERE id = \(id)
            """)
        try name(tied(draft.authors, to: before.authors), as: "author", of: id, in: act)
        try name(tied(draft.trainers, to: before.trainers), as: "trainer", of: id, in: act)
        try index(id, in: act)
        try act.state(Reworded(.programme(id)))
        try act.record(T.catalogue.programmeEdited, .programme(id), changes: draft.changes(since: before.draft), retention: .register)
        try act.touchPublicPages()
    }

    /// Takes a programme out of the catalogue from a day on. It stays where it was held; nothing new can be announced under it.
    package static func withdraw(_ id: Programme.ID, from day: Day, because reason: String, in act: Act) throws {
        try act.db.hold("programme", id.value)
        let programme = try programme(id, in: act)
        guard !programme.isWithdrawn else { throw Problem.conflict(T.catalogue.alreadyWithdrawn) }
        try act.db.run("UPDATE programme SET withdrawn = \(day), withdrawn_reason = \(reason) WHERE id = \(id)")
        let change = Change("withdrawn", from: "", to: "\(day.iso): \(reason)")
        try act.record(T.catalogue.programmeWithdrawn, .programme(id), changes: [change], retention: .register)
        try act.touchPublicPages()
    }

    /// Puts a withdrawn programme back.
    package static func restore(_ id: Programme.ID, in act: Act) throws {
        try act.db.hold("programme", id.value)
        guard let withdrawal = try programme(id, in: act).withdrawal else { throw Problem.conflict(T.catalogue.notWithdrawn) }
        try act.db.run("UPDATE programme SET withdrawn = NULL, withdrawn_reason = '' WHERE id = \(id)")
        let change = Change("withdrawn", from: "\(withdrawal.day.iso): \(withdrawal.reason)", to: "")
        try act.record(T.catalogue.programmeRestored, .programme(id), changes: [change], retention: .register)
        try act.touchPublicPages()
    }

    /// Takes back a programme that was added by mistake. One that something refers to does not go: the database refuses.
    static func remove(_ id: Programme.ID, in act: Act) throws {
        try act.db.run("DELETE FROM programme_person WHERE programme = \(id)")
        try act.db.run("DELETE FROM programme WHERE id = \(id)")
        try act.db.unindex("programme", id.value)
        try act.record(T.catalogue.programmeRemoved, .programme(id))
        try act.touchPublicPages()
    }

    // MARK: Rules that need the rows

    private static func check(_ draft: ProgrammeDraft, besides own: Programme.ID?, in act: Act) throws {
        var faults = Faults()
        let holder = try programme(number: draft.number, of: draft.cycle, in: act)
        faults.require(holder == nil || holder == own, "number", T.catalogue.numberTaken(number: .text(draft.number)))
        let codes = try CycleStore.codes(of: [draft.cycle], in: act)
        func belongs(_ id: CycleCode.ID?, _ list: CodeList) -> Bool { id == nil || codes.contains { $0.id == id && $0.list == list } }
        faults.require(belongs(draft.competence, .competence), "competence", T.catalogue.codeOfOtherCycle)
        faults.require(belongs(draft.priority, .priority), "priority", T.catalogue.codeOfOtherCycle)
        faults.require(belongs(draft.area, .area), "area", T.catalogue.codeOfOtherCycle)
        try faults.check()
    }

    /// Names typed anew keep the person that the same name was tied to.
    private static func tied(_ names: [String], to before: [Programme.Named]) -> [Programme.Named] {
        names.map { name in before.first { $0.name == name } ?? Programme.Named(name) }
    }

    static func name(_ people: [Programme.Named], as part: String, of id: Programme.ID, in act: Act) throws {
        try act.db.run("DELETE FROM programme_person WHERE programme = \(id) AND part = \(part)")
        for (place, named) in people.enumerated() {
            try act.db.run("""
                INSERT INTO programme_person (programme, part, name, person, place) VALUES (\(id), \(part), \(named.name), \(named.person), \(place))
                """)
        }
    }

    /// Makes all programmes findable again, after a copy of the database that left the index behind.
    package static func reindex(in act: Act) throws {
        for row in try act.db.rows("SELECT id FROM programme ORDER BY id") { try index(row["id"], in: act) }
    }

    /// Makes the programmes that an entry of a list describes findable by its new words.
    static func index(naming code: CycleCode, in act: Act) throws {
        let programmes = try act.db.rows("SELECT id FROM programme WHERE \(code.list.column) = \(code.id)")
        for row in programmes {
            let id: Programme.ID = try row["id"]
            try index(id, in: act)
            try act.state(Reworded(.programme(id)))
        }
    }

    /// Makes the programme findable by everything that it says.
    static func index(_ id: Programme.ID, in act: Act) throws {
        let found = try programme(id, in: act)
        let texts = [found.institution, found.target, found.goal, found.outcomes, found.topics].map { ($0, found.language) }
        try act.db.index("programme", id.value, SearchText(
            number: found.number, titles: [(found.title, found.language)], bodies: texts + found.codeTexts, names: (found.authors + found.trainers).map(\.name)))
    }
}

extension ProgrammeDraft {
    fileprivate func key(_ alphabet: Alphabet) -> [UInt8] { SortKey.make(title, alphabet: alphabet) }
}
