import Accounts
import Centres
import Events
import Forms
import Kernel
import Languages
import Look
import Web

/// Notes at the centre's desk.
enum PracticeDeskPages {
    @Sendable static func board(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id
        return visit.page(PracticeDeskViews(reader: visit.reader).board(try await visit.read { try PracticeDeskStore.board(at: centre, in: $0) }))
    }

    @Sendable static func show(_ visit: Visit) async throws -> Answer { visit.page(try await screen(visit, visit.form())) }

    /// Asks one of those who let the centre ask them, or somebody by the address of their account.
    @Sendable static func ask(_ visit: Visit) async throws -> Answer {
        let (email, typed) = (visit.typed["email"], visit.typed["reviewer"])
        return try await change(visit, T.community.saidAsked) { id, centre, act in
            if !email.isEmpty { return try PracticeReviewStore.ask(email: email, about: id, at: centre, in: act) }
            guard let reviewer = Person.ID(typed) else { throw Problem.invalid("reviewer", T.common.errorChoose) }
            try PracticeReviewStore.ask(reviewer, about: id, at: centre, in: act)
        }
    }

    @Sendable static func release(_ visit: Visit) async throws -> Answer {
        let review: PracticeReview.ID = try visit.id("review")
        return try await change(visit, T.community.reviewReleased) { try PracticeReviewStore.release(review, of: $0, at: $1, in: $2) }
    }

    @Sendable static func publish(_ visit: Visit) async throws -> Answer {
        try await change(visit, T.community.publishedDeed) { try PracticeDeskStore.publish($0, at: $1, in: $2) }
    }

    @Sendable static func giveBack(_ visit: Visit) async throws -> Answer {
        let remark = visit.typed.lines("remark")
        return try await change(visit, T.community.givenBackDeed) { id, centre, act in
            var faults = Faults()
            faults.limit(remark, "remark")
            try faults.check()
            try PracticeDeskStore.giveBack(id, because: remark, at: centre, in: act)
        }
    }

    @Sendable static func makeEvent(_ visit: Visit) async throws -> Answer {
        let (id, centre, typed): (Practice.ID, _, _) = (try visit.id("practice"), visit.centre.id, visit.typed["form"])
        return try await visit.submit {
            guard let form = EventForm.ID(typed) else { throw Problem.invalid("form", T.common.errorChoose) }
            return try await visit.act { act in
                let event = try PracticeDeskStore.makeEvent(form, from: id, at: centre, in: act)
                return Redirect(visit.link("/staff/events/\(event)"), T.community.eventMade)
            }
        } again: { try await screen(visit, $0) }
    }

    @Sendable static func beginProgramme(_ visit: Visit) async throws -> Answer {
        try await change(visit, T.community.ideaMade) { try PracticeDeskStore.beginProgramme(from: $0, at: $1, in: $2) }
    }

    private static func change(
        _ visit: Visit, _ said: Phrase, _ deed: @escaping @Sendable (Practice.ID, Centre.ID, Act) throws -> Void
    ) async throws -> Answer {
        let (id, centre): (Practice.ID, _) = (try visit.id("practice"), visit.centre.id)
        return try await visit.submit {
            try await visit.act { act in
                try deed(id, centre, act)
                return Redirect(visit.link("/staff/practices/\(id)"), said)
            }
        } again: { try await screen(visit, $0) }
    }

    private static func screen(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        let (id, centre): (Practice.ID, _) = (try visit.id("practice"), visit.centre.id)
        let sight = try await visit.read { act in
            let practice = try PracticeStore.practice(id, at: centre, in: act)
            return DeskSight(
                practice: practice, reviews: try PracticeReviewStore.reviews(of: practice, in: act), reviewers: try PracticeReviewStore.proposed(for: practice, in: act),
                reuse: try PracticeReuseStore.reuse(of: [id], in: act)[id] ?? PracticeReuse(), forms: try EventFormStore.forms(of: centre, in: act))
        }
        return PracticeDeskViews(reader: visit.reader).show(sight, form)
    }
}
