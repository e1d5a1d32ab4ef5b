import Languages

/// The doubtful lines of a list, as their page shows them: first those of which nothing was said yet, the surest first.
struct ImportMatchSight {
    /// Doubts of one kind that wait.
    struct Group {
        let likeness: ImportLikeness
        let waiting: Int
        /// Of so many *the same* can be said together.
        let clear: Int
    }

    static let decided = "decided"

    let steps: [ImportStep]
    let groups: [Group]
    let waiting: Int
    let settled: Int
    /// The part that is shown: the kind of a doubt, what is settled, or all that waits.
    let part: String

    init(_ steps: [ImportStep], _ part: String) {
        let doubtful = steps.filter { $0.doubt != nil }
        let open = doubtful.filter { $0.doubt?.choice == nil }
        let kinds = Dictionary(grouping: open) { $0.doubt?.likeness }
        groups = kinds.compactMap { likeness, steps in
            likeness.map { Group(likeness: $0, waiting: steps.count, clear: steps.count { $0.doubt?.only != nil }) }
        }.sorted { ($1.likeness.certainty.rawValue, $0.likeness.kind) < ($0.likeness.certainty.rawValue, $1.likeness.kind) }
        (waiting, settled) = (open.count, doubtful.count - open.count)
        self.part = part == Self.decided || groups.contains { $0.likeness.kind == part } ? part : ""
        let chosen = self.part == Self.decided ? doubtful.filter { $0.doubt?.choice != nil }
            : self.part.isEmpty ? open : open.filter { $0.doubt?.likeness?.kind == part }
        func certainty(_ step: ImportStep) -> ImportLikeness.Certainty { step.doubt?.likeness?.certainty ?? .possible }
        self.steps = chosen.sorted { (certainty($1).rawValue, $0.line) < (certainty($0).rawValue, $1.line) }
    }
}
