import Accounts
import Catalogue
import Forms
import HTML
import Kernel
import Languages
import Look

/// Proposals for those who write them.
struct ProposalViews {
    let reader: Reader
    private var t: Texts { reader.t }

    // MARK: One's own

    func mine(_ proposals: [(proposal: Proposal, deadline: Day?)], _ asked: [(proposal: Proposal, link: String)], hasBiography: Bool, _ form: FilledForm) -> Screen {
        Screen(t(T.workshop.mine), trail: [Look.Link(t(T.accounts.me), href: reader.link("/me"))], isIndexed: false) {
            FormFaults(form)
            Heading(t(T.workshop.mine), lead: t(T.workshop.mineLead))
            ForEach(asked) { one in
                Notice(.waiting) {
                    HTML::p {
                        t.run(one.proposal.facts.title, one.proposal.facts.language)
                        ": "
                        a(.href(reader.link("/consents/\(one.link)"))) { t(T.workshop.toConsent) }
                    }
                }
            }
            ForEach(proposals) { one in
                PersonLine(
                    t.run(one.proposal.facts.title, one.proposal.facts.language), href: reader.link("/proposals/\(one.proposal.id)"),
                    detail: [Run(t(one.proposal.kind.name))] + (one.deadline.map { [Run(t(T.workshop.until(day: .day($0, .numeric))))] } ?? []),
                    state: Chip(one.proposal.state.tone, t(one.proposal.state.name)))
            }
            HTML::p {
                a(.href(reader.link("/me/biography"))) { t(hasBiography ? T.workshop.changeBiography : T.workshop.writeBiography) }
            }
            h2 { t(T.workshop.beginTitle) }
            Form(action: reader.link("/me/proposals"), hidden: reader.hidden, isGuarded: true) {
                form.field(T.workshop.kind, "kind").radios(ProposalKind.allCases.map { Field.Choice($0.rawValue, t($0.name)) })
                form.field(T.workshop.titleField, "title", .full, autocomplete: "off").text()
                form.field(T.workshop.ideaField, "description", .full, hint: T.workshop.ideaHint, isOptional: true).area(rows: 4)
                form.field(T.workshop.subject, "subject", .full, isOptional: true).text()
                form.field(T.workshop.source, "basis", .full, hint: T.workshop.sourceHint, isOptional: true).text()
                Buttons { Submit(t(T.workshop.begin)) }
            }
        }
    }

    // MARK: One of them

    func page(_ sheet: ProposalSheet, _ form: FilledForm) -> Screen {
        let proposal = sheet.proposal
        return ProposalFrame(reader: reader).screen(sheet.proposal, at: "") {
            FormFaults(form)
            ProposalHead(reader: reader, sheet: sheet)
            moves(sheet)
            Readiness(reader: reader, dossier: sheet.dossier)
            fields(sheet)
            if proposal.state.isBefore, sheet.dossier.call == nil { Notice(.waiting) { HTML::p { t(T.workshop.faultNoCall) } } }
            reviews(sheet)
            history(sheet)
        }
    }

    @HTMLBuilder private func moves(_ sheet: ProposalSheet) -> some HTML {
        let proposal = sheet.proposal
        if sheet.isAuthor || sheet.isStaff {
            Buttons {
                ForEach(proposal.state.moves.filter { $0 == .askReview || $0 == .write }) { move in
                    ButtonForm(
                        t(move == .write ? T.workshop.actWrite : T.workshop.actAskReview), action: reader.link("/proposals/\(proposal.id)/moves"),
                        hidden: reader.hidden + [Hidden("move", move.rawValue)])
                }
                if sheet.isStaff { LinkButton(t(T.workshop.toDesk), href: reader.link("/staff/workshop/\(proposal.id)"), .quiet) }
            }
        }
        if sheet.isAuthor, proposal.state.isBefore {
            Disclosure(t(T.workshop.actWithdraw)) {
                HTML::p { t(T.workshop.withdrawText) }
                ButtonForm(
                    t(T.workshop.actWithdraw), .danger, action: reader.link("/proposals/\(proposal.id)/moves"),
                    hidden: reader.hidden + [Hidden("move", ProposalMove.withdraw.rawValue)])
            }
        }
    }

    private func fields(_ sheet: ProposalSheet) -> some HTML {
        let proposal = sheet.proposal
        return DataTable(t(T.workshop.fields), rows: sheet.parts, columns: [
            Column(t(T.workshop.field), .name) { row in
                a(.href(reader.link("/proposals/\(proposal.id)/fields/\(row.code)"))) { FieldName(reader: reader, code: row.code, part: row.part) }
            },
            Column(t(T.workshop.letters), .number) { row in
                let count = ContentLine.letters(of: sheet.dossier.text(row.code))
                if let most = row.part?.most { t(T.workshop.countOf(letters: .number(count), most: .number(most))) } else { t.number(count) }
            },
            Column(t(T.common.state)) { row in
                let open = sheet.dossier.comments.count { $0.field == row.code && $0.isOpen }
                state(row.code, row.part, sheet.dossier)
                if open > 0 { " "; Chip(.info, t(T.workshop.openComments(count: open))) }
            },
        ])
    }

    private func state(_ code: String, _ part: CallPart?, _ dossier: ProposalDossier) -> Chip {
        let text = dossier.text(code)
        if dossier.split.contains(code) { return Chip(.bad, t(T.workshop.twoTexts)) }
        guard let part else { return Chip(.neutral, t(T.workshop.notAsked)) }
        if let most = part.most, ContentLine.letters(of: text) > most { return Chip(.bad, t(T.workshop.tooLong)) }
        if text.isEmpty { return part.isRequired ? Chip(.waiting, t(T.workshop.empty)) : Chip(.neutral, t(T.workshop.emptyOptional)) }
        return Chip(.good, t(T.workshop.written))
    }

    @HTMLBuilder private func reviews(_ sheet: ProposalSheet) -> some HTML {
        let given = sheet.dossier.reviews.filter { $0.given != nil }
        if !given.isEmpty {
            h2 { t(T.workshop.reviews) }
            ForEach(given) { JudgementShown(reader: reader, review: $0, criteria: sheet.dossier.call?.criteria ?? []) }
        }
    }

    private func history(_ sheet: ProposalSheet) -> some HTML {
        Disclosure(t(T.workshop.history)) {
            Timeline(sheet.history.map { line in
                Timeline.Entry(
                    moment: line.entry.at.iso, when: t.instant(line.entry.at), who: line.name, what: t.written(line.entry.deed), detail: detail(line.entry, sheet))
            })
        }
    }

    /// Which field was written, where the journal says it.
    private func detail(_ entry: JournalEntry, _ sheet: ProposalSheet) -> String? {
        guard let code = entry.changes["field"]?.last else { return nil }
        if code == ProposalIdea.field { return t(T.workshop.ideaField) }
        return sheet.dossier.call?.field(code).map { t.shown($0.words.said(in: t.language).text) } ?? code
    }

    // MARK: Facts

    func facts(_ sheet: ProposalSheet, _ calls: [Call], _ codes: [CycleCode], _ form: FilledForm) -> Screen {
        let proposal = sheet.proposal, isProgramme = proposal.kind == .programme
        func choices(_ list: CodeList) -> [Field.Choice] {
            [Field.Choice("", t(T.catalogue.notChosen))] + codes.filter { $0.list == list }.map { Field.Choice("\($0.id)", t.run($0.label)) }
        }
        return ProposalFrame(reader: reader).screen(proposal, at: "/facts") {
            FormFaults(form)
            Heading(t.run(proposal.facts.title, proposal.facts.language), kind: Run(t(T.workshop.facts)))
            if !proposal.state.isOpen { Notice(.info) { HTML::p { t(T.workshop.errorClosed) } } }
            Form(action: reader.link("/proposals/\(proposal.id)/facts"), hidden: reader.hidden, isGuarded: true) {
                form.field(T.workshop.call, "call", .full, isOptional: true)
                    .select([Field.Choice("", t(T.catalogue.notChosen))] + calls.map { call in
                        let said = call.details.title.said(in: t.language)
                        return Field.Choice("\(call.id)", t.run(said.text, said.language))
                    })
                form.field(T.workshop.titleField, "title", .full, autocomplete: "off").text()
                form.field(T.catalogue.language, "language").select(Language.allCases.map { Field.Choice($0.rawValue, $0.ownName, lang: $0.htmlLang) })
                FieldRow {
                    form.field(T.catalogue.hours, "hours", .short, isOptional: !isProgramme).number()
                    form.field(T.catalogue.days, "days", .short, isOptional: true).number()
                }
                form.field(T.catalogue.form, "form").radios(Programme.Form.allCases.map { Field.Choice($0.rawValue, t($0.said)) })
                FieldRow {
                    form.field(T.catalogue.seatsMin, "seatsMin", .short, isOptional: true).number()
                    form.field(T.catalogue.seatsMax, "seats", .short, isOptional: true).number()
                }
                if !codes.isEmpty {
                    form.field(T.catalogue.competence, "competence", .full, isOptional: true).select(choices(.competence))
                    form.field(T.catalogue.priority, "priority", .full, isOptional: true).select(choices(.priority))
                    form.field(T.catalogue.area, "area", .full, isOptional: true).select(choices(.area))
                }
                if !isProgramme {
                    form.day(T.workshop.starts, "starts")
                    form.field(T.workshop.place, "place", .full, isOptional: true).text()
                }
                Buttons { Submit(t(T.common.save)) }
            }
        }
    }
}

extension ProposalState {
    var tone: Tone {
        switch self {
        case .idea: .neutral
        case .draft, .submitted, .complained: .info
        case .review, .revision, .corrections: .waiting
        case .complete, .approved: .good
        case .rejected: .bad
        case .withdrawn: .neutral
        }
    }
}
