package import Centres
package import Kernel
import Languages
import Storage

/// Entries in the state's register as rows.
package enum ProgrammeEntryStore {
    package static func all(of programme: Programme.ID, in act: Act) throws -> [ProgrammeRegistration] {
        try act.db.rows("SELECT * FROM programme_entry WHERE programme = \(programme) ORDER BY id").map(ProgrammeRegistration.init(row:))
    }

    /// Writes down that a programme waits for its entry, under the code that stands for none.
    package static func open(_ programme: Programme.ID, in municipality: Municipality.ID?, in act: Act) throws -> ProgrammeRegistration.ID {
        try act.db.hold("programme", programme.value)
        _ = try ProgrammeStore.programme(programme, in: act)
        if let municipality, try !act.db.exists("SELECT 1 AS stands FROM municipality WHERE id = \(municipality)") {
            throw Problem.invalid("municipality", T.common.errorChoose)
        }
        if try all(of: programme, in: act).contains(where: { $0.municipality == municipality && $0.state != .left }) {
            throw Problem.invalid("municipality", T.catalogue.entryStands)
        }
        let id = ProgrammeRegistration.ID(try act.db.insert("""
            INSERT INTO programme_entry (programme, municipality, state, code)
            VALUES (\(programme), \(municipality), \(ProgrammeRegistration.State.temporary), \(ProgrammeRegistration.temporaryCode)) RETURNING id
            """))
        try act.record(T.catalogue.entryOpened, .programme(programme))
        return id
    }

    /// Writes down what the register did, or what it was asked for.
    /// - Throws: a problem at the field that is missing, a conflict where one thing does not follow the other.
    package static func take(_ step: ProgrammeRegistrationStep, _ id: ProgrammeRegistration.ID, of programme: Programme.ID, in act: Act) throws {
        try act.db.hold("programme", programme.value)
        let entries = try all(of: programme, in: act)
        guard let entry = entries.first(where: { $0.id == id }) else { throw Problem.missing }
        guard entry.state.next.contains(step.state) else {
            throw Problem.conflict(T.catalogue.entryWrongMove(state: .phrase(entry.state.name), wanted: .phrase(step.state.name)))
        }
        var faults = Faults()
        switch step.state {
        case .registered:
            faults.require(!step.code.isEmpty && step.code != ProgrammeRegistration.temporaryCode, "code", T.catalogue.entryCodeMissing)
            try faults.check()
            try act.db.run("""
                UPDATE programme_entry SET state = \(step.state), code = \(step.code), registered = \(step.day), leaves = NULL, reason = '', ended = NULL
                WHERE id = \(id)
                """)
        case .accredited: try act.db.run("UPDATE programme_entry SET state = \(step.state), accredited = \(step.day) WHERE id = \(id)")
        case .leaving:
            faults.require(!step.reason.isEmpty, "reason", T.catalogue.reasonMissing)
            try faults.check()
            try act.db.run("UPDATE programme_entry SET state = \(step.state), leaves = \(step.day), reason = \(step.reason) WHERE id = \(id)")
        case .left: try act.db.run("UPDATE programme_entry SET state = \(step.state), ended = \(step.day) WHERE id = \(id)")
        case .temporary: throw Problem.missing
        }
        try act.record(T.catalogue.entryChanged, .programme(programme), changes: [
            Change("state", from: entry.state.rawValue, to: step.state.rawValue), Change("code", from: entry.code, to: step.code.isEmpty ? entry.code : step.code),
            Change("day", from: "", to: step.day.iso), Change("reason", from: entry.reason, to: step.reason),
        ], retention: .register)
        try follow(step, entry, others: entries.filter { $0.id != id }, in: act)
        try act.touchPublicPages()
    }

    /// Where the accreditor's rule says so, a programme that has left the register everywhere is withdrawn, and one that is registered anew comes back.
    private static func follow(_ step: ProgrammeRegistrationStep, _ entry: ProgrammeRegistration, others: [ProgrammeRegistration], in act: Act) throws {
        let programme = try ProgrammeStore.programme(entry.programme, in: act)
        guard programme.cycle.accreditor.rules.leaving == .withdrawn else { return }
        if step.state == .left, !programme.isWithdrawn, others.allSatisfy({ $0.state == .left }) {
            try ProgrammeStore.withdraw(programme.id, from: step.day, because: entry.reason, in: act)
        } else if step.state == .registered, entry.state == .left, let withdrawal = programme.withdrawal, withdrawal.day == entry.ended,
            withdrawal.reason == entry.reason {
            try ProgrammeStore.restore(programme.id, in: act)
        }
    }
}
