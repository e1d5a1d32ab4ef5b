import Forms
import HTML
import Kernel
import Languages
import Look
import Sheets

/// The page on which somebody sees how a file is read, and says it otherwise.
struct ImportColumnsViews {
    let reader: Reader
    let kinds: [any Importable.Type]
    private var t: Texts { reader.t }

    func show(_ sight: ImportColumnsSight, _ form: FilledForm) -> Screen {
        let imports = ImportViews(reader: reader, kinds: kinds)
        let address = reader.link(reader.path)
        return Screen(t(T.imports.columns), trail: imports.trail) {
            FormFaults(form, title: T.imports.columnsWrong)
            Heading(sight.draft.file, kind: imports.name(of: sight.draft.kind), lead: t(T.imports.columnsLead))
            if form.problem == nil { gaps(sight) }
            if !sight.notes.isEmpty { ul { ForEach(sight.notes) { note in li { t(note) } } } }
            h2 { t(T.imports.columnsMeaning) }
            Form(action: address, hidden: reader.hidden + [
                Hidden(ImportColumnsForm.tab, "\(sight.reading.tab)"), Hidden(ImportColumnsForm.header, "\(sight.reading.header)"),
            ]) {
                div(.class("choices")) { ForEach(sight.reading.columns) { choice($0, sight, form) } }
                Buttons {
                    Submit(t(T.imports.columnsSave))
                    Submit(t(T.imports.columnsLook), .quiet, name: "look", value: "yes")
                }
            }
            begins(sight, address)
            if let preview = sight.preview { lines(preview, sight) }
        }
    }

    /// What must still be said.
    @HTMLBuilder private func gaps(_ sight: ImportColumnsSight) -> some HTML {
        let missing = sight.reading.missing(of: sight.kind.columns)
        if !missing.isEmpty {
            Notice(.waiting, t(T.imports.columnsWrong)) {
                ForEach(missing) { column in HTML::p { t(T.imports.columnNeeded(column: .phrase(column.label))) } }
            }
        }
    }

    private func choice(_ column: ImportReading.Column, _ sight: ImportColumnsSight, _ form: FilledForm) -> some HTML {
        let name = ImportColumnsForm.column(column.place)
        let samples = sight.samples(of: column)
        let head = column.head.isEmpty
            ? T.imports.columnUnnamed(letter: .text(column.letter)) : T.imports.columnPlace(letter: .text(column.letter), head: .text(column.head))
        let hints = [t(column.told)] + (samples.isEmpty ? [] : [t(T.imports.columnSamples(samples: .text(samples.joined(separator: "; "))))])
        let choices = [Field.Choice("", t(T.imports.notRead))] + sight.kind.columns.map { known in
            Field.Choice(known.name, t(known.isRequired ? T.imports.mustBe(column: .phrase(known.label)) : known.label))
        }
        return Field(
            t(head), name: name, value: column.meaning ?? "", hint: hints.joined(separator: " "), error: form.fault(name), optional: "", width: .full
        ).select(choices)
    }

    // MARK: Where the list begins

    private func begins(_ sight: ImportColumnsSight, _ address: String) -> some HTML {
        Disclosure(t(T.imports.columnsWhere), isOpen: sight.reading.header != sight.lines.first?.number || sight.tabs.count > 1) {
            Form(action: address, method: .get) {
                if sight.tabs.count > 1 {
                    Field(t(T.imports.tab), name: ImportColumnsForm.tab, value: "\(sight.reading.tab)").select(sight.tabs.map { tab in
                        Field.Choice("\(tab.place)", tab.isHidden ? t(T.imports.tabHidden(tab: .text(tab.name))) : tab.name)
                    })
                }
                DataTable(t(T.imports.columnsTop), rows: sight.lines.map(\.number) + [0], columns: [
                    Column(t(T.imports.headerRow), .name) { number in row(number, sight) }
                ] + (0..<min(sight.reading.columns.count, 8)).map { place in
                    Column(sight.reading.columns[place].letter) { number in cell(number, place, sight) }
                }, onPhone: .scroll)
                Buttons { Submit(t(T.imports.columnsRead), .quiet) }
            }
        }
    }

    private func row(_ number: Int, _ sight: ImportColumnsSight) -> some HTML {
        div(.class("choice")) {
            input(
                .type(.radio), .id("header-\(number)"), .name(ImportColumnsForm.header), .value("\(number)"), .checked(number == sight.reading.header))
            HTML::label(.for("header-\(number)")) { number == 0 ? t(T.imports.headerNone) : t(T.imports.headerLine(line: .number(number))) }
        }
    }

    private func cell(_ number: Int, _ place: Int, _ sight: ImportColumnsSight) -> String {
        let line = sight.lines.first { $0.number == number }
        return line.flatMap { place < $0.cells.count ? ImportColumnsSight.short($0.cells[place].text) : nil } ?? ""
    }

    // MARK: As they will be read

    @HTMLBuilder private func lines(_ preview: ImportPreview, _ sight: ImportColumnsSight) -> some HTML {
        h2 { t(T.imports.firstLines) }
        DataTable(t(T.imports.firstLines), rows: preview.steps, columns: [
            Column(t(T.imports.row), .name) { step in t.number(step.line) }
        ] + sight.filled.map { column in
            Column(t(column.label)) { step in step.values.first { $0.column == column.name }.map { t.run($0.value) } ?? "" }
        } + [
            Column(t(T.imports.remarks)) { step in Reasons(step: step, t: t) },
        ], onPhone: .scroll, isCaptionHidden: true)
    }
}
