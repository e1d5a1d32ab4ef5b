import Accounts
import Catalogue
import Centres
import Evaluation
import Events
import FollowUp
package import Kernel
import Languages
import Questionnaires
import Storage

/// What pilots and predecessors have shown: offered as it is counted today, and kept as it was on the day on which somebody chose it.
package enum PilotEvidenceStore {
    /// So far back pilots are looked for.
    private static let days = 5 * 366
    private static let most = 30

    package static func evidence(of id: Proposal.ID, in act: Act) throws -> [PilotEvidence] {
        try act.db.rows("SELECT * FROM proposal_evidence WHERE proposal = \(id) ORDER BY id").map { row in
            var evidence = PilotEvidence(try row["source"], title: try row["title"], language: try row["language"], frozen: try row["frozen"])
            (evidence.events, evidence.answers, evidence.mean) = (try row["events"], try row["answers"], try row["mean"])
            (evidence.asked, evidence.answered, evidence.used) = (try row["asked"], try row["answered"], try row["used"])
            return evidence
        }
    }

    /// What could be put in: the programme before it, and events at the centre which those who write it have led. What fewer than five stand behind is not offered.
    package static func offered(for id: Proposal.ID, in act: Act) throws -> [PilotEvidence] {
        let proposal = try ProposalStore.proposal(id, in: act), centre = try CentreStore.centre(proposal.centre, in: act), today = centre.zone.day(of: act.now)
        let authors = try ProposalAuthorStore.authors(of: [id], in: act)[id] ?? []
        let points = try EvaluationStore.points(of: proposal.centre, since: today.adding(days: -days), in: act)
        var offered: [PilotEvidence] = []
        if let predecessor = proposal.predecessor {
            let programme = try ProgrammeStore.programme(predecessor, in: act), told = points[predecessor.value] ?? []
            var evidence = PilotEvidence("programme:\(predecessor)", title: programme.title, language: programme.language, frozen: today)
            evidence.take(told.map(\.grade))
            evidence.take(try UseFigureStore.told(of: predecessor, in: act))
            offered.append(evidence)
        }
        var uses: [Event.ID: UseIndex] = [:]
        for author in authors { uses.merge(try UseFigureStore.events(ledBy: author.person, at: proposal.centre, in: act)) { first, _ in first } }
        let led = Set(try authors.isEmpty ? [] : act.db.rows("""
            SELECT DISTINCT t.event FROM event_trainer t JOIN event e ON e.id = t.event
            WHERE e.centre = \(proposal.centre) AND t.person IN \(list: authors.map(\.person))
            """).map { try $0["event"] as Event.ID })
        for point in points.values.joined().filter({ led.contains($0.event) }).sorted(by: { ($1.day, $1.event) < ($0.day, $0.event) }).prefix(most) {
            var evidence = PilotEvidence("event:\(point.event)", title: point.title.text, language: point.title.language, frozen: today)
            evidence.take([point.grade])
            evidence.take(uses[point.event])
            offered.append(evidence)
        }
        let there = Set(try self.evidence(of: id, in: act).map(\.source))
        return offered.filter { !$0.isEmpty && !there.contains($0.source) }
    }

    package static func add(_ source: String, to id: Proposal.ID, in act: Act) throws {
        let proposal = try ProposalStore.held(id, in: act)
        guard proposal.state.isOpen else { throw Problem.conflict(T.workshop.errorClosed) }
        guard let chosen = try offered(for: id, in: act).first(where: { $0.source == source }) else { throw Problem.invalid("source", T.common.errorChoose) }
        try act.db.run("""
            INSERT INTO proposal_evidence (proposal, source, title, language, frozen, events, answers, mean, asked, answered, used)
            VALUES (\(id), \(chosen.source), \(chosen.title), \(chosen.language), \(chosen.frozen), \(chosen.events), \(chosen.answers), \(chosen.mean), \(chosen.asked),
                \(chosen.answered), \(chosen.used))
            """)
        try act.record(T.workshop.deedEvidence, .proposal(id), centre: proposal.centre)
    }

    package static func remove(_ source: String, of id: Proposal.ID, in act: Act) throws {
        let proposal = try ProposalStore.held(id, in: act)
        guard proposal.state.isOpen else { throw Problem.conflict(T.workshop.errorClosed) }
        guard try act.db.run("DELETE FROM proposal_evidence WHERE proposal = \(id) AND source = \(source)") > 0 else { throw Problem.missing }
        try act.record(T.workshop.deedEvidenceGone, .proposal(id), centre: proposal.centre)
    }
}

extension PilotEvidence {
    fileprivate mutating func take(_ grades: [Tally]) {
        let whole = grades.reduce(Tally(), +)
        guard let mean = whole.mean else { return }
        (self.mean, answers, events) = (mean, whole.answers, grades.count)
    }

    fileprivate mutating func take(_ index: UseIndex?) {
        guard let index, index.isTold else { return }
        (asked, answered, used) = (index.asked, index.answered, index.used)
    }

    var index: UseIndex { UseIndex(asked: asked, answered: answered, used: used) }
}
