package import Catalogue
package import Kernel
import Languages

extension EventStore {
    /// The programme that an event is made from; nil when there is none.
    package static func programme(_ id: Programme.ID?, in act: Act) throws -> Programme? {
        do { return try id.map { try ProgrammeStore.programme($0, in: act) } } catch let problem as Problem where problem.kind == .missing { return nil }
    }

    /// What a programme allows; nil without a programme.
    package static func limits(of programme: Programme.ID?, in act: Act) throws -> ProgrammeLimits? {
        try self.programme(programme, in: act)?.limits
    }
}

extension Programme {
    /// For whom it is, in the one line that an event has for it; nothing where the catalogue says too much.
    var audience: String {
        let words = (targets.map(\.name) + target.split(whereSeparator: \.isNewline).map(String.init)).joined(separator: ", ")
        return words.unicodeScalars.count <= TextLimit.of("target").ofLine.rawValue ? words : ""
    }

    /// Points are its hours; it is held while its cycle lasts, and not from the day on which it was withdrawn.
    package var limits: ProgrammeLimits {
        let last = withdrawal.map { min($0.day.adding(days: -1), cycle.days.upperBound) } ?? cycle.days.upperBound
        return ProgrammeLimits(hours: hours, seatsMax: seatsMax, days: min(cycle.days.lowerBound, last)...last, trainers: trainerList)
    }
}
