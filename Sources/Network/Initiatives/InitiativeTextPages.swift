import Forms
import Kernel
import Languages
import Look
import Web

/// The text of an initiative: its articles, and the versions that were put before those who take part.
enum InitiativeTextPages {
    @Sendable static func show(_ visit: Visit) async throws -> Answer { visit.page(try await show(visit, visit.form())) }

    private static func show(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        InitiativeTextViews(reader: visit.reader).text(try await InitiativeDeskPages.sight(visit), form)
    }

    @Sendable static func publish(_ visit: Visit) async throws -> Answer {
        let typed = visit.typed
        return try await InitiativeDeskPages.does(visit, "", T.initiatives.saidPublished, again: { try await show(visit, $0) }) { id, centre, act in
            try InitiativeTextStore.publish(try InitiativeWords.read(typed, "note", .note), id, at: centre, in: act)
        }
    }

    @Sendable static func version(_ visit: Visit) async throws -> Answer {
        let sight = try await InitiativeDeskPages.sight(visit), id: InitiativeVersion.ID = try visit.id("version")
        guard let place = sight.versions.firstIndex(where: { $0.id == id }) else { throw Problem.missing }
        let earlier = place + 1 < sight.versions.count ? sight.versions[place + 1] : nil
        return visit.page(InitiativeTextViews(reader: visit.reader).version(sight, sight.versions[place], after: earlier))
    }

    // MARK: Articles

    @Sendable static func newArticle(_ visit: Visit) async throws -> Answer { visit.page(try await article(visit, nil, visit.form())) }

    private static func article(_ visit: Visit, _ article: InitiativeArticle?, _ form: FilledForm) async throws -> Screen {
        let sight = try await InitiativeDeskPages.home(visit)
        guard sight.initiative.state.isWritten else { throw Problem.missing }
        return InitiativeTextViews(reader: visit.reader).article(sight, article, form)
    }

    @Sendable static func addArticle(_ visit: Visit) async throws -> Answer {
        let typed = visit.typed
        return try await InitiativeDeskPages.does(visit, "/text", again: { try await article(visit, nil, $0) }) { id, centre, act in
            let form = try ArticleForm(typed)
            try InitiativeTextStore.add(form.heading, form.text, number: form.place, to: id, at: centre, in: act)
        }
    }

    @Sendable static func article(_ visit: Visit) async throws -> Answer {
        let (own, place) = try await known(visit)
        return visit.page(try await article(visit, own, visit.form(ArticleForm.typed(own, place))))
    }

    private static func known(_ visit: Visit) async throws -> (InitiativeArticle, Int) {
        let draft = try await InitiativeDeskPages.home(visit).draft, id: InitiativeArticle.ID = try visit.id("article")
        guard let place = draft.firstIndex(where: { $0.id == id }) else { throw Problem.missing }
        return (draft[place], place + 1)
    }

    @Sendable static func saveArticle(_ visit: Visit) async throws -> Answer {
        let typed = visit.typed, (own, place) = try await known(visit)
        return try await InitiativeDeskPages.does(visit, "/text", again: { try await article(visit, own, $0) }) { id, centre, act in
            let form = try ArticleForm(typed)
            try InitiativeTextStore.edit(own.id, form.heading, form.text, number: form.place ?? place, of: id, at: centre, in: act)
        }
    }

    @Sendable static func removeArticle(_ visit: Visit) async throws -> Answer {
        let (own, _) = try await known(visit)
        return try await InitiativeDeskPages.does(visit, "/text", T.initiatives.saidRemoved, again: { try await article(visit, own, $0) }) { id, centre, act in
            try InitiativeTextStore.remove(own.id, of: id, at: centre, in: act)
        }
    }
}
