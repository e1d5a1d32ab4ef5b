package import Accounts
package import Centres
package import Kernel
import Languages
import Storage

/// The judgement of the centre's people, by the criteria of the call.
package enum ProposalReviewStore {
    package static func reviews(of id: Proposal.ID, in act: Act) throws -> [ProposalReview] {
        let rows = try act.db.rows("SELECT * FROM proposal_review WHERE proposal = \(id) ORDER BY id DESC")
        guard !rows.isEmpty else { return [] }
        let ids: [ProposalReview.ID] = try rows.map { try $0["id"] }, people: [Person.ID] = try rows.compactMap { try $0["reviewer"] }
        let names = try PersonStore.names(of: Set(people), in: act)
        let rated = try act.db.rows("SELECT * FROM proposal_mark WHERE review IN \(list: ids) ORDER BY id")
        let marks = try Dictionary(grouping: rated) { try $0["review"] as ProposalReview.ID }
        return try rows.map { row in
            let id: ProposalReview.ID = try row["id"], reviewer: Person.ID? = try row["reviewer"]
            return ProposalReview(
                id: id, reviewer: reviewer, name: reviewer.flatMap { names[$0] } ?? "", asked: try row["asked"], given: try row["given"], isReady: try row["ready"],
                note: try row["note"],
                marks: try (marks[id] ?? []).map { ProposalReview.Mark(try $0["code"], try $0["mark"], try $0["note"]) })
        }
    }

    /// Those of a centre who may judge: its people, but none of those who wrote it.
    package static func judges(of id: Proposal.ID, in act: Act) throws -> [Person.ID] {
        let proposal = try ProposalStore.proposal(id, in: act)
        let staff: [Person.ID] = try act.db.rows("""
            SELECT DISTINCT person FROM role WHERE centre = \(proposal.centre) AND role IN ('coordinator', 'director') ORDER BY person
            """).map { try $0["person"] }
        let authors = Set(try ProposalAuthorStore.authors(of: [id], in: act)[id]?.map(\.person) ?? [])
        return staff.filter { !authors.contains($0) }
    }

    /// Asks one of the centre's people to judge it; the first letter tells.
    package static func ask(_ reviewer: Person.ID, of id: Proposal.ID, in act: Act) throws {
        let proposal = try ProposalStore.held(id, in: act)
        guard act.by.coordinates(proposal.centre) else { throw Problem.missing }
        guard proposal.state == .review else { throw Problem.conflict(T.workshop.errorNotInReview) }
        guard try judges(of: id, in: act).contains(reviewer) else { throw Problem.invalid("reviewer", T.workshop.errorOwnReview) }
        try act.db.run("DELETE FROM proposal_review WHERE proposal = \(id) AND given IS NULL")
        try act.db.run("INSERT INTO proposal_review (proposal, reviewer, asked) VALUES (\(id), \(reviewer), \(act.now))")
        try act.record(T.workshop.deedReviewer, .proposal(id), centre: proposal.centre)
        if reviewer != act.by.person { try ProposalLetters.write(.review, to: reviewer, proposal, in: act) }
    }

    /// Judges it: ready, or back to those who wrote it. Nobody judges what they wrote themselves.
    package static func give(_ marks: [ProposalReview.Mark], _ note: String, isReady: Bool, of id: Proposal.ID, in act: Act) throws {
        let proposal = try ProposalStore.held(id, in: act)
        guard act.by.coordinates(proposal.centre), let person = act.by.person else { throw Problem.missing }
        try refuseOwn(id, in: act)
        guard proposal.state == .review else { throw Problem.conflict(T.workshop.errorNotInReview) }
        try act.db.run("DELETE FROM proposal_review WHERE proposal = \(id) AND given IS NULL")
        let review = ProposalReview.ID(try act.db.insert("""
            INSERT INTO proposal_review (proposal, reviewer, asked, given, ready, note)
            VALUES (\(id), \(person), \(act.now), \(act.now), \(isReady), \(note)) RETURNING id
            """))
        try act.db.insert(many: Batch("proposal_mark", ["review", "code", "mark", "note"], rows: marks.map { mark in
            [review.stored, .text(mark.code), mark.mark.stored, .text(mark.note)]
        }))
        try ProposalMoveStore.move(proposal, isReady ? .pass : .sendBack, in: act)
        for author in try ProposalAuthorStore.authors(of: [id], in: act)[id] ?? [] where author.declined == nil {
            try ProposalLetters.write(isReady ? .passed : .returned, to: author.person, proposal, in: act)
        }
    }

    package static func refuseOwn(_ id: Proposal.ID, in act: Act) throws {
        guard let person = act.by.person else { return }
        let authors = try ProposalAuthorStore.authors(of: [id], in: act)[id] ?? []
        if authors.contains(where: { $0.person == person }) { throw Problem.conflict(T.workshop.errorOwnReview) }
    }

    /// What somebody was asked to judge and has not.
    package static func waiting(for person: Person.ID, at centre: Centre.ID, in act: Act) throws -> [Proposal] {
        try ProposalStore.read("""
            WHERE p.centre = \(centre) AND p.state = 'review'
                AND p.id IN (SELECT proposal FROM proposal_review WHERE reviewer = \(person) AND given IS NULL) ORDER BY p.id
            """, in: act)
    }
}
