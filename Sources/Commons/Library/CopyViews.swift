import Forms
import HTML
import Kernel
import Languages
import Look

/// The copies of a title as a table.
struct CopyTable: View {
    let sight: TitleSight
    let reader: Reader
    private var t: Texts { reader.t }

    var body: some HTML {
        h2 { t(T.library.copies) }
        if sight.copies.isEmpty {
            HTML::p { t(T.library.copiesNone) }
        } else {
            DataTable(t(T.library.copies), rows: sight.copies, columns: [
                Column(t(T.library.number), .name) { copy in a(.href(reader.link(copy.deskPath))) { "\(copy.number)" } },
                Column(t(T.library.label)) { copy in copy.label },
                Column(t(T.library.shelf)) { copy in copy.draft.shelf },
                Column(t(T.library.acquired)) { copy in Day(iso: copy.draft.acquired).map { t.day($0, .numeric) } ?? "" },
                Column(t(T.common.state)) { copy in chip(copy) },
            ], isCaptionHidden: true)
        }
    }

    private func chip(_ copy: Copy) -> Chip { CopyViews(reader: reader).chip(copy, sight.out[copy.id]) }
}

/// A copy at the desk, and copies that leave the inventory.
struct CopyViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func chip(_ copy: Copy, _ out: CopyOut?) -> Chip {
        guard copy.isLendable, let out else { return Chip(copy.state.tone, t(copy.state.label)) }
        return out.due.map { t.chip(due: $0, today: reader.today) } ?? Chip(.waiting, t(T.library.waits))
    }

    func show(_ sight: CopySight, _ form: FilledForm) -> Screen {
        let copy = sight.copy, title = sight.title, own = reader.link(copy.deskPath), name = t.run(title.draft.fullName, title.language)
        return Screen(t(T.library.copyNumber(number: .number(copy.number))), trail: reader.libraryTrail + [Look.Link(name, href: reader.link(title.deskPath))]) {
            FormFaults(form)
            Beside {
                Heading(Run(t(T.library.copyNumber(number: .number(copy.number)))), kind: name)
            } card: {
                HTML::p { chip(copy, sight.out) }
                acts(copy, own)
            } content: {
                facts(sight)
                if copy.state != .off {
                    Look::Form(action: own, hidden: reader.hidden, isGuarded: true, label: t(T.common.edit)) {
                        form.day(T.library.acquired, "acquired")
                        CopyFields(form: form, reader: reader)
                        Buttons { Submit(t(T.common.save)) }
                    }
                }
            }
        }
    }

    @HTMLBuilder private func acts(_ copy: Copy, _ own: String) -> some HTML {
        if copy.state != .off {
            ForEach([CopyState.shelf, .repair, .lost].filter { $0 != copy.state }) { state in
                ButtonForm(t(act(state)), .quiet, action: "\(own)/state", hidden: reader.hidden + [Hidden("state", state.rawValue)])
            }
            HTML::p { a(.href(reader.link("/staff/library/write-off?copy=\(copy.label)"))) { t(T.library.writeOff) } }
        }
    }

    private func act(_ state: CopyState) -> Phrase {
        switch state {
        case .shelf: T.library.toShelf
        case .repair: T.library.toRepair
        case .lost, .off: T.library.toLost
        }
    }

    private func facts(_ sight: CopySight) -> some HTML {
        let copy = sight.copy, draft = copy.draft
        return Facts {
            FactLine(t(T.library.label), copy.label)
            if !draft.former.isEmpty { FactLine(t(T.library.former), draft.former) }
            if !draft.shelf.isEmpty { FactLine(t(T.library.shelf), draft.shelf) }
            FactLine(t(T.library.origin), t(draft.origin.label) + (draft.source.isEmpty ? "" : ", \(draft.source)"))
            if let day = Day(iso: draft.acquired) { FactLine(t(T.library.acquired), t.day(day, .numeric)) }
            if let minor = draft.price, let price = Money(minor: minor, sight.currency) { FactLine(t(T.library.price), t.money(price)) }
            if let off = copy.writtenOff { FactLine(t(T.library.stateOff), "\(t.day(off.day, .numeric)), \(off.decision)") }
        }
    }

    // MARK: Written off

    func writingOff(_ form: FilledForm) -> Screen {
        Screen(t(T.library.writeOff), trail: reader.libraryTrail) {
            FormFaults(form)
            Heading(t(T.library.writeOff), lead: t(T.library.writeOffLead))
            Look::Form(action: reader.link("/staff/library/write-off"), hidden: reader.hidden, isGuarded: true) {
                form.field(T.library.offCopies, "copies", .full, hint: T.library.offCopiesHint).area(rows: 8)
                FieldRow {
                    form.field(T.library.decision, "decision", most: TextLimit.line.rawValue).text()
                    form.day(T.library.offDay, "day")
                }
                Buttons { Submit(t(T.library.writeOff), .danger) }
            }
        }
    }
}
