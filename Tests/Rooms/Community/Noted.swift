import Accounts
import Community
import Kernel
import Languages
import Storage
import Testing
import Town

extension Town {
    /// A note that is whole.
    func note(_ title: String = "Разломци у кухињи", subject: String = "математика", in language: Language = .sr) -> PracticeDraft {
        var draft = PracticeDraft(title, in: language, subject: subject, grades: Grades(5...6), summary: "Ученици мере и деле уз рецепт.")
        (draft.wanted, draft.done, draft.came) = ("Да разломак има смисла.", "Донели смо чаше и брашно.\n\n- мерење\n- дељење", "Петоро је први пут само сабрало.")
        return draft
    }

    func begins(_ draft: PracticeDraft, _ author: Someone) async throws -> Practice.ID {
        let centre = centre
        return try await author.does { try PracticeWriteStore.begin(draft, at: centre, in: $0) }
    }

    /// A note that was sent, and that two colleagues were asked to look at.
    func sent(_ draft: PracticeDraft? = nil, by author: Someone, to reviewers: [Someone]) async throws -> Practice.ID {
        let centre = centre, id = try await begins(draft ?? note(), author), people = reviewers.map(\.id)
        try await author.does { try PracticeWriteStore.send(id, at: centre, in: $0) }
        try await vesna.does { act in for person in people { try PracticeReviewStore.ask(person, about: id, at: centre, in: act) } }
        return id
    }

    func reviewed(_ id: Practice.ID, _ verdict: ReviewVerdict = .good, by reviewer: Someone) async throws {
        let centre = centre, person = reviewer.id
        let said = SaidReview([.aim: 4, .course: 3, .proof: 4, .material: 4], "Јасно и корисно.", verdict)
        try await reviewer.does { act in
            let waiting = try PracticeReviewStore.waiting(for: person, at: centre, in: act)
            let review = try #require(waiting.first { $0.review.practice == id }).review
            try PracticeReviewStore.say(said, in: review.id, at: centre, in: act)
        }
    }

    /// A note that everybody reads.
    func published(_ draft: PracticeDraft? = nil, by author: Someone) async throws -> Practice.ID {
        let others = [ana, branko, milena, goran].filter { $0.id != author.id }.prefix(2), centre = centre
        let id = try await sent(draft, by: author, to: Array(others))
        for other in others { try await reviewed(id, by: other) }
        try await vesna.does { try PracticeDeskStore.publish(id, at: centre, in: $0) }
        return id
    }
}
