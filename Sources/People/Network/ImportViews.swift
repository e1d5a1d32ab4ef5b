import HTML
import Kernel
import Languages
import Look
import Web

/// The pages of an import.
struct ImportViews {
    let visit: Visit
    private var t: Texts { visit.t }

    func list(_ imports: [Import], kinds: [ImportKind]) -> Answer {
        visit.page(t(T.network.imports), trail: NetworkTrail.settings(visit)) {
            Heading(t(T.network.imports), lead: t(T.network.importsLead))
            Buttons {
                ForEach(kinds) { kind in LinkButton(t(kind.phrase), href: visit.link("/imports/new/\(kind.word)"), kind == .school ? .primary : .quiet) }
            }
            if imports.isEmpty {
                EmptyState(t(T.network.noImportsTitle), t(T.network.noImports)) { Empty() }
            } else {
                h2 { t(T.network.importsDone) }
                DataTable(t(T.network.importsDone), rows: imports, columns: [
                    Column(t(T.network.file), .name) { done in a(.href(visit.link("/imports/\(done.id)"))) { done.file } },
                    Column(t(T.network.what)) { done in t(done.kind.phrase) },
                    Column(t(T.network.when)) { done in t.instant(done.at) },
                    Column(t(T.network.who)) { done in t.write(who(done)) },
                    Column(t(T.network.added), .number) { done in t.number(done.counts.added) },
                    Column(t(T.network.changed), .number) { done in t.number(done.counts.changed) },
                    Column(t(T.common.state)) { done in
                        if done.undone == nil { Chip(.good, t(T.network.importStands)) } else { Chip(.neutral, t(T.network.importTakenBackState)) }
                    },
                ], isCaptionHidden: true)
            }
        }
    }

    func form(_ kind: any Importable.Type, problem: Problem?) -> Answer {
        visit.page(t(kind.kind.phrase), trail: NetworkTrail.imports(visit), status: problem == nil ? 200 : 422) {
            ErrorSummary(t(T.network.fileRefused), visit.mistakes(problem))
            Heading(t(kind.kind.phrase), lead: t(T.network.importLead))
            Form(action: visit.link("/imports/new/\(kind.kind.word)"), hidden: visit.hidden, hasFiles: true) {
                Field(t(T.network.file), name: "file", hint: t(T.network.fileHint), error: visit.mistake("file", problem)).file(accept: ".csv,.txt,.xlsx")
                Buttons { Submit(t(T.network.lookAtFile)) }
            }
            Disclosure(t(T.network.columnsKnown)) {
                DataTable(t(T.network.columnsKnown), rows: kind.columns, columns: [
                    Column(t(T.network.column), .name) { column in t(column.label) },
                    Column(t(T.network.spellings)) { column in column.spellings.joined(separator: ", ") },
                    Column(t(T.network.must)) { column in column.isRequired ? t(T.common.yes) : "" },
                ], isCaptionHidden: true)
            }
        }
    }

    private func who(_ done: Import) -> Value { done.person.isEmpty ? .phrase(T.network.commandLine) : .text(done.person) }

    func show(_ done: Import, _ rows: [ImportedRow], page: Int, mayUndo: Bool) -> Answer {
        let kept = rows.contains { $0.kept != nil }
        return visit.page(done.file, trail: NetworkTrail.imports(visit)) {
            Heading(done.file, kind: t(done.kind.phrase), lead: t(T.network.importedAt(at: .instant(done.at), who: who(done))))
            if let undone = done.undone {
                Notice(kept ? .waiting : .neutral, t(T.network.importTakenBackAt(at: .instant(undone)))) {
                    if kept { HTML::p { t(T.network.importKept) } }
                }
            }
            Figures([
                .init(t.number(done.counts.added), t(T.network.added), .good), .init(t.number(done.counts.changed), t(T.network.changed), .info),
                .init(t.number(done.counts.unchanged), t(T.network.unchanged)),
                .init(t.number(done.counts.refused), t(T.network.refused), done.counts.refused > 0 ? .bad : .neutral),
            ])
            DataTable(t(T.network.importedRows), rows: rows, columns: [
                Column(t(T.network.name), .name) { row in
                    row.title
                    HTML::p(.class("muted small")) { t(T.network.lineOfFile(line: .number(row.line))) }
                },
                Column(t(T.network.what)) { row in
                    switch row.kept {
                    case .changed: Chip(.waiting, t(T.network.keptChanged))
                    case .used: Chip(.waiting, t(T.network.keptUsed))
                    case nil: Chip(row.isAdded ? .good : .info, t(row.isAdded ? T.network.addedOne : T.network.changedOne))
                    }
                },
            ])
            Paging(page, count: done.counts.added + done.counts.changed).links(visit)
            if mayUndo {
                h2 { t(T.network.undoTitle) }
                HTML::p { t(T.network.undoMeans) }
                ButtonForm(t(T.network.undo), .danger, action: visit.link("/imports/\(done.id)/undo"), hidden: visit.hidden)
            }
        }
    }
}

/// Where the pages of this room stand.
enum NetworkTrail {
    static func settings(_ visit: Visit) -> [Look.Link] { [Look.Link(visit.t(T.network.settings), href: visit.link("/settings"))] }
    static func imports(_ visit: Visit) -> [Look.Link] { settings(visit) + [Look.Link(visit.t(T.network.imports), href: visit.link("/imports"))] }
    static func schools(_ visit: Visit) -> [Look.Link] { [Look.Link(visit.t(T.network.schools), href: visit.link("/schools"))] }
}
