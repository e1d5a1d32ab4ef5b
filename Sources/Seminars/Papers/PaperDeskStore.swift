package import Accounts
import Centres
package import Events
package import Guests
package import Kernel
import Languages
import Queues
import Storage

/// What the centre's people see of a call, and what they decide.
package enum PaperDeskStore {
    /// - Parameter words: leaves only what they are found in.
    package static func desk(of id: Event.ID, words: String = "", in act: Act) throws -> PaperDesk {
        let event = try PaperCallStore.event(id, in: act)
        let today = try CentreStore.centre(event.centre, in: act).zone.day(of: act.now)
        guard let call = try PaperCallStore.call(of: id, in: act) else { return PaperDesk(event: event, today: today) }
        var papers = try PaperStore.papers(of: call.id, in: act)
        let all = papers
        if !words.isEmpty {
            let found = try PaperStore.found(words, of: call.id, in: act)
            papers = found.compactMap { id in all.first { $0.id == id } }
        }
        return PaperDesk(
            event: event, today: today, call: call, all: all, papers: papers, reviews: try ReviewStore.reviews(of: all.map(\.id), in: act),
            reviewers: try PaperCallStore.reviewers(of: call.id, in: act))
    }

    /// One proposal with all that is known of it. Who is among its authors does not see who reviews it.
    package static func file(_ id: Paper.ID, in act: Act) throws -> PaperFile {
        let (paper, call, event) = try run(id, in: act)
        let reviews = try ReviewStore.reviews(of: [id], in: act)[id] ?? []
        return PaperFile(
            paper: paper, desk: try desk(of: event.id, in: act), call: call, reviews: reviews,
            names: try PersonStore.names(of: Set(reviews.compactMap(\.person)), in: act), isOwn: try isOwn(paper, in: act),
            talks: TalkProgramme(event: event, talks: try TalkStore.talks(of: event.id, in: act)))
    }

    private static func isOwn(_ paper: Paper, in act: Act) throws -> Bool {
        try act.by.person.map { paper.isOf(try PersonStore.person($0, in: act)) } ?? false
    }

    /// A proposal that was sent, for those who run its event.
    static func run(_ id: Paper.ID, in act: Act) throws -> (paper: Paper, call: PaperCall, event: Event) {
        let paper = try PaperStore.paper(id, in: act), call = try PaperCallStore.call(paper.call, in: act)
        guard paper.state != .draft else { throw Problem.missing }
        return (paper, call, try PaperCallStore.event(call.event, in: act))
    }

    static func held(_ id: Paper.ID, in act: Act) throws -> (paper: Paper, call: PaperCall, event: Event) {
        try act.db.hold("event", run(id, in: act).event.id.value)
        return try run(id, in: act)
    }

    /// The centre decides, once its authors have no more time. The author reads it in a letter, with what the reviewers said to the author.
    package static func decide(_ id: Paper.ID, _ decision: Recommendation, saying words: String, in act: Act) throws -> Event.ID {
        let (paper, call, event) = try held(id, in: act)
        guard try !isOwn(paper, in: act) else { throw Problem.conflict(T.papers.ownDecision) }
        let today = try CentreStore.centre(event.centre, in: act).zone.day(of: act.now)
        let isAnew = !paper.canBeDecided(call, on: today) && paper.canBeRedecided(at: act.now)
        guard isAnew || paper.canBeDecided(call, on: today) else {
            if paper.isFresh(at: act.now) { throw Problem.conflict(T.papers.takeBackFirst) }
            guard let round = paper.openRound(call, on: today) else { throw Problem.conflict(T.papers.notInReview) }
            throw Problem.conflict(T.papers.decideAfter(day: .day(call.deadline(in: round))))
        }
        // Whoever was asked for a second version and sent none has had the second round.
        let before = isAnew ? paper.decidedFrom ?? .sent : paper.state
        let round = before == .changes ? 2 : paper.round
        guard decision.state != paper.state || !isAnew else { throw Problem.invalid("decision", T.papers.sameDecision) }
        guard Recommendation.possible(in: round).contains(decision) else { throw Problem.invalid("decision", T.papers.noThirdVersion) }
        guard decision != .changes || today <= call.details.days.again else {
            throw Problem.invalid("decision", T.papers.noTimeForChanges(day: .day(call.details.days.again)))
        }
        try act.db.run("DELETE FROM paper_review WHERE paper = \(id) AND given IS NULL")
        try act.db.run("""
            UPDATE paper SET state = \(decision.state), words = \(words), decided = \(act.now), decided_from = \(before) WHERE id = \(id)
            """)
        try act.record(isAnew ? T.papers.redecidedDeed : T.papers.decidedDeed, .paper(id), under: .event(event.id), centre: event.centre, changes: [
            Change("state", from: paper.state.rawValue, to: decision.state.rawValue),
        ])
        try PaperLetters.decided(PaperStore.paper(id, in: act), ReviewStore.reviews(of: [id], in: act)[id] ?? [], call, event, anew: isAnew, in: act)
        return event.id
    }

    /// Unmakes a decision of which its author was told nothing yet.
    package static func takeBack(_ id: Paper.ID, in act: Act) throws -> Event.ID {
        let (paper, _, event) = try held(id, in: act)
        guard try !isOwn(paper, in: act) else { throw Problem.conflict(T.papers.ownDecision) }
        guard paper.isFresh(at: act.now), let before = paper.decidedFrom else { throw Problem.conflict(T.papers.letterLeft) }
        // Whoever has no address that is proved was not written to.
        _ = try act.recall(about: .paper(id))
        try act.db.run("UPDATE paper SET state = \(before), words = '', decided = NULL, decided_from = NULL WHERE id = \(id)")
        try act.record(T.papers.takenBackDeed, .paper(id), under: .event(event.id), centre: event.centre, changes: [
            Change("state", from: paper.state.rawValue, to: before.rawValue),
        ])
        return event.id
    }

    /// An accepted proposal becomes a talk in the programme, with its title, authors and abstract.
    package static func place(_ id: Paper.ID, at place: PaperPlace, in act: Act) throws -> Event.ID {
        let (paper, _, event) = try held(id, in: act)
        guard paper.state == .accepted, let text = paper.version?.text else { throw Problem.conflict(T.papers.onlyAccepted) }
        guard paper.talk == nil else { throw Problem.conflict(T.papers.inProgramme) }
        let talk = try TalkStore.add(
            TalkDetails(
                session: place.session, begins: place.begins, ends: place.ends, title: text.title, speakers: paper.speakers, abstract: text.abstract),
            to: event.id, in: act)
        try act.db.run("UPDATE paper SET talk = \(talk) WHERE id = \(id)")
        return event.id
    }

    /// Everything that was accepted and has no place yet takes the next free time, in the order in which it came.
    /// - Returns: how many got a place, and how many did not.
    package static func placeAll(_ id: Event.ID, in act: Act) throws -> (placed: Int, left: Int) {
        try act.db.hold("event", id.value)
        let desk = try desk(of: id, in: act)
        guard let call = desk.call else { throw Problem.missing }
        var counts = (placed: 0, left: 0)
        for paper in desk.all where paper.state == .accepted && paper.talk == nil {
            let programme = TalkProgramme(event: desk.event, talks: try TalkStore.talks(of: id, in: act))
            guard let place = PaperPlace.next(in: programme, speakers: paper.speakers, minutes: call.details.minutes) else {
                counts.left += 1
                continue
            }
            _ = try self.place(paper.id, at: place, in: act)
            counts.placed += 1
        }
        return counts
    }

    /// A talk was taken from the programme: what it was made of has no place again.
    static func unplace(_ talk: Talk.ID, in act: Act) throws { try act.db.run("UPDATE paper SET talk = NULL WHERE talk = \(talk)") }
}
