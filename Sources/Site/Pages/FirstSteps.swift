import Forms
import HTML
import Kernel
import Languages
import Look
import Web

/// What a new centre does first, each step with its door, ticked when it was taken; gone when all are.
struct FirstSteps: Sendable {
    struct Line: Sendable {
        let step: FirstStep
        let isTaken: Bool
        /// Whose step it is, where it is not the reader's.
        let owner: Phrase?
    }

    let lines: [Line]
    var areTaken: Bool { lines.allSatisfy(\.isTaken) }

    init(_ visit: Visit, in act: Act) throws {
        lines = try act.exchange.all(FirstStep.self).sorted { $0.place < $1.place }.map { step in
            let owner = visit.mayOpen(step.path) ? nil : visit.audience(of: step.path) == .director ? T.site.firstStepDirector : T.site.firstStepAdministrator
            return Line(step: step, isTaken: try step.isTaken(visit, act), owner: owner)
        }
    }
}

struct FirstStepsView: View {
    let steps: FirstSteps
    let reader: Reader
    private var t: Texts { reader.t }

    var body: Markup {
        HTML::section(.class("first")) {
            h2 { t(T.site.firstSteps) }
            HTML::p(.class("muted")) { t(T.site.firstStepsLead) }
            Steps(steps.lines.map { line in
                let isNext = line.step.place == next
                return Steps.Step(
                    t(line.step.label), line.isTaken ? nil : ([line.step.detail] + [line.owner].compactMap(\.self)).map { t($0) }.joined(separator: " "),
                    line.isTaken ? .done : isNext ? .now : .next, href: line.owner == nil ? reader.link(line.step.path) : nil,
                    said: line.isTaken ? t(T.site.firstStepTaken) : nil)
            })
        }
    }

    /// The first that the reader can take.
    private var next: Int? { steps.lines.first { !$0.isTaken && $0.owner == nil }?.step.place }
}
