import Forms
import HTML
import Kernel
import Languages
import Look

/// From what a table is chosen: columns, which lines, how they are put together.
struct TableChoiceViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func choose(_ sight: TableChoiceSight) -> Screen {
        let kind = sight.query.kind, path = reader.link(kind.path), name = sight.own.map { t.run($0.name) } ?? Run(t(kind.name))
        let back = reader.link(sight.query.address(kind.path, of: sight.own?.id))
        let trail = [Look.Link(t(T.tables.title), href: reader.link("/staff/tables")), Look.Link(name.text, href: back)]
        let form = FilledForm(sight.query.typed, nil, t)
        return Screen(t(T.tables.choose), trail: trail) {
            Heading(Run(t(T.tables.choose)), kind: name)
            Form(action: path, method: .get, hidden: sight.own.map { [Hidden("table", "\($0.id)")] } ?? [], label: t(T.tables.choose)) {
                columns(sight, form)
                filters(sight, form)
                grouping(sight, form)
                Buttons {
                    Submit(t(T.common.show))
                    LinkButton(t(T.common.cancel), href: back, .quiet)
                }
            }
        }
    }

    @HTMLBuilder private func columns(_ sight: TableChoiceSight, _ form: FilledForm) -> some HTML {
        let query = sight.query
        // Chosen ones keep their order; the form sends them as they stand here.
        let chosen = query.shown, others = query.kind.columns.filter { !query.columns.contains($0.key) }
        div(.class("many")) {
            Field(t(T.tables.columns), name: "c", hint: t(T.tables.columnsHint(most: .number(TableQuery.columnsMost))), optional: "").checkboxes(
                (chosen + others).map { Field.Choice($0.key, t($0.name), hint: $0.isPersonal ? t(T.tables.personalHint) : nil) }, chosen: Set(query.columns))
        }
    }

    // MARK: Which lines

    @HTMLBuilder private func filters(_ sight: TableChoiceSight, _ form: FilledForm) -> some HTML {
        let query = sight.query, all = query.kind.columns.filter { $0.filter != nil }
        let near = all.filter { query.kind.usual.contains($0.key) || query.filter($0.key) != nil }
        let rest = all.filter { column in !near.contains { $0.key == column.key } }
        Fieldset(t(T.tables.which), hint: t(T.tables.whichHint)) { ForEach(near) { filter($0, sight, form) } }
        Disclosure(t(T.tables.moreFilters)) { ForEach(rest) { filter($0, sight, form) } }
    }

    @HTMLBuilder private func filter(_ column: TableColumn, _ sight: TableChoiceSight, _ form: FilledForm) -> some HTML {
        let name: Value = .phrase(column.name)
        switch column.filter {
        case .days?:
            FieldRow {
                day(T.tables.fromOf(column: name), TableReading.from(column.key), form)
                day(T.tables.toOf(column: name), TableReading.to(column.key), form)
            }
        case .numbers?:
            FieldRow {
                box(T.tables.fromOf(column: name), TableReading.from(column.key), form, .short).number()
                box(T.tables.toOf(column: name), TableReading.to(column.key), form, .short).number()
            }
        case .words?: box(T.tables.wordsOf(column: name), TableReading.is(column.key), form).search()
        case .values?: values(column, sight, form)
        case nil: Empty()
        }
    }

    /// A condition may always stay empty; that goes without saying.
    private func box(_ label: Phrase, _ name: String, _ form: FilledForm, _ width: Field.Width = .medium) -> Field {
        Field(t(label), name: name, value: form[name], optional: "", width: width, most: TextLimit.line.rawValue)
    }

    private func day(_ label: Phrase, _ name: String, _ form: FilledForm) -> some HTML {
        let value = Day(iso: form[name]).map(form.typed) ?? form[name]
        return Field(t(label), name: name, value: value, optional: "", width: .short, autocomplete: "off").date(t(T.common.pickDay))
    }

    private static let inSight = 10

    @HTMLBuilder private func values(_ column: TableColumn, _ sight: TableChoiceSight, _ form: FilledForm) -> some HTML {
        let choices = choices(column, sight), key = TableReading.is(column.key), chosen = form.typed.all(key)
        if choices.isEmpty { Empty() } else if choices.count <= Self.inSight || chosen.count > 1 {
            div(.class("many")) { Field(t(column.name), name: key, optional: "").checkboxes(choices, chosen: Set(chosen)) }
        } else {
            Field(t(column.name), name: key, value: chosen.first ?? "", optional: "").select([Field.Choice("", t(T.tables.any))] + choices)
        }
    }

    private func choices(_ column: TableColumn, _ sight: TableChoiceSight) -> [Field.Choice] {
        switch column.form {
        case .choice(let choices): choices.map { Field.Choice($0.value, t($0.name)) }
        case .truth: [Field.Choice("yes", t(T.common.yes)), Field.Choice("no", t(T.common.no))]
        case .name: (sight.named[column.key] ?? []).map { one in
            Field.Choice("\(one.id)", one.name.language.map { t.run(one.name.text, $0) } ?? t.run(one.name.text))
        }
        default: []
        }
    }

    // MARK: Put together

    @HTMLBuilder private func grouping(_ sight: TableChoiceSight, _ form: FilledForm) -> some HTML {
        let query = sight.query, kind = query.kind
        let ways = kind.columns.flatMap(\.groups).map { Field.Choice($0.written, sight.writing.head($0, of: kind)) }
        let none = Field.Choice("", t(T.tables.notGrouped)), chosen = query.groups.map(\.written)
        let summed = kind.columns.filter(\.isSummed).map { Field.Choice($0.key, sight.writing.head(sum: $0)) }
        Fieldset(t(T.tables.grouping), hint: t(T.tables.groupingHint)) {
            FieldRow {
                Field(t(T.tables.groupFirst), name: "by", row: "1", value: chosen.first ?? "", optional: "").select([none] + ways)
                Field(t(T.tables.groupSecond), name: "by", row: "2", value: chosen.dropFirst().first ?? "", optional: "").select([none] + ways)
            }
            if !summed.isEmpty {
                div(.class("many")) { Field(t(T.tables.summing), name: "sum", optional: "").checkboxes(summed, chosen: Set(query.sums)) }
            }
            form.field(T.tables.outside, "out", hint: T.tables.outsideHint).check(isOn: query.isOutside)
        }
    }
}
