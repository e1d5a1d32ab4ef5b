import HTML
import Kernel
import Languages
import Look
import Web

extension ImportViews {
    /// What the file would do, row by row, before anything is written.
    func preview(_ draft: ImportDraft, _ preview: ImportPreview, problem: Problem?) -> Answer {
        let t = visit.t
        let chosen = ImportStep.Way(rawValue: visit.query["show"])
        let isDoubtful = visit.query["show"] == "doubts"
        let doubtful = preview.steps.count { !$0.doubts.isEmpty }
        let steps = preview.steps.filter { isDoubtful ? !$0.doubts.isEmpty : chosen == nil || $0.way == chosen }
        let paging = Paging(visit.query.number("page"), count: steps.count)
        let address = visit.link(visit.path)
        let counts = preview.counts
        let chips = [NavItem(t(T.common.all), href: address, isCurrent: chosen == nil && !isDoubtful, count: preview.steps.count)]
            + ImportStep.Way.allCases.compactMap { way in
                let count = counts[way]
                return count == 0 ? nil : NavItem(t(way.plural), href: "\(address)?show=\(way.rawValue)", isCurrent: chosen == way, count: count)
            }
            + (doubtful == 0 ? [] : [NavItem(t(T.imports.doubtful), href: "\(address)?show=doubts", isCurrent: isDoubtful, count: doubtful)])
        return visit.page(t(T.imports.preview), trail: importTrail, status: problem == nil ? 200 : 409) {
            Heading(draft.file, kind: name(of: draft.kind), lead: t(T.imports.previewLead))
            if let problem {
                Notice(.bad, isNews: true) { ForEach(problem.faults) { fault in HTML::p { t(fault.phrase) } } }
            }
            Figures(ImportStep.Way.allCases.map { way in Figures.Figure(t.number(counts[way]), t(way.plural), counts[way] == 0 ? .neutral : way.tone) })
            if !preview.ignored.isEmpty {
                HTML::p(.class("muted")) { t(T.imports.ignoredColumns(columns: .text(preview.ignored.joined(separator: ", ")))) }
            }
            if counts.changesNothing {
                Notice(.info, t(T.imports.nothingToDo)) { Empty() }
            }
            Buttons {
                if !counts.changesNothing {
                    ButtonForm(t(T.imports.apply(count: counts.added + counts.changed)), action: address, hidden: visit.hidden + [Hidden("outcome", preview.outcome)])
                }
                ButtonForm(t(T.imports.dropDraft), .quiet, action: address + "/drop", hidden: visit.hidden)
            }
            h2 { t(T.imports.previewTable) }
            FilterChips(t(T.common.filter), chips)
            DataTable(t(T.imports.previewTable), rows: Array(steps.dropFirst(paging.offset).prefix(Paging.size)), columns: [
                Column(t(T.imports.title), .name) { step in
                    step.title
                    HTML::p(.class("muted small")) { t(T.imports.lineOfFile(line: .number(step.line))) }
                },
                Column(t(T.imports.what)) { step in Chip(step.way.tone, t(step.way.single)) },
                Column(t(T.imports.details)) { step in Reasons(step: step, t: t) },
            ], isCaptionHidden: true)
            paging.links(visit)
        }
    }
}

/// Why a line is refused, what looks wrong with it, what it changes.
private struct Reasons: View {
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
        case .refused: refused
        }
    }
}

extension ImportStep.Way {
    var tone: Tone {
        switch self {
        case .added: .good
        case .changed: .info
        case .unchanged: .neutral
        case .refused: .bad
        }
    }

    var plural: Phrase {
        switch self {
        case .added: T.imports.added
        case .changed: T.imports.changed
        case .unchanged: T.imports.unchanged
        case .refused: T.imports.refused
        }
    }

    var single: Phrase {
        switch self {
        case .added: T.imports.addedOne
        case .changed: T.imports.changedOne
        case .unchanged: T.imports.unchangedOne
        case .refused: T.imports.refusedOne
        }
    }
}
