package import Accounts
package import Events
package import Guests
package import Kernel
package import Languages

/// A call with all that came, as the centre's people see it.
package struct PaperDesk: Sendable {
    package let event: Event
    package let today: Day
    package var call: PaperCall?
    package var all: [Paper] = []
    /// Those that were looked for.
    package var papers: [Paper] = []
    package var reviews: [Paper.ID: [Review]] = [:]
    package var reviewers: [Reviewer] = []

    /// What was said, or is awaited, of a proposal in its round.
    package func current(_ paper: Paper) -> [Review] { (reviews[paper.id] ?? []).filter { $0.round == paper.round } }

    package func count(_ state: PaperState) -> Int { all.count { $0.state == state } }

    /// Authors have no more time, and there are too few who read it.
    package var undealt: [Paper] {
        guard let call else { return [] }
        return all.filter { $0.state == .sent && $0.canBeDecided(call, on: today) && current($0).count < min(call.details.reviewsEach, max(1, reviewers.count)) }
    }

    /// All has been said of it, or the time of those who say it is over.
    package var ripe: [Paper] {
        guard let call else { return [] }
        return all.filter { paper in
            guard paper.canBeDecided(call, on: today) else { return false }
            let round = current(paper)
            return paper.state == .changes || (!round.isEmpty && round.allSatisfy { $0.given != nil }) || call.reviewed(in: paper.round) < today
        }
    }

    package var late: [Review] {
        guard let call else { return [] }
        return all.filter { $0.state == .sent }.flatMap(current).filter { $0.given == nil && $0.person != nil && call.reviewed(in: $0.round) < today }
    }

    package var unplaced: [Paper] { all.filter { $0.state == .accepted && $0.talk == nil } }
}

/// One proposal as the centre's people see it.
package struct PaperFile: Sendable {
    package let paper: Paper
    package let desk: PaperDesk
    package let call: PaperCall
    package let reviews: [Review]
    /// Of those who reviewed it.
    package let names: [Person.ID: String]
    /// Whether the reader is among its authors.
    package let isOwn: Bool
    package let talks: TalkProgramme
}

/// A place in the programme.
package struct PaperPlace: Sendable, Hashable {
    package var session: EventSession.ID
    package var begins: ClockTime
    package var ends: ClockTime

    package init(session: EventSession.ID, begins: ClockTime, ends: ClockTime) {
        (self.session, self.begins, self.ends) = (session, begins, ends)
    }

    /// The first free time of that length: behind all talks of a session, where nobody speaks elsewhere at once.
    package static func next(in programme: TalkProgramme, speakers: String, minutes: Int) -> PaperPlace? {
        let event = programme.event
        for (row, session) in zip(event.sessionRows, event.plan.sessions) {
            let last = programme.talks.filter { $0.details.session == row }.map(\.details.ends).max { $0.minutes < $1.minutes }
            guard let begins = last ?? Optional(session.begins), let ends = ClockTime(minutes: begins.minutes + minutes) else { continue }
            let details = TalkDetails(session: row, begins: begins, ends: ends, title: "–", speakers: speakers)
            if details.faults(in: event, besides: programme.talks).isEmpty { return PaperPlace(session: row, begins: begins, ends: ends) }
        }
        return nil
    }
}

extension Paper {
    /// Its authors as the programme names them.
    package var speakers: String { authors.map(\.name).joined(separator: ", ") }
}
