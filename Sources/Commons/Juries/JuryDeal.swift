/// Which works each juror looks at: each work is seen by so many, nobody sees one that they may not judge, and the loads are as even as that allows.
package struct JuryDeal<Work: Hashable & Comparable & Sendable, Judge: Hashable & Comparable & Sendable>: Sendable {
    /// Those who look at each work, in their order.
    package private(set) var judges: [Work: Set<Judge>]
    /// How many too few may judge a work.
    package private(set) var lacking: [Work: Int]
    private let barred: [Judge: Set<Work>]
    private var works: [Judge: Set<Work>]

    /// - Parameters:
    ///   - barred: the jurors, each with what they may not judge.
    ///   - held: who already looks at a work, and goes on doing so.
    ///   - seed: of chance, by which one of several that are alike is taken.
    package init(_ all: [Work], seenBy times: Int, _ barred: [Judge: Set<Work>], held: [Work: Set<Judge>] = [:], seed: UInt64) {
        self.barred = barred
        (judges, lacking, works) = ([:], [:], Dictionary(uniqueKeysWithValues: barred.keys.map { ($0, []) }))
        let order = barred.keys.sorted()
        func permitted(_ work: Work) -> [Judge] { order.filter { barred[$0]?.contains(work) == false } }
        for work in all {
            let keep = (held[work] ?? []).filter { barred[$0]?.contains(work) == false }
            judges[work] = keep
            for judge in keep { works[judge]?.insert(work) }
        }
        var chance = Chance(seed)
        let counted = all.sorted().map { (work: $0, choice: permitted($0), draw: chance.next()) }
        // Where the choice is small, it is made first.
        for (work, choice, _) in counted.sorted(by: { ($0.choice.count, $0.draw, $0.work) < ($1.choice.count, $1.draw, $1.work) }) {
            let draws = Dictionary(uniqueKeysWithValues: choice.map { ($0, chance.next()) })
            let free = choice.filter { judges[work]?.contains($0) != true }
            let wanted = max(0, times - (judges[work]?.count ?? 0))
            for judge in free.sorted(by: { (load($0), draws[$0] ?? 0) < (load($1), draws[$1] ?? 0) }).prefix(wanted) { give(work, judge) }
            let missing = times - (judges[work]?.count ?? 0)
            if missing > 0 { lacking[work] = missing }
        }
        let fixed = held
        while let path = relief(fixed) { for (work, from, to) in path { move(work, from, to) } }
    }

    package func works(of judge: Judge) -> Set<Work> { works[judge] ?? [] }
    package func load(_ judge: Judge) -> Int { works[judge]?.count ?? 0 }
    package var loads: [Judge: Int] { works.mapValues(\.count) }

    private mutating func give(_ work: Work, _ judge: Judge) {
        judges[work, default: []].insert(judge)
        works[judge, default: []].insert(work)
    }

    private mutating func move(_ work: Work, _ from: Judge, _ to: Judge) {
        judges[work]?.remove(from)
        works[from]?.remove(work)
        give(work, to)
    }

    /// A row of hand-overs from somebody to somebody who has at least two works fewer. As long as there is one, the loads can be more even; where there is
    /// none, they cannot.
    private func relief(_ fixed: [Work: Set<Judge>]) -> [(work: Work, from: Judge, to: Judge)]? {
        let order = works.keys.sorted()
        for start in order.sorted(by: { (load($1), $0) < (load($0), $1) }) {
            var from: [Judge: (work: Work, judge: Judge)] = [:], reached: Set<Judge> = [start], line = [start], index = 0
            while index < line.count {
                let here = line[index]
                index += 1
                for work in (works[here] ?? []).sorted() where fixed[work]?.contains(here) != true {
                    for next in order where !reached.contains(next) && judges[work]?.contains(next) != true && barred[next]?.contains(work) == false {
                        from[next] = (work, here)
                        reached.insert(next)
                        line.append(next)
                    }
                }
            }
            guard let end = line.filter({ load($0) + 2 <= load(start) }).min(by: { (load($0), $0) < (load($1), $1) }) else { continue }
            var path: [(work: Work, from: Judge, to: Judge)] = [], at = end
            while let step = from[at] {
                path.append((step.work, step.judge, at))
                at = step.judge
            }
            return path.reversed()
        }
        return nil
    }
}

/// Chance that a seed repeats: a round is dealt the same however often its act runs.
package struct Chance: RandomNumberGenerator, Sendable {
    private var state: UInt64

    package init(_ seed: UInt64) { state = seed }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
