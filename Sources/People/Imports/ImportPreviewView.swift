import Forms
import HTML
import Kernel
import Languages
import Look

extension ImportViews {
    /// A long import while it is done.
    func progress(_ draft: ImportDraft, _ seen: (done: Int, total: Int)?) -> Screen {
        let t = reader.t, address = reader.link(reader.path)
        let told = seen.map { T.imports.runAt(done: .number($0.done), all: .number($0.total)) } ?? T.imports.runWaits
        return Screen(t(T.imports.running), trail: trail) {
            Heading(draft.file, kind: name(of: draft.kind), lead: t(T.imports.runningLead))
            HTML::p(.data("refresh", "2")) { t(told) }
            if let seen { Meter(t(told), value: seen.done, of: max(1, seen.total)) }
            Buttons {
                LinkButton(t(T.imports.runLook), href: address, .quiet)
                ButtonForm(t(T.imports.runStop), .danger, action: address + "/stop", hidden: reader.hidden)
            }
        }
    }

    /// How a long import ended that is not done.
    private func ended(_ state: ImportDraft.State?) -> Phrase? {
        switch state {
        case .stopped: T.imports.runStopped
        case .moved: T.imports.moved
        case .refused, .failed: T.imports.runFailed
        case .running, .done, nil: nil
        }
    }

    /// What the file would do, row by row, before anything is written.
    func preview(_ draft: ImportDraft, _ preview: ImportPreview, _ form: FilledForm) -> Screen {
        let t = reader.t
        let sight = ImportSight(preview, reader.query["show"])
        let paging = Paging(reader.query.page, count: sight.steps.count)
        let counts = preview.counts, address = reader.link(reader.path)
        return Screen(t(T.imports.preview), trail: trail) {
            FormFaults(form)
            Heading(draft.file, kind: name(of: draft.kind), lead: t(T.imports.previewLead))
            if let ended = ended(draft.state) { Notice(.waiting, t(ended)) { Empty() } }
            let ways = ImportStep.Way.allCases.filter { counts[$0] > 0 || ![.doubtful, .left].contains($0) }
            Figures(ways.map { way in Figures.Figure(t.number(counts[way]), t(way.plural), counts[way] == 0 ? .neutral : way.tone) })
            if !preview.ignored.isEmpty {
                HTML::p(.class("muted")) { t(T.imports.ignoredColumns(columns: .text(preview.ignored.joined(separator: ", ")))) }
            }
            if !preview.notes.isEmpty {
                h2 { t(T.imports.howRead) }
                ul { ForEach(preview.notes) { note in li { t(note) } } }
            }
            if counts.doubtful > 0 {
                Notice(.waiting, t(T.imports.matchesNotice(count: counts.doubtful))) {
                    HTML::p { t(T.imports.matchesNoticeText) }
                    Buttons { LinkButton(t(T.imports.matchesDecide), href: address + "/matches") }
                }
            } else if preview.steps.contains(where: { $0.doubt != nil }) {
                HTML::p { a(.href(address + "/matches?show=\(ImportMatchSight.decided)")) { t(T.imports.matchesSee) } }
            }
            if counts.changesNothing, counts.doubtful == 0 {
                Notice(.info, t(T.imports.nothingToDo)) { Empty() }
            }
            Buttons {
                if !counts.changesNothing {
                    ButtonForm(
                        t(T.imports.apply(count: counts.added + counts.changed)), counts.doubtful > 0 ? .quiet : .primary, action: address,
                        hidden: reader.hidden + [Hidden("outcome", preview.outcome)])
                }
                LinkButton(t(T.imports.columnsChange), href: address + "/columns", .quiet)
                ButtonForm(t(T.imports.dropDraft), .quiet, action: address + "/drop", hidden: reader.hidden)
            }
            h2 { t(T.imports.previewTable) }
            FilterChips(t(T.common.filter), sight.parts.map { part, count in
                NavItem(t(part.name), href: reader.here("show", part.word), isCurrent: part == sight.part, count: count)
            })
            DataTable(t(T.imports.previewTable), rows: Array(sight.steps.dropFirst(paging.offset).prefix(Paging.size)), columns: [
                Column(t(T.imports.title), .name) { step in
                    step.title
                    HTML::p(.class("muted small")) { t(T.imports.lineOfFile(line: .number(step.line))) }
                },
                Column(t(T.imports.what)) { step in Chip(step.way.tone, t(step.way.single)) },
                Column(t(T.imports.details)) { step in Reasons(step: step, t: t) },
            ], isCaptionHidden: true)
            paging.links(reader)
        }
    }
}

/// Why a line is refused, what looks wrong with it, what it changes.
struct Reasons: View {
    let step: ImportStep
    let t: Texts

    var body: some HTML {
        div {
            ForEach(step.faults) { fault in
                HTML::p {
                    if let column = fault.column { strong { t(column) }; ": " }
                    t(fault.phrase)
                }
            }
            ForEach(step.differences) { difference in
                HTML::p {
                    strong { t(difference.column) }; ": "
                    if !t.write(difference.before).isEmpty { del { t.write(difference.before) }; " → " }
                    ins { t.write(difference.after) }
                }
            }
            if step.way == .doubtful, let candidate = step.doubt?.candidates.first {
                HTML::p { Icon.warning; " "; t(T.imports.matchMaybe(title: .text(candidate.title), reason: .phrase(candidate.likeness.reason))) }
            }
            ForEach(step.doubts) { doubt in HTML::p { Icon.warning; " "; t(doubt) } }
        }
    }
}

extension ImportCounts {
    subscript(way: ImportStep.Way) -> Int {
        switch way {
        case .added: added
        case .changed: changed
        case .unchanged: unchanged
        case .doubtful: doubtful
        case .left: left
        case .refused: refused
        }
    }
}

extension ImportSight.Part {
    fileprivate var name: Phrase {
        switch self {
        case .all: T.common.all
        case .way(let way): way.plural
        case .doubts: T.imports.doubtful
        }
    }
}

extension ImportStep.Way {
    var tone: Tone {
        switch self {
        case .added: .good
        case .changed: .info
        case .unchanged, .left: .neutral
        case .doubtful: .waiting
        case .refused: .bad
        }
    }

    var plural: Phrase {
        switch self {
        case .added: T.imports.added
        case .changed: T.imports.changed
        case .unchanged: T.imports.unchanged
        case .doubtful: T.imports.undecided
        case .left: T.imports.left
        case .refused: T.imports.refused
        }
    }

    var single: Phrase {
        switch self {
        case .added: T.imports.addedOne
        case .changed: T.imports.changedOne
        case .unchanged: T.imports.unchangedOne
        case .doubtful: T.imports.undecidedOne
        case .left: T.imports.leftOne
        case .refused: T.imports.refusedOne
        }
    }
}
