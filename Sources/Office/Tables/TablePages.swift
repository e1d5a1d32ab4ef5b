import Centres
import Forms
import Kernel
import Languages
import Look
import Sheets
import Web

/// Tables: what is shown, what it is chosen from, and the same as a file.
enum TablePages {
    // MARK: All

    @Sendable static func list(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id
        let tables = try await visit.read { try OwnTableStore.all(at: centre, in: $0) }
        let actor = visit.actor, kinds = TableKind.allCases.filter { $0.isOpen(to: actor, at: centre) }
        guard !kinds.isEmpty else { throw Problem.missing }
        let ready = ReadyTable.all(on: visit.today).filter { kinds.contains($0.query.kind) }
        return visit.page(TableListViews(reader: visit.reader).list(tables, ready, kinds))
    }

    // MARK: One

    private static func kind(_ visit: Visit) throws -> TableKind {
        guard let kind = TableKind(rawValue: visit.parameters["kind"] ?? ""), kind.isOpen(to: visit.actor, at: visit.centre.id) else { throw Problem.missing }
        return kind
    }

    @Sendable static func show(_ visit: Visit) async throws -> Answer {
        let kind = try kind(visit), reading = TableReading(visit.query, of: kind)
        // A form sends its empty fields too; the address is then written without them.
        if visit.query.fields.contains(where: { $0.value.isEmpty }) {
            return .redirect(visit.link(reading.query.address(kind.path, of: OwnTable.ID(visit.query["table"]))))
        }
        return visit.page(try await screen(visit, reading))
    }

    /// A table, and the form to save it where that comes back.
    static func screen(_ visit: Visit, _ reading: TableReading, save: FilledForm? = nil) async throws -> Screen {
        let centre = visit.centre.id, t = visit.t, page = visit.query.page, id = OwnTable.ID(visit.query["table"])
        try await note(reading.query, visit)
        let sight = try await visit.read { try Self.sight(reading, page, of: id, at: CentreStore.centre(centre, in: $0), t, in: $0) }
        let usual = visit.form(Typed([("name", sight.own?.name ?? ""), ("shared", sight.isChangeable && sight.own?.isShared == true ? "yes" : "")]))
        return TableViews(reader: visit.reader).show(sight, save: save ?? usual)
    }

    private static func sight(
        _ reading: TableReading, _ page: Int?, of id: OwnTable.ID?, at centre: Centre, _ t: Texts, in act: Act
    ) throws -> TableSight {
        let query = reading.query, language = t.language, own = try Self.own(id, query.kind, at: centre.id, in: act)
        var names = TableNames(), lines: [TableLine] = [], sums: TableSums?, paging = Paging(nil, count: 0)
        var loosened: [(filter: TableFilter, lines: Int)] = []
        if query.isGrouped {
            let found = try TableReadStore.sums(query, at: centre, in: act)
            try TableNameStore.learn(TableNameStore.wanted(query.grouping, found.lines.map(\.groups)), &names, for: language, in: act)
            let writing = TableWriting(t: t, names: names, currency: centre.currency)
            sums = found.sorted(by: query.order, of: query) { writing.key($1, query.groups[$0], of: query.kind) }
        } else {
            paging = Paging(page, count: try TableReadStore.count(query, at: centre, in: act))
            lines = try TableReadStore.lines(query, at: centre, sorted: language.alphabet, limit: Paging.size, offset: paging.offset, in: act)
            try TableNameStore.learn(TableNameStore.wanted(query.shown, lines.map(\.values)), &names, for: language, in: act)
        }
        if lines.isEmpty, sums.map({ $0.together.lines == 0 }) ?? true {
            loosened = try query.filters.map { (filter: $0, lines: try TableReadStore.count(query.without($0), at: centre, in: act)) }
        }
        try TableNameStore.learn(named(in: query), &names, for: language, in: act)
        return TableSight(
            query: query, gaps: reading.gaps, own: own,
            isAsSaved: own.map { TableReading(Typed(urlEncoded: $0.words), of: $0.kind).query == query } ?? false,
            isChangeable: own?.isChangeable(by: act.by) ?? false, isFree: own?.isFree(for: act.by) ?? false, paging: paging, lines: lines, sums: sums,
            writing: TableWriting(t: t, names: names, currency: centre.currency), loosened: loosened)
    }

    /// The kept table to which an address belongs, if the actor may see it.
    private static func own(_ id: OwnTable.ID?, _ kind: TableKind, at centre: Centre.ID, in act: Act) throws -> OwnTable? {
        guard let id else { return nil }
        return try OwnTableStore.all(at: centre, in: act).first { $0.id == id && $0.kind == kind }
    }

    /// A look at lines that name people is written down before they are read.
    private static func note(_ query: TableQuery, _ visit: Visit) async throws {
        guard query.namesPeople else { return }
        let centre = visit.centre.id
        try await visit.witnessed { try TableKeepingStore.look(query.kind, at: CentreStore.centre(centre, in: $0), in: $0) }
    }

    /// What the filters of a table name.
    private static func named(in query: TableQuery) -> [TableNoun: Set<Int64>] {
        query.filters.reduce(into: [:]) { wanted, filter in
            guard case .values(let values) = filter.ask, case .name(let noun)? = query.kind.column(filter.column)?.form else { return }
            wanted[noun, default: []].formUnion(values.compactMap { ID<TableNoun>($0)?.value })
        }
    }

    // MARK: What it is chosen from

    @Sendable static func choose(_ visit: Visit) async throws -> Answer {
        let kind = try kind(visit), reading = TableReading(visit.query, of: kind), centre = visit.centre.id, language = visit.language, t = visit.t
        let id = OwnTable.ID(visit.query["table"])
        let sight = try await visit.read { act in
            let centre = try CentreStore.centre(centre, in: act)
            let own = try Self.own(id, kind, at: centre.id, in: act)
            var named: [String: [(id: Int64, name: TableName)]] = [:]
            for column in kind.columns where column.filter == .values {
                if case .name = column.form { named[column.key] = try TableNameStore.choices(column, of: kind, at: centre, for: language, in: act) }
            }
            let writing = TableWriting(t: t, names: TableNames(), currency: centre.currency)
            return TableChoiceSight(query: reading.query, gaps: reading.gaps, own: own, named: named, writing: writing)
        }
        return visit.page(TableChoiceViews(reader: visit.reader).choose(sight))
    }

    // MARK: As a file

    @Sendable static func xlsx(_ visit: Visit) async throws -> Answer { try await file(visit, .xlsx) }
    @Sendable static func csv(_ visit: Visit) async throws -> Answer { try await file(visit, .csv) }

    private static func file(_ visit: Visit, _ form: TableFile.Kind) async throws -> Answer {
        let kind = try kind(visit), query = TableReading(visit.query, of: kind).query, centre = visit.centre.id, t = visit.t
        let id = OwnTable.ID(visit.query["table"])
        let name = try await visit.witnessed { act in
            let name = try Self.own(id, kind, at: centre, in: act)?.name ?? t(kind.name)
            if query.namesPeople || query.isOutside { try TableKeepingStore.takeOut(query, name, at: CentreStore.centre(centre, in: act), in: act) }
            return name
        }
        let bytes = try await visit.read { act in
            let centre = try CentreStore.centre(centre, in: act)
            let press = query.isGrouped ? TablePress.sums : TablePress.lines
            return try press(query, name, form, centre, t, act)
        }
        return .file(bytes: bytes, type: form.type, name: "\(name).\(form.rawValue)")
    }
}
