import Accounts
package import Kernel
import Languages
import Storage

/// What stands in the fields, version by version, and what is said of it.
package enum ProposalTextStore {
    // MARK: Reads

    /// What stands in each field now.
    package static func current(of id: Proposal.ID, in act: Act) throws -> [String: TextVersion] {
        try act.db.rows("SELECT * FROM proposal_text WHERE proposal = \(id) AND standing = 'current' ORDER BY id").map(TextVersion.init(row:))
            .reduce(into: [:]) { $0[$1.field] = $1 }
    }

    /// All versions of a field, the newest first.
    package static func versions(of field: String, of id: Proposal.ID, in act: Act) throws -> [TextVersion] {
        try act.db.rows("SELECT * FROM proposal_text WHERE proposal = \(id) AND field = \(field) ORDER BY id DESC").map(TextVersion.init(row:))
    }

    package static func comments(of id: Proposal.ID, in act: Act) throws -> [ProposalComment] {
        try act.db.rows("SELECT * FROM proposal_comment WHERE proposal = \(id) ORDER BY id").map(ProposalComment.init(row:))
    }

    // MARK: Writing

    /// Saves what somebody wrote over the version that they saw. Where another version stands there by now, both stay.
    /// - Parameter seen: the version that stood in the form; nil for an empty field.
    package static func save(_ text: String, _ field: String, seen: TextVersion.ID?, of id: Proposal.ID, in act: Act) throws -> SavedText {
        let proposal = try ProposalStore.held(id, in: act)
        guard proposal.state.isOpen else { throw Problem.conflict(T.workshop.errorClosed) }
        let standing = try current(of: id, in: act)[field]
        guard standing?.text ?? "" != text else { return .same }
        if let standing, standing.id != seen {
            try insert(text, field, .beside, of: id, in: act)
            try act.record(T.workshop.deedBeside, .proposal(id), centre: proposal.centre, changes: [Change("field", from: "", to: field)])
            return .beside
        }
        try put(text, field, of: id, in: act)
        try ProposalStore.start(proposal, in: act)
        try act.record(T.workshop.deedText, .proposal(id), centre: proposal.centre, changes: [Change("field", from: "", to: field)])
        return .saved
    }

    /// One text in the place of all that stood beside one another.
    /// - Parameter seen: the newest version that whoever joined them saw.
    package static func join(_ text: String, _ field: String, seen: TextVersion.ID?, of id: Proposal.ID, in act: Act) throws {
        let proposal = try ProposalStore.held(id, in: act)
        guard proposal.state.isOpen else { throw Problem.conflict(T.workshop.errorClosed) }
        let all = try versions(of: field, of: id, in: act)
        guard all.first?.id == seen else { throw Problem.conflict(T.workshop.errorJoined) }
        try act.db.run("UPDATE proposal_text SET standing = 'joined' WHERE proposal = \(id) AND field = \(field) AND standing = 'beside'")
        try put(text, field, of: id, in: act)
        try act.record(T.workshop.deedJoin, .proposal(id), centre: proposal.centre, changes: [Change("field", from: "", to: field)])
    }

    /// The next version of a field.
    static func put(_ text: String, _ field: String, of id: Proposal.ID, in act: Act) throws {
        try act.db.run("UPDATE proposal_text SET standing = 'earlier' WHERE proposal = \(id) AND field = \(field) AND standing = 'current'")
        try insert(text, field, .current, of: id, in: act)
        try act.db.run("UPDATE proposal SET changed = \(act.now) WHERE id = \(id)")
    }

    private static func insert(_ text: String, _ field: String, _ standing: TextVersion.Standing, of id: Proposal.ID, in act: Act) throws {
        try act.db.run("""
            INSERT INTO proposal_text (proposal, field, text, standing, written, written_by)
            VALUES (\(id), \(field), \(text), \(standing), \(act.now), \(act.by.person))
            """)
    }

    // MARK: Comments

    private static let commentsMost = 500

    package static func say(_ text: String, of field: String, paragraph: Int?, of id: Proposal.ID, in act: Act) throws {
        let proposal = try ProposalStore.held(id, in: act)
        guard !text.isEmpty else { throw Problem.invalid("remark", T.common.errorMissing) }
        guard !proposal.state.isOver, try act.db.count("SELECT count(*) FROM proposal_comment WHERE proposal = \(id)") < commentsMost else {
            throw Problem.conflict(T.workshop.errorClosed)
        }
        try act.db.run("""
            INSERT INTO proposal_comment (proposal, field, paragraph, text, written, written_by)
            VALUES (\(id), \(field), \(paragraph), \(text), \(act.now), \(act.by.person))
            """)
        try act.record(T.workshop.deedComment, .proposal(id), centre: proposal.centre)
    }

    /// Says what was done about it; from then on it is answered.
    package static func answer(_ text: String, to comment: ProposalComment.ID, of id: Proposal.ID, in act: Act) throws {
        let proposal = try ProposalStore.held(id, in: act)
        guard try comments(of: id, in: act).contains(where: { $0.id == comment && $0.isOpen }) else { throw Problem.missing }
        try act.db.run("""
            UPDATE proposal_comment SET answer = \(text), answered = \(act.now), answered_by = \(act.by.person) WHERE id = \(comment)
            """)
        try act.record(T.workshop.deedAnswer, .proposal(id), centre: proposal.centre)
    }
}

extension TextVersion {
    init(row: Row) throws {
        self.init(
            id: try row["id"], field: try row["field"], text: try row["text"], standing: try row["standing"], written: try row["written"],
            writtenBy: try row["written_by"])
    }
}

extension ProposalComment {
    init(row: Row) throws {
        self.init(
            id: try row["id"], field: try row["field"], paragraph: try row["paragraph"], text: try row["text"], written: try row["written"],
            writtenBy: try row["written_by"], answer: try row["answer"], answered: try row["answered"])
    }
}
