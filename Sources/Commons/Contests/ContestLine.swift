import Kernel
import Languages

/// What a mentor has in one contest.
struct MyContestLine: Sendable {
    let contest: Contest
    let works: [ContestWork]

    /// Authors of whom something is not answered yet.
    var missing: Int { works.filter { $0.state == .sent }.flatMap(\.authors).count { $0.person == nil && $0.forgotten == nil && !ConsentAnswer($0).isWhole } }
    var drafts: Int { works.count { $0.state == .draft } }
}

/// What the public page of a contest shows.
struct ContestSight: Sendable {
    let contest: Contest
    /// The contest of a higher level, where it is announced.
    let above: Contest?
    let months: Int
    let parts: [ContestPagePart]
}

/// What the desk's page of a contest shows.
struct ContestDeskSight: Sendable {
    let contest: Contest
    let works: [ContestWork]
    /// Works of which a picture looks like one of another, by their codes.
    let pairs: [(first: String, second: String, distance: Int)]
    /// Contests of a lower level whose works it takes.
    let below: [Contest]
    let drafts: Int
    let parts: [ContestPagePart]

    func count(_ state: ContestWork.State) -> Int { works.count { $0.state == state } }
    var late: [ContestWork] { works.filter { $0.state == .sent && $0.isLate && $0.admitted == nil } }
    var unconsented: [ContestWork] { works.filter { $0.takesPart && $0.forgotten == nil && $0.authors.contains { !ConsentAnswer($0).isWhole } } }
}
