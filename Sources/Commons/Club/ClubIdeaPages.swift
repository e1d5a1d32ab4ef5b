import Centres
import Forms
import Kernel
import Languages
import Look
import Web

/// The board of ideas: read, written, joined, read first by the centre, taken up, and told what became of them.
enum ClubIdeaPages {
    @Sendable static func board(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id
        let (ideas, waiting) = try await visit.read { act in
            (try ClubIdeaStore.board(of: centre, in: act), try ClubStore.screens(at: centre, in: act) ? ClubIdeaStore.waiting(of: centre, in: act) : [])
        }
        return visit.page(ClubIdeaViews(reader: visit.reader).board(ideas, waiting))
    }

    @Sendable static func show(_ visit: Visit) async throws -> Answer { visit.page(try await show(visit, visit.form())) }

    private static func show(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        let (centre, id): (Centre.ID, ClubIdea.ID) = (visit.centre.id, try visit.id("idea"))
        let sight = try await visit.read { act in
            let idea = try ClubIdeaStore.idea(id, at: centre, in: act), screens = try ClubStore.screens(at: centre, in: act)
            let clubs = screens ? try ClubStore.clubs(at: centre, in: act).filter { !$0.isClosed } : []
            let own = clubs.filter { act.by.coordinates(centre) || $0.isMentored(by: act.by.person) }
            return ClubIdeaSight(idea: idea, isJoined: try ClubIdeaStore.isJoined(id, in: act), screens: screens, clubs: own)
        }
        return ClubIdeaViews(reader: visit.reader).show(sight, form)
    }

    // MARK: Written

    @Sendable static func new(_ visit: Visit) async throws -> Answer {
        visit.page(try await new(visit, visit.form(Typed(["language": (visit.language == .srLatn ? .sr : visit.language).rawValue]))))
    }

    private static func new(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        guard let person = visit.actor.person else { throw Problem.missing }
        let centre = visit.centre.id
        let schools = try await visit.read { try ClubBookingStore.schools(of: person, at: centre, in: $0) }
        return ClubIdeaViews(reader: visit.reader).new(schools, form)
    }

    @Sendable static func send(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id, typed = visit.typed, own = visit.language
        return try await visit.submit {
            let draft = try ClubIdeaDraft(typed, own: own == .srLatn ? .sr : own)
            return try await visit.act { act in
                let id = try ClubIdeaStore.send(draft, at: centre, in: act)
                return Redirect(visit.link("/club/ideas/\(id)"), T.club.saidIdea)
            }
        } again: { try await new(visit, $0) }
    }

    // MARK: Joined

    @Sendable static func join(_ visit: Visit) async throws -> Answer {
        let typed = visit.typed
        return try await act(visit, T.club.saidJoined) { id, centre, act in
            var faults = Faults()
            let pupils = faults.number(typed, "pupils", in: ClubIdeaDraft.joinBounds, empty: 0)
            try faults.check()
            try ClubIdeaStore.join(id, pupils: pupils ?? 0, at: centre, in: act)
        }
    }

    @Sendable static func leave(_ visit: Visit) async throws -> Answer {
        try await act(visit, T.club.saidLeft) { try ClubIdeaStore.leave($0, at: $1, in: $2) }
    }

    // MARK: By those who run the club

    @Sendable static func screen(_ visit: Visit) async throws -> Answer {
        let typed = visit.typed, isPublished = typed.has("publish")
        return try await act(visit, isPublished ? T.club.saidOpen : T.club.saidDeclined) { id, centre, act in
            let reason = typed.lines("reason")
            var faults = Faults()
            faults.limit(reason, "reason", .note)
            try faults.check()
            try ClubIdeaStore.screen(id, publish: isPublished, because: reason, at: centre, in: act)
        }
    }

    @Sendable static func take(_ visit: Visit) async throws -> Answer {
        let typed = visit.typed
        return try await act(visit, T.club.saidTaken) { id, centre, act in
            let form = try ClubTakeForm(typed)
            try ClubIdeaStore.take(id, as: form.way, club: form.club, link: form.link, saying: form.words, at: centre, in: act)
        }
    }

    @Sendable static func finish(_ visit: Visit) async throws -> Answer {
        let typed = visit.typed
        return try await act(visit, T.club.saidDone) { id, centre, act in
            var faults = Faults()
            let words = typed.lines("outcome"), link = try faults.gather { try ClubTakeForm.link(typed) }
            faults.limit(words, "outcome", .note)
            try faults.check()
            try ClubIdeaStore.finish(id, saying: words, link: link ?? "", at: centre, in: act)
        }
    }

    private static func act(_ visit: Visit, _ said: Phrase, _ deed: @escaping @Sendable (ClubIdea.ID, Centre.ID, Act) throws -> Void) async throws -> Answer {
        let (centre, id): (Centre.ID, ClubIdea.ID) = (visit.centre.id, try visit.id("idea"))
        return try await visit.submit {
            try await visit.act { act in
                try deed(id, centre, act)
                return Redirect(visit.link("/club/ideas/\(id)"), said)
            }
        } again: { try await show(visit, $0) }
    }
}

/// An idea as somebody sees it.
struct ClubIdeaSight: Sendable {
    let idea: ClubIdea
    let isJoined: Bool
    /// Whether the reader reads ideas first and takes them up.
    let screens: Bool
    /// Whose topic it may become.
    let clubs: [Club]
}
