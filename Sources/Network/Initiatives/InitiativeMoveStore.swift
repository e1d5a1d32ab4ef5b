import Accounts
import Centres
package import Files
package import Kernel
package import Languages
import Storage

/// From the last word of those who take part to what became of it, as rows.
package enum InitiativeMoveStore {
    static func sendings(of id: Initiative.ID, in act: Act) throws -> [InitiativeSending] { try sendings("s.initiative = \(id)", in: act) }

    /// - Parameter condition: over `initiative_sending s`.
    static func sendings(_ condition: SQL, in act: Act) throws -> [InitiativeSending] {
        let rows = try act.db.rows("SELECT s.* FROM initiative_sending s WHERE \(condition) ORDER BY s.day, s.id")
        let files = try FileStore.files(rows.compactMap { try $0["file"] }, in: act)
        return try rows.map { row in
            let file: StoredFile.ID? = try row["file"]
            return InitiativeSending(
                id: try row["id"], draft: SendingDraft(to: try row["recipient"], on: try row["day"], by: try row["way"], due: try row["due"]),
                answered: try row["answered"], answer: try row["answer"], file: file.flatMap { files[$0] })
        }
    }

    // MARK: Adoption

    /// The newest version becomes the adopted text. It is frozen, and gets its number in the register of documents in the same act.
    package static func adopt(_ id: Initiative.ID, at centre: ID<CentreTag>, in act: Act) throws {
        let sight = try InitiativeStore.held(id, at: centre, in: act), one = sight.initiative
        guard one.state == .open else { throw Problem.conflict(one.state == .draft ? T.initiatives.errorDraft : T.initiatives.errorFrozen) }
        if let first = sight.obstacles(at: act.now).first { throw Problem.conflict(first.phrase) }
        let today = sight.home.zone.day(of: act.now)
        try act.db.run("UPDATE initiative SET state = 'adopted', adopted = \(today) WHERE id = \(id)")
        try act.state(PaperMade(
            kind: AdoptedNumber.kind, row: id.value, centre: centre, number: "", title: one.details.title, other: one.details.recipient, day: today,
            page: one.deskPath))
        try act.db.run("UPDATE initiative SET number = \(try AdoptedNumber.number(of: id, in: act)) WHERE id = \(id)")
        try act.record(T.initiatives.adoptedDeed, .initiative(id), centre: centre, changes: [
            Change("state", from: one.state.rawValue, to: InitiativeState.adopted.rawValue),
        ], retention: .register)
        let after = try InitiativeStore.home(id, at: centre, in: act)
        try InitiativeStore.index(after.initiative, in: act)
        try act.touchPublicPages()
        try InitiativeLetters.tellCentres(.adopted, after, in: act)
        try InitiativeLetters.tellMembers(.adopted, after, in: act)
    }

    /// It comes to nothing, and those who were asked learn why.
    package static func drop(_ id: Initiative.ID, because reason: String, at centre: ID<CentreTag>, in act: Act) throws {
        let sight = try InitiativeStore.held(id, at: centre, in: act), one = sight.initiative
        guard one.state.isWritten else { throw Problem.conflict(T.initiatives.errorFrozen) }
        guard !reason.isEmpty else { throw Problem.invalid("reason", T.initiatives.errorReason) }
        let today = sight.home.zone.day(of: act.now)
        try act.db.run("UPDATE initiative SET state = 'dropped', ended = \(today), reason = \(reason) WHERE id = \(id)")
        try act.record(T.initiatives.droppedDeed, .initiative(id), centre: centre, changes: [Change("reason", from: "", to: reason)])
        guard one.state == .open else { return }
        let after = try InitiativeStore.home(id, at: centre, in: act)
        try InitiativeLetters.tellCentres(.dropped(reason), after, in: act)
        try InitiativeLetters.tellMembers(.dropped(reason), after, in: act)
    }

    // MARK: Sent and answered

    private static func adopted(_ id: Initiative.ID, at centre: ID<CentreTag>, in act: Act) throws -> InitiativeSight {
        let sight = try InitiativeStore.held(id, at: centre, in: act), state = sight.initiative.state
        guard state == .adopted || state == .sent else { throw Problem.conflict(state == .closed ? T.initiatives.errorClosed : T.initiatives.errorNotAdopted) }
        return sight
    }

    /// The adopted text went out.
    package static func send(_ draft: SendingDraft, _ id: Initiative.ID, at centre: ID<CentreTag>, in act: Act) throws {
        let sight = try adopted(id, at: centre, in: act)
        var faults = Faults()
        draft.check(adopted: sight.initiative.adopted, on: sight.home.zone.day(of: act.now), &faults)
        try faults.check()
        try act.db.run("""
            INSERT INTO initiative_sending (initiative, recipient, day, way, due) VALUES (\(id), \(draft.recipient), \(draft.day), \(draft.way), \(draft.due))
            """)
        try act.db.run("UPDATE initiative SET state = 'sent' WHERE id = \(id)")
        try act.record(T.initiatives.sentDeed, .initiative(id), centre: centre, changes: [
            Change("recipient", from: "", to: draft.recipient), Change("day", from: "", to: draft.day.iso),
        ], retention: .register)
        try act.touchPublicPages()
    }

    /// An answer came: in words, as a file, or both.
    package static func answer(
        _ sending: InitiativeSending.ID, on day: Day, _ words: String, _ file: NewFile?, of id: Initiative.ID, at centre: ID<CentreTag>, in act: Act
    ) throws {
        let sight = try adopted(id, at: centre, in: act)
        guard let own = sight.sendings.first(where: { $0.id == sending }) else { throw Problem.missing }
        var faults = Faults()
        faults.require(day >= own.draft.day, "day-\(sending)", T.initiatives.errorAnswerBefore)
        faults.require(day <= sight.home.zone.day(of: act.now), "day-\(sending)", T.initiatives.errorDayComes)
        faults.require(!words.isEmpty || file != nil || own.file != nil, "words-\(sending)", T.initiatives.errorNothingCame)
        try faults.check()
        let stored = try file.map { try FileStore.add($0, of: centre, in: act) } ?? own.file?.id
        try act.db.run("UPDATE initiative_sending SET answered = \(day), answer = \(words), file = \(stored) WHERE id = \(sending)")
        try act.record(T.initiatives.cameDeed, .initiative(id), centre: centre, changes: [Change("answered", from: own.answered?.iso ?? "", to: day.iso)],
            retention: .register)
        try act.touchPublicPages()
    }

    /// What became of it, for everybody to read. It is the last word.
    package static func close(_ id: Initiative.ID, with outcome: InitiativeOutcome, on day: Day, at centre: ID<CentreTag>, in act: Act) throws {
        let sight = try adopted(id, at: centre, in: act)
        guard let first = sight.sendings.first else { throw Problem.conflict(T.initiatives.errorNotSent) }
        var faults = Faults()
        faults.require(!outcome.lacksProof, "proof", T.initiatives.errorProof)
        faults.require(day >= first.draft.day, "ended", T.initiatives.errorAnswerBefore)
        faults.require(day <= sight.home.zone.day(of: act.now), "ended", T.initiatives.errorDayComes)
        faults.require(outcome.kind != .silence || sight.sendings.allSatisfy { $0.answered == nil }, "kind", T.initiatives.errorNotSilent)
        try faults.check()
        try act.db.run("""
            UPDATE initiative SET state = 'closed', outcome = \(outcome.kind), outcome_words = \(outcome.words), proof = \(outcome.proof), ended = \(day)
            WHERE id = \(id)
            """)
        try act.record(T.initiatives.closedDeed, .initiative(id), centre: centre, changes: [Change("outcome", from: "", to: outcome.kind.rawValue)],
            retention: .register)
        try act.touchPublicPages()
        let after = try InitiativeStore.home(id, at: centre, in: act)
        try InitiativeLetters.tellCentres(.closed(outcome.kind), after, in: act)
        try InitiativeLetters.tellMembers(.closed(outcome.kind), after, in: act)
    }
}
