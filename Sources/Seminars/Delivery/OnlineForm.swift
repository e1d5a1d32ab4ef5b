import Forms
import Kernel
import Languages
import Registration

extension OnlineChoice {
    /// - Throws: a problem where a line names somebody who is not on the roll.
    init(_ typed: Typed, of roll: Roll) throws {
        var faults = Faults()
        var minutes: [Registration.ID: Int] = [:]
        let known = Set(roll.rows.map(\.registration))
        let count = typed.number("lines", in: 0...PlatformReport.linesMost) ?? 0
        for line in 0..<count where !typed["who\(line)"].isEmpty {
            let id = Registration.ID(typed["who\(line)"])
            faults.require(id.map(known.contains) ?? false, "who\(line)", T.common.errorChoose)
            let number = faults.number(typed, "minutes\(line)", in: 0...6_000)
            if let id, let number { minutes[id, default: 0] += number }
        }
        try faults.check()
        self.init(minutes: minutes, restAbsent: typed.has("absent"))
    }
}

extension OnlineMatch {
    /// The lines of a report as they went along with a form that comes back.
    static func kept(_ typed: Typed, _ roll: Roll) -> [OnlineMatch] {
        let count = typed.number("lines", in: 0...PlatformReport.linesMost) ?? 0
        return (0..<count).map { line in
            OnlineMatch(
                line: PlatformReport.Line(name: typed["name\(line)"], email: typed["mail\(line)"], minutes: typed.number("minutes\(line)", in: 0...6_000) ?? 0),
                proposed: Registration.ID(typed["who\(line)"]), ground: .nobody)
        }
    }
}
