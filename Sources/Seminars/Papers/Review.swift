package import Accounts
package import Kernel
package import Languages
package import Storage

/// One proposal in the hands of one reviewer for one round.
package struct Review: Sendable {
    package typealias ID = Kernel.ID<Review>

    package let id: ID
    package let paper: Paper.ID
    package let round: Int
    /// None once the account was deleted.
    package let person: Person.ID?
    package let recommendation: Recommendation?
    /// To the author, who does not learn who wrote it.
    package let words: String
    /// To the centre alone.
    package let note: String
    package let assigned: Instant
    package let given: Instant?
    package let reminded: Instant?
    package let reminders: Int
    package let marks: [PaperCriterion.ID: Int]

    init(row: Row, marks: [PaperCriterion.ID: Int]) throws {
        id = try row["id"]
        paper = try row["paper"]
        round = try row["round"]
        person = try row["person"]
        recommendation = try row["recommendation"]
        words = try row["words"]
        note = try row["note"]
        assigned = try row["assigned"]
        given = try row["given"]
        reminded = try row["reminded"]
        reminders = try row["reminders"]
        self.marks = marks
    }

    /// The mean of its marks; nil where none was given.
    var mean: Double? { marks.isEmpty ? nil : Double(marks.values.reduce(0, +)) / Double(marks.count) }

    /// A reviewer who is late is reminded, again after so many days, and no more than so often.
    package static let restDays = 4, remindersMost = 3
}

/// What a reviewer recommends.
package enum Recommendation: String, CaseIterable, Sendable, Storable {
    case accept, changes, refuse

    package var name: Phrase {
        switch self {
        case .accept: T.papers.recommendAccept
        case .changes: T.papers.recommendChanges
        case .refuse: T.papers.recommendRefuse
        }
    }

    /// What can be recommended and decided in a round: there is no third version.
    package static func possible(in round: Int) -> [Recommendation] { round == 1 ? allCases : [.accept, .refuse] }

    /// What a proposal becomes of which this is decided.
    package var state: PaperState {
        switch self {
        case .accept: .accepted
        case .changes: .changes
        case .refuse: .refused
        }
    }
}

/// What a reviewer says.
package struct Judgement: Sendable, Hashable {
    package var marks: [PaperCriterion.ID: Int]
    package var recommendation: Recommendation
    package var words: String
    package var note: String

    package init(marks: [PaperCriterion.ID: Int], _ recommendation: Recommendation, words: String = "", note: String = "") {
        (self.marks, self.recommendation, self.words, self.note) = (marks, recommendation, words, note)
    }
}

/// Somebody of the centre's network who reads proposals of a call.
package struct Reviewer: Sendable {
    package typealias ID = Kernel.ID<Reviewer>

    package let id: ID
    package let call: PaperCall.ID
    package let person: Person
    /// Proposals in hand, and of these without a word yet.
    package var reviews = 0, open = 0
}

/// How proposals are dealt out: everybody gets about as many, and nobody their own.
package enum Dealing {
    package struct Hand: Sendable {
        package let paper: Paper.ID
        package let reviewer: Person.ID
    }

    /// - Parameters:
    ///   - papers: each with those who may not read it and those who have it already.
    ///   - load: how many each reviewer holds so far.
    ///   - each: so many reviewers get each proposal.
    package static func deal(
        _ papers: [(id: Paper.ID, barred: Set<Person.ID>, held: Set<Person.ID>)], among reviewers: [Person.ID], load: [Person.ID: Int], each: Int
    ) -> [Hand] {
        var load = load
        return papers.flatMap { paper -> [Hand] in
            let free = reviewers.filter { !paper.barred.contains($0) && !paper.held.contains($0) }
            let chosen = free.sorted { (load[$0, default: 0], $0) < (load[$1, default: 0], $1) }.prefix(max(0, each - paper.held.count))
            for person in chosen { load[person, default: 0] += 1 }
            return chosen.map { Hand(paper: paper.id, reviewer: $0) }
        }
    }
}
