import Files
import Forms
import HTML
import Imports
import Kernel
import Languages
import Look

/// The register of documents: its list and the page of one paper.
struct RegistryViews {
    let reader: Reader
    private var t: Texts { reader.t }
    private var base: String { reader.link("/staff/registry") }
    private var trail: [Look.Link] { [Look.Link(t(T.registry.title), href: base)] }

    // MARK: The list

    func list(_ sight: RegistryListSight) -> Screen {
        Screen(t(T.registry.title)) {
            Heading(t(T.registry.title), lead: t(T.registry.lead))
            Buttons {
                LinkButton(t(T.registry.new), href: "\(base)/new")
                LinkButton(t(T.registry.books), href: "\(base)/books", .quiet)
                LinkButton(t(T.registry.marks), href: "\(base)/marks", .quiet)
                LinkButton(t(T.registry.archiveBook), href: "\(base)/archive", .quiet)
            }
            HTML::p { a(.href(reader.link("/imports/new/\(RegistryImport.kind.word)"))) { t(T.registry.bringList) } }
            filter(sight)
            if sight.entries.isEmpty {
                let isAll = sight.filter == RegistryFilter()
                EmptyState(t(isAll ? T.registry.none : T.registry.noneFound), t(isAll ? T.registry.noneText : T.registry.noneFoundText)) { Empty() }
            } else {
                HTML::p { t(T.registry.count(count: sight.paging.count)) }
                table(sight.entries, sight.names, t(T.registry.papers))
                sight.paging.links(reader)
            }
        }
    }

    @HTMLBuilder private func filter(_ sight: RegistryListSight) -> some HTML {
        let asked = sight.filter, names = sight.names
        Form(action: base, method: .get, isInline: true, label: t(T.common.search)) {
            Field(t(T.registry.words), name: "q", value: asked.words, optional: "").search()
            Field(t(T.registry.year), name: "year", value: asked.year.map { "\($0)" } ?? "", optional: "").select(
                [Field.Choice("", t(T.registry.anyYear))] + sight.years.map { Field.Choice("\($0)", "\($0)") })
            Field(t(T.registry.direction), name: "direction", value: asked.direction?.rawValue ?? "", optional: "").select(
                [Field.Choice("", t(T.registry.anyDirection))] + RegistryDirection.allCases.map { Field.Choice($0.rawValue, t($0.name)) })
            Field(t(T.common.state), name: "state", value: asked.state?.rawValue ?? "", optional: "").select(
                [Field.Choice("", t(T.registry.anyState))] + RegistryState.allCases.map { Field.Choice($0.rawValue, t($0.name)) })
            if !names.marks.isEmpty {
                Field(t(T.registry.mark), name: "mark", value: asked.mark.map { "\($0)" } ?? "", optional: "").select(
                    [Field.Choice("", t(T.registry.anyMark))] + names.marks.map { Field.Choice("\($0.id)", RegistryMarkViews.run($0, t)) })
            }
            Field(t(T.registry.worker), name: "worker", value: asked.worker.map { "\($0)" } ?? "", optional: "").select(
                [Field.Choice("", t(T.registry.anybody))] + names.people.map { Field.Choice("\($0.id)", $0.name) })
            Submit(t(T.common.show), .quiet)
        }
        if asked != RegistryFilter() { HTML::p { a(.href(base)) { t(T.common.clear) } } }
    }

    func table(_ entries: [RegistryEntry], _ names: RegistryNames, _ caption: String) -> some HTML {
        DataTable(caption, rows: entries, columns: [
            Column(t(T.registry.label), .name) { entry in a(.href(reader.link(entry.path))) { entry.label } },
            Column(t(T.registry.day)) { entry in t.day(entry.draft.day, .numeric) },
            Column(t(T.registry.subject)) { entry in t.run(entry.draft.subject) },
            Column(t(T.registry.direction)) { entry in
                t(entry.draft.direction.name)
                if !entry.draft.other.isEmpty { ": "; t.run(entry.draft.other) }
            },
            Column(t(T.registry.mark)) { entry in names.mark(entry.draft.mark)?.code ?? "" },
            Column(t(T.registry.worker)) { entry in names.name(entry.draft.worker) },
            Column(t(T.common.state)) { entry in state(entry) },
        ], isCaptionHidden: true)
    }

    @HTMLBuilder private func state(_ entry: RegistryEntry) -> some HTML {
        let state = entry.state(on: reader.today)
        Chip(state.tone, t(state.name))
        if entry.isOpen, let due = entry.draft.due { " "; span(.class("small")) { t(T.registry.until(day: .day(due, .numeric))) } }
    }

    // MARK: One paper

    func show(_ sight: RegistrySheetSight, settle: FilledForm, _ other: FilledForm) -> Screen {
        let entry = sight.entry, draft = entry.draft, own = reader.link(entry.path)
        return Screen("\(entry.label) · \(t.run(draft.subject).text)", trail: trail) {
            FormFaults(settle)
            FormFaults(other)
            Heading(t.run(draft.subject), kind: Run("\(t(draft.direction.name)), \(entry.label)"))
            if entry.isWithdrawn { Notice(.neutral, t(T.registry.stateWithdrawn)) { HTML::p { t.run(entry.reason) } } }
            facts(sight)
            if !entry.isWithdrawn {
                Buttons {
                    LinkButton(t(T.common.edit), href: "\(own)/edit", .quiet)
                    if !sight.book.isClosed { LinkButton(t(T.registry.addToCase), href: "\(base)/new?case=\(entry.id)", .quiet) }
                    if entry.settled != nil, entry.archive == nil { ButtonForm(t(T.registry.reopen), .quiet, action: "\(own)/reopen", hidden: reader.hidden) }
                }
            }
            if !sight.others.isEmpty {
                h2 { t(T.registry.sameCase) }
                table(sight.others, sight.names, t(T.registry.sameCase))
            }
            files(sight, own, other)
            if entry.isOpen { settling(own, settle) }
            if !entry.isWithdrawn { withdrawing(own, other) }
            h2 { t(T.registry.history) }
            Timeline(sight.history.map { line in
                Timeline.Entry(
                    moment: line.entry.at.iso, when: t.instant(line.entry.at), who: line.who, what: t.written(line.entry.deed),
                    detail: line.entry.changes["reason"]?.last)
            })
        }
    }

    private func facts(_ sight: RegistrySheetSight) -> some HTML {
        let entry = sight.entry, draft = entry.draft, mark = sight.names.mark(draft.mark)
        return Facts {
            FactLine(t(T.common.state)) { state(entry) }
            if !draft.other.isEmpty { FactLine(t(draft.direction == .came ? T.registry.otherFrom : T.registry.otherTo), t.run(draft.other)) }
            FactLine(t(T.registry.day), t.day(draft.day))
            if !draft.theirNumber.isEmpty { FactLine(t(T.registry.theirNumber), Run(draft.theirNumber)) }
            if let day = draft.theirDay { FactLine(t(T.registry.theirDay), t.day(day)) }
            if let mark { FactLine(t(T.registry.mark), RegistryMarkViews.run(mark, t)) }
            if let mark, let term = mark.term(on: draft.day) {
                FactLine(t(T.registry.keptFor)) {
                    t(RegistryTerm.name(term.years))
                    if !term.article.isEmpty { " ("; t.run(term.article); ")" }
                }
            }
            if draft.worker != nil { FactLine(t(T.registry.worker), Run(sight.names.name(draft.worker))) }
            if let due = draft.due { FactLine(t(T.registry.due), t.day(due)) }
            if let day = entry.settled { FactLine(t(T.registry.settled), t.day(day)) }
            if !entry.outcome.isEmpty { FactLine(t(T.registry.outcome), t.run(entry.outcome)) }
            if !draft.place.isEmpty { FactLine(t(T.registry.place), t.run(draft.place)) }
            if let line = entry.archive { FactLine(t(T.registry.archiveBook)) { a(.href("\(base)/archive/\(line)")) { t(T.registry.archiveLine) } } }
            if !draft.note.isEmpty { FactLine(t(T.registry.note), t.run(draft.note)) }
            if !entry.paperNumber.isEmpty { FactLine(t(T.registry.paperNumber), Run(entry.paperNumber)) }
            if entry.isMade {
                FactLine(t(T.registry.madeHere)) {
                    let name = sight.kind.map { t($0.name) } ?? t(T.registry.madePaper)
                    if entry.page.isEmpty { name } else { a(.href(reader.link(entry.page))) { name } }
                }
            }
        }
    }

    @HTMLBuilder private func files(_ sight: RegistrySheetSight, _ own: String, _ form: FilledForm) -> some HTML {
        let isOpen = !sight.entry.isWithdrawn
        if isOpen || !sight.files.isEmpty { h2 { t(T.registry.files) } }
        ForEach(sight.files) { one in
            PersonLine(t.run(one.title), href: reader.link(one.file.path), detail: [Run(one.file.label(t)), Run(t.instant(one.added))]) {
                if isOpen {
                    Form(action: "\(own)/files/\(one.id)/remove", hidden: reader.hidden, isInline: true, label: "\(t(T.common.remove)): \(one.title)") {
                        Submit(t(T.common.remove), .quiet)
                    }
                }
            }
        }
        if isOpen {
            Disclosure(t(T.registry.addFile), isOpen: form.fault("title") != nil || form.fault("file") != nil) {
                Form(action: "\(own)/files", hidden: reader.hidden, hasFiles: true, label: t(T.registry.addFile)) {
                    form.field(T.registry.fileTitle, "title", .full).text()
                    FileFields(form, T.common.file, "file", [.picture, .document], asksAlt: false)
                    Buttons { Submit(t(T.registry.addFile), .quiet) }
                }
            }
        }
    }

    @HTMLBuilder private func settling(_ own: String, _ form: FilledForm) -> some HTML {
        h2 { t(T.registry.settle) }
        Form(action: "\(own)/settle", hidden: reader.hidden, label: t(T.registry.settle)) {
            form.day(T.registry.settled, "settled")
            form.field(T.registry.outcome, "outcome", .full, hint: T.registry.outcomeHint, isOptional: true).area(rows: 2)
            form.field(T.registry.place, "place", hint: T.registry.placeHint, isOptional: true, most: TextLimit.line.rawValue).text()
            Buttons { Submit(t(T.registry.settle)) }
        }
    }

    private func withdrawing(_ own: String, _ form: FilledForm) -> some HTML {
        Disclosure(t(T.registry.withdraw), isOpen: form.fault("reason") != nil) {
            HTML::p { t(T.registry.withdrawHint) }
            Form(action: "\(own)/withdraw", hidden: reader.hidden, label: t(T.registry.withdraw)) {
                form.field(T.registry.reason, "reason", .full).area(rows: 2)
                Buttons { Submit(t(T.registry.withdraw), .danger) }
            }
        }
    }
}
