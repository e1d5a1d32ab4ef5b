import Forms
import Kernel
import Languages
import Look
import Web

/// A note as a colleague looks at it who was asked to.
enum ReviewPages {
    @Sendable static func show(_ visit: Visit) async throws -> Answer { visit.page(try await screen(visit, visit.form())) }

    @Sendable static func say(_ visit: Visit) async throws -> Answer {
        let (id, centre): (PracticeReview.ID, _) = (try visit.id("review"), visit.centre.id)
        return try await visit.submit {
            let said = try SaidReview(visit.typed)
            return try await visit.act { act in
                try PracticeReviewStore.say(said, in: id, at: centre, in: act)
                return Redirect(visit.link("/me/practices"), T.community.thanksReviewed)
            }
        } again: { try await screen(visit, $0) }
    }

    private static func screen(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        let (id, centre): (PracticeReview.ID, _) = (try visit.id("review"), visit.centre.id)
        let (review, practice, competences) = try await visit.read { act in
            let found = try PracticeReviewStore.review(id, at: centre, in: act)
            return (found.review, found.practice, try PracticeListStore.competences(in: act))
        }
        return ReviewViews(reader: visit.reader).page(review, practice, competences, form)
    }
}
