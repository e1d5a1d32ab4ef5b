import Forms
package import Languages

/// How the hours of a programme lie on days: a school hour has 45 minutes, after each second one there is a break, and one of them is for lunch.
package enum SessionHours {
    /// When a day usually begins.
    package static let begins = ClockTime(hour: 9, minute: 0) ?? .midnight

    private static let hour = 45, rest = 15

    /// When a day with so many school hours ends; nil when it would not end on it.
    package static func end(of hours: Int, from begins: ClockTime) -> ClockTime? {
        guard (1...24).contains(hours) else { return nil }
        let breaks = (hours - 1) / 2 + (hours > 4 ? 1 : 0)
        return ClockTime(minutes: begins.minutes + hours * hour + breaks * rest)
    }

    /// So many hours of a programme on each of its days: even, the first days get what is left over.
    package static func spread(_ hours: Int, over days: Int) -> [Int] {
        guard days > 0, hours > 0 else { return [] }
        return (0..<days).map { hours / days + ($0 < hours % days ? 1 : 0) }
    }
}

extension EventPlanForm {
    /// The same with the hours of each day that has none yet, as the programme's hours ask for; whoever types may change them.
    package func proposingHours(of programme: Int) -> EventPlanForm {
        let days = (1...rows).filter { !self.typed["day\($0)"].isEmpty }
        var typed = self.typed
        for (row, hours) in zip(days, SessionHours.spread(programme, over: days.count)) where typed["ends\(row)"].isEmpty {
            let begins = typed["begins\(row)"].isEmpty ? SessionHours.begins : ClockTime(typed: typed["begins\(row)"])
            guard let begins, let ends = SessionHours.end(of: hours, from: begins) else { continue }
            typed = typed.with("begins\(row)", Self.written(begins)).with("ends\(row)", Self.written(ends))
        }
        return EventPlanForm(typed, own: own)
    }

    // MARK: Found by a few letters

    /// The field in which a programme is looked for, and that in which a trainer is.
    package static let programmeWords = "programmeWords", trainerWords = "trainerWords"

    package var programmeWords: String { typed[Self.programmeWords] }

    /// The same with one more trainer: the known one whom a few letters name, else whoever was typed.
    package func withTrainer(among known: [String]) -> EventPlanForm {
        let words = typed[Self.trainerWords]
        let found = known.filter { Found.fits($0, words) }
        let name = found.count == 1 ? found[0] : found.first { Fold.tokens($0) == Fold.tokens(words) } ?? words
        let listed = trainerNames
        let all = name.isEmpty || listed.contains(name) ? listed : listed + [name]
        return EventPlanForm(typed.with("trainers", all.joined(separator: "\n")).with(Self.trainerWords, nil), own: own)
    }
}

/// Whether a few letters name something: each word that was typed begins one of its words, in either script.
enum Found {
    static func fits(_ text: String, _ typed: String) -> Bool {
        let words = Fold.query(typed), tokens = Fold.tokens(text)
        return !words.isEmpty && words.allSatisfy { word in tokens.contains { $0.hasPrefix(word) } }
    }
}
