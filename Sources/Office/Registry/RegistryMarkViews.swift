import Forms
import HTML
import Kernel
import Languages
import Look

/// Marks of papers and how long these are kept.
struct RegistryMarkViews {
    let reader: Reader
    private var t: Texts { reader.t }
    private var base: String { reader.link("/staff/registry/marks") }
    private var trail: [Look.Link] { [Look.Link(t(T.registry.title), href: reader.link("/staff/registry"))] }

    /// *610 Стручно усавршавање*.
    static func run(_ mark: RegistryMark, _ t: Texts) -> Run {
        let name = t.run(mark.name)
        return Run("\(mark.code) \(name.text)", lang: name.lang)
    }

    func list(_ marks: [RegistryMark], _ kinds: [RegistryKind]) -> Screen {
        Screen(t(T.registry.marks), trail: trail) {
            Heading(t(T.registry.marks), lead: t(T.registry.marksLead))
            Buttons { LinkButton(t(T.registry.newMark), href: "\(base)/new") }
            if marks.isEmpty { EmptyState(t(T.registry.marksNone), t(T.registry.marksNoneText)) { Empty() } } else {
                DataTable(t(T.registry.marks), rows: marks, columns: [
                    Column(t(T.registry.code), .name) { mark in a(.href("\(base)/\(mark.id)")) { mark.code } },
                    Column(t(T.registry.markName)) { mark in t.run(mark.name) },
                    Column(t(T.registry.keptFor)) { mark in mark.term(on: reader.today).map { t(RegistryTerm.name($0.years)) } ?? "–" },
                    Column(t(T.registry.article)) { mark in t.run(mark.term(on: reader.today)?.article ?? "") },
                    Column(t(T.registry.byItself)) { mark in
                        kinds.filter { mark.draft.papers.contains($0.kind) }.map { t($0.name) }.joined(separator: ", ")
                    },
                    Column(t(T.common.state)) { mark in if mark.ended != nil { Chip(.neutral, t(T.registry.markEnded)) } },
                ], isCaptionHidden: true)
            }
        }
    }

    func new(_ kinds: [RegistryKind], _ form: FilledForm) -> Screen {
        Screen(t(T.registry.newMark), trail: trail + [Look.Link(t(T.registry.marks), href: base)]) {
            FormFaults(form)
            Heading(t(T.registry.newMark), lead: t(T.registry.newMarkLead))
            Form(action: "\(base)/new", hidden: reader.hidden, label: t(T.registry.newMark)) {
                fields(kinds, form)
                term(form)
                Buttons { Submit(t(T.common.add)) }
            }
        }
    }

    @HTMLBuilder private func fields(_ kinds: [RegistryKind], _ form: FilledForm) -> some HTML {
        form.field(T.registry.code, "code", .short, hint: T.registry.codeHint, most: TextLimit.number.rawValue).text()
        form.field(T.registry.markName, "name", .full).text()
        if !kinds.isEmpty {
            form.field(T.registry.byItself, "papers", hint: T.registry.byItselfHint, isOptional: true).checkboxes(
                kinds.map { Field.Choice($0.kind, t($0.name)) }, chosen: Set(form.typed.all("papers")))
        }
    }

    @HTMLBuilder private func term(_ form: FilledForm) -> some HTML {
        form.field(T.registry.keptYears, "years", .short, hint: T.registry.keptYearsHint, isOptional: true).number()
        form.field(T.registry.keptEver, "ever").check(isOn: form["ever"] == "yes")
        form.day(T.registry.since, "since")
        form.field(T.registry.article, "article", .full, hint: T.registry.articleHint, isOptional: true, most: TextLimit.sentence.rawValue).text()
    }

    func show(_ mark: RegistryMark, _ kinds: [RegistryKind], _ form: FilledForm, term other: FilledForm) -> Screen {
        let own = "\(base)/\(mark.id)", name = Self.run(mark, t)
        return Screen(name.text, trail: trail + [Look.Link(t(T.registry.marks), href: base)]) {
            FormFaults(form)
            FormFaults(other)
            Heading(name)
            Form(action: own, hidden: reader.hidden, label: t(T.registry.editMark)) {
                fields(kinds, form)
                form.field(T.registry.endMark, "ended", hint: T.registry.endMarkHint).check(isOn: form["ended"] == "yes")
                Buttons { Submit(t(T.common.save)) }
            }
            h2 { t(T.registry.terms) }
            DataTable(t(T.registry.terms), rows: mark.terms, columns: [
                Column(t(T.registry.since), .name) { term in t.day(term.since, .numeric) },
                Column(t(T.registry.keptFor)) { term in t(RegistryTerm.name(term.years)) },
                Column(t(T.registry.article)) { term in t.run(term.article) },
            ], isCaptionHidden: true)
            Disclosure(t(T.registry.newTerm), isOpen: other.problem != nil) {
                HTML::p { t(T.registry.newTermHint) }
                Form(action: "\(own)/terms", hidden: reader.hidden, label: t(T.registry.newTerm)) {
                    term(other)
                    Buttons { Submit(t(T.common.save), .quiet) }
                }
            }
        }
    }
}
