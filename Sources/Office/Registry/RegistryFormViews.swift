import Forms
import HTML
import Kernel
import Languages
import Look

/// The form of a paper.
struct RegistryFormViews {
    let reader: Reader
    private var t: Texts { reader.t }

    /// - Parameters:
    ///   - entry: nil for a new one.
    ///   - first: a paper of the case to which the new one belongs.
    ///   - isClosed: whether what stands in the book changes no more.
    func form(_ entry: RegistryEntry?, caseOf first: RegistryEntry?, _ names: RegistryNames, isClosed: Bool, _ form: FilledForm) -> Screen {
        let base = reader.link("/staff/registry"), title = entry.map { t(T.registry.editPaper(label: .text($0.label))) } ?? t(T.registry.new)
        let trail = [Look.Link(t(T.registry.title), href: base)] + (entry.map { [Look.Link($0.label, href: reader.link($0.path))] } ?? [])
        let action = entry.map { "\(reader.link($0.path))/edit" } ?? "\(base)/new\(first.map { "?case=\($0.id)" } ?? "")"
        return Screen(title, trail: trail) {
            FormFaults(form)
            Heading(title, lead: lead(entry, first))
            if isClosed { Notice(.neutral) { HTML::p { t(T.registry.closedHint) } } }
            Form(action: action, hidden: reader.hidden, isGuarded: true, label: title) {
                form.field(T.registry.direction, "direction").radios(RegistryDirection.allCases.map { one in
                    Field.Choice(one.rawValue, t(one.name), hint: t(hint(one)))
                })
                form.field(T.registry.subject, "subject", .full, hint: T.registry.subjectHint).text()
                form.field(T.registry.other, "other", .full, hint: T.registry.otherHint, isOptional: true, most: TextLimit.line.rawValue).text()
                FieldRow {
                    form.day(T.registry.day, "day")
                    form.field(T.registry.theirNumber, "theirNumber", .short, isOptional: true, most: TextLimit.label.rawValue).text()
                    form.day(T.registry.theirDay, "theirDay", isOptional: true)
                }
                mark(entry, names, form)
                form.field(T.registry.worker, "worker", isOptional: true).select([Field.Choice("", t(T.registry.nobody))] + people(entry, names))
                form.day(T.registry.due, "due", hint: T.registry.dueHint, isOptional: true)
                form.field(T.registry.place, "place", hint: T.registry.placeHint, isOptional: true, most: TextLimit.line.rawValue).text()
                form.field(T.registry.note, "note", .full, hint: T.registry.noteHint, isOptional: true).area(rows: 2)
                Buttons { Submit(t(entry == nil ? T.registry.enter : T.common.save)) }
            }
        }
    }

    private func lead(_ entry: RegistryEntry?, _ first: RegistryEntry?) -> String? {
        if entry != nil { return nil }
        return first.map { t(T.registry.newInCase(label: .text($0.label))) } ?? t(T.registry.newLead)
    }

    private func hint(_ direction: RegistryDirection) -> Phrase {
        switch direction {
        case .came: T.registry.cameHint
        case .sent: T.registry.sentHint
        case .inner: T.registry.innerHint
        }
    }

    @HTMLBuilder private func mark(_ entry: RegistryEntry?, _ names: RegistryNames, _ form: FilledForm) -> some HTML {
        let usable = names.marks.filter { $0.isUsable(on: reader.today) || $0.id == entry?.draft.mark }
        form.field(T.registry.mark, "mark", hint: usable.isEmpty ? T.registry.noMarksHint : nil, isOptional: true).select(
            [Field.Choice("", t(T.registry.noMark))] + usable.map { Field.Choice("\($0.id)", RegistryMarkViews.run($0, t)) })
    }

    /// Who works here, and who works on it though they work here no more.
    private func people(_ entry: RegistryEntry?, _ names: RegistryNames) -> [Field.Choice] {
        let own = names.people.map { Field.Choice("\($0.id)", $0.name) }
        guard let worker = entry?.draft.worker, !names.people.contains(where: { $0.id == worker }) else { return own }
        return own + [Field.Choice("\(worker)", names.name(worker))]
    }
}
