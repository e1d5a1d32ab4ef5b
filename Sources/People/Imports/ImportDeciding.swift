import Kernel
import Languages

/// The lines of a list while it is decided what becomes of each. What one line says of a row that another line has brought or found joins that one, so that
/// each row is written once.
struct ImportDeciding<Kind: Importable> {
    private(set) var kind: Kind
    private(set) var lines: [ImportPlan<Kind>.Line] = []
    private let choices: [Int: ImportChoice]?
    private let keepsEntry: Bool

    /// What stands at a place among the lines after it was read.
    private struct Home {
        let place: Int
        let line: Int
        /// The row that it found.
        let standing: (id: ID<Kind.Identified>, entry: Kind.Entry)?
        let key: Kind.Key
        var entry: Kind.Entry
        var apart: [ID<Kind.Identified>] = []
    }

    private var seen: [Kind.Key: (line: Int, home: Int?)] = [:]
    private var homes: [Home] = []
    private var byLine: [Int: Int] = [:]
    private var byRow: [Int64: Int] = [:]

    init(_ kind: Kind, _ choices: [Int: ImportChoice]?, keepsEntry: Bool) { (self.kind, self.choices, self.keepsEntry) = (kind, choices, keepsEntry) }

    mutating func decide(_ raw: ImportLine) {
        var line = raw
        guard let key = kind.key(of: &line) else {
            let entry = kind.entry(of: &line, over: nil)
            return put(line, entry, .refused)
        }
        let standing = kind.standing(key)
        if Kind.isMatched { decideByLikeness(raw, line, key, standing) } else { decideByKey(line, key, standing) }
    }

    // MARK: By key alone

    private mutating func decideByKey(_ line: ImportLine, _ key: Kind.Key, _ standing: (id: ID<Kind.Identified>, entry: Kind.Entry)?) {
        var line = line
        let entry = kind.entry(of: &line, over: standing?.entry)
        guard let entry, line.faults.isEmpty else {
            if let first = seen[key] { line.refuse(nil, T.imports.rowTwice(line: .number(first.line))) } else { seen[key] = (line.number, nil) }
            return put(line, entry, .refused)
        }
        guard let first = seen[key] else { return begin(line, key, standing, entry, nil) }
        if let known = first.home.map({ homes[$0].entry }), kind.repeats(entry, known) {
            line.doubt(entry == known ? T.imports.rowSame(line: .number(first.line)) : T.imports.rowRepeats(line: .number(first.line)))
            return put(line, entry, .unchanged)
        }
        line.refuse(nil, T.imports.rowTwice(line: .number(first.line)))
        put(line, entry, .refused)
    }

    // MARK: By likeness

    /// What the line says by itself tells whom it may mean; only then it is read over what is known of that one.
    private mutating func decideByLikeness(_ raw: ImportLine, _ keyed: ImportLine, _ key: Kind.Key, _ standing: (id: ID<Kind.Identified>, entry: Kind.Entry)?) {
        var line = keyed
        var said = kind.entry(of: &line, over: nil)
        if !line.faults.isEmpty, let standing {
            // What is not taken from a list about somebody cannot be wrong either.
            line = keyed
            if kind.entry(of: &line, over: standing.entry) == nil { said = nil }
        }
        guard let said, line.faults.isEmpty else { return put(line, said, .refused) }
        let matches = kind.matches(of: said, key: key).sorted(by: comesFirst)
        if let sure = matches.first, sure.likeness.certainty == .sure { return settle(raw, key, on: sure.whom, sure.entry, nil) }
        guard !matches.isEmpty else { return begin(line, key, nil, said, nil) }
        decide(raw, line, key, said, matches)
    }

    private mutating func decide(_ raw: ImportLine, _ read: ImportLine, _ key: Kind.Key, _ said: Kind.Entry, _ matches: [ImportMatch<Kind.Entry>]) {
        var choice = choices?[raw.number]
        if case .same(let whom) = choice, !matches.contains(where: { $0.whom == whom }) { choice = nil }
        let doubt = ImportDoubt(
            candidates: matches.map { .init(whom: $0.whom, title: kind.title(of: $0.entry), details: kind.details(of: $0.entry), likeness: $0.likeness) },
            details: kind.details(of: said), choice: choice)
        switch choice {
        case .same(let whom):
            guard let match = matches.first(where: { $0.whom == whom }) else { return }
            settle(raw, key, on: whom, match.entry, doubt)
        case .another:
            var line = raw
            let apart = kind.apart(kind.entry(of: &line, over: nil) ?? said, from: matches)
            let rows = matches.compactMap { match in if case .row(let id) = match.whom { ID<Kind.Identified>(id) } else { nil } }
            begin(line, key, nil, apart, doubt, apart: rows)
        case .out: put(read, said, .left, doubt)
        case nil:
            var line = read
            guard choices == nil, let first = matches.first else { return put(line, said, .doubtful, doubt) }
            line.refuse(nil, T.imports.matchUnasked(title: .text(kind.title(of: first.entry)), reason: .phrase(first.likeness.reason)))
            put(line, said, .refused)
        }
    }

    /// The line speaks of somebody who is here, or of whom a line above spoke.
    private mutating func settle(_ raw: ImportLine, _ key: Kind.Key, on whom: ImportWhom, _ known: Kind.Entry, _ doubt: ImportDoubt?) {
        var line = raw
        let home: Int? = switch whom {
        case .row(let id): byRow[id]
        case .line(let number): byLine[number]
        }
        guard let home else {
            guard case .row(let id) = whom, let entry = kind.entry(of: &line, over: known) else { return }
            return begin(line, key, (ID(id), known), kind.joined(entry, key: key), doubt)
        }
        let before = homes[home].entry, first = homes[home].line
        guard let read = kind.entry(of: &line, over: before) else { return }
        let entry = kind.joined(read, key: key)
        homes[home].entry = entry
        lines[homes[home].place].fate = fate(homes[home])
        kind.note(entry, as: subject(homes[home]))
        line.doubt(entry == before ? T.imports.rowSame(line: .number(first)) : T.imports.rowJoins(line: .number(first)))
        put(line, entry, .unchanged, doubt)
    }

    // MARK: The lines

    private mutating func begin(
        _ line: ImportLine, _ key: Kind.Key, _ standing: (id: ID<Kind.Identified>, entry: Kind.Entry)?, _ entry: Kind.Entry, _ doubt: ImportDoubt?,
        apart: [ID<Kind.Identified>] = []
    ) {
        let home = Home(place: lines.count, line: line.number, standing: standing, key: key, entry: entry, apart: apart)
        seen[key] = (line.number, homes.count)
        byLine[line.number] = homes.count
        if let standing { byRow[standing.id.value] = homes.count }
        homes.append(home)
        put(line, entry, fate(home), doubt)
        kind.note(entry, as: subject(home))
    }

    private func subject(_ home: Home) -> ImportWhom { home.standing.map { .row($0.id.value) } ?? .line(home.line) }

    private func fate(_ home: Home) -> ImportPlan<Kind>.Fate {
        guard let standing = home.standing else { return .added(home.key, home.entry, apart: home.apart) }
        return home.entry == standing.entry ? .unchanged : .changed(standing.id, from: standing.entry, to: home.entry)
    }

    private mutating func put(_ line: ImportLine, _ entry: Kind.Entry?, _ fate: ImportPlan<Kind>.Fate, _ doubt: ImportDoubt? = nil) {
        lines.append(.init(read: line, title: entry.map { kind.title(of: $0) } ?? line["name"], fate: fate, doubt: doubt, entry: keepsEntry ? entry : nil))
    }

    private func comesFirst(_ one: ImportMatch<Kind.Entry>, _ other: ImportMatch<Kind.Entry>) -> Bool {
        if one.likeness.certainty != other.likeness.certainty { return one.likeness.certainty > other.likeness.certainty }
        return order(one.whom) < order(other.whom)
    }

    /// Our own rows before lines of the list, the older first.
    private func order(_ whom: ImportWhom) -> (Int, Int64) {
        switch whom {
        case .row(let id): (0, id)
        case .line(let line): (1, Int64(line))
        }
    }
}
