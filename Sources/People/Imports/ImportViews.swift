import Forms
import HTML
import Kernel
import Languages
import Look

/// The pages of an import.
struct ImportViews {
    let reader: Reader
    private var t: Texts { reader.t }
    var trail: [Look.Link] { reader.settingsTrail + [Look.Link(t(T.centres.imports), href: reader.link("/imports"))] }

    func list(_ imports: [Import], kinds: [ImportKind]) -> Screen {
        Screen(t(T.centres.imports), trail: reader.settingsTrail) {
            Heading(t(T.centres.imports), lead: t(T.centres.importsLead))
            Buttons {
                ForEach(kinds) { kind in LinkButton(t(kind.phrase), href: reader.link("/imports/new/\(kind.word)"), kind == .school ? .primary : .quiet) }
            }
            if imports.isEmpty {
                EmptyState(t(T.centres.noImportsTitle), t(T.centres.noImports)) { Empty() }
            } else {
                h2 { t(T.centres.importsDone) }
                DataTable(t(T.centres.importsDone), rows: imports, columns: [
                    Column(t(T.centres.file), .name) { done in a(.href(reader.link("/imports/\(done.id)"))) { done.file } },
                    Column(t(T.centres.what)) { done in t(done.kind.phrase) },
                    Column(t(T.centres.when)) { done in t.instant(done.at) },
                    Column(t(T.centres.who)) { done in t.write(who(done)) },
                    Column(t(T.centres.added), .number) { done in t.number(done.counts.added) },
                    Column(t(T.centres.changed), .number) { done in t.number(done.counts.changed) },
                    Column(t(T.common.state)) { done in
                        if done.undone == nil { Chip(.good, t(T.centres.importStands)) } else { Chip(.neutral, t(T.centres.importTakenBackState)) }
                    },
                ], isCaptionHidden: true)
            }
        }
    }

    func form(_ kind: any Importable.Type, _ form: FilledForm) -> Screen {
        Screen(t(kind.kind.phrase), trail: trail) {
            FormFaults(form, title: T.centres.fileRefused)
            Heading(t(kind.kind.phrase), lead: t(T.centres.importLead))
            Form(action: reader.link("/imports/new/\(kind.kind.word)"), hidden: reader.hidden, hasFiles: true) {
                form.field(T.centres.file, "file", hint: T.centres.fileHint).file(accept: ".csv,.txt,.xlsx")
                Buttons { Submit(t(T.centres.lookAtFile)) }
            }
            Disclosure(t(T.centres.columnsKnown)) {
                DataTable(t(T.centres.columnsKnown), rows: kind.columns, columns: [
                    Column(t(T.centres.column), .name) { column in t(column.label) },
                    Column(t(T.centres.spellings)) { column in column.spellings.joined(separator: ", ") },
                    Column(t(T.centres.must)) { column in column.isRequired ? t(T.common.yes) : "" },
                ], isCaptionHidden: true)
            }
        }
    }

    private func who(_ done: Import) -> Value { done.person.isEmpty ? .phrase(T.centres.commandLine) : .text(done.person) }

    func show(_ done: Import, _ rows: [ImportedRow], _ paging: Paging, mayUndo: Bool) -> Screen {
        let kept = rows.contains { $0.kept != nil }
        return Screen(done.file, trail: trail) {
            Heading(done.file, kind: t(done.kind.phrase), lead: t(T.centres.importedAt(at: .instant(done.at), who: who(done))))
            if let undone = done.undone {
                Notice(kept ? .waiting : .neutral, t(T.centres.importTakenBackAt(at: .instant(undone)))) {
                    if kept { HTML::p { t(T.centres.importKept) } }
                }
            }
            Figures([
                .init(t.number(done.counts.added), t(T.centres.added), .good), .init(t.number(done.counts.changed), t(T.centres.changed), .info),
                .init(t.number(done.counts.unchanged), t(T.centres.unchanged)),
                .init(t.number(done.counts.refused), t(T.centres.refused), done.counts.refused > 0 ? .bad : .neutral),
            ])
            DataTable(t(T.centres.importedRows), rows: rows, columns: [
                Column(t(T.centres.name), .name) { row in
                    row.title
                    HTML::p(.class("muted small")) { t(T.centres.lineOfFile(line: .number(row.line))) }
                },
                Column(t(T.centres.what)) { row in
                    switch row.kept {
                    case .changed: Chip(.waiting, t(T.centres.keptChanged))
                    case .used: Chip(.waiting, t(T.centres.keptUsed))
                    case nil: Chip(row.isAdded ? .good : .info, t(row.isAdded ? T.centres.addedOne : T.centres.changedOne))
                    }
                },
            ])
            paging.links(reader)
            if mayUndo {
                h2 { t(T.centres.undoTitle) }
                HTML::p { t(T.centres.undoMeans) }
                ButtonForm(t(T.centres.undo), .danger, action: reader.link("/imports/\(done.id)/undo"), hidden: reader.hidden)
            }
        }
    }
}
