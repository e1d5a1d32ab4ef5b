import Kernel
package import Web

/// A contest goes on to another state. Rooms above react, or throw where something stands in the way.
package struct ContestMoved: Fact {
    package let contest: Contest
    package let from: Contest.State
    package let to: Contest.State

    package init(_ contest: Contest, to state: Contest.State) { (self.contest, from, to) = (contest, contest.state, state) }
}

/// A work takes part no longer: it was withdrawn, disqualified, or its guardian has said no.
package struct WorkLeft: Fact {
    package let work: ContestWork.ID
    package let contest: Contest.ID

    package init(_ work: ContestWork.ID, of contest: Contest.ID) { (self.work, self.contest) = (work, contest) }
}

/// A work is deleted with all that hangs on it: rooms above forget what they know of it.
package struct WorkRemoving: Fact {
    package let work: ContestWork.ID

    package init(_ work: ContestWork.ID) { self.work = work }
}

/// A draft of a contest is thrown away.
package struct ContestRemoving: Fact {
    package let contest: Contest.ID

    package init(_ contest: Contest.ID) { self.contest = contest }
}

/// What rooms above bring to the page of a contest that everybody reads, such as the way to its gallery. The page is kept for strangers, so that a part leads to
/// pages and has no form of its own.
package struct ContestPageAsked: Question {
    package typealias Answer = ContestPagePart
    package let contest: Contest

    package init(_ contest: Contest) { self.contest = contest }
}

/// What rooms above bring to the desk's page of a contest, such as its jury.
package struct ContestDeskAsked: Question {
    package typealias Answer = ContestPagePart
    package let contest: Contest

    package init(_ contest: Contest) { self.contest = contest }
}

/// What rooms above bring to a mentor's page of a work, such as what it won.
package struct MyWorkAsked: Question {
    package typealias Answer = ContestPagePart
    package let work: ContestWork
    package let contest: Contest

    package init(_ work: ContestWork, in contest: Contest) { (self.work, self.contest) = (work, contest) }
}

/// A part of a page of a contest, with its place among the others.
package struct ContestPagePart: Sendable {
    package let place: Int
    package let part: PagePart

    package init(at place: Int, _ part: PagePart) { (self.place, self.part) = (place, part) }
}

/// What a work was and who made it is forgotten; its code stays. Rooms above forget what was written of it in words.
package struct WorkForgotten: Fact {
    package let work: ContestWork.ID

    package init(_ work: ContestWork.ID) { self.work = work }
}

/// How many points works of a contest have, as its jury gave them: asked where a contest of a higher level takes those over a threshold.
package struct WorkPointsAsked: Question {
    package typealias Answer = [ContestWork.ID: Int]
    package let contest: Contest.ID

    package init(of contest: Contest.ID) { self.contest = contest }
}
