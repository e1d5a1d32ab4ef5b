import Accounts
import Catalogue
import Forms
import HTML
import Kernel
import Languages
import Look

/// The board of a centre's proposals, and what its people do with one of them.
struct WorkshopDeskViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func board(_ board: ProposalBoard, _ form: FilledForm) -> Screen {
        Screen(t(T.workshop.title)) {
            FormFaults(form)
            Heading(t(T.workshop.title), lead: t(T.workshop.boardLead))
            let all = NavItem(t(T.common.all), href: reader.here("state", nil), isCurrent: board.state == nil)
            FilterChips(t(T.common.state), [all] + ProposalState.allCases.compactMap { state in
                board.counts[state].map { NavItem(t(state.name), href: reader.here("state", state.rawValue), isCurrent: board.state == state, count: $0) }
            })
            if board.lines.isEmpty { EmptyState(t(T.workshop.boardNone), t(T.workshop.boardNoneText)) { Empty() } } else { table(board) }
            places(board)
            if !board.renewable.isEmpty {
                h2 { t(T.workshop.renewTitle) }
                Form(action: reader.link("/staff/workshop/renewals"), hidden: reader.hidden, label: t(T.workshop.renewTitle)) {
                    form.field(T.workshop.renewWhat, "programme", .full).select([Field.Choice("", t(T.catalogue.notChosen))] + board.renewable.map { own in
                        Field.Choice("\(own.id)", t.run("\(own.number) \(own.title)", own.language))
                    })
                    Buttons { Submit(t(T.workshop.renew), .quiet) }
                }
            }
            HTML::p { a(.href(reader.link("/me/proposals"))) { t(T.workshop.beginTitle) } }
        }
    }

    private func table(_ board: ProposalBoard) -> some HTML {
        DataTable(t(T.workshop.proposals), rows: board.lines, columns: [
            Column(t(T.workshop.titleField), .name) { line in
                a(.href(reader.link("/staff/workshop/\(line.proposal.id)"))) { t.run(line.proposal.facts.title, line.proposal.facts.language) }
            },
            Column(t(T.workshop.kind)) { line in t(line.proposal.kind.name) },
            Column(t(T.workshop.authors)) { line in line.authors.filter { $0.declined == nil }.map(\.name).joined(separator: ", ") },
            Column(t(T.common.state)) { line in Chip(line.proposal.state.tone, t(line.proposal.state.name)) },
            Column(t(T.workshop.readyColumn)) { line in
                if let readiness = line.readiness { t(T.workshop.metOf(met: .number(readiness.met), all: .number(readiness.of))) } else { "–" }
            },
            Column(t(T.workshop.deadline)) { line in line.deadline.map { t.day($0, .numeric) } ?? "–" },
            Column(t(T.workshop.changed)) { line in t.day(reader.centre.zone.day(of: line.proposal.changed), .numeric) },
        ])
    }

    @HTMLBuilder private func places(_ board: ProposalBoard) -> some HTML {
        if !board.places.isEmpty {
            h2 { t(T.workshop.places) }
            HTML::p { t(T.workshop.placesLead) }
            DataTable(t(T.workshop.places), rows: board.places, columns: [
                Column(t(T.workshop.municipality), .name) { place in place.name.isEmpty ? t(T.workshop.otherPlaces) : place.name },
                Column(t(T.workshop.authors), .number) { place in place.count.map { t.number($0) } ?? t(T.workshop.fewer) },
            ], isCaptionHidden: true)
        }
    }

    // MARK: One of them

    func page(_ desk: ProposalDesk, _ form: FilledForm) -> Screen {
        let sheet = desk.sheet, proposal = sheet.proposal
        return Screen(t.shown(proposal.facts.title), trail: [Look.Link(t(T.workshop.title), href: reader.link("/staff/workshop"))]) {
            FormFaults(form)
            ProposalHead(reader: reader, sheet: sheet)
            Buttons {
                if proposal.state == .review { LinkButton(t(T.workshop.toReview), href: reader.link("/staff/workshop/\(proposal.id)/review")) }
                LinkButton(t(T.workshop.toText), href: reader.link("/proposals/\(proposal.id)"), .quiet)
                LinkButton(t(T.workshop.takePaper), href: reader.link("/proposals/\(proposal.id)/dossier.pdf"), .quiet, icon: .print)
                LinkButton(t(T.workshop.takeArchive), href: reader.link("/proposals/\(proposal.id)/dossier.zip"), .quiet, icon: .download)
            }
            if proposal.state.isBefore || proposal.state == .corrections { Readiness(reader: reader, dossier: sheet.dossier) }
            acts(desk, form)
            if !sheet.dossier.reviews.isEmpty {
                h2 { t(T.workshop.reviews) }
                ForEach(sheet.dossier.reviews) { review in
                    if review.given == nil { PersonLine(Run(review.name), state: Chip(.waiting, t(T.workshop.awaitsReview))) } else {
                        JudgementShown(reader: reader, review: review, criteria: sheet.dossier.call?.criteria ?? [])
                    }
                }
            }
        }
    }

    @HTMLBuilder private func acts(_ desk: ProposalDesk, _ form: FilledForm) -> some HTML {
        let proposal = desk.sheet.proposal, path = reader.link("/staff/workshop/\(proposal.id)"), moves = Set(proposal.state.moves)
        if proposal.state == .review {
            h2 { t(T.workshop.askReviewer) }
            if desk.judges.isEmpty { HTML::p { t(T.workshop.noJudges) } } else {
                Form(action: path + "/reviewer", hidden: reader.hidden, label: t(T.workshop.askReviewer)) {
                    form.field(T.workshop.reviewer, "reviewer")
                        .select([Field.Choice("", t(T.catalogue.notChosen))] + desk.judges.map { Field.Choice("\($0.person)", $0.name) })
                    Buttons { Submit(t(T.workshop.ask), .quiet) }
                }
            }
        }
        if moves.contains(.submit) || moves.contains(.resubmit) {
            h2 { t(T.workshop.submitTitle) }
            Form(action: path + "/submission", hidden: reader.hidden, label: t(T.workshop.submitTitle)) {
                FieldRow {
                    form.field(T.workshop.filedNumber, "filed", .short, isOptional: true, most: TextLimit.number.rawValue).text()
                    form.day(T.workshop.day, "day", isOptional: true)
                }
                Buttons { Submit(t(T.workshop.actSubmit)) }
            }
        }
        if moves.contains(.approve) {
            h2 { t(T.workshop.approveTitle) }
            Form(action: path + "/approval", hidden: reader.hidden, label: t(T.workshop.approveTitle)) {
                if proposal.kind == .programme {
                    form.field(T.workshop.cycle, "cycle", .full)
                        .select([Field.Choice("", t(T.catalogue.notChosen))] + desk.cycles.map { Field.Choice("\($0.id)", t.run($0.title)) })
                }
                FieldRow {
                    form.field(proposal.kind == .programme ? T.catalogue.number : T.workshop.decisionNumber, "decision", .short, most: TextLimit.number.rawValue).text()
                    dayField(form, "approval")
                }
                if proposal.kind == .programme { form.field(T.catalogue.price, "price", .short, hint: T.workshop.priceHint, isOptional: true).text() }
                Buttons { Submit(t(proposal.kind == .programme ? T.workshop.actApprove : T.workshop.actApproveGathering)) }
            }
        }
        if moves.contains(.reject) {
            Disclosure(t(T.workshop.rejectTitle), isOpen: form.fault("reason") != nil) {
                Form(action: path + "/rejection", hidden: reader.hidden, label: t(T.workshop.rejectTitle)) {
                    form.field(T.workshop.reasons, "reason", .full).area(rows: 4)
                    dayField(form, "rejection")
                    Buttons { Submit(t(T.workshop.actReject), .danger) }
                }
            }
        }
        if moves.contains(.complain), proposal.filing.complained == nil {
            h2 { t(T.workshop.complainTitle) }
            Form(action: path + "/complaint", hidden: reader.hidden, label: t(T.workshop.complainTitle)) {
                form.day(T.workshop.day, "day", isOptional: true)
                Buttons { Submit(t(T.workshop.actComplain)) }
            }
        }
        Buttons {
            ForEach([(ProposalMove.reopen, T.workshop.actReopen), (.askCorrections, T.workshop.actCorrections)].filter { moves.contains($0.0) }) { move, label in
                ButtonForm(t(label), .quiet, action: path + "/moves", hidden: reader.hidden + [Hidden("move", move.rawValue)])
            }
        }
    }

    /// The day of a decision: two forms of one page ask for it.
    private func dayField(_ form: FilledForm, _ row: String) -> some HTML {
        Field(
            t(T.workshop.day), name: "day", row: row, value: Day(iso: form["day"]).map(form.typed) ?? form["day"], error: form.fault("day"),
            optional: t(T.common.optional), width: .short, autocomplete: "off"
        ).date(t(T.common.pickDay))
    }
}

/// The form in which a proposal is judged, with all that it says.
struct JudgementViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func page(_ sheet: ProposalSheet, _ form: FilledForm) -> Screen {
        let proposal = sheet.proposal, own = reader.link("/staff/workshop/\(proposal.id)"), criteria = sheet.dossier.call?.criteria ?? []
        let trail = [Look.Link(t(T.workshop.title), href: reader.link("/staff/workshop")), Look.Link(t.run(proposal.facts.title, proposal.facts.language), href: own)]
        return Screen(t(T.workshop.judge), trail: trail) {
            FormFaults(form)
            Heading(t.run(proposal.facts.title, proposal.facts.language), kind: Run(t(T.workshop.judge)), lead: Run(t(T.workshop.judgeLead)))
            if sheet.isAuthor { Notice(.bad) { HTML::p { t(T.workshop.errorOwnReview) } } }
            if proposal.state != .review { Notice(.info) { HTML::p { t(T.workshop.errorNotInReview) } } }
            ForEach(sheet.parts) { row in
                h2 { FieldName(reader: reader, code: row.code, part: row.part) }
                HTML::p(.class("lines")) { t.run(sheet.dossier.text(row.code).isEmpty ? "–" : sheet.dossier.text(row.code), proposal.facts.language) }
                HTML::p(.class("small")) {
                    a(.href(reader.link("/proposals/\(proposal.id)/fields/\(row.code)"))) {
                        t(T.workshop.say)
                        span(.class("unseen")) { ": "; FieldName(reader: reader, code: row.code, part: row.part) }
                    }
                }
            }
            if proposal.state == .review, !sheet.isAuthor {
                h2 { t(T.workshop.criteria) }
                Form(action: own + "/review", hidden: reader.hidden, isGuarded: true, label: t(T.workshop.criteria)) {
                    ForEach(criteria) { part in criterion(part, form) }
                    form.field(T.workshop.note, "note", .full, isOptional: true).area(rows: 4)
                    Buttons {
                        Submit(t(T.workshop.actPass), name: "verdict", value: "ready")
                        Submit(t(T.workshop.actSendBack), .quiet, name: "verdict", value: "revise")
                    }
                }
            }
        }
    }

    private func criterion(_ part: CallPart, _ form: FilledForm) -> some HTML {
        let said = part.words.said(in: t.language), name = "mark-\(part.code)", note = "note-\(part.code)"
        return Fieldset(t.shown(said.text)) {
            Field(t(T.workshop.mark), name: name, value: form[name], hint: t(T.workshop.markHint), error: form.fault(name))
                .radios(ProposalReview.bounds.map { Field.Choice("\($0)", t.number($0)) })
            Field(
                t(T.workshop.markNote), name: note, value: form[note], error: form.fault(note), optional: t(T.common.optional), width: .full,
                most: TextLimit.note.rawValue, limit: t(T.forms.atMost(most: .number(TextLimit.note.rawValue)))
            ).area(rows: 2)
        }
    }
}
