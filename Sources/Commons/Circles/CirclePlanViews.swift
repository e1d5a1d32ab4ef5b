import Forms
import HTML
import Kernel
import Languages
import Look

struct CirclePlanViews {
    let reader: Reader
    private var t: Texts { reader.t }

    /// - Parameter edited: the line whose form comes back; without one it is that of a new line.
    func page(
        _ sight: CircleSight, _ year: SchoolYear, _ lines: [CirclePlanLine], _ left: [CirclePlanLine], _ form: FilledForm, edited: CirclePlanLine.ID?
    ) -> Screen {
        let frame = CircleFrame(reader, sight), base = reader.link("\(sight.circle.path)/plan"), asked = "?year=\(year.start)"
        return frame.screen(.plan, [form]) {
            h2 { t(T.circles.planOf(year: .schoolYear(year))) }
            frame.years(year, "plan")
            if !left.isEmpty, sight.mayRun {
                Notice(.info) { HTML::p { t(T.circles.leftCount(count: left.count)) } }
                ButtonForm(t(T.circles.carry), .quiet, action: "\(base)/begin\(asked)", hidden: reader.hidden)
            }
            if lines.isEmpty { EmptyState(t(T.circles.planNone), t(T.circles.planNoneText)) { Empty() } } else {
                table(lines, sight, "\(base)/", asked, form, edited)
            }
            if sight.mayRun {
                h2 { t(T.circles.newLine) }
                fields(edited == nil ? form : FilledForm(.nothing, nil, t), action: "\(base)\(asked)", row: nil)
            }
        }
    }

    private func table(
        _ lines: [CirclePlanLine], _ sight: CircleSight, _ base: String, _ asked: String, _ form: FilledForm, _ edited: CirclePlanLine.ID?
    ) -> some HTML {
        DataTable(t(T.circles.plan), rows: lines, columns: [
            Column(t(T.circles.what), .name) { line in
                t.run(line.details.text)
                if line.isCarried { " "; Chip(.info, t(T.circles.carried)) }
            },
            Column(t(T.circles.term)) { line in t.run(line.details.term) },
            Column(t(T.circles.responsible)) { line in t.run(line.details.responsible) },
            Column(t(T.circles.indicator)) { line in t.run(line.details.indicator) },
            Column(t(T.circles.conclusions), .number) { line in t.number(line.conclusions) },
            Column(t(T.common.state)) { line in line.done == nil ? Chip(.waiting, t(T.circles.stateOpen)) : Chip(.good, t(T.circles.stateDone)) },
        ], isCaptionHidden: true, below: !sight.mayRun ? nil : { line in
            Markup(RowDetails(t(T.circles.handle), of: "\((lines.firstIndex { $0.id == line.id } ?? 0) + 1)", isOpen: line.id == edited) {
                Form(action: "\(base)\(line.id)\(asked)", hidden: reader.hidden, label: "\(t(T.circles.handle)): \(t.run(line.details.text).text)") {
                    Buttons {
                        Submit(t(line.done == nil ? T.circles.setDone : T.circles.setOpen), .quiet, name: line.done == nil ? "done" : "open", value: "yes")
                        Submit(t(T.common.remove), .quiet, name: "remove", value: "yes")
                    }
                }
                fields(
                    line.id == edited && form.typed.has("text") ? form : FilledForm(line.details.typed, nil, t), action: "\(base)\(line.id)\(asked)", row: "\(line.id)")
            })
        })
    }

    /// - Parameter row: tells the fields of a line from those of the others.
    private func fields(_ form: FilledForm, action: String, row: String?) -> some HTML {
        func field(_ label: Phrase, _ name: String, _ most: TextLimit, optional: Bool = true) -> Field {
            Field(
                t(label), name: name, row: row, value: form[name], error: form.fault(name), optional: optional ? t(T.common.optional) : nil,
                width: name == "text" ? .full : .medium, most: most.rawValue, limit: t(T.forms.atMost(most: .number(most.rawValue))))
        }
        return Form(action: action, hidden: reader.hidden, isGuarded: row == nil,
            label: row == nil ? t(T.circles.newLine) : "\(t(T.common.edit)): \(form["text"]) \(row ?? "")") {
            field(T.circles.what, "text", .note, optional: false).area(rows: 2)
            FieldRow {
                field(T.circles.term, "term", .label).text()
                field(T.circles.responsible, "responsible", .line).text()
            }
            field(T.circles.indicator, "indicator", .sentence).text()
            Buttons { Submit(t(T.common.save), row == nil ? .primary : .quiet) }
        }
    }
}
