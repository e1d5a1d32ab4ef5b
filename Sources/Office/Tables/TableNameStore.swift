import Accounts
import Centres
import Events
import Kernel
import Languages
import Storage

/// What the things are called to which columns point.
enum TableNameStore {
    /// Adds the names that some values need and that are not known yet; nothing is asked for twice.
    /// - Parameter values: for each noun the numbers that stand in the table.
    static func learn(_ wanted: [TableNoun: Set<Int64>], _ names: inout TableNames, for language: Language, in act: Act) throws {
        for (noun, ids) in wanted.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            let missing = ids.filter { names.name(noun, $0) == nil }.sorted()
            guard !missing.isEmpty else { continue }
            names.all[noun, default: [:]].merge(try found(noun, missing, for: language, in: act)) { first, _ in first }
        }
    }

    /// The numbers that stand in some lines, by what they name.
    static func wanted(_ columns: [TableColumn], _ lines: [[TableValue]]) -> [TableNoun: Set<Int64>] {
        var wanted: [TableNoun: Set<Int64>] = [:]
        for (place, column) in columns.enumerated() {
            guard case .name(let noun) = column.form else { continue }
            for line in lines where place < line.count { if case .number(let id) = line[place] { wanted[noun, default: []].insert(Int64(id)) } }
        }
        return wanted
    }

    private static func found(_ noun: TableNoun, _ ids: [Int64], for language: Language, in act: Act) throws -> [Int64: TableName] {
        switch noun {
        case .event: return try events(ids, for: language, in: act)
        case .form:
            return try EventFormStore.all(in: act).reduce(into: [:]) { names, form in
                let wording = form.value.name(in: language)
                names[form.key.value] = TableName(wording.text, wording.language)
            }
        case .person:
            return try act.db.rows("SELECT id, given_name, family_name FROM person WHERE id IN \(list: ids)").reduce(into: [:]) { names, row in
                let name = PersonName(given: try row["given_name"], family: try row["family_name"]).full
                names[try row["id"]] = TableName(name.trimming(), isPerson: true)
            }
        case .school: return try plain(act.db.rows("SELECT id, name FROM school WHERE id IN \(list: ids)"))
        case .municipality: return try plain(act.db.rows("SELECT id, name FROM municipality WHERE id IN \(list: ids)"))
        case .code:
            return try act.db.rows("SELECT id, code, name FROM cycle_code WHERE id IN \(list: ids)").reduce(into: [:]) { names, row in
                let (code, name): (String, String) = (try row["code"], try row["name"])
                names[try row["id"]] = TableName(code == name ? name : "\(code) \(name)")
            }
        }
    }

    private static func plain(_ rows: [Row]) throws -> [Int64: TableName] {
        try rows.reduce(into: [:]) { $0[try $1["id"]] = TableName(try $1["name"]) }
    }

    private static func events(_ ids: [Int64], for language: Language, in act: Act) throws -> [Int64: TableName] {
        var titles: [Int64: [Language: String]] = [:], held: [Int64: Language] = [:]
        for row in try act.db.rows("""
            SELECT t.event, t.language, t.title, e.language AS held FROM event_text t JOIN event e ON e.id = t.event WHERE t.event IN \(list: ids)
            """) {
            let id: Int64 = try row["event"]
            titles[id, default: [:]][try row["language"]] = try row["title"]
            held[id] = try row["held"]
        }
        return titles.reduce(into: [:]) { names, one in
            let wording = Event.Wording(in: language, else: held[one.key] ?? .sr) { one.value[$0] }
            names[one.key] = TableName(wording.text, wording.language)
        }
    }

    // MARK: To choose from

    private static let choicesMost = 500

    /// What a column names in all lines of a kind, by name: to choose from.
    static func choices(
        _ column: TableColumn, of kind: TableKind, at centre: Centre, for language: Language, in act: Act
    ) throws -> [(id: Int64, name: TableName)] {
        let pieces = try TableReadStore.pieces(kind, at: centre, in: act)
        guard case .name(let noun) = column.form, let piece = pieces.piece(column.key) else { return [] }
        let ids = try act.db.rows("""
            SELECT DISTINCT named FROM (SELECT \(piece) AS named FROM \(pieces.source) WHERE \(pieces.scope)) AS lines
            WHERE named IS NOT NULL LIMIT \(choicesMost)
            """).map { try $0["named"] as Int64 }
        guard !ids.isEmpty else { return [] }
        let names = try found(noun, ids, for: language, in: act)
        let keyed = ids.compactMap { id in names[id].map { (key: SortKey.make($0.text, alphabet: language.alphabet), id: id, name: $0) } }
        return keyed.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { (id: $0.id, name: $0.name) }
    }
}

extension String {
    fileprivate func trimming() -> String { WrittenText.line(self) }
}
