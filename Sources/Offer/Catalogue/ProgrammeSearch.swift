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

/// All programmes of a state in one order, and where in it each stands: words find a few of thousands.
package struct ProgrammeOrder: Sendable {
    package let entries: [ProgrammeEntry]
    /// For whom they are, one programme's behind another's.
    fileprivate let targets: [CycleCode.ID]
    /// Their places in the order of their ids.
    private let byID: [(id: Int64, place: Int)]

    init(_ programmes: [(entry: ProgrammeEntry, targets: [CycleCode.ID])]) {
        var entries: [ProgrammeEntry] = [], targets: [CycleCode.ID] = []
        for programme in programmes {
            var entry = programme.entry
            entry.targets = targets.count..<targets.count + programme.targets.count
            targets += programme.targets
            entries.append(entry)
        }
        (self.entries, self.targets) = (entries, targets)
        byID = entries.enumerated().map { ($1.id.value, $0) }.sorted { $0.id < $1.id }
    }

    /// Where those stand that words found, best first. They come in the order of their ids, so that one walk meets all.
    ///
    /// Places stand in the order of titles already. Among numbers that begin as typed, the shortest is nearest to what was typed. One number holds all three,
    /// since hundreds are put in order for one page.
    func places(of found: [WordIndex.Found]) -> [Int] {
        var ranks: [Int] = [], next = 0
        ranks.reserveCapacity(found.count)
        for (id, grade) in found {
            while next < byID.count, byID[next].id < id { next += 1 }
            guard next < byID.count, byID[next].id == id else { continue }
            let place = byID[next].place
            ranks.append(grade << 48 | (grade == 0 ? entries[place].digits : 0) << 32 | place)
        }
        ranks.sort()
        return ranks.map { $0 & 0xFFFF_FFFF }
    }
}

/// One programme of a list before it is shown: what the list is narrowed by, and nothing else, since a catalogue has thousands. Numbers only, so that to
/// walk over them counts no references.
package struct ProgrammeEntry: Sendable {
    package let id: Programme.ID
    package let cycle: Cycle.ID
    package let competence, priority, area: CycleCode.ID?
    package let form: Programme.Form
    /// Where its form stands among all.
    let formPlace: Int
    package let hours: Int
    package let isFree: Bool
    /// How long its number is.
    let digits: Int
    /// For whom it is, by the cycle's list: where that stands in its order.
    fileprivate(set) var targets = 0..<0

    init(row: Row) throws {
        digits = try row["digits"]
        id = try row["id"]
        cycle = try row["cycle"]
        competence = try row["competence"]
        priority = try row["priority"]
        area = try row["area"]
        form = try row["form"]
        formPlace = Programme.Form.allCases.firstIndex(of: form) ?? 0
        hours = try row["hours"]
        isFree = try row["free"]
    }
}

/// How many programmes each further choice would leave: each facet is counted under all the other filters.
package struct ProgrammeCounts: Sendable {
    package private(set) var total = 0
    package private(set) var cycles: [Cycle.ID: Int] = [:]
    package private(set) var codes: [CycleCode.ID: Int] = [:]
    package private(set) var forms: [Programme.Form: Int] = [:]
    package private(set) var hours: [Int: Int] = [:]
    package private(set) var free = 0

    /// - Parameters:
    ///   - places: of those that the words of the filters leave.
    ///   - found: called with what all filters leave.
    init(_ all: ProgrammeOrder, _ places: [Int], _ filters: ProgrammeFilters, _ cycles: [Cycle], found: (ProgrammeEntry) -> Void) {
        let facets = Facet.all(filters, cycles, all.targets)
        var tally = Tallies()
        for place in places {
            let entry = all.entries[place]
            var refusing: Facet?, isOut = false
            for facet in facets where !facet.admits(entry) {
                isOut = refusing != nil
                if isOut { break }
                refusing = facet
            }
            if isOut { continue }
            if let refusing {
                tally.count(entry, all.targets, refusing.kind)
            } else {
                total += 1
                found(entry)
                tally.count(entry, all.targets)
            }
        }
        self.cycles = tally.cycles.counts { Cycle.ID(Int64($0)) }
        codes = tally.codes.counts { CycleCode.ID(Int64($0)) }
        hours = tally.hours.counts { $0 }
        forms = tally.forms.counts { Programme.Form.allCases[$0] }
        free = tally.free
    }

    private struct Tallies {
        var cycles = Tally(), codes = Tally(), hours = Tally(), forms = Tally(), free = 0

        /// In every way.
        mutating func count(_ entry: ProgrammeEntry, _ targets: [CycleCode.ID]) {
            cycles.add(Int(entry.cycle.value))
            forms.add(entry.formPlace)
            hours.add(entry.hours)
            free += entry.isFree ? 1 : 0
            add(entry.competence)
            add(entry.priority)
            add(entry.area)
            for place in entry.targets { add(targets[place]) }
        }

        mutating func count(_ entry: ProgrammeEntry, _ targets: [CycleCode.ID], _ kind: Facet.Kind) {
            switch kind {
            case .cycle: cycles.add(Int(entry.cycle.value))
            case .code(.competence): add(entry.competence)
            case .code(.priority): add(entry.priority)
            case .code(.area): add(entry.area)
            case .code(.target): for place in entry.targets { add(targets[place]) }
            case .form: forms.add(entry.formPlace)
            case .hours: hours.add(entry.hours)
            case .free: free += entry.isFree ? 1 : 0
            }
        }

        private mutating func add(_ code: CycleCode.ID?) { if let code { codes.add(Int(code.value)) } }
    }
}

/// Counts by small numbers, of which thousands are added for one page: most of them without a hash.
private struct Tally {
    private var small: [Int] = []
    private var large: [Int: Int] = [:]
    private static let bound = 4_096

    mutating func add(_ key: Int) {
        guard (0..<Self.bound).contains(key) else {
            large[key, default: 0] += 1
            return
        }
        if small.count <= key { small += [Int](repeating: 0, count: key + 1 - small.count) }
        small[key] += 1
    }

    func counts<Key: Hashable>(_ key: (Int) -> Key) -> [Key: Int] {
        let all = small.enumerated().filter { $0.element > 0 }.map { (key($0.offset), $0.element) } + large.map { (key($0.key), $0.value) }
        return Dictionary(uniqueKeysWithValues: all)
    }
}

/// One way in which a list is narrowed.
private struct Facet {
    enum Kind: Equatable {
        case cycle, code(CodeList), form, hours, free
    }

    let kind: Kind
    let admits: (ProgrammeEntry) -> Bool

    /// Those by which something is chosen.
    static func all(_ filters: ProgrammeFilters, _ cycles: [Cycle], _ targets: [CycleCode.ID]) -> [Facet] {
        var facets: [Facet] = []
        switch filters.cycle {
        case .every: break
        case .since(let day):
            let standing = cycles.filter { !$0.isOver(on: day) }.map(\.id)
            facets.append(Facet(kind: .cycle) { standing.contains($0.cycle) })
        case .one(let cycle): facets.append(Facet(kind: .cycle) { $0.cycle == cycle })
        }
        for (list, chosen) in filters.codes {
            facets.append(Facet(kind: .code(list)) { entry in
                switch list {
                case .competence: entry.competence.map(chosen.contains) ?? false
                case .priority: entry.priority.map(chosen.contains) ?? false
                case .area: entry.area.map(chosen.contains) ?? false
                case .target: targets[entry.targets].contains(where: chosen.contains)
                }
            })
        }
        if let form = filters.form { facets.append(Facet(kind: .form) { $0.form == form }) }
        if let hours = filters.hours { facets.append(Facet(kind: .hours) { $0.hours == hours }) }
        if filters.isFree { facets.append(Facet(kind: .free) { $0.isFree }) }
        return facets
    }
}
