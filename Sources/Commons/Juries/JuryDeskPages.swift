import Centres
import Contests
import Events
import Forms
import Kernel
import Languages
import Look
import Web

/// Juries at the centre's desk: who sits, by what is judged, how far it is, and that results become public.
enum JuryDeskPages {
    @Sendable static func list(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id
        return visit.page(JuryDeskViews(reader: visit.reader).list(try await visit.read { try JuryStore.all(of: centre, in: $0) }))
    }

    @Sendable static func show(_ visit: Visit) async throws -> Answer { visit.page(try await screen(visit, visit.form())) }

    @Sendable static func board(_ visit: Visit) async throws -> Answer {
        visit.page(JuryBoardViews(reader: visit.reader).desk(try await board(visit)))
    }

    @Sendable static func minutes(_ visit: Visit) async throws -> Answer { try await JuryPrintPages.minutes(visit, try await board(visit)) }

    private static func board(_ visit: Visit) async throws -> JuryBoard {
        let (id, centre): (Contest.ID, _) = (try visit.id("contest"), visit.centre.id)
        return try await visit.read { act in
            guard let board = try JuryDecisionStore.board(of: JuryStore.seen(id, at: centre, in: act), in: act) else { throw Problem.missing }
            return board
        }
    }

    @Sendable static func figures(_ visit: Visit) async throws -> Answer {
        let (id, centre): (Contest.ID, _) = (try visit.id("contest"), visit.centre.id)
        return visit.page(JuryDeskViews(reader: visit.reader).figures(try await visit.read { try JuryFigureStore.figures(of: id, at: centre, in: $0) }))
    }

    // MARK: Before it begins

    @Sendable static func set(_ visit: Visit) async throws -> Answer {
        try await change(visit, T.common.saved) { typed in
            let (rules, criteria) = try JuryRules.read(typed)
            return { try JuryStore.set(rules, criteria, of: $0, at: $1, in: $2) }
        }
    }

    @Sendable static func addRound(_ visit: Visit) async throws -> Answer {
        try await change(visit, T.juries.roundDeed) { typed in
            let round = try JuryRound.Details(typed)
            return { try JuryStore.add(round, to: $0, at: $1, in: $2) }
        }
    }

    @Sendable static func removeRound(_ visit: Visit) async throws -> Answer {
        let round: JuryRound.ID = try visit.id("round")
        return try await change(visit, T.juries.roundRemovedDeed) { _ in { try JuryStore.remove(round, of: $0, at: $1, in: $2) } }
    }

    @Sendable static func invite(_ visit: Visit) async throws -> Answer {
        try await change(visit, T.juries.invitedDeed) { typed in
            let email = typed["email"], named = typed.all("categories").filter { !$0.isEmpty }, categories = named.compactMap { ContestCategory.ID($0) }
            var faults = Faults()
            faults.require(categories.count == named.count, "categories", T.common.errorChoose)
            faults.require(!email.isEmpty, "email", T.juries.errorNobody)
            faults.limit(email, "email")
            try faults.check()
            let isChair = typed.has("chair")
            return { try JurorStore.invite(email: email, Set(categories), chair: isChair, to: $0, at: $1, in: $2) }
        }
    }

    @Sendable static func makeChair(_ visit: Visit) async throws -> Answer {
        let juror: Juror.ID = try visit.id("juror")
        return try await change(visit, T.juries.chairDeed) { _ in { try JurorStore.makeChair(juror, of: $0, at: $1, in: $2) } }
    }

    @Sendable static func release(_ visit: Visit) async throws -> Answer {
        let juror: Juror.ID = try visit.id("juror")
        return try await change(visit, T.juries.releasedDeed) { _ in { try JurorStore.release(juror, of: $0, at: $1, in: $2) } }
    }

    // MARK: Underway

    @Sendable static func open(_ visit: Visit) async throws -> Answer {
        try await change(visit, T.juries.openedDeed) { _ in { try JuryRoundStore.open($0, at: $1, in: $2) } }
    }

    @Sendable static func close(_ visit: Visit) async throws -> Answer {
        try await change(visit, T.juries.closedDeed) { _ in { try JuryRoundStore.close($0, at: $1, in: $2) } }
    }

    @Sendable static func reopen(_ visit: Visit) async throws -> Answer {
        try await change(visit, T.juries.reopenedDeed) { _ in { try JuryDecisionStore.reopen($0, at: $1, in: $2) } }
    }

    @Sendable static func publish(_ visit: Visit) async throws -> Answer {
        try await change(visit, T.juries.saidPublished) { _ in { try ContestStore.move($0, to: .decided, at: $1, in: $2) } }
    }

    @Sendable static func makeEvent(_ visit: Visit) async throws -> Answer {
        let (id, centre, t, typed): (Contest.ID, _, _, _) = (try visit.id("contest"), visit.centre.id, visit.t, visit.typed["form"])
        return try await visit.submit {
            guard let form = EventForm.ID(typed) else { throw Problem.invalid("form", T.common.errorChoose) }
            return try await visit.act { act in
                let contest = try ContestStore.desked(id, at: centre, in: act), own = t.speaking(contest.language)
                let event = try JuryResultStore.makeEvent(form, of: id, title: own(T.juries.openingTitle(title: .title(contest.name))), at: centre, in: act)
                return Redirect(visit.link("/staff/events/\(event)"), T.juries.eventDeed)
            }
        } again: { try await screen(visit, $0) }
    }

    private typealias Deed = @Sendable (Contest.ID, Centre.ID, Act) throws -> Void

    private static func change(_ visit: Visit, _ said: Phrase, _ read: @Sendable (Typed) throws -> Deed) async throws -> Answer {
        let (id, centre): (Contest.ID, _) = (try visit.id("contest"), visit.centre.id)
        return try await visit.submit {
            let deed = try read(visit.typed)
            return try await visit.act { act in
                try deed(id, centre, act)
                return Redirect(visit.link("/staff/juries/\(id)"), said)
            }
        } again: { try await screen(visit, $0) }
    }

    private static func screen(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        let (id, centre): (Contest.ID, _) = (try visit.id("contest"), visit.centre.id)
        let sight = try await visit.read { act in
            let jury = try JuryStore.seen(id, at: centre, in: act)
            return JuryDeskSight(
                jury: jury, progress: try jury.underway.map { try JuryRoundStore.progress(of: $0, jury, in: act) } ?? [:],
                forms: try EventFormStore.forms(of: centre, in: act))
        }
        return JuryDeskViews(reader: visit.reader).show(sight, form.problem == nil ? visit.form(sight.jury.rules.typed(sight.jury.criteria)) : form)
    }
}

/// A jury as the desk sees it.
struct JuryDeskSight: Sendable {
    let jury: Jury
    let progress: [Juror.ID: JuryProgress]
    let forms: [EventForm]
}
