package import Files
package import Kernel
import Languages
import Storage

/// Files that go along with a dossier, under what the call asks for.
package enum ProposalEnclosureStore {
    private static let most = 40

    package static func enclosures(of id: Proposal.ID, in act: Act) throws -> [ProposalEnclosure] {
        let rows = try act.db.rows("SELECT id, code, file FROM proposal_enclosure WHERE proposal = \(id) ORDER BY id")
        let files = try FileStore.files(rows.map { try $0["file"] }, in: act)
        return try rows.compactMap { row in
            let file: StoredFile.ID = try row["file"]
            return try files[file].map { ProposalEnclosure(id: try row["id"], code: try row["code"], file: $0) }
        }
    }

    package static func add(_ file: NewFile, as code: String, of id: Proposal.ID, in act: Act) throws {
        let proposal = try ProposalStore.held(id, in: act)
        guard proposal.state.isOpen || (proposal.state == .complete && act.by.coordinates(proposal.centre)) else { throw Problem.conflict(T.workshop.errorClosed) }
        let call = try proposal.call.flatMap { try CallStore.details(of: $0, in: act) }
        guard call?.enclosures.contains(where: { $0.code == code }) ?? false else { throw Problem.invalid("code", T.common.errorChoose) }
        guard try act.db.count("SELECT count(*) FROM proposal_enclosure WHERE proposal = \(id)") < most else {
            throw Problem.conflict(T.workshop.errorManyEnclosures(most: .number(most)))
        }
        let stored = try FileStore.add(file, of: proposal.centre, in: act)
        try act.db.run("INSERT INTO proposal_enclosure (proposal, code, file, added) VALUES (\(id), \(code), \(stored), \(act.now))")
        try act.record(T.workshop.deedEnclosure, .proposal(id), centre: proposal.centre)
    }

    /// Takes it out; the file goes with the next night.
    package static func remove(_ enclosure: ProposalEnclosure.ID, of id: Proposal.ID, in act: Act) throws {
        let proposal = try ProposalStore.held(id, in: act)
        guard proposal.state.isOpen || (proposal.state == .complete && act.by.coordinates(proposal.centre)) else { throw Problem.conflict(T.workshop.errorClosed) }
        guard try act.db.run("DELETE FROM proposal_enclosure WHERE id = \(enclosure) AND proposal = \(id)") > 0 else { throw Problem.missing }
        try act.record(T.workshop.deedEnclosureGone, .proposal(id), centre: proposal.centre)
    }

    /// Whoever sees the proposal sees what goes along with it.
    static func shows(_ file: StoredFile.ID, in act: Act) throws -> Bool? {
        guard let id: Proposal.ID = try act.db.value("SELECT proposal FROM proposal_enclosure WHERE file = \(file)") else { return nil }
        do {
            _ = try ProposalStore.proposal(id, in: act)
            return true
        } catch let problem as Problem where problem.kind == .missing { return nil }
    }
}
