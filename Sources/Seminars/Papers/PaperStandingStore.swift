package import Accounts
package import Centres
package import Events
package import Kernel
import Languages
import Storage

/// What happens to calls, proposals and reviews when something happens to a person or an event, and when time has passed.
extension PaperStore {
    /// Who sent something to a centre, or reads for it.
    static func ties(to centre: Centre.ID) -> SQL {
        """
        SELECT p.person FROM paper p JOIN paper_call c ON c.id = p.call JOIN event e ON e.id = c.event
            WHERE e.centre = \(centre) AND p.person IS NOT NULL AND p.state <> 'draft'
        UNION SELECT n.person FROM paper_reviewer n JOIN paper_call c ON c.id = n.call JOIN event e ON e.id = c.event WHERE e.centre = \(centre)
        """
    }

    /// Somebody deleted the account. What was accepted is the centre's programme, and loses the name; all else that was sent goes. What was said of
    /// others' proposals stays as marks and a recommendation without words, since decisions rest on it.
    static func forget(_ person: Person.ID, in act: Act) throws {
        guard let row = try act.db.row("SELECT email FROM person WHERE id = \(person)") else { return }
        let email = try row["email"] ?? ""
        let named: SQL = "id IN (SELECT paper FROM paper_author WHERE email <> '' AND email = \(email))"
        let all = try papers("WHERE person = \(person) OR \(named) ORDER BY id", in: act)
        try drop(all.filter { $0.person == person && $0.state != .accepted }.map(\.id), in: act)
        for paper in all where paper.person != person || paper.state == .accepted {
            try act.forgetJournal(about: .paper(paper.id), register: false)
            if !email.isEmpty { try act.db.run("DELETE FROM paper_author WHERE paper = \(paper.id) AND email = \(email)") }
            // Whoever sent it and told no address stands first among its authors.
            if paper.person == person, !paper.authors.contains(where: { $0.email == email && !email.isEmpty }) {
                try act.db.run("""
                    DELETE FROM paper_author WHERE paper = \(paper.id) AND place = (SELECT min(a.place) FROM paper_author a WHERE a.paper = \(paper.id))
                    """)
            }
            if paper.person == person { try act.db.run("UPDATE paper SET person = NULL WHERE id = \(paper.id)") }
            try index(paper.id, in: act)
        }
        try act.db.run("DELETE FROM paper_review WHERE person = \(person) AND given IS NULL")
        try act.db.run("UPDATE paper_review SET person = NULL, words = '', note = '' WHERE person = \(person)")
        try act.db.run("DELETE FROM paper_reviewer WHERE person = \(person)")
    }

    /// So long after an event what was not accepted is forgotten, with all reviews and the addresses of authors.
    private static let keptDays = 365

    package static func forgetOld(in act: Act) throws {
        let over: SQL = """
            SELECT c.id FROM paper_call c JOIN event e ON e.id = c.event
            WHERE e.ends <= \(act.now.adding(days: -keptDays)) AND e.state IN ('held', 'closed', 'cancelled')
            """
        let gone: [ID<Paper>] = try act.db.rows("SELECT id FROM paper WHERE call IN (\(over)) AND state <> 'accepted' ORDER BY id LIMIT 1000").map { try $0["id"] }
        try drop(gone, in: act)
        let kept: SQL = "paper IN (SELECT id FROM paper WHERE call IN (\(over)))"
        try act.db.run("DELETE FROM paper_mark WHERE review IN (SELECT id FROM paper_review WHERE \(kept))")
        try act.db.run("DELETE FROM paper_review WHERE \(kept)")
        try act.db.run("UPDATE paper_author SET email = '' WHERE email <> '' AND \(kept)")
        try act.db.run("UPDATE paper SET words = '' WHERE words <> '' AND call IN (\(over))")
        try act.db.run("DELETE FROM paper_reviewer WHERE call IN (\(over))")
    }

    /// A draft of an event that comes to nothing takes its call along.
    static func discard(_ event: Event.ID, in act: Act) throws {
        guard let call = try PaperCallStore.call(of: event, in: act)?.id else { return }
        try drop(papers("WHERE call = \(call)", in: act).map(\.id), in: act)
        try act.db.run("DELETE FROM paper_reviewer WHERE call = \(call)")
        try act.db.run("DELETE FROM paper_criterion WHERE call = \(call)")
        try act.db.run("DELETE FROM paper_call WHERE id = \(call)")
    }

    /// It was cancelled or postponed: those hear it who await something.
    static func tell(_ event: Event, in act: Act) throws {
        guard let call = try PaperCallStore.call(of: event.id, in: act) else { return }
        try PaperLetters.off(papers("WHERE call = \(call.id) AND state IN ('sent', 'changes', 'accepted') ORDER BY id", in: act), event, in: act)
    }

    // MARK: For the person

    static func held(about person: Person.ID, in act: Act) throws -> HeldData {
        HeldData("paper", try papers(by: person, in: act).flatMap { paper in
            paper.versions.map { version in
                [
                    "call": "\(paper.call)", "state": paper.state.rawValue, "created": paper.created.iso, "decided": paper.decided?.iso ?? "", "words": paper.words,
                    "round": "\(version.round)", "title": version.text.title, "abstract": version.text.abstract, "keywords": version.text.keywords,
                    "kind": version.text.kind, "note": version.text.note, "sent": version.sent?.iso ?? "",
                    "authors": paper.authors.map { "\($0.name) <\($0.email)> \($0.school)" }.joined(separator: "; "),
                ]
            }
        })
    }

    /// Where others named the person as an author.
    static func heldAuthors(about person: Person.ID, in act: Act) throws -> HeldData {
        let rows = try act.db.rows("""
            SELECT a.*, p.call FROM paper_author a JOIN paper p ON p.id = a.paper JOIN person w ON w.email = a.email WHERE w.id = \(person) ORDER BY a.id
            """)
        return HeldData("paper_author", try rows.map { row in
            ["call": "\(try row["call"] as Int64)", "name": try row["name"], "email": try row["email"], "school": try row["school"]]
        })
    }

    static func heldReviews(about person: Person.ID, in act: Act) throws -> HeldData {
        HeldData("paper_review", try ReviewStore.reviews("WHERE person = \(person) ORDER BY id", in: act).map { review in
            [
                "paper": "\(review.paper)", "round": "\(review.round)", "recommendation": review.recommendation?.rawValue ?? "", "words": review.words,
                "note": review.note, "assigned": review.assigned.iso, "given": review.given?.iso ?? "",
                "marks": review.marks.sorted { $0.key < $1.key }.map { "\($0.value)" }.joined(separator: " "),
            ]
        })
    }

    static func heldNamed(about person: Person.ID, in act: Act) throws -> HeldData {
        HeldData("paper_reviewer", try act.db.rows("SELECT call, named FROM paper_reviewer WHERE person = \(person) ORDER BY id").map { row in
            ["call": "\(try row["call"] as Int64)", "named": (try row["named"] as Instant).iso]
        })
    }
}
