import Forms
import Kernel
import Languages

/// Who says yes to the plans of a centre, one after another, and the sources of money that it names.
package struct PlanSettings: Sendable, Hashable {
    package var steps: [PlanStep]
    package var sources: [String]
    /// So many days before all others those may apply who wished the topic; 0: all at once.
    package var headStart = 0

    static let headStarts = 0...60
    static let sourcesMost = 40

    package init(steps: [PlanStep], sources: [String], headStart: Int = 0) { (self.steps, self.sources, self.headStart) = (steps, sources, headStart) }
}

/// What was typed of it, and the other way round: rows of steps are numbered from 1, an empty row counts for nothing.
extension PlanSettings {
    init(_ typed: Typed) throws {
        var faults = Faults()
        let steps = (1...PlanStep.most).compactMap { row -> PlanStep? in
            let name = typed["name\(row)"]
            guard !name.isEmpty else { return nil }
            faults.limit(name, "name\(row)", .line)
            return PlanStep(name, PlanStep.Signer(rawValue: typed["signer\(row)"]) ?? .office)
        }
        faults.require(!steps.isEmpty, "name1", T.planning.stepsMissing)
        let sources = typed.lines("sources").split(whereSeparator: \.isNewline).map { WrittenText.line(String($0)) }.filter { !$0.isEmpty }
        faults.require(!sources.isEmpty, "sources", T.planning.sourcesMissing)
        faults.require(sources.count <= Self.sourcesMost, "sources", T.planning.sourcesTooMany(most: .number(Self.sourcesMost)))
        for source in sources { faults.limit(source, "sources", .line) }
        let days = faults.numberOrNothing(typed, "headStart", in: Self.headStarts)
        try faults.check()
        self.init(steps: steps, sources: sources, headStart: days ?? 0)
    }

    var typed: Typed {
        Typed(steps.enumerated().flatMap { place, step in
            [(name: "name\(place + 1)", value: step.name), (name: "signer\(place + 1)", value: step.signer.rawValue)]
        } + [(name: "sources", value: sources.joined(separator: "\n")), (name: "headStart", value: "\(headStart)")])
    }
}
