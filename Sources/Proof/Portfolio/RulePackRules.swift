import Kernel
package import Languages

/// What cannot be meant: found before a pack is put in force, told in words.
extension RulePack {
    package var contradictions: [Phrase] {
        var found: [Phrase] = []
        if let until, until < from { found.append(T.portfolio.packEndsBefore) }
        if name.isEmpty || title.texts.isEmpty { found.append(T.portfolio.packNameless) }
        for name in Set(requirements.map(\.name)) where requirements.count(where: { $0.name == name }) > 1 { found.append(T.portfolio.packTwice(name: .text(name))) }
        for kind in Set(worth.map(\.kind)) where worth.count(where: { $0.kind == kind }) > 1 { found.append(T.portfolio.packTwice(name: .text(kind.rawValue))) }
        for line in worth where line.per == .points { found.append(T.portfolio.packPointsOfPoints(name: .text(line.kind.rawValue))) }
        let valued = Set(worth.map(\.kind)), papered: Set<EvidenceKind> = [.programme, .gathering, .course, .trip, .inside]
        for requirement in requirements where requirement.count == .points {
            for kind in requirement.of where !valued.contains(kind) && !papered.contains(kind) {
                found.append(T.portfolio.packWorthless(name: .text(requirement.name), kind: .text(kind.rawValue)))
            }
        }
        for part in requirements {
            for whole in requirements where part.name != whole.name && part.isPart(of: whole) && part.least > whole.least {
                found.append(T.portfolio.packPartLarger(part: .text(part.name), whole: .text(whole.name)))
            }
        }
        return found
    }
}

extension Requirement {
    /// Whether whatever counts for this also counts for another, in the same unit and time.
    fileprivate func isPart(of whole: Requirement) -> Bool {
        count == whole.count && years == whole.years && Set(of).isSubset(of: whole.of) && hours >= whole.hours && days >= whole.days
            && (isPriority || !whole.isPriority) && (whole.words.isEmpty || (!words.isEmpty && Set(words).isSubset(of: whole.words)))
    }
}

extension [RulePack] {
    /// Between two packs of a country there is neither a day with none nor a day with two.
    package var seams: [Phrase] {
        let ordered = sorted { $0.from < $1.from }
        return zip(ordered, ordered.dropFirst()).compactMap { earlier, later in
            guard let until = earlier.until, until < later.from else { return T.portfolio.packOverlap(one: .text(earlier.name), other: .text(later.name)) }
            guard until.adding(days: 1) < later.from else { return nil }
            return T.portfolio.packGap(first: .day(until.adding(days: 1)), last: .day(later.from.adding(days: -1)))
        }
    }
}
