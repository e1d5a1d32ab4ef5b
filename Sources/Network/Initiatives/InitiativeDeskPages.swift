import Centres
import Circles
import Forms
import Kernel
import Languages
import Look
import Web

/// Initiatives for the people of the centres: the list, one of them, who takes part, what is said.
enum InitiativeDeskPages {
    // MARK: The list

    @Sendable static func board(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id
        return visit.page(InitiativeDeskViews(reader: visit.reader).board(try await visit.read { try InitiativeStore.lines(at: centre, in: $0) }))
    }

    @Sendable static func new(_ visit: Visit) async throws -> Answer {
        let own = visit.centre.language
        let typed = Typed(["language": own.rawValue, "time": "15:00", "keeper": visit.actor.person?.description ?? ""])
        return visit.page(try await form(visit, nil, visit.form(typed)))
    }

    private static func form(_ visit: Visit, _ sight: InitiativeSight?, _ form: FilledForm) async throws -> Screen {
        let centre = visit.centre.id
        return InitiativeDeskViews(reader: visit.reader).form(sight, try await visit.read { try InitiativePartyStore.staff(of: centre, in: $0) }, form)
    }

    @Sendable static func add(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id, typed = visit.typed, zone = visit.centre.zone, own = visit.language
        return try await visit.submit {
            let details = try InitiativeDetails(typed, zone, own: own)
            return try await visit.act { act in
                let id = try InitiativeStore.add(details, at: centre, in: act)
                return Redirect(visit.link("/staff/initiatives/\(id)/text"), T.initiatives.saidAdded)
            }
        } again: { try await form(visit, nil, $0) }
    }

    // MARK: One

    static func sight(_ visit: Visit) async throws -> InitiativeSight {
        let centre = visit.centre.id, id: Initiative.ID = try visit.id("initiative")
        return try await visit.read { try InitiativeStore.desk(id, at: centre, in: $0) }
    }

    /// The same for the coordinating centre alone.
    static func home(_ visit: Visit) async throws -> InitiativeSight {
        let sight = try await sight(visit)
        guard sight.isHome else { throw Problem.missing }
        return sight
    }

    /// Does something in it, and goes to a page of it.
    static func does(
        _ visit: Visit, _ page: String = "", _ said: Phrase = T.common.saved, again: (FilledForm) async throws -> Screen,
        _ deed: @escaping @Sendable (Initiative.ID, ID<CentreTag>, Act) throws -> Void
    ) async throws -> Answer {
        let centre = visit.centre.id, id: Initiative.ID = try visit.id("initiative")
        return try await visit.submit {
            try await visit.act { act in
                try deed(id, centre, act)
                return Redirect(visit.link("/staff/initiatives/\(id)\(page)"), said)
            }
        } again: { try await again($0) }
    }

    @Sendable static func show(_ visit: Visit) async throws -> Answer { visit.page(try await show(visit, nil)) }

    private static func show(_ visit: Visit, _ form: FilledForm?) async throws -> Screen {
        let sight = try await sight(visit), own = sight.own?.position
        let known = Typed(["standing": own?.standing.rawValue ?? "", "words": own?.words ?? ""])
        return InitiativeDeskViews(reader: visit.reader).show(sight, (form ?? visit.form()).over(known))
    }

    @Sendable static func edit(_ visit: Visit) async throws -> Answer {
        let sight = try await home(visit)
        return visit.page(try await form(visit, sight, visit.form(sight.initiative.details.typed(in: visit.centre.zone))))
    }

    @Sendable static func save(_ visit: Visit) async throws -> Answer {
        let sight = try await home(visit), typed = visit.typed, zone = visit.centre.zone, own = visit.language
        return try await does(visit, again: { try await form(visit, sight, $0) }) { id, centre, act in
            try InitiativeStore.edit(id, to: try InitiativeDetails(typed, zone, own: own), at: centre, in: act)
        }
    }

    @Sendable static func say(_ visit: Visit) async throws -> Answer {
        let typed = visit.typed
        return try await does(visit, "", T.initiatives.saidPosition, again: { try await show(visit, $0) }) { id, centre, act in
            let form = try PositionForm(typed)
            try InitiativePartyStore.say(form.standing, form.words, on: id, at: centre, in: act)
        }
    }

    @Sendable static func drop(_ visit: Visit) async throws -> Answer {
        let typed = visit.typed
        return try await does(visit, "", T.initiatives.saidDropped, again: { try await show(visit, $0) }) { id, centre, act in
            try InitiativeMoveStore.drop(id, because: try InitiativeWords.read(typed, "reason", .note), at: centre, in: act)
        }
    }

    @Sendable static func adopt(_ visit: Visit) async throws -> Answer {
        try await does(visit, "/answers", T.initiatives.saidAdopted, again: { try await show(visit, $0) }) { id, centre, act in
            try InitiativeMoveStore.adopt(id, at: centre, in: act)
        }
    }

    // MARK: Who takes part

    @Sendable static func parties(_ visit: Visit) async throws -> Answer { visit.page(try await parties(visit, nil)) }

    private static func parties(_ visit: Visit, _ form: FilledForm?) async throws -> Screen {
        let sight = try await sight(visit), centre = visit.centre.id
        let (centres, circles) = try await visit.read { act in
            (try CentreStore.all(in: act), try CircleStore.all(of: centre, in: act).filter { $0.closed == nil })
        }
        let known = PartiesForm.typed(sight)
        return InitiativePartyViews(reader: visit.reader).page(sight, centres, circles, form ?? visit.form(known))
    }

    @Sendable static func ask(_ visit: Visit) async throws -> Answer {
        let typed = visit.typed
        return try await does(visit, "/parties", T.initiatives.saidAsked, again: { try await parties(visit, $0) }) { id, centre, act in
            let form = try PartiesForm(typed)
            try InitiativePartyStore.ask(form.centres, form.circles, outside: form.outside, id, at: centre, in: act)
        }
    }

    @Sendable static func note(_ visit: Visit) async throws -> Answer {
        let typed = visit.typed
        return try await does(visit, "/parties", T.initiatives.saidPosition, again: { form in
            try await parties(visit, form.over(PartiesForm.typed(try await home(visit))))
        }) { id, centre, act in
            let form = try PositionForm(typed)
            guard let party = form.party else { throw Problem.invalid("party", T.common.errorChoose) }
            try InitiativePartyStore.note(form.standing, form.words, of: party, on: id, at: centre, in: act)
        }
    }

    // MARK: Comments

    @Sendable static func comments(_ visit: Visit) async throws -> Answer { visit.page(try await comments(visit, visit.form())) }

    private static func comments(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        InitiativeCommentViews(reader: visit.reader).page(try await sight(visit), form)
    }

    @Sendable static func comment(_ visit: Visit) async throws -> Answer {
        let typed = visit.typed
        return try await does(visit, "/comments", T.initiatives.saidComment, again: { try await comments(visit, $0) }) { id, centre, act in
            let form = try InitiativeCommentForm(typed)
            try InitiativeCommentStore.write(form.text, about: form.article, on: id, at: centre, in: act)
        }
    }

    @Sendable static func answer(_ visit: Visit) async throws -> Answer {
        let typed = visit.typed, comment: InitiativeComment.ID = try visit.id("comment")
        return try await does(visit, "/comments", T.initiatives.saidAnswered, again: { try await comments(visit, $0) }) { id, centre, act in
            let words = try InitiativeWords.read(typed, "reply-\(comment)", .note)
            try InitiativeCommentStore.answer(comment, words, isTaken: typed.has("taken-\(comment)"), on: id, at: centre, in: act)
        }
    }
}
