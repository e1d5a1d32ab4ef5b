import Accounts
import Catalogue
import Forms
import HTML
import Kernel
import Languages
import Look

/// One field: its text, what stands beside it, what is said of it, and how it came to be.
struct FieldViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func page(_ sheet: FieldSheet, _ form: FilledForm) -> Screen {
        let proposal = sheet.proposal, path = reader.link("/proposals/\(proposal.id)/fields/\(sheet.code)")
        return ProposalFrame(reader: reader).screen(proposal, at: "/fields") {
            FormFaults(form)
            Heading(name(sheet), kind: t.run(proposal.facts.title, proposal.facts.language))
            if !sheet.beside.isEmpty {
                join(sheet, path, form)
            } else if proposal.state.isOpen {
                write(sheet, path, form)
            } else {
                HTML::p { t(T.workshop.errorClosed) }
                HTML::p(.class("lines")) { t.run(sheet.current?.text ?? "–", proposal.facts.language) }
            }
            comments(sheet, path, form)
            versions(sheet)
        }
    }

    private func name(_ sheet: FieldSheet) -> Run {
        if sheet.code == ProposalIdea.field { return Run(t(T.workshop.ideaField)) }
        guard let said = sheet.part?.words.said(in: t.language) else { return Run(sheet.code) }
        return t.run(said.text, said.language)
    }

    private func write(_ sheet: FieldSheet, _ path: String, _ form: FilledForm) -> some HTML {
        let seen = form.typed["seen"].isEmpty ? sheet.current.map { "\($0.id)" } ?? "" : form.typed["seen"]
        return Form(action: path, hidden: reader.hidden + [Hidden("seen", seen)], isGuarded: true) {
            form.field(T.workshop.words, "words", .full, hint: hint(sheet), isOptional: true, most: sheet.part?.most).area(rows: 10)
            HTML::p(.class("muted small")) { count(sheet.current?.text ?? "", sheet.part) }
            Buttons { Submit(t(T.common.save)) }
        }
    }

    private func hint(_ sheet: FieldSheet) -> Phrase? {
        switch sheet.code {
        case ContentField.topics: T.workshop.topicsHint
        case ContentField.outcomes, ContentField.specificGoals: T.catalogue.linesHint
        default: nil
        }
    }

    private func count(_ text: String, _ part: CallPart?) -> String {
        let letters = Value.number(ContentLine.letters(of: text))
        return part?.most.map { t(T.workshop.countOf(letters: letters, most: .number($0))) } ?? t(T.workshop.count(letters: letters))
    }

    // MARK: Two texts

    /// Two who wrote at once: both texts stand there with what tells them apart, and one form makes one of them.
    @HTMLBuilder private func join(_ sheet: FieldSheet, _ path: String, _ form: FilledForm) -> some HTML {
        let own = sheet.current?.text ?? ""
        Notice(.waiting, t(T.workshop.twoTexts)) { HTML::p { t(T.workshop.joinLead) } }
        h2 { t(T.workshop.standing(name: .text(sheet.current?.writtenBy.flatMap { sheet.names[$0] } ?? "–"))) }
        HTML::p(.class("lines")) { t.run(own, sheet.proposal.facts.language) }
        ForEach(sheet.beside) { version in
            h2 { t(T.workshop.beside(name: .text(version.writtenBy.flatMap { sheet.names[$0] } ?? "–"))) }
            HTML::p(.class("lines")) { t.run(version.text, sheet.proposal.facts.language) }
            Disclosure(t(T.workshop.difference), isOpen: true) { DifferenceShown(reader: reader, difference: TextDifference(from: own, to: version.text)) }
        }
        if sheet.proposal.state.isOpen {
            let seen = Hidden("seen", sheet.versions.first.map { "\($0.id)" } ?? "")
            Form(action: path + "/join", hidden: reader.hidden + [seen], isGuarded: true, label: t(T.workshop.join)) {
                form.field(T.workshop.joined, "words", .full, hint: T.workshop.joinHint, most: sheet.part?.most).area(rows: 10)
                Buttons { Submit(t(T.workshop.join)) }
            }
        }
    }

    // MARK: Comments

    @HTMLBuilder private func comments(_ sheet: FieldSheet, _ path: String, _ form: FilledForm) -> some HTML {
        h2 { t(T.workshop.comments) }
        ForEach(sheet.comments) { comment in
            let place = comment.paragraph.map { t(T.workshop.paragraph(number: .number($0))) }
            PersonLine(
                t.run(comment.text),
                detail: [Run(comment.writtenBy.flatMap { sheet.names[$0] } ?? "–"), Run(t.instant(comment.written))] + (place.map { [Run($0)] } ?? [])
                    + (comment.answer.isEmpty ? [] : [t.run(comment.answer)]),
                state: Chip(comment.isOpen ? .waiting : .good, t(comment.isOpen ? T.workshop.commentOpen : T.workshop.commentAnswered)))
            if comment.isOpen, !sheet.proposal.state.isOver {
                Form(action: path + "/comments/\(comment.id)", hidden: reader.hidden, label: "\(t(T.workshop.answer)) \(t.number(Int(comment.id.value)))") {
                    Field(t(T.workshop.reply), name: "reply", row: "\(comment.id)", optional: t(T.common.optional), width: .full, most: TextLimit.note.rawValue,
                        limit: t(T.forms.atMost(most: .number(TextLimit.note.rawValue)))).area(rows: 2)
                    Buttons { Submit(t(T.workshop.answer), .quiet) }
                }
            }
        }
        if !sheet.proposal.state.isOver {
            Form(action: path + "/comments", hidden: reader.hidden, label: t(T.workshop.comment)) {
                if sheet.paragraphs.count > 1 {
                    form.field(T.workshop.about, "paragraph", .full).select(
                        [Field.Choice("", t(T.workshop.wholeField))] + sheet.paragraphs.enumerated().map { place, text in
                            Field.Choice("\(place + 1)", t.run("\(place + 1). \(text.prefix(80))"))
                        })
                }
                form.field(T.workshop.comment, "remark", .full, most: TextLimit.note.rawValue).area(rows: 3)
                Buttons { Submit(t(T.workshop.say), .quiet) }
            }
        }
    }

    // MARK: Versions

    @HTMLBuilder private func versions(_ sheet: FieldSheet) -> some HTML {
        let line = sheet.versions.filter { $0.standing == .current || $0.standing == .earlier }, shown = Array(line.prefix(20).enumerated())
        if line.count > 1 {
            h2 { t(T.workshop.versions) }
            ForEach(shown) { place, version in
                let before = place + 1 < line.count ? line[place + 1].text : ""
                Disclosure("\(t.instant(version.written)), \(version.writtenBy.flatMap { sheet.names[$0] } ?? "–")") {
                    DifferenceShown(reader: reader, difference: TextDifference(from: before, to: version.text))
                }
            }
        }
    }
}

/// What was taken away and what was added, each said to those who do not see it.
struct DifferenceShown: View {
    let reader: Reader
    let difference: TextDifference

    var body: Markup {
        HTML::p(.class("lines")) {
            ForEach(difference.pieces) { piece in
                switch piece.kind {
                case .same: reader.t.shown(piece.text)
                case .removed: del { span(.class("unseen")) { reader.t(T.workshop.removed); " " }; reader.t.shown(piece.text) }
                case .added: ins { span(.class("unseen")) { reader.t(T.workshop.added); " " }; reader.t.shown(piece.text) }
                }
            }
        }
    }
}
