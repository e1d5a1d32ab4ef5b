import Forms
import Kernel
import Languages
import Look
import Queues
import Web

/// The outbox of a centre: what was written to whom, what did not arrive, and sending again.
enum LettersPage {
    /// Letters that did not leave, on *Данас*.
    @Sendable static func today(_ asked: TodayAsked, in act: Act) throws -> TodayPart {
        let dead = try LetterRow.counts(of: asked.centre.id, in: act)[.dead] ?? 0
        return TodayPart(warnings: dead > 0 ? [.init(.bad, T.site.todayLetters(count: dead), path: "/staff/letters?state=dead")] : [])
    }

    @Sendable static func show(_ visit: Visit) async throws -> Answer {
        let (centre, question) = (visit.centre.id, OutboxQuestion(visit.query))
        let outbox = try await visit.read { try OutboxStore.outbox(of: centre, question, in: $0) }
        return visit.page(LettersViews(reader: visit.reader).list(outbox, leaves: visit.sendsMail))
    }

    @Sendable static func read(_ visit: Visit) async throws -> Answer {
        visit.page(LettersViews(reader: visit.reader).letter(try await letter(visit)))
    }

    @Sendable static func again(_ visit: Visit) async throws -> Answer {
        let letter = try await letter(visit)
        return try await visit.act { act in
            try LetterRow.sendAgain(letter.id, in: act)
            try act.record(T.site.letterSentAgain, .other("letter", letter.id.value), centre: visit.centre.id)
            return Redirect(visit.link("/staff/letters/\(letter.id)"), T.site.saidLetterAgain)
        }
    }

    private static func letter(_ visit: Visit) async throws -> LetterRow {
        let (centre, id) = (visit.centre.id, try visit.id("letter", of: LetterRow.self))
        return try await visit.read { try LetterRow.letter(id, of: centre, in: $0) }
    }
}
