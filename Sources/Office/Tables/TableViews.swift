import Forms
import HTML
import Kernel
import Languages
import Look

/// The page of one table.
struct TableViews {
    let reader: Reader
    private var t: Texts { reader.t }
    private var trail: [Look.Link] { [Look.Link(t(T.tables.title), href: reader.link("/staff/tables"))] }

    func show(_ sight: TableSight, save: FilledForm) -> Screen {
        let query = sight.query, kind = query.kind, own = sight.own, name = own.map { t.run($0.name) } ?? Run(t(kind.name))
        return Screen(name.text, trail: trail) {
            FormFaults(save)
            Heading(name, kind: own == nil ? nil : Run(t(kind.name)), lead: sight.isEmpty ? nil : Run(count(sight)))
            gaps(sight)
            if query.isOutside { Notice(.info) { HTML::p { t(T.tables.outsideNotice) } } }
            tended(sight)
            filters(sight)
            Buttons {
                LinkButton(t(T.tables.choose), href: address(sight, "\(kind.path)/choose"), .primary)
                if !sight.isEmpty {
                    LinkButton(t(T.tables.takeXLSX), href: address(sight, "\(kind.path)/table.xlsx"), .quiet, icon: .download)
                    LinkButton(t(T.tables.takeCSV), href: address(sight, "\(kind.path)/table.csv"), .quiet, icon: .download)
                }
            }
            if sight.isEmpty { empty(sight) } else if let sums = sight.sums { grouped(sums, sight) } else {
                lines(sight)
                sight.paging.links(reader)
                arranging(sight)
            }
            saving(sight, save)
        }
    }

    private func address(_ sight: TableSight, _ path: String) -> String { reader.link(sight.query.address(path, of: sight.own?.id)) }
    private func address(_ query: TableQuery, _ sight: TableSight) -> String { reader.link(query.address(query.kind.path, of: sight.own?.id)) }

    private func count(_ sight: TableSight) -> String {
        guard let sums = sight.sums else { return t(T.tables.lines(count: sight.paging.count)) }
        return t(T.tables.groups(count: sums.lines.count))
    }

    // MARK: What is said above it

    @HTMLBuilder private func gaps(_ sight: TableSight) -> some HTML {
        if !sight.gaps.isEmpty {
            Notice(.waiting, t(T.tables.gapTitle)) {
                ul { ForEach(sight.gaps) { gap in li { sight.writing.run(gap, of: sight.query.kind) } } }
            }
        }
    }

    @HTMLBuilder private func tended(_ sight: TableSight) -> some HTML {
        if let own = sight.own {
            if sight.isFree {
                Notice(.neutral) {
                    HTML::p { t(own.ownerName.isEmpty ? T.tables.untended : T.tables.untendedOf(name: .text(own.ownerName))) }
                    ButtonForm(t(T.tables.take), .quiet, action: reader.link("\(own.path)/take"), hidden: reader.hidden)
                }
            } else if own.isShared, own.owner != reader.actor.person {
                HTML::p { t(T.tables.sharedBy(name: .text(own.ownerName))) }
            }
            if !sight.isAsSaved { HTML::p { t(T.tables.isChanged); " "; a(.href(reader.link(own.address))) { t(T.tables.asSaved) } } }
        }
    }

    @HTMLBuilder private func filters(_ sight: TableSight) -> some HTML {
        let query = sight.query
        if !query.filters.isEmpty {
            Facts {
                ForEach(query.filters) { filter in
                    let name = query.kind.column(filter.column).map { t($0.name) } ?? filter.column
                    FactLine(name) {
                        sight.writing.run(filter, of: query.kind)
                        " "
                        deed(T.common.remove, name, address(query.without(filter), sight))
                    }
                }
            }
        }
    }

    // MARK: Lines

    /// More columns are too many for a block of named values on a phone: then the table scrolls.
    private static let blocksMost = 6

    private func lines(_ sight: TableSight) -> some HTML {
        let writing = sight.writing
        let columns = sight.query.shown.enumerated().map { place, column -> Column<TableLine> in
            Column(t(column.name), place == 0 ? .name : column.isNumber ? .number : .text, sorting: sorting(column, sight)) { line in
                let value = line.values[place], run = writing.run(value, column)
                if let href = href(value, column) { a(.href(href)) { run } } else { run }
            }
        }
        return DataTable(
            t(sight.query.kind.name), rows: sight.lines, columns: columns, onPhone: columns.count > Self.blocksMost ? .scroll : .blocks, isCaptionHidden: true)
    }

    private func href(_ value: TableValue, _ column: TableColumn) -> String? {
        guard case .name(let noun) = column.form, case .number(let id) = value else { return nil }
        return noun.path(Int64(id)).map(reader.link)
    }

    private func sorting(_ column: TableColumn, _ sight: TableSight) -> Sorting? { column.isSorted ? sorting(column.key, sight, largestFirst: false) : nil }

    private func sorting(_ key: String, _ sight: TableSight, largestFirst: Bool) -> Sorting {
        let order = sight.query.order, isOwn = order?.key == key
        let isDescending = isOwn ? !(order?.isDescending ?? false) : largestFirst
        return Sorting(
            href: address(sight.query.ordered(by: key, descending: isDescending), sight),
            isOwn ? (order?.isDescending == true ? .descending : .ascending) : .none)
    }

    // MARK: Lines put together

    @HTMLBuilder private func grouped(_ sums: TableSums, _ sight: TableSight) -> some HTML {
        let kind = sight.query.kind
        if sums.isCut { HTML::p { t(T.tables.cut(count: TableSums.most)) } }
        DataTable(t(kind.name), rows: sums.lines, columns: columns(sums, sight), isCaptionHidden: true, foot: foot(sums, sight))
        if kind.countsPeople { HTML::p(.class("small")) { t(T.tables.peopleOnce) } }
    }

    private func columns(_ sums: TableSums, _ sight: TableSight) -> [Column<TableSum>] {
        let query = sight.query, kind = query.kind, writing = sight.writing
        func numbers(_ head: String, _ key: String, _ write: @escaping (TableSum) -> String) -> Column<TableSum> {
            Column(head, .number, sorting: sorting(key, sight, largestFirst: true)) { sum in number(sum, sums, write) }
        }
        var columns = query.groups.enumerated().map { place, group -> Column<TableSum> in
            Column(writing.head(group, of: kind), place == 0 ? .name : .text, sorting: sorting(group.written, sight, largestFirst: false)) { sum in
                writing.run(sum.groups[place], group, of: kind)
            }
        }
        columns.append(numbers(t(kind.name), TableOrder.lines) { t.number($0.lines) })
        if kind.countsPeople { columns.append(numbers(t(T.tables.people), TableOrder.people) { t.number($0.people ?? 0) }) }
        for (place, column) in query.summed.enumerated() {
            columns.append(numbers(writing.head(sum: column), column.key) { writing.sum($0.sums[place], column) })
        }
        return columns
    }

    private func number(_ sum: TableSum, _ sums: TableSums, _ write: (TableSum) -> String) -> String { sums.isHidden(sum) ? t(T.tables.hidden) : write(sum) }

    private func foot(_ sums: TableSums, _ sight: TableSight) -> [any HTML] {
        let together = sums.together, query = sight.query
        var numbers = [t.number(together.lines)]
        if query.kind.countsPeople { numbers.append(t.number(together.people ?? 0)) }
        numbers += zip(together.sums, query.summed).map { sight.writing.sum($0, $1) }
        var cells: [any HTML] = [strong { t(T.tables.together) }]
        for _ in query.groups.dropFirst() { cells.append("") }
        for number in numbers { cells.append(sums.hidesAll ? t(T.tables.hidden) : number) }
        return cells
    }

    // MARK: Nothing

    private func empty(_ sight: TableSight) -> some HTML {
        let query = sight.query, isAll = query.filters.isEmpty
        return EmptyState(t(isAll ? T.tables.none : T.tables.noneLeft), t(isAll ? T.tables.noneText : T.tables.noneLeftText)) {
            if !isAll {
                ul {
                    ForEach(sight.loosened) { one in
                        let name = query.kind.column(one.filter.column).map { t($0.name) } ?? one.filter.column
                        li {
                            let words = t(T.tables.withoutFilter(count: one.lines, column: .text(name)))
                            if one.lines > 0 { a(.href(address(query.without(one.filter), sight))) { words } } else { words }
                            if let why = sight.writing.contradiction(one.filter) { ": "; t(why) }
                        }
                    }
                }
                HTML::p { a(.href(reader.link(query.kind.path))) { t(T.common.clear) } }
            }
        }
    }

    // MARK: What is done with it

    @HTMLBuilder private func arranging(_ sight: TableSight) -> some HTML {
        let query = sight.query
        if query.columns.count > 1 {
            Disclosure(t(T.tables.arrange)) {
                ol {
                    ForEach(Array(query.shown.enumerated())) { place, column in
                        let name = t(column.name)
                        li {
                            name
                            if place > 0 { " · "; deed(T.tables.sooner, name, address(query.moving(column.key), sight)) }
                            " · "
                            deed(T.tables.drop, name, address(query.dropping(column.key), sight))
                        }
                    }
                }
            }
        }
    }

    /// A small act on something that is named when it is read aloud.
    private func deed(_ words: Phrase, _ name: String, _ href: String) -> some HTML { a(.href(href), .aria("label", "\(t(words)): \(name)")) { t(words) } }

    @HTMLBuilder private func saving(_ sight: TableSight, _ form: FilledForm) -> some HTML {
        let own = sight.own, title = t(own == nil ? T.tables.save : T.tables.saveOther)
        Disclosure(title, isOpen: form.problem != nil) {
            Form(action: address(sight, sight.query.kind.path), hidden: reader.hidden, label: title) {
                form.field(T.tables.name, "name", .full, hint: T.tables.nameHint, most: TextLimit.line.rawValue).text()
                form.field(T.tables.share, "shared", hint: T.tables.shareHint).check(isOn: form["shared"] == "yes")
                Buttons {
                    if sight.isChangeable {
                        Submit(t(T.tables.replace), name: "replace", value: "yes")
                        Submit(t(T.tables.saveAsNew), .quiet)
                    } else { Submit(t(T.common.save)) }
                }
            }
        }
        if let own, sight.isChangeable {
            Disclosure(t(T.tables.remove)) {
                HTML::p { t(own.isShared ? T.tables.removeShared : T.tables.removeOwn) }
                ButtonForm(t(T.tables.remove), .danger, action: reader.link("\(own.path)/remove"), hidden: reader.hidden)
            }
        }
    }
}
