import Forms
import HTML
import Kernel
import Languages
import Look

/// A kind of list in the order of imports, with what has to be there before it.
struct ImportOrderLine: Sendable {
    let kind: any Importable.Type
    let lacks: Phrase?
}

/// The pages of an import.
struct ImportViews {
    let reader: Reader
    let kinds: [any Importable.Type]
    private var t: Texts { reader.t }
    var trail: [Look.Link] { reader.settingsTrail + [Look.Link(t(T.imports.imports), href: reader.link("/imports"))] }

    /// - Parameters:
    ///   - lines: what can be imported, in the order in which it has to be.
    ///   - drafts: files of the reader that wait to be looked at.
    func list(_ lines: [ImportOrderLine], _ drafts: [WaitingDraft], _ imports: [Import]) -> Screen {
        Screen(t(T.imports.imports), trail: reader.settingsTrail) {
            Heading(t(T.imports.imports), lead: t(T.imports.lead))
            HTML::p { t(T.imports.order) }
            ol {
                ForEach(lines) { line in
                    li {
                        a(.href(reader.link("/imports/new/\(line.kind.kind.word)"))) { t(line.kind.name) }
                        if let lacks = line.lacks { HTML::p(.class("muted small")) { t(lacks) } }
                    }
                }
            }
            if !drafts.isEmpty {
                h2 { t(T.imports.drafts) }
                ForEach(drafts) { draft in
                    PersonLine(
                        Run(draft.file), href: reader.link("/imports/drafts/\(draft.id)"),
                        detail: [name(of: draft.kind), t.instant(draft.at)].filter { !$0.isEmpty }.map { Run($0) }
                    ) {
                        ButtonForm(t(T.imports.dropDraft), .quiet, action: reader.link("/imports/drafts/\(draft.id)/drop"), hidden: reader.hidden)
                    }
                }
            }
            if imports.isEmpty {
                EmptyState(t(T.imports.noneTitle), t(T.imports.none)) { Empty() }
            } else {
                h2 { t(T.imports.earlier) }
                DataTable(t(T.imports.earlier), rows: imports, columns: [
                    Column(t(T.common.file), .name) { done in a(.href(reader.link("/imports/\(done.id)"))) { done.file } },
                    Column(t(T.imports.what)) { done in name(of: done.kind) },
                    Column(t(T.imports.when)) { done in t.instant(done.at) },
                    Column(t(T.imports.who)) { done in t.write(who(done)) },
                    Column(t(T.imports.added), .number) { done in t.number(done.counts.added) },
                    Column(t(T.imports.changed), .number) { done in t.number(done.counts.changed) },
                    Column(t(T.common.state)) { done in
                        if done.undone == nil { Chip(.good, t(T.imports.stands)) } else { Chip(.neutral, t(T.imports.takenBackState)) }
                    },
                ], isCaptionHidden: true)
            }
        }
    }

    /// - Parameter lacks: what has to be there before.
    func form(_ kind: any Importable.Type, lacks: Phrase?, _ form: FilledForm) -> Screen {
        Screen(t(kind.name), trail: trail) {
            FormFaults(form, title: T.imports.fileRefused)
            Heading(t(kind.name), lead: t(T.imports.formLead))
            if let lacks { Notice(.waiting) { HTML::p { t(lacks) } } }
            Form(action: reader.link("/imports/new/\(kind.kind.word)"), hidden: reader.hidden, hasFiles: true) {
                form.field(T.common.file, "file", hint: T.imports.fileHint).file(accept: ".csv,.txt,.xlsx")
                Buttons { Submit(t(T.imports.look)) }
            }
            Disclosure(t(T.imports.columnsKnown)) {
                DataTable(t(T.imports.columnsKnown), rows: kind.columns, columns: [
                    Column(t(T.imports.column), .name) { column in t(column.label) },
                    Column(t(T.imports.spellings)) { column in column.spellings.joined(separator: ", ") },
                    Column(t(T.imports.must)) { column in column.isRequired ? t(T.common.yes) : "" },
                ], isCaptionHidden: true)
            }
        }
    }

    /// Empty where no room brings the kind any more.
    func name(of kind: ImportKind) -> String { kinds.first { $0.kind == kind }.map { t($0.name) } ?? "" }

    private func who(_ done: Import) -> Value { done.person.isEmpty ? .phrase(T.imports.commandLine) : .text(done.person) }

    private func state(_ row: ImportedRow) -> Chip {
        switch row.kept {
        case .changed: Chip(.waiting, t(T.imports.keptChanged))
        case .used: Chip(.waiting, t(T.imports.keptUsed))
        case nil: Chip(row.isAdded ? .good : .info, t(row.isAdded ? T.imports.addedOne : T.imports.changedOne))
        }
    }

    /// Before an import is taken back: what of it will stay, and why.
    func undo(_ done: Import, kept: [ImportedRow]) -> Screen {
        let path = reader.link("/imports/\(done.id)")
        return Screen(t(T.imports.undo), trail: trail + [Look.Link(done.file, href: path)]) {
            Confirmation(
                t(T.imports.undo), act: ButtonForm(t(T.imports.undo), .danger, action: path + "/undo", hidden: reader.hidden + [Hidden("sure", "yes")]),
                back: Look.Link(t(T.common.cancel), href: path)
            ) {
                HTML::p { kept.isEmpty ? t(T.imports.undoWhole) : t(T.imports.undoKeeps(count: kept.count)) }
                ForEach(kept.prefix(Self.keptShown)) { row in
                    PersonLine(t.run(row.title), detail: [Run(t(T.imports.lineOfFile(line: .number(row.line))))], state: state(row))
                }
            }
        }
    }

    /// So many rows that stay are named before an undo; the number tells of all.
    private static let keptShown = 100

    func show(_ done: Import, _ rows: [ImportedRow], _ paging: Paging, mayUndo: Bool) -> Screen {
        let kept = rows.contains { $0.kept != nil }
        return Screen(done.file, trail: trail) {
            Heading(done.file, kind: name(of: done.kind), lead: t(T.imports.doneAt(at: .instant(done.at), who: who(done))))
            if let undone = done.undone {
                Notice(kept ? .waiting : .neutral, t(T.imports.takenBackAt(at: .instant(undone)))) {
                    if kept { HTML::p { t(T.imports.kept) } }
                }
            }
            Figures([
                .init(t.number(done.counts.added), t(T.imports.added), .good), .init(t.number(done.counts.changed), t(T.imports.changed), .info),
                .init(t.number(done.counts.unchanged), t(T.imports.unchanged)), .init(t.number(done.counts.left), t(T.imports.left)),
                .init(t.number(done.counts.refused), t(T.imports.refused), done.counts.refused > 0 ? .bad : .neutral),
            ])
            DataTable(t(T.imports.rows), rows: rows, columns: [
                Column(t(T.imports.title), .name) { row in
                    row.title
                    HTML::p(.class("muted small")) { t(T.imports.lineOfFile(line: .number(row.line))) }
                },
                Column(t(T.imports.what)) { row in state(row) },
            ])
            paging.links(reader)
            if mayUndo {
                h2 { t(T.imports.undoTitle) }
                HTML::p { t(T.imports.undoMeans) }
                ButtonForm(t(T.imports.undo), .danger, action: reader.link("/imports/\(done.id)/undo"), hidden: reader.hidden)
            }
        }
    }
}
