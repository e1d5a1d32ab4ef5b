import Accounts
import Centres
import FollowUp
package import Kernel
import Languages
import Storage

/// What happens to proposals when something happens to their people, when their time is over, and by the clock.
package enum WorkshopKeepingStore {
    /// So long ideas that nobody touches, and what was given up, are kept; versions and comments so long after the decision.
    static let years = 2
    /// So many days before its end letters go.
    static let reminders = [14, 3]
    private static let hour = 7

    // MARK: People

    /// The account goes, or never became one. What nobody else writes and was never sent goes along.
    static func forget(_ person: Person.ID, in act: Act) throws {
        let written: [Proposal.ID] = try act.db.rows("SELECT proposal FROM proposal_author WHERE person = \(person)").map { try $0["proposal"] }
        try act.db.run("DELETE FROM proposal_author WHERE person = \(person)")
        try act.db.run("DELETE FROM biography WHERE person = \(person)")
        try act.db.run("UPDATE proposal_text SET written_by = NULL WHERE written_by = \(person)")
        try act.db.run("UPDATE proposal_comment SET written_by = NULL WHERE written_by = \(person)")
        try act.db.run("UPDATE proposal_comment SET answered_by = NULL WHERE answered_by = \(person)")
        try act.db.run("UPDATE proposal_review SET reviewer = NULL WHERE reviewer = \(person)")
        guard !written.isEmpty else { return }
        try remove("""
            id IN \(list: written) AND filed IS NULL AND NOT EXISTS (SELECT 1 FROM proposal_author a WHERE a.proposal = proposal.id)
            """, in: act)
    }

    static func forgetOld(in act: Act) throws {
        let late = act.now.adding(days: -366 * years)
        try remove("state IN ('idea', 'withdrawn') AND filed IS NULL AND changed < \(late)", in: act)
        let decided: SQL = "(SELECT id FROM proposal WHERE state IN ('approved', 'rejected', 'withdrawn') AND changed < \(late))"
        try act.db.run("DELETE FROM proposal_text WHERE standing <> 'current' AND proposal IN \(decided)")
        try act.db.run("DELETE FROM proposal_comment WHERE proposal IN \(decided)")
    }

    private static func remove(_ condition: SQL, in act: Act) throws {
        let ids: [Proposal.ID] = try act.db.rows("SELECT id FROM proposal WHERE \(condition)").map { try $0["id"] }
        guard !ids.isEmpty else { return }
        for id in ids { try act.forgetJournal(about: .proposal(id)) }
        try act.db.run("UPDATE proposal SET renews = NULL WHERE renews IN \(list: ids)")
        try act.db.run("DELETE FROM proposal_mark WHERE review IN (SELECT id FROM proposal_review WHERE proposal IN \(list: ids))")
        for table in ["proposal_review", "proposal_comment", "proposal_text", "proposal_author", "proposal_enclosure", "proposal_evidence"] as [StaticString] {
            try act.db.run("DELETE FROM \(name: table) WHERE proposal IN \(list: ids)")
        }
        try act.db.run("DELETE FROM proposal WHERE id IN \(list: ids)")
    }

    /// What this room tells somebody who asks what is held.
    static func held(about person: Person.ID, in act: Act) throws -> HeldData {
        let authors = try act.db.rows("""
            SELECT a.*, p.title, p.state FROM proposal_author a JOIN proposal p ON p.id = a.proposal WHERE a.person = \(person) ORDER BY a.id
            """)
        func moment(_ row: Row, _ column: String) throws -> String {
            let moment: Instant? = try row[column]
            return moment?.iso ?? ""
        }
        var held = HeldData("proposal_author", try authors.map { row in
            [
                "proposal": "\(try row["proposal"] as Proposal.ID)", "title": try row["title"], "state": try row["state"], "lead": "\(try row["lead"] as Bool)",
                "author": "\(try row["author"] as Bool)", "realiser": "\(try row["realiser"] as Bool)", "invited": try moment(row, "invited"),
                "agreed": try moment(row, "agreed"), "declined": try moment(row, "declined"),
            ]
        })
        let biography = try ProposalAuthorStore.biography(of: person, in: act)
        if !biography.isEmpty { held.add("biography", [["text": biography]]) }
        held.add("proposal_text", try act.db.rows("SELECT proposal, field, text, written FROM proposal_text WHERE written_by = \(person) ORDER BY id").map { row in
            ["proposal": "\(try row["proposal"] as Proposal.ID)", "field": try row["field"], "text": try row["text"], "written": try moment(row, "written")]
        })
        held.add("proposal_comment", try act.db.rows("""
            SELECT proposal, field, text, answer, written, written_by, answered_by FROM proposal_comment
            WHERE written_by = \(person) OR answered_by = \(person) ORDER BY id
            """).map { row in
            let writer: Person.ID? = try row["written_by"], answerer: Person.ID? = try row["answered_by"]
            let (isOwn, isAnswer) = (writer == person, answerer == person)
            return [
                "proposal": "\(try row["proposal"] as Proposal.ID)", "field": try row["field"], "text": isOwn ? try row["text"] : "",
                "answer": isAnswer ? try row["answer"] : "", "written": try moment(row, "written"),
            ]
        })
        let judged = try act.db.rows("SELECT id, proposal, asked, given, ready, note FROM proposal_review WHERE reviewer = \(person) ORDER BY id")
        held.add("proposal_review", try judged.map { row in
            let marks = try act.db.rows("SELECT code, mark, note FROM proposal_mark WHERE review = \(try row["id"] as Int64) ORDER BY id").map { mark in
                "\(try mark["code"] as String) \(try mark["mark"] as Int) \(try mark["note"] as String)"
            }
            return [
                "proposal": "\(try row["proposal"] as Proposal.ID)", "asked": try moment(row, "asked"), "given": try moment(row, "given"),
                "ready": "\(try row["ready"] as Bool)", "note": try row["note"], "marks": marks.joined(separator: "; "),
            ]
        })
        return held
    }

    // MARK: By the clock

    /// Writes to those who write what must soon be sent.
    package static func remind(_ records: Records) async throws {
        let soon = try await records.read(as: .system) { try due(in: $0) }
        for (id, days) in soon { try await records.write(by: .system) { try remind(id, days, in: $0) } }
    }

    private static func due(in act: Act) throws -> [(Proposal.ID, Int)] {
        let open = try ProposalStore.read("WHERE p.state IN ('draft', 'review', 'revision', 'complete') AND p.call IS NOT NULL ORDER BY p.id", in: act)
        return try open.compactMap { proposal -> (Proposal.ID, Int)? in
            let zone = try CentreStore.centre(proposal.centre, in: act).zone
            guard zone.time(of: act.now).hour >= hour, let deadline = try deadline(of: proposal, in: act) else { return nil }
            let left = zone.day(of: act.now).days(until: deadline)
            guard left >= 0, let step = reminders.last(where: { left <= $0 }) else { return nil }
            let sent: Int? = try act.db.value("SELECT reminded FROM proposal WHERE id = \(proposal.id)")
            return sent.map { step < $0 } ?? true ? (proposal.id, step) : nil
        }
    }

    private static func remind(_ id: Proposal.ID, _ step: Int, in act: Act) throws {
        try act.db.hold("proposal", id.value)
        let sent: Int? = try act.db.value("SELECT reminded FROM proposal WHERE id = \(id)")
        guard sent.map({ step < $0 }) ?? true, let proposal = try ProposalStore.read("WHERE p.id = \(id)", in: act).first,
            let deadline = try deadline(of: proposal, in: act) else { return }
        try act.db.run("UPDATE proposal SET reminded = \(step) WHERE id = \(id)")
        for author in try ProposalAuthorStore.authors(of: [id], in: act)[id] ?? [] where author.declined == nil {
            try ProposalLetters.write(.deadline, to: author.person, proposal, until: deadline, in: act)
        }
    }

    static func deadline(of proposal: Proposal, in act: Act) throws -> Day? {
        try proposal.call.flatMap { try CallStore.details(of: $0, in: act) }?.deadline(starts: proposal.facts.starts)
    }
}
