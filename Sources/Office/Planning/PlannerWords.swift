import Catalogue
import Centres
import Events
import Kernel
import Languages
import Look
import Needs

extension PlannerRun.State {
    var name: Phrase {
        switch self {
        case .waiting: T.planning.runWaiting
        case .working: T.planning.runWorking
        case .done: T.planning.runDone
        case .contradiction: T.planning.runContradiction
        case .stopped: T.planning.runStopped
        case .failed: T.planning.runFailed
        }
    }

    var tone: Tone {
        switch self {
        case .waiting, .working: .waiting
        case .done: .good
        case .contradiction, .failed: .bad
        case .stopped: .neutral
        }
    }
}

extension PlannerAsk.Effort {
    var name: Phrase {
        switch self {
        case .quick: T.planning.effortQuick
        case .normal: T.planning.effortNormal
        case .long: T.planning.effortLong
        }
    }
}

extension PlannerWeights.Name {
    var label: Phrase {
        switch self {
        case .wish: T.planning.weightWish
        case .priority: T.planning.weightPriority
        case .use: T.planning.weightUse
        case .small: T.planning.weightSmall
        case .fair: T.planning.weightFair
        case .due: T.planning.weightDue
        case .new: T.planning.weightNew
        case .stay: T.planning.weightStay
        case .fee: T.planning.weightFee
        case .trainer: T.planning.weightTrainer
        case .km: T.planning.weightKm
        }
    }
}

extension PlannerAsk.Purse {
    var label: Phrase {
        switch self {
        case .school: T.planning.purseSchool
        case .municipality: T.planning.purseMunicipality
        case .own: T.planning.purseOwn
        }
    }
}

extension SchoolPeriod.Kind {
    var name: Phrase {
        switch self {
        case .holiday: T.planning.periodHoliday
        case .break: T.planning.periodBreak
        }
    }
}

extension PlannerLeft.Reason {
    /// Why a programme that is wished is not held, and what would help.
    var words: Phrase {
        switch self {
        case .trainers: T.planning.leftTrainers
        case .wishes: T.planning.leftWishes
        case .rooms: T.planning.leftRooms
        case .days: T.planning.leftDays
        case .reach: T.planning.leftReach
        case .groups: T.planning.leftGroups
        case .worth: T.planning.leftWorth
        }
    }
}

/// What stands in a plan, in the reader's words.
struct PlannerWords {
    let t: Texts
    let board: PlannerBoard

    func programme(_ id: Programme.ID) -> Run { board.programmes[id].map { t.run($0.title, $0.language) } ?? Run("") }

    func topic(_ id: Topic.ID) -> Run {
        guard let topic = board.topics[id] else { return Run("") }
        let name = topic.names.name(in: t.language)
        return t.run(name.text, name.language)
    }

    /// The hall, or the town where a school lends a room.
    func place(_ proposal: PlannerProposal) -> Run {
        proposal.hall.flatMap { board.halls[$0] }.map { t.run($0.details.name) } ?? town(proposal.municipality)
    }

    func town(_ id: Municipality.ID) -> Run { board.municipalities[id].map { t.run($0.name) } ?? Run("") }

    /// A rule that stands against others, and the way out.
    func rule(_ name: String) -> Phrase {
        let parts = name.split(whereSeparator: { ":-".contains($0) }).map(String.init)
        switch parts.first ?? "" {
        case "pin": return T.planning.rulePin
        case "forbidden": return T.planning.ruleForbidden
        case "groups": return T.planning.ruleGroups
        case "day": return T.planning.ruleDay
        case "cover", "subject": return T.planning.ruleCover
        case "holidays": return T.planning.ruleHolidays
        case "taken": return T.planning.ruleTaken(hall: .title(parts.last.flatMap { Hall.ID($0) }.flatMap { board.halls[$0] }?.details.name ?? ""))
        case "away", "trainer", "authorised": return T.planning.ruleTrainers
        case "cycle": return T.planning.ruleCycle
        case "size", "seats": return T.planning.ruleSize
        case "times": return T.planning.ruleTimes
        case "room": return T.planning.ruleRoom
        case "purse": return T.planning.rulePurse
        default: return T.planning.rulePeople
        }
    }
}
