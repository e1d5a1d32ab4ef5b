import Forms
import HTML
import Kernel
import Languages
import Loans
import Look

/// What the resource centre prints, on one page.
struct PrintViews {
    let reader: Reader
    private var t: Texts { reader.t }

    /// - Parameter last: the last number of the inventory book.
    func page(last: Int, _ form: FilledForm) -> Screen {
        Screen(t(T.kits.prints)) {
            FormFaults(form)
            Heading(t(T.kits.prints), lead: t(T.kits.printsLead))
            h2 { t(T.kits.labels) }
            labels(last, form)
            h2 { t(T.kits.slip) }
            Form(action: reader.link("/staff/prints/slip.pdf"), method: .get, label: t(T.kits.slip)) {
                form.field(T.kits.card, "card", hint: T.kits.cardHint, autocomplete: "off", most: TextLimit.number.rawValue).text()
                Buttons { Submit(t(T.common.print), .quiet) }
            }
            h2 { t(T.kits.cards) }
            Form(action: reader.link("/staff/prints/cards.pdf"), method: .get, label: t(T.kits.cards)) {
                FieldRow {
                    form.field(T.kits.borrowerKind, "kind", isOptional: true).select([Field.Choice("", t(T.common.all))] + BorrowerKind.allCases.map {
                        Field.Choice($0.rawValue, t($0.name))
                    })
                    form.field(T.kits.lastCards, "last", .short, otherwise: "10").number()
                }
                Buttons { Submit(t(T.common.print), .quiet) }
            }
            h2 { t(T.kits.inventoryBook) }
            year("book.pdf", T.kits.inventoryBook, form)
            h2 { t(T.kits.writeOffs) }
            year("write-offs.pdf", T.kits.writeOffs, form)
        }
    }

    private func labels(_ last: Int, _ form: FilledForm) -> some HTML {
        Form(action: reader.link("/staff/prints/labels.pdf"), method: .get, label: t(T.kits.labels)) {
            FieldRow {
                form.field(T.kits.fromNumber, "from", .short, otherwise: "\(max(1, last - 23))").number()
                form.field(T.kits.toNumber, "to", .short, otherwise: "\(max(1, last))", isOptional: true).number()
            }
            form.field(T.kits.labelSheet, "sheet", hint: T.kits.labelSheetHint).select(LabelSheet.all.enumerated().map { Field.Choice("\($0)", $1.name) })
            form.field(T.kits.skip, "skip", .short, hint: T.kits.skipHint, isOptional: true).number()
            form.field(T.kits.code, "code", otherwise: "bars").radios([
                Field.Choice("bars", t(T.kits.codeBars)), Field.Choice("square", t(T.kits.codeSquare)),
            ])
            Buttons { Submit(t(T.kits.printLabels)) }
        }
    }

    private func year(_ file: String, _ name: Phrase, _ form: FilledForm) -> some HTML {
        Form(action: reader.link("/staff/prints/\(file)"), method: .get, label: t(name)) {
            Field(
                t(T.kits.year), name: "year", row: file, value: form["year"].isEmpty ? "\(reader.today.year)" : form["year"], error: form.fault("year"), width: .short,
                autocomplete: "off").number()
            Buttons { Submit(t(T.common.print), .quiet) }
        }
    }
}
