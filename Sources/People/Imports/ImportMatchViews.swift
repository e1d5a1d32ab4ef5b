import Forms
import HTML
import Kernel
import Languages
import Look

/// The page on which somebody says of whom the doubtful lines of a list speak.
struct ImportMatchViews {
    let reader: Reader
    let kinds: [any Importable.Type]
    private var t: Texts { reader.t }

    func show(_ draft: ImportDraft, _ sight: ImportMatchSight, _ form: FilledForm) -> Screen {
        let imports = ImportViews(reader: reader, kinds: kinds)
        let own = "/imports/drafts/\(reader.path.split(separator: "/").dropFirst(2).first ?? "")"
        let preview = reader.link(own), address = preview + "/matches"
        let paging = Paging(reader.query.page, count: sight.steps.count)
        return Screen(t(T.imports.matches), trail: imports.trail + [Look.Link(draft.file, href: preview)]) {
            FormFaults(form)
            Heading(t(T.imports.matches), kind: imports.name(of: draft.kind), lead: t(T.imports.matchesLead))
            FilterChips(t(T.common.filter), chips(sight))
            if sight.part != ImportMatchSight.decided { groups(sight, address) }
            if sight.steps.isEmpty {
                EmptyState(t(T.imports.matchesNone), t(T.imports.matchesNoneText)) { LinkButton(t(T.imports.matchesBack), href: preview) }
            } else {
                h2 { t(T.imports.matchesRows) }
                Form(action: address, hidden: reader.hidden + [Hidden(ImportMatchForm.show, sight.part)], isGuarded: true) {
                    ForEach(Array(sight.steps.dropFirst(paging.offset).prefix(Paging.size))) { step in line(step, form) }
                    Buttons {
                        Submit(t(T.imports.matchesSave))
                        LinkButton(t(T.imports.matchesBack), href: preview, .quiet)
                    }
                }
                paging.links(reader)
            }
        }
    }

    private func chips(_ sight: ImportMatchSight) -> [NavItem] {
        let kinds = sight.groups.map { group in
            NavItem(
                t(group.likeness.reason), href: reader.here("show", group.likeness.kind), isCurrent: sight.part == group.likeness.kind, count: group.waiting)
        }
        let all = NavItem(t(T.imports.matchesWait), href: reader.here("show", nil), isCurrent: sight.part.isEmpty, count: sight.waiting)
        let decided = NavItem(
            t(T.imports.matchesDecided), href: reader.here("show", ImportMatchSight.decided), isCurrent: sight.part == ImportMatchSight.decided, count: sight.settled)
        return [all] + kinds + (sight.settled > 0 || sight.part == ImportMatchSight.decided ? [decided] : [])
    }

    /// The same for all of one kind.
    @HTMLBuilder private func groups(_ sight: ImportMatchSight, _ address: String) -> some HTML {
        let shown = sight.groups.filter { $0.waiting > 1 && (sight.part.isEmpty || sight.part == $0.likeness.kind) }
        if !shown.isEmpty {
            Disclosure(t(T.imports.matchesTogether), isOpen: sight.waiting > Paging.size) {
                ForEach(shown) { group in
                    let hidden = reader.hidden + [Hidden(ImportMatchForm.kind, group.likeness.kind), Hidden(ImportMatchForm.show, "")]
                    Form(action: address + "/all", hidden: hidden, label: t(group.likeness.reason)) {
                        HTML::p { strong { t(group.likeness.reason) }; " · "; t(T.imports.matchesCount(count: group.waiting)) }
                        Buttons {
                            if group.clear > 0 {
                                Submit(t(T.imports.matchAllSame(count: group.clear)), .quiet, name: ImportMatchForm.choice, value: "same")
                            }
                            Submit(t(T.imports.matchAllOther), .quiet, name: ImportMatchForm.choice, value: "another")
                            Submit(t(T.imports.matchAllOut), .quiet, name: ImportMatchForm.choice, value: "out")
                        }
                    }
                }
            }
        }
    }

    @HTMLBuilder private func line(_ step: ImportStep, _ form: FilledForm) -> some HTML {
        if let doubt = step.doubt {
            let name = ImportMatchForm.field(step.line)
            Field(
                t(T.imports.matchRow(line: .number(step.line), title: .text(step.title))), name: name,
                value: form[name].isEmpty ? doubt.choice?.word ?? "" : form[name], error: form.fault(name), optional: ""
            ).hinting(words(doubt.details)).radios(doubt.candidates.map(choice) + [
                Field.Choice("another", t(T.imports.matchOther)), Field.Choice("out", t(T.imports.matchOut)),
            ])
        }
    }

    private func choice(_ candidate: ImportDoubt.Candidate) -> Field.Choice {
        let why = T.imports.matchWhy(reason: .phrase(candidate.likeness.reason), certainty: .phrase(candidate.likeness.certainty.name))
        let label = switch candidate.whom {
        case .row: T.imports.matchSame(title: .text(candidate.title))
        case .line(let line): T.imports.matchSameLine(line: .number(line), title: .text(candidate.title))
        }
        return Field.Choice(ImportChoice.same(candidate.whom).word, Run(t(label)), hints: [Run(t(why))] + words(candidate.details))
    }

    private func words(_ details: [Value]) -> [Run] { details.map { t.run($0) }.filter { !$0.text.isEmpty } }
}

extension ImportLikeness.Certainty {
    var name: Phrase {
        switch self {
        case .possible: T.imports.certainPossible
        case .likely: T.imports.certainLikely
        case .almostSure, .sure: T.imports.certainAlmost
        }
    }
}
