import Events
import Forms
import Kernel
import Languages
import Queues
import Registration
import Storage

/// Reading the outbox of a centre.
enum OutboxStore {
    /// - Throws: `Problem.missing` for an event that the actor does not run.
    static func outbox(of centre: ID<CentreTag>, _ question: OutboxQuestion, in act: Act) throws -> Outbox {
        let event = try question.event.map { try EventStore.event(runBy: act.by, $0, in: act) }
        let about: SQL = event.map { """
            AND (noun = 'event' AND about = \($0.id) OR noun = 'registration' AND about IN (SELECT id FROM registration WHERE event = \($0.id)))
            """ } ?? ""
        let condition = question.words.reduce(about) { all, word in "\(all) AND (\(found(word, in: act)))" }
        let counts = try LetterRow.counts(of: centre, condition, in: act)
        let paging = Paging(question.page, count: question.state.map { counts[$0] ?? 0 } ?? counts.values.reduce(0, +))
        let turn: SQL = question.isReversed ? "DESC" : "ASC"
        let order: SQL = question.order == .written ? "ORDER BY id \(turn)" : "ORDER BY address \(turn), id DESC"
        let letters = try LetterRow.list(of: centre, state: question.state, condition, "\(order) LIMIT \(Paging.size) OFFSET \(paging.offset)", in: act)
        return Outbox(question: question, event: event, letters: letters, counts: counts, paging: paging)
    }

    /// A letter with a way in is found by the whole address alone: to whom the address belongs may not be known here yet.
    private static func found(_ word: String, in act: Act) -> SQL {
        let words = Fold.query(word)
        let events: SQL = "SELECT e.subject FROM \(act.db.found("event", words)) e"
        return """
            address = \(word.lowercased()) OR NOT secret AND (person IN (SELECT p.subject FROM \(act.db.found("person", words)) p)
                OR noun = 'event' AND about IN (\(events)) OR noun = 'registration' AND about IN (SELECT id FROM registration WHERE event IN (\(events))))
            """
    }
}
