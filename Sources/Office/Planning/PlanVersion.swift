package import Kernel
package import Languages
import Storage

/// A plan as it was handed in, with what was decided about it.
package struct PlanVersion: Sendable {
    package typealias ID = Kernel.ID<PlanVersion>

    package enum State: String, Sendable, Storable { case waiting, returned, approved }

    package let id: ID
    package let number: Int
    /// Why an approved plan is changed; empty before the first approval.
    package let reason: String
    package let state: State
    package let person: Kernel.ID<PersonTag>?
    package let at: Instant
    /// In the order in which they are made.
    package let decisions: [PlanDecision]

    init(row: Row, decisions: [PlanDecision]) throws {
        (id, number, reason, state) = (try row["id"], try row["number"], try row["reason"], try row["state"])
        (person, at) = (try row["person"], try row["at"])
        self.decisions = decisions
    }

    /// The step whose turn it is.
    package var next: PlanDecision? { state == .waiting ? decisions.first { $0.outcome == .waiting } : nil }
}

/// Who says yes to a plan.
package struct PlanStep: Sendable, Hashable {
    /// Whether it is somebody who enters here, or somebody outside whose decision is written down with its number and day.
    package enum Signer: String, CaseIterable, Sendable, Storable { case director, office }

    package var name: String
    package var signer: Signer

    package static let most = 6

    package init(_ name: String, _ signer: Signer) { (self.name, self.signer) = (name, signer) }

    /// What holds where a centre has not said otherwise.
    package static func usual(_ t: Texts) -> [PlanStep] {
        [PlanStep(t(T.planning.stepDirector), .director), PlanStep(t(T.planning.stepBoard), .office), PlanStep(t(T.planning.stepFounder), .office)]
    }
}

/// One step of one version.
package struct PlanDecision: Sendable {
    package typealias ID = Kernel.ID<PlanDecision>

    package enum Outcome: String, Sendable, Storable { case waiting, approved, returned }

    package let id: ID
    package let step: PlanStep
    package let outcome: Outcome
    package let reason: String
    package let number: String
    package let day: Day?
    package let person: Kernel.ID<PersonTag>?
    package let at: Instant?

    init(row: Row) throws {
        (id, step, outcome) = (try row["id"], PlanStep(try row["name"], try row["signer"]), try row["outcome"])
        (reason, number, day) = (try row["reason"], try row["number"], try row["day"])
        (person, at) = (try row["person"], try row["at"])
    }

    /// Whether the actor may decide it, or write down what was decided.
    package func isFor(_ actor: Actor, at centre: Kernel.ID<CentreTag>) -> Bool {
        step.signer == .director ? actor.holds(.director, at: centre) : actor.coordinates(centre)
    }
}

/// What somebody says about a version.
package struct PlanWord: Sendable, Hashable {
    package var isApproved: Bool
    package var reason: String
    package var number: String
    package var day: Day?

    package init(isApproved: Bool, reason: String = "", number: String = "", day: Day? = nil) {
        (self.isApproved, self.reason, self.number, self.day) = (isApproved, reason, number, day)
    }

    /// A return says why; a decision of somebody outside has the number and the day of its paper.
    package func check(_ signer: PlanStep.Signer, today: Day, _ faults: inout Faults) {
        faults.require(isApproved || !reason.isEmpty, "reason", T.planning.returnReasonMissing)
        guard signer == .office else { return }
        faults.require(!number.isEmpty, "number", T.planning.decisionNumberMissing)
        faults.require(day != nil, "day", T.planning.decisionDayMissing)
        if let day { faults.require(day <= today, "day", T.planning.decisionDayComes) }
    }
}
