import Centres
import Kernel
import Languages
import Sheets

/// Makes the file of a table while its lines are read.
enum TablePress {
    static func lines(_ query: TableQuery, _ name: String, _ kind: TableFile.Kind, at centre: Centre, _ t: Texts, in act: Act) throws -> [UInt8] {
        let columns = query.shown, language = t.language
        var names = TableNames()
        var file = try TableFile(kind, name, columns.map { TableWriting(t: t, names: names, currency: centre.currency).column($0) })
        try TableReadStore.each(query, at: centre, sorted: language.alphabet, in: act) { lines in
            try TableNameStore.learn(TableNameStore.wanted(columns, lines.map(\.values)), &names, for: language, in: act)
            let writing = TableWriting(t: t, names: names, currency: centre.currency)
            try file.add(lines.map { line in zip(line.values, columns).map { writing.cell($0, $1) } })
        }
        return try file.finish()
    }

    static func sums(_ query: TableQuery, _ name: String, _ kind: TableFile.Kind, at centre: Centre, _ t: Texts, in act: Act) throws -> [UInt8] {
        var names = TableNames()
        let found = try TableReadStore.sums(query, at: centre, in: act)
        try TableNameStore.learn(TableNameStore.wanted(query.grouping, found.lines.map(\.groups)), &names, for: t.language, in: act)
        let writing = TableWriting(t: t, names: names, currency: centre.currency), summed = query.summed
        let sums = found.sorted(by: query.order, of: query) { writing.key($1, query.groups[$0], of: query.kind) }
        var heads = query.groups.map { Sheet.Column(writing.head($0, of: query.kind), width: 36) }
        heads.append(Sheet.Column(t(query.kind.name), width: 14))
        if query.kind.countsPeople { heads.append(Sheet.Column(t(T.tables.people), width: 14)) }
        for column in summed { heads.append(Sheet.Column(writing.head(sum: column), width: 18, writing.column(column).form)) }
        func numbers(_ sum: TableSum, isHidden: Bool) -> [Cell] {
            var cells = [Cell.number(sum.lines)]
            if let people = sum.people { cells.append(.number(people)) }
            for (number, column) in zip(sum.sums, summed) {
                if case .amount = column.form { cells.append(.number(TableWriting.whole(number))) } else { cells.append(.number(number)) }
            }
            return isHidden ? cells.map { _ in .text(t(T.tables.hidden)) } : cells
        }
        var file = try TableFile(kind, name, heads)
        try file.add(sums.lines.map { line in
            zip(line.groups, query.groups).map { .text(writing.text($0, $1, of: query.kind)) } + numbers(line, isHidden: sums.isHidden(line))
        })
        let label: [Cell] = [.text(t(T.tables.together))] + Array(repeating: .empty, count: query.groups.count - 1)
        try file.add([label + numbers(sums.together, isHidden: sums.hidesAll)])
        return try file.finish()
    }
}
