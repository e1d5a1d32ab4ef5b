import Accounts
import Centres
import Events
import Kernel
import Languages
import Storage

/// What staff do with one application in its bearer's place, who reads of each change why it was made.
extension RegistrationStore {
    static func perform(_ deed: DeskDeed, on id: Registration.ID, in act: Act) throws {
        switch deed {
        case .admit(let reason): try admit(id, because: reason, in: act)
        case .wait(let reason): try putInQueue(id, because: reason, in: act)
        case .withdraw(let reason): try withdrawByStaff(id, because: reason, in: act)
        case .refuse(let reason): try refuse(id, because: reason, in: act)
        case .remark(let remark): try self.remark(id, remark, in: act)
        case .move(let other, let reason): _ = try move(id, to: other, because: reason, in: act)
        case .handOver(let successor, let reason): _ = try handOver(id, to: successor, because: reason, in: act)
        case .edit(let edit): try self.edit(id, to: edit, in: act)
        }
    }

    /// Takes a seat back: its bearer waits from now on, behind everybody who waits already.
    static func putInQueue(_ id: Registration.ID, because reason: String, in act: Act) throws {
        guard !reason.isEmpty else { throw Problem.invalid("reason", T.registration.reasonMissing) }
        let dossier = try dossier(id, runBy: act.by, in: act)
        try requireNotHeld(dossier.event, at: act.now)
        let seats = try seats(of: dossier.event, in: act)
        guard seats.keepsWaiting else { throw Problem.conflict(T.registration.waitWouldBeOffered) }
        let settled = try settle(dossier, Decision(.waiting, T.registration.putInQueue, because: reason), in: act)
        let last: Instant? = try act.db.value("SELECT max(queued) AS last FROM registration WHERE event = \(dossier.event.id) AND state = 'waiting' AND id <> \(id)")
        let queued = last.map { max(act.now, $0.adding(seconds: 1)) } ?? act.now
        try act.db.run("UPDATE registration SET queued = \(queued) WHERE id = \(id)")
        let waiting = settled.with(try row(id, in: act))
        try RegistrationLetters.putInQueue(waiting, place: place(of: waiting.registration, in: act) ?? 0, in: act)
        try fill(dossier.event, of: dossier.centre, in: act)
    }

    /// Somebody has told the centre that they cannot come.
    static func withdrawByStaff(_ id: Registration.ID, because reason: String, in act: Act) throws {
        guard !reason.isEmpty else { throw Problem.invalid("reason", T.registration.reasonMissing) }
        let dossier = try dossier(id, runBy: act.by, in: act)
        guard dossier.registration.hasCounted else { throw Problem.missing }
        try requireNotHeld(dossier.event, at: act.now)
        let settled = try settle(dossier, Decision(.withdrawn, T.registration.withdrawnByStaff, because: reason), in: act)
        try RegistrationLetters.withdrawnByStaff(settled, in: act)
        try fill(dossier.event, of: dossier.centre, in: act)
    }

    /// Gives a seat to somebody else in its bearer's place, as when a school calls to send another teacher. The seat stays the school's, so nobody is passed.
    /// - Returns: the application of whoever has it now.
    static func handOver(_ id: Registration.ID, to successor: Successor, because reason: String, in act: Act) throws -> Registration {
        guard !reason.isEmpty else { throw Problem.invalid("reason", T.registration.reasonMissing) }
        let dossier = try named(id, runBy: act.by, in: act)
        let (registration, event) = (dossier.registration, dossier.event)
        try requireNotHeld(event, at: act.now)
        guard registration.state == .admitted else { throw Problem.conflict(T.registration.handOverNoSeat) }
        let known = try LikelyDoubleStore.known(by: successor.person, in: act)
        // Whom the centre has nothing to do with is not given a seat unasked, nor told to the centre.
        if let known, try !PersonStore.sees(known.id, from: event.centre, in: act) { throw Problem.invalid("email", T.registration.handOverDeskKnown) }
        let person = try LikelyDoubleStore.person(of: successor.person, speaking: event.plan.language, in: act)
        guard person != registration.person else { throw Problem.invalid("email", T.registration.handOverSame) }
        try requireNone(open(of: person, for: event.id, in: act))
        try act.db.run("DELETE FROM hand_over WHERE registration = \(id)")
        let given = try settle(dossier, Decision(.withdrawn, T.registration.handedOverByStaff, because: reason), keepingWorkshops: true, in: act)
        let application = Application(
            school: registration.school, payer: registration.payer, phone: successor.person.phone, job: successor.job, channel: .desk,
            seat: registration.schoolGroup.map { SchoolSeat(group: $0, isUnnamed: false) })
        let new = try insert(application, of: person, for: event, .admitted, insteadOf: id, in: act)
        try take(new.id, writtenSchoolOf: id, in: act)
        try WorkshopStore.pass(from: id, to: new.id, in: act)
        try PersonStore.keep(person, in: act)
        try act.record(
            T.registration.received, .registration(new.id), under: .event(event.id), centre: event.centre, changes: [Change("reason", from: "", to: reason)])
        let offer = HandOver(
            dossier: given, giver: try PersonStore.person(registration.person, in: act), colleague: try PersonStore.person(person, in: act))
        try RegistrationLetters.handedOverByStaff(offer, in: act)
        try RegistrationLetters.takenOver(offer, new, in: act)
        return new
    }

    /// Changes payer, school and how to reach somebody.
    static func edit(_ id: Registration.ID, to edit: ApplicationEdit, in act: Act) throws {
        let dossier = try named(id, runBy: act.by, in: act)
        let before = dossier.registration
        guard before.hasCounted else { throw Problem.missing }
        let person = try PersonStore.person(before.person, in: act)
        let isOther = edit.payer != before.payer || edit.school != before.school
        guard !isOther || !edit.reason.isEmpty else { throw Problem.invalid("reason", T.registration.reasonMissing) }
        let written: SQL = edit.school == nil ? "" : ", proposal = NULL"
        try act.db.run("UPDATE registration SET payer = \(edit.payer), school = \(edit.school)\(written) WHERE id = \(id)")
        if let email = edit.email { try PersonStore.correct(email, of: person.id, in: act) }
        try PersonStore.tell(phone: edit.phone, job: edit.job, of: person.id, at: edit.school, by: .mender, in: act)
        func name(_ school: School.ID?) throws -> String { try school.map { try SchoolStore.school($0, in: act).label(in: .sr) } ?? "" }
        let changes = [
            Change("payer", from: before.payer.rawValue, to: edit.payer.rawValue), Change("school", from: try name(before.school), to: try name(edit.school)),
            Change("reason", from: "", to: isOther ? edit.reason : ""),
        ]
        try act.record(T.registration.edited, .registration(id), under: .event(dossier.event.id), centre: dossier.event.centre, changes: changes)
        guard isOther else { return }
        let after = try row(id, in: act)
        try act.state(RegistrationChanged(after, dossier.event))
        try RegistrationLetters.edited(dossier.with(after), since: before, because: edit.reason, in: act)
    }

    // MARK: Several at once

    /// Does the same with several applications: one act, in which each stands or falls by itself, those who wait longest first.
    static func perform(_ chosen: ChosenForm, of event: Event.ID, in act: Act) throws -> ChosenOutcome {
        _ = try EventStore.event(runBy: act.by, event, in: act)
        try act.db.hold("event", event.value)
        var outcome = ChosenOutcome()
        let rows = try act.db.rows("""
            SELECT r.id, r.queued, p.given_name, p.family_name, p.email FROM registration r JOIN person p ON p.id = r.person
            WHERE r.event = \(event) AND r.id IN \(list: Array(chosen.registrations)) ORDER BY r.queued NULLS LAST, r.id
            """)
        for row in rows {
            let id: Registration.ID = try row["id"], email: String? = try row["email"]
            let isKnown = try (row["queued"] as Instant?) != nil
            let name = isKnown ? PersonName(given: try row["given_name"], family: try row["family_name"]).full : email ?? "–"
            do {
                try act.db.part { try perform(chosen.deed, on: id, in: act) }
                outcome.done += 1
                if email == nil { outcome.untold.append(name) }
            } catch let problem as Problem {
                outcome.undone.append(.init(registration: id, name: name, why: problem.faults.first?.phrase ?? T.common.notPossible))
            }
        }
        return outcome
    }
}
