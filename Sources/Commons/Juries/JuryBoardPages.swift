import Centres
import Contests
import Forms
import Kernel
import Languages
import Look
import Web

/// What a jury came to, as its people see it when all rounds are over; and the chair's decision.
enum JuryBoardPages {
    @Sendable static func show(_ visit: Visit) async throws -> Answer { visit.page(try await screen(visit, visit.form())) }

    @Sendable static func decide(_ visit: Visit) async throws -> Answer {
        let (id, centre): (Contest.ID, _) = (try visit.id("contest"), visit.centre.id)
        let before = try await visit.read { try JuryDecisionStore.ownBoard(id, at: centre, in: $0) }
        return try await visit.submit {
            let verdict = try JuryVerdict(visit.typed, codes: before.board.lines.map(\.entry.code))
            return try await visit.act { act in
                try JuryDecisionStore.decide(verdict, id, at: centre, in: act)
                return Redirect(visit.link("/me/juries/\(id)/board"), T.juries.decidedDeed)
            }
        } again: { try await screen(visit, $0) }
    }

    private static func screen(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        let (id, centre): (Contest.ID, _) = (try visit.id("contest"), visit.centre.id)
        let (board, seat) = try await visit.read { try JuryDecisionStore.ownBoard(id, at: centre, in: $0) }
        return JuryBoardViews(reader: visit.reader).own(board, seat, form.problem == nil ? visit.form(board.typed) : form)
    }

    @Sendable static func minutes(_ visit: Visit) async throws -> Answer {
        let (id, centre): (Contest.ID, _) = (try visit.id("contest"), visit.centre.id)
        return try await JuryPrintPages.minutes(visit, try await visit.read { try JuryDecisionStore.ownBoard(id, at: centre, in: $0).board })
    }
}
