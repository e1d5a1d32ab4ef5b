import Centres
import Files
import Forms
import Kernel
import Languages
import Look
import NIOConcurrencyHelpers
import Web

/// What a guardian reads and answers, without an account, at an address of their own.
enum ConsentPages {
    @Sendable static func show(_ visit: Visit) async throws -> Answer { visit.page(try await page(visit, nil)) }

    private static func page(_ visit: Visit, _ form: FilledForm?) async throws -> Screen {
        let (sight, months) = try await sight(visit), author = sight.author
        let typed = Typed(["enter": author.mayEnter.rawValue, "show": author.mayShow.rawValue, "name": author.mayBeNamed.rawValue])
        return ConsentViews(reader: visit.reader).page(sight, months: months, form ?? visit.form(typed))
    }

    private static func sight(_ visit: Visit) async throws -> (ConsentSight, Int) {
        let (id, key, seal, centre): (ContestAuthor.ID, _, _, _) = (try visit.id("author"), visit.parameters["key"] ?? "", visit.seal, visit.centre.id)
        return try await visit.read { act in
            let sight = try ConsentStore.sight(id, key: key, seal, at: centre, in: act)
            return (sight, try ContestPages.months(sight.contest, in: act))
        }
    }

    @Sendable static func answer(_ visit: Visit) async throws -> Answer {
        let (id, key, seal, centre): (ContestAuthor.ID, _, _, _) = (try visit.id("author"), visit.parameters["key"] ?? "", visit.seal, visit.centre.id)
        return try await visit.submit {
            let answer = try ConsentForm.answer(visit.typed)
            return try await visit.act { act in
                try ConsentStore.answer(answer, id, key: key, seal, at: centre, in: act)
                return Redirect(visit.link("/guardians/\(id)/\(key)"), T.contests.saidConsent)
            }
        } again: { try await page(visit, $0) }
    }

    @Sendable static func askErase(_ visit: Visit) async throws -> Answer {
        visit.page(ConsentViews(reader: visit.reader).askErase(try await sight(visit).0, key: visit.parameters["key"] ?? ""))
    }

    /// Rows go in the act, the bytes of the files after it.
    @Sendable static func erase(_ visit: Visit) async throws -> Answer {
        let (id, key, seal, centre): (ContestAuthor.ID, _, _, _) = (try visit.id("author"), visit.parameters["key"] ?? "", visit.seal, visit.centre.id)
        let gone = NIOLockedValueBox<Set<String>>([])
        let answer = try await visit.act { act in
            let digests = try ConsentStore.erase(id, key: key, seal, at: centre, in: act)
            gone.withLockedValue { $0 = digests }
            return Redirect(visit.link("/guardians/\(id)/\(key)"), T.contests.saidErased)
        }
        FileFolder(visit.files).remove(gone.withLockedValue { $0 })
        return answer
    }
}
