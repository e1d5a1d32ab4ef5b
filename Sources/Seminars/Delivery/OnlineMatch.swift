import Accounts
import Events
import Kernel
import Languages
import Registration

/// A line of a platform's report beside the person of the roll who is probably meant. It counts only when somebody has said so.
struct OnlineMatch: Sendable {
    let line: PlatformReport.Line
    /// Nil where nobody of the roll seems to be meant.
    let proposed: Registration.ID?
    let ground: Ground

    /// Why somebody is proposed.
    enum Ground: String, Sendable {
        case address, name
        /// A part of the name fits nobody else: staff look.
        case part
        case nobody
    }

    /// The lines of a report, each with whoever it fits; nobody is proposed twice on account of a part of the name.
    static func matches(_ report: PlatformReport, _ roll: Roll) -> [OnlineMatch] {
        let people = roll.rows.map { row in
            (id: row.registration, email: row.email?.lowercased() ?? "", names: ([row.name] + [row.otherName].compactMap { $0 }).map { Set(Fold.tokens($0.full)) })
        }
        var taken: Set<Registration.ID> = []
        let sure = report.lines.map { line -> (Registration.ID, Ground)? in
            let tokens = Set(Fold.tokens(line.name))
            let byAddress = line.email.isEmpty ? nil : people.first { $0.email == line.email }
            let byName = people.filter { !tokens.isEmpty && $0.names.contains { $0 == tokens } }
            let found = byAddress.map { ($0.id, Ground.address) } ?? (byName.count == 1 ? (byName[0].id, Ground.name) : nil)
            if let found { taken.insert(found.0) }
            return found
        }
        return zip(report.lines, sure).map { line, sure in
            if let sure { return OnlineMatch(line: line, proposed: sure.0, ground: sure.1) }
            let tokens = Set(Fold.tokens(line.name).filter { $0.count > 2 })
            let parts = people.filter { person in !taken.contains(person.id) && person.names.contains { !$0.isDisjoint(with: tokens) } }
            return parts.count == 1 ? OnlineMatch(line: line, proposed: parts[0].id, ground: .part) : OnlineMatch(line: line, proposed: nil, ground: .nobody)
        }
    }
}

/// What staff have said about the lines of a report: who is meant by each, and whether whoever is in none was not there.
struct OnlineChoice: Sendable {
    /// Minutes of everybody who is meant by a line; of several lines the sum.
    let minutes: [Registration.ID: Int]
    let restAbsent: Bool

    /// The marks of one session, as the minutes say: what is missing to its length was missed.
    func marks(_ session: DatedSession, of roll: Roll, at now: Instant) -> [Attendance] {
        roll.rows.compactMap { row in
            guard let minutes = minutes[row.registration] else {
                return restAbsent ? Attendance(registration: row.registration, session: session.id, mark: .absent, source: .report, at: now) : nil
            }
            let missed = max(0, session.minutes - minutes)
            let mark: Mark = missed == 0 ? .present : missed >= session.minutes ? .absent : .left
            return Attendance(registration: row.registration, session: session.id, mark: mark, missed: mark == .left ? missed : 0, source: .report, at: now)
        }
    }
}
