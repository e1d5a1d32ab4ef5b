import Centres
import Contests
import Forms
import Kernel
import Languages
import Look
import Web

/// Results and the gallery, for everybody; and what came of the works of a mentor.
enum JuryResultPages {
    @Sendable static func results(_ visit: Visit) async throws -> Answer {
        let (id, centre): (Contest.ID, _) = (try visit.id("contest"), visit.centre.id)
        return visit.page(JuryResultViews(reader: visit.reader).results(try await visit.read { try JuryResultStore.results(of: id, at: centre, in: $0) }))
    }

    @Sendable static func gallery(_ visit: Visit) async throws -> Answer {
        let (id, centre, page): (Contest.ID, _, _) = (try visit.id("contest"), visit.centre.id, visit.query.page)
        let (contest, works) = try await visit.read { try JuryResultStore.gallery(of: id, at: centre, in: $0) }
        return visit.page(GalleryViews(reader: visit.reader).gallery(contest, works, Paging(page, count: works.count)))
    }

    @Sendable static func work(_ visit: Visit) async throws -> Answer {
        let (id, centre, code): (Contest.ID, _, _) = (try visit.id("contest"), visit.centre.id, visit.parameters["code"] ?? "")
        let (contest, works, index) = try await visit.read { try JuryResultStore.work(code, of: id, at: centre, in: $0) }
        return visit.page(GalleryViews(reader: visit.reader).work(contest, works, at: index))
    }

    // MARK: A mentor

    @Sendable static func outcome(_ visit: Visit) async throws -> Answer { visit.page(try await screen(visit, visit.form())) }

    @Sendable static func offer(_ visit: Visit) async throws -> Answer {
        let (id, centre, key, t): (Contest.ID, _, _, _) = (try visit.id("contest"), visit.centre.id, visit.typed["offer"], visit.t)
        return try await visit.submit {
            try await visit.act { act in
                let outcome = try JuryThanksStore.outcome(of: id, at: centre, in: act), own = t.speaking(outcome.contest.language)
                let title = own(T.juries.entryTitle(title: .title(outcome.contest.name)))
                try JuryThanksStore.offer(key, titled: title, of: id, at: centre, in: act)
                return Redirect(visit.link("/me/results/\(id)"), T.juries.offeredDeed)
            }
        } again: { try await screen(visit, $0) }
    }

    private static func screen(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        let (id, centre): (Contest.ID, _) = (try visit.id("contest"), visit.centre.id)
        return JuryResultViews(reader: visit.reader).outcome(try await visit.read { try JuryThanksStore.outcome(of: id, at: centre, in: $0) }, form)
    }
}
