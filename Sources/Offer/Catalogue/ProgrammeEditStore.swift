package import Kernel
package import Languages
import Storage

/// What staff and imports do to programmes.
extension ProgrammeStore {
    package static func add(_ draft: ProgrammeDraft, in act: Act) throws -> Programme.ID {
        try act.db.hold("cycle", draft.cycle.value)
        try check(draft, besides: nil, in: act)
        let id = Programme.ID(try act.db.insert("""
            INSERT INTO programme (cycle, number, title, language, institution, hours, days, competence, priority, area, target, form, phases, seats_min, seats_max,
                price, price_covers, goal, specific_goals, outcomes, topics, evaluation, follow_up, free, key_azbuka, key_abeceda, key_lithuanian)
            VALUES (\(draft.cycle), \(draft.number), \(draft.title), \(draft.language), \(draft.institution), \(draft.hours), \(draft.days),
                \(draft.competence), \(draft.priority), \(draft.area), \(draft.target), \(draft.form), \(draft.phases), \(draft.seatsMin), \(draft.seatsMax),
                \(draft.price), \(draft.priceCovers), \(draft.goal), \(draft.specificGoals), \(draft.outcomes), \(draft.topics), \(draft.evaluation),
                \(draft.followUp), \(draft.isFree), \(draft.key(.azbuka)), \(draft.key(.abeceda)), \(draft.key(.lithuanian))) RETURNING id
            """))
        try hang(draft, on: id, in: act)
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
                hours = \(draft.hours), days = \(draft.days), competence = \(draft.competence), priority = \(draft.priority), area = \(draft.area),
                target = \(draft.target), form = \(draft.form), phases = \(draft.phases), seats_min = \(draft.seatsMin), seats_max = \(draft.seatsMax),
                price = \(draft.price), price_covers = \(draft.priceCovers), goal = \(draft.goal), specific_goals = \(draft.specificGoals),
                outcomes = \(draft.outcomes), topics = \(draft.topics), evaluation = \(draft.evaluation), follow_up = \(draft.followUp),
                free = \(draft.isFree), key_azbuka = \(draft.key(.azbuka)), key_abeceda = \(draft.key(.abeceda)),
                key_lithuanian = \(draft.key(.lithuanian))
            WHERE id = \(id)
            """)
        try hang(draft, on: id, before, in: act)
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
        for table in ["programme_person", "programme_target", "programme_earlier", "programme_entry"] as [StaticString] {
            try act.db.run("DELETE FROM \(name: table) WHERE programme = \(id)")
        }
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
        faults.require(draft.targets.allSatisfy { belongs($0, .target) }, "targets", T.catalogue.codeOfOtherCycle)
        faults.require(draft.seatsMin <= draft.seatsMax, "seatsMin", T.catalogue.seatsMinTooMany)
        try faults.check()
    }

    /// Writes what hangs on a programme. Names typed anew keep the person that the same name was tied to.
    private static func hang(_ draft: ProgrammeDraft, on id: Programme.ID, _ before: Programme? = nil, in act: Act) throws {
        func named(_ lines: [String], _ known: [Programme.Named]?) -> [Programme.Named] { lines.map { Programme.Named(line: $0).tied(like: known ?? []) } }
        let whom = Programme.Named(line: draft.contact)
        let contact = Programme.Named(whom.name, occupation: whom.occupation, reach: draft.reach).tied(like: before?.contact.map { [$0] } ?? [])
        try name(named(draft.authors, before?.authors), as: .author, of: id, in: act)
        try name(named(draft.trainers, before?.trainers), as: .trainer, of: id, in: act)
        try name(draft.contact.isEmpty ? [] : [contact], as: .contact, of: id, in: act)
        if before?.targets.map(\.id) ?? [] != draft.targets {
            try act.db.run("DELETE FROM programme_target WHERE programme = \(id)")
            try act.db.insert(many: Batch("programme_target", ["programme", "code"], rows: draft.targets.map { [id.stored, $0.stored] }))
        }
        if before?.earlier ?? [] != draft.earlier {
            try act.db.run("DELETE FROM programme_earlier WHERE programme = \(id)")
            try act.db.insert(many: Batch("programme_earlier", ["programme", "cycle", "number", "held", "place"], rows: draft.earlier.enumerated().map { place, earlier in
                [id.stored, .text(earlier.cycle), .text(earlier.number), earlier.held.stored, place.stored]
            }))
        }
    }

    static func name(_ people: [Programme.Named], as part: Programme.Named.Part, of id: Programme.ID, in act: Act) throws {
        try act.db.run("DELETE FROM programme_person WHERE programme = \(id) AND part = \(part)")
        let columns: [StaticString] = ["programme", "part", "name", "occupation", "reach", "person", "centre", "place"]
        try act.db.insert(many: Batch("programme_person", columns, rows: people.enumerated().map { place, named in
            [id.stored, part.stored, .text(named.name), .text(named.occupation), .text(named.reach), named.person.stored, named.centre.stored, place.stored]
        }))
    }

    /// Makes all programmes findable again, after a copy of the database that left the index behind.
    package static func reindex(in act: Act) throws {
        for row in try act.db.rows("SELECT id FROM programme ORDER BY id") { try index(row["id"], in: act) }
    }

    /// Makes the programmes that an entry of a list describes findable by its new words.
    static func index(naming code: CycleCode, in act: Act) throws {
        let programmes = try act.db.rows("SELECT u.programme FROM \(code.list.uses) WHERE u.code = \(code.id)")
        for row in programmes {
            let id: Programme.ID = try row["programme"]
            try index(id, in: act)
            try act.state(Reworded(.programme(id)))
        }
    }

    /// Makes the programme findable by everything that it says.
    static func index(_ id: Programme.ID, in act: Act) throws {
        let found = try programme(id, in: act)
        let texts = [
            found.institution, found.target, found.goal, found.specificGoals, found.outcomes, found.topics, found.phases, found.evaluation, found.followUp,
        ].map { ($0, found.language) }
        try act.db.index("programme", id.value, SearchText(
            number: found.number, titles: [(found.title, found.language)], bodies: texts + found.codeTexts, names: (found.authors + found.trainers).map(\.name)))
    }
}

extension ProgrammeDraft {
    fileprivate func key(_ alphabet: Alphabet) -> [UInt8] { SortKey.make(title, alphabet: alphabet) }
}
