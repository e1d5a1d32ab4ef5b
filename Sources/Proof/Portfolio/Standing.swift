package import Languages

/// Where somebody stands in a school year, requirement by requirement, each with what was counted for it. It says *not yet*, never that something was lost.
package struct Standing: Sendable, Hashable {
    package struct Counted: Sendable, Hashable {
        package let evidence: Evidence
        /// In the unit of the requirement.
        package let amount: Int
    }

    package struct Line: Sendable, Hashable {
        package let requirement: Requirement
        /// The earliest first.
        package let counted: [Counted]

        package func sum(_ standing: EvidenceStanding) -> Int {
            counted.reduce(0) { $1.evidence.standing == standing ? $0 + $1.amount : $0 }
        }
        /// What is proved.
        package var sum: Int { sum(.proved) }
        /// Also what its bearer says and nobody has looked at.
        package var sumWithSaid: Int { sum + sum(.said) }
        /// Also what comes.
        package var sumWithComing: Int { sumWithSaid + sum(.coming) }
        package var isFulfilled: Bool { sum >= requirement.least }
        package var isFulfilledAsSaid: Bool { sumWithSaid >= requirement.least }
        package var isFulfilledThen: Bool { sumWithComing >= requirement.least }
    }

    package let year: SchoolYear
    package let pack: RulePack
    package let lines: [Line]

    package var isFulfilled: Bool { lines.allSatisfy(\.isFulfilled) }

    /// - Parameters:
    ///   - packs: all of the country: what was done under an earlier pack keeps the points that this one gave it.
    package init(_ evidence: [Evidence], in year: SchoolYear, by pack: RulePack, of packs: [RulePack]) {
        (self.year, self.pack) = (year, pack)
        lines = pack.requirements.map { requirement in
            let span = requirement.span(to: year)
            let counted = evidence.filter { span.contains($0.day) && requirement.counts($0) }.map { evidence in
                guard requirement.count == .points else { return Counted(evidence: evidence, amount: evidence.amount(of: requirement.count)) }
                let own = packs.judging(SchoolYear(containing: evidence.day)) ?? pack
                return Counted(evidence: evidence, amount: own.points(of: evidence))
            }
            return Line(requirement: requirement, counted: counted.filter { $0.amount > 0 }.sorted { $0.evidence.day < $1.evidence.day })
        }
    }
}

extension [RulePack] {
    /// The pack by which a school year is judged: the one in force on its last day.
    package func judging(_ year: SchoolYear) -> RulePack? { first { $0.isInForce(on: year.last) } }

    /// The first day of all that packs may look at for a year.
    package func earliest(for year: SchoolYear) -> Day {
        (judging(year)?.requirements ?? []).map { $0.span(to: year).lowerBound }.min() ?? year.first
    }
}
