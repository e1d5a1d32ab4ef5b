import Kernel
package import Languages
import Storage

/// What a list of programmes is narrowed down to.
package struct ProgrammeFilters: Sendable, Hashable {
    /// As typed; nothing typed narrows nothing.
    package var words: String
    package var cycle: Scope
    /// Any of these entries of a list; a list that is not named does not narrow. The same entry has another id in each cycle.
    package var codes: [CodeList: [CycleCode.ID]] = [:]
    package var form: Programme.Form?
    package var hours: Int?
    /// Free programmes only.
    package var isFree = false
    package var state = State.valid

    package enum Scope: Sendable, Hashable {
        case every
        /// Cycles that are not over on that day.
        case since(Day)
        case one(Cycle.ID)
    }

    package enum State: String, CaseIterable, Sendable {
        case valid, withdrawn
    }

    package init(words: String = "", cycle: Scope) {
        self.words = words
        self.cycle = cycle
    }
}

/// What a list says about one programme.
package struct ProgrammeLine: Sendable {
    package let id: Programme.ID
    package let cycle: Cycle
    package let number: String
    package let title: String
    package let language: Language
    package let institution: String
    package let hours: Int
    package let form: Programme.Form
    package let isFree: Bool
    package let competence: CycleCode?
    package let priority: CycleCode?
    package let area: CycleCode?
    package let withdrawal: Programme.Withdrawal?

    init(row: Row) throws {
        id = try row["id"]
        cycle = try Cycle(row: row)
        number = try row["number"]
        title = try row["title"]
        language = try row["language"]
        institution = try row["institution"]
        hours = try row["hours"]
        form = try row["form"]
        isFree = try row["free"]
        competence = try Programme.code(.competence, row)
        priority = try Programme.code(.priority, row)
        area = try Programme.code(.area, row)
        withdrawal = try Programme.withdrawal(row)
    }
}

/// How many programmes each further choice would leave: each facet is counted under all the other filters.
package struct ProgrammeCounts: Sendable {
    package let total: Int
    package let cycles: [Cycle.ID: Int]
    package let codes: [CycleCode.ID: Int]
    package let forms: [Programme.Form: Int]
    package let hours: [Int: Int]
    package let free: Int

    init(rows: [Row]) throws {
        var counts: [String: [(value: String, count: Int)]] = [:]
        for row in rows { counts[try row["facet"], default: []].append((try row["value"], try row["count"])) }
        func table<Key: Hashable>(_ facet: String, _ key: (String) -> Key?) -> [Key: Int] {
            Dictionary((counts[facet] ?? []).compactMap { entry in key(entry.value).map { ($0, entry.count) } }, uniquingKeysWith: +)
        }
        total = counts["total"]?.first?.count ?? 0
        cycles = table("cycle") { Cycle.ID($0) }
        codes = CodeList.allCases.map { table($0.rawValue) { CycleCode.ID($0) } }.reduce(into: [:]) { $0.merge($1, uniquingKeysWith: +) }
        forms = table("form", Programme.Form.init(rawValue:))
        hours = table("hours") { Int(typed: $0, in: 0...ProgrammeDraft.mostHours) }
        free = counts["free"]?.first?.count ?? 0
    }
}
