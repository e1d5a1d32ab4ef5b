import Forms
import HTML
import Kernel
import Languages
import Look

/// The archive book.
struct RegistryArchiveViews {
    let reader: Reader
    private var t: Texts { reader.t }
    private var base: String { reader.link("/staff/registry/archive") }
    private var trail: [Look.Link] { [Look.Link(t(T.registry.title), href: reader.link("/staff/registry"))] }

    func list(
        _ lines: [RegistryArchive], _ lacking: [(year: Int, mark: RegistryMark, papers: Int)], _ marks: [RegistryMark], _ form: FilledForm
    ) -> Screen {
        Screen(t(T.registry.archiveBook), trail: trail) {
            FormFaults(form)
            Heading(t(T.registry.archiveBook), lead: t(T.registry.archiveLead))
            if !lines.isEmpty { Buttons { LinkButton(t(T.common.print), href: "\(base)/archive.pdf", .quiet, icon: .print) } }
            if lines.isEmpty { EmptyState(t(T.registry.archiveNone), t(T.registry.archiveNoneText)) { Empty() } } else { table(lines, marks) }
            if !lacking.isEmpty {
                h2 { t(T.registry.lacking) }
                HTML::p { t(T.registry.lackingLead) }
                ForEach(lacking) { one in
                    PersonLine(
                        Run("\(one.year) · \(RegistryMarkViews.run(one.mark, t).text)", lang: RegistryMarkViews.run(one.mark, t).lang),
                        href: "\(base)?year=\(one.year)&mark=\(one.mark.id)#field-year", detail: [Run(t(T.registry.count(count: one.papers)))])
                }
            }
            h2 { t(T.registry.newLine) }
            Form(action: base, hidden: reader.hidden, label: t(T.registry.newLine)) {
                FieldRow {
                    form.field(T.registry.year, "year", .short).number()
                    form.field(T.registry.mark, "mark", isOptional: true).select(
                        [Field.Choice("", t(T.registry.noMark))] + marks.map { Field.Choice("\($0.id)", RegistryMarkViews.run($0, t)) })
                }
                form.field(T.registry.contents, "contents", .full, hint: T.registry.contentsHint, most: TextLimit.sentence.rawValue).text()
                FieldRow {
                    form.field(T.registry.quantity, "quantity", hint: T.registry.quantityHint, isOptional: true, most: TextLimit.label.rawValue).text()
                    form.field(T.registry.place, "place", hint: T.registry.placeHint, isOptional: true, most: TextLimit.line.rawValue).text()
                }
                Buttons { Submit(t(T.registry.addLine)) }
            }
        }
    }

    private func table(_ lines: [RegistryArchive], _ marks: [RegistryMark]) -> some HTML {
        DataTable(t(T.registry.lines), rows: lines, columns: [
            Column(t(T.registry.ordinal), .number) { line in t.number(line.number) },
            Column(t(T.registry.contents), .name) { line in a(.href("\(base)/\(line.id)")) { t.run(line.draft.contents) } },
            Column(t(T.registry.year)) { line in "\(line.draft.year)" },
            Column(t(T.registry.mark)) { line in marks.first { $0.id == line.draft.mark }?.code ?? "" },
            Column(t(T.registry.quantity)) { line in t.run(line.draft.quantity) },
            Column(t(T.registry.place)) { line in t.run(line.draft.place) },
            Column(t(T.registry.keptFor)) { line in t(RegistryTerm.name(line.years)) },
            Column(t(T.common.state)) { line in chip(line) },
        ], isCaptionHidden: true)
    }

    private func chip(_ line: RegistryArchive) -> Chip {
        if line.disposed != nil { return Chip(.neutral, t(T.registry.disposedState)) }
        return line.isOver(on: reader.today) ? Chip(.waiting, t(T.registry.overState)) : Chip(.good, t(T.registry.keptState))
    }

    func show(_ line: RegistryArchive, mark: RegistryMark?, _ entries: [RegistryEntry], _ form: FilledForm) -> Screen {
        let contents = t.run(line.draft.contents)
        return Screen(contents.text, trail: trail + [Look.Link(t(T.registry.archiveBook), href: base)]) {
            FormFaults(form)
            Heading(contents, kind: Run("\(t(T.registry.archiveLine)) \(line.number)"))
            Facts {
                FactLine(t(T.common.state)) { chip(line) }
                FactLine(t(T.registry.year), "\(line.draft.year)")
                if let mark { FactLine(t(T.registry.mark), RegistryMarkViews.run(mark, t)) }
                FactLine(t(T.registry.enteredOn), t.day(line.entered))
                FactLine(t(T.registry.papers), t.number(line.papers))
                if !line.draft.quantity.isEmpty { FactLine(t(T.registry.quantity), t.run(line.draft.quantity)) }
                if !line.draft.place.isEmpty { FactLine(t(T.registry.place), t.run(line.draft.place)) }
                FactLine(t(T.registry.keptFor), t(RegistryTerm.name(line.years)))
                if !line.article.isEmpty { FactLine(t(T.registry.article), t.run(line.article)) }
                if let day = line.disposed { FactLine(t(T.registry.disposal), "\(t.day(day)), \(line.approval)") }
            }
            if !entries.isEmpty {
                DataTable(t(T.registry.papers), rows: entries, columns: [
                    Column(t(T.registry.label), .name) { entry in a(.href(reader.link(entry.path))) { entry.label } },
                    Column(t(T.registry.day)) { entry in t.day(entry.draft.day, .numeric) },
                    Column(t(T.registry.subject)) { entry in t.run(entry.draft.subject) },
                ])
            }
            if line.isOver(on: reader.today), reader.actor.holds(.director, at: reader.centre.id) {
                h2 { t(T.registry.dispose) }
                HTML::p { t(T.registry.disposeHint) }
                Form(action: "\(base)/\(line.id)/dispose", hidden: reader.hidden, label: t(T.registry.dispose)) {
                    form.field(T.registry.approval, "approval", most: TextLimit.label.rawValue).text()
                    form.day(T.registry.disposedOn, "disposed")
                    Buttons { Submit(t(T.registry.dispose), .danger) }
                }
            }
        }
    }
}
