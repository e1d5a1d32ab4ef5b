import Accounts
import Catalogue
import Centres
import Events
import Forms
import HTML
import Kernel
import Languages
package import Look

/// The desk of one event: one page from the first application to the sign-in sheet.
struct DeskViews {
    let reader: Reader
    private var t: Texts { reader.t }

    /// The deed that only leads to the page of a message.
    static let writes = "write"
    private static let chosenForm = "chosen"

    /// - Parameters:
    ///   - doors: to pages of rooms above.
    ///   - brought: what these show here.
    ///   - form: of what is done with chosen ones: the ticked boxes, and what was wrong.
    func show(_ desk: Desk, _ journal: [JournalLine], doors: [EventDoor], _ brought: [(title: Phrase?, content: Markup)], _ form: FilledForm) -> Screen {
        let title = desk.event.title(in: reader.language)
        return Screen(title.text, trail: [Look.Link(t(T.events.all), href: reader.link("/staff/events"))]) {
            FormFaults(form, title: T.registration.notDone)
            Heading(title.text, kind: "\(t.shown(desk.event.form.name(in: t.language).text)) · \(t(desk.event.state.name))", lang: t.lang(of: title.language))
            acts(desk.event, doors)
            if let undo = desk.event.undo(at: reader.now) {
                Notice(.info) {
                    HTML::p { t(desk.event.state == .held ? T.events.saidHeld : T.events.saidClosed); " "; t(T.events.undoUntil(until: .instant(undo.until))) }
                }
            }
            if desk.event.form.takesApplications { figures(desk) }
            group(desk)
            need(desk)
            clashes(desk)
            ForEach(brought) { part in
                if let title = part.title { h2 { t(title) } }
                part.content
            }
            if desk.event.form.takesApplications || desk.total > 0 { h2 { t(T.registration.listTitle) } }
            if !desk.event.form.takesApplications, desk.total == 0 {
                Notice(.info) {
                    HTML::p { t(desk.event.form.applying == .invited ? T.registration.deskInvited : T.registration.deskNobodyApplies) }
                    if !desk.event.form.isInternal { HTML::p { a(.href(path(desk.event.id) + "/guests")) { t(T.registration.toGuests) } } }
                }
            } else if desk.total == 0 {
                EmptyState(t(T.registration.nobodyYet), t(T.registration.nobodyYetText)) { Empty() }
            } else {
                list(desk, form)
            }
            h2 { t(T.registration.aboutEvent) }
            Facts { ForEach(EventSummary.facts(desk.event, desk.centre, t)) { fact in FactLine(fact.label, fact.value) } }
            h2 { t(T.registration.history) }
            Timeline(journal.map { line in
                Timeline.Entry(moment: line.entry.at.iso, when: t.instant(line.entry.at), who: line.who, what: said(line), detail: reason(line.entry))
            })
        }
    }

    // MARK: What can be done with the event

    private func acts(_ event: Event, _ doors: [EventDoor]) -> ActBar {
        let path = path(event.id), verbs = EventVerb.possible(event, at: reader.now)
        let next = verbs.first { !$0.isDangerous && $0 != .postpone && $0.isAsked }
        let isOver = event.state == .held || event.state == .closed
        var rest = verbs.filter { !$0.isDangerous && $0 != next && $0.isAsked }.map { Look.Link(t($0.name), href: "\(path)/\($0.rawValue)") }
        func offer(_ phrase: Phrase, _ href: String, if isOffered: Bool = true) { if isOffered { rest.append(Look.Link(t(phrase), href: href)) } }
        offer(T.registration.message, path + "/message", if: event.form.takesApplications)
        offer(T.registration.workshops, path + "/workshops", if: !event.workshops.isEmpty)
        offer(T.registration.toTalks, path + "/talks", if: event.form.has(.talks))
        offer(T.registration.toPapers, path + "/papers", if: event.form.has(.papers))
        offer(T.registration.toConclusions, path + "/conclusions", if: event.form.has(.conclusions))
        offer(event.form.takesApplications ? T.registration.toSpeakers : T.registration.toGuests, path + "/guests", if: !event.form.isInternal)
        offer(T.registration.needTitle, path + "/need", if: event.form.takesApplications)
        offer(T.common.edit, path + "/edit", if: event.state.isChangeable)
        offer(T.registration.equipment, path + "/equipment", if: event.state.isChangeable)
        offer(T.events.copyAct, reader.link("/staff/events/new?copy=\(event.id)"))
        offer(T.events.series, path + "/series")
        offer(T.registration.printSheet, path + "/sheet.pdf", if: event.form.takesApplications && (event.state.isAlive || isOver))
        offer(T.registration.printBadges, path + "/badges.pdf", if: event.form.has(.attendance) && event.form.applying != .group && (event.state.isAlive || isOver))
        offer(T.registration.toGroups, path + "/groups", if: event.form.applying == .group && (event.state.isAlive || isOver))
        offer(T.registration.printBus, path + "/bus.pdf", if: event.form.has(.bus))
        offer(T.registration.download, path + "/list.xlsx", if: event.form.takesApplications)
        offer(T.registration.onePage, path + "?all=yes", if: event.form.takesApplications)
        for door in doors { offer(door.label, "\(path)/\(door.path)") }
        offer(T.registration.letters, reader.link("/staff/letters?event=\(event.id)"))
        offer(T.registration.publicPage, reader.link("/events/\(event.id)"))
        let dangers = verbs.filter(\.isDangerous)
        return ActBar(t(T.common.more), rest: rest) {
            if let next {
                act(next, .primary, path)
                if event.form.takesApplications { LinkButton(t(T.registration.add), href: path + "/add", .quiet, icon: .apply) }
            } else if event.form.takesApplications {
                LinkButton(t(T.registration.add), href: path + "/add", .primary, icon: .apply)
            }
            ForEach(verbs.filter { !$0.isAsked && $0 != next }) { verb in act(verb, .quiet, path) }
            if event.form.has(.attendance), event.state.isAlive || isOver { LinkButton(t(T.registration.toAttendance), href: path + "/attendance", .quiet, icon: .check) }
            if event.form.has(.attendance), isOver { LinkButton(t(T.registration.toEvaluation), href: path + "/evaluation", .quiet) }
            if isOver {
                LinkButton(t(T.registration.toReport), href: path + "/report", .quiet, icon: .report)
                if event.form.details.paper != .none || event.form.details.leadPaper != .none {
                    LinkButton(t(T.registration.certificates), href: path + "/certificates", .quiet)
                }
            }
        } away: {
            ForEach(dangers) { verb in act(verb, .danger, path) }
        }
    }

    /// What is asked about first leads to the page that asks; the rest is done at once.
    @HTMLBuilder private func act(_ verb: EventVerb, _ weight: Weight, _ path: String) -> some HTML {
        if verb.isAsked {
            LinkButton(t(verb.name), href: "\(path)/\(verb.rawValue)", weight)
        } else {
            ButtonForm(t(verb.name), weight, action: "\(path)/\(verb.rawValue)", hidden: reader.hidden)
        }
    }

    // MARK: How it stands

    private func figures(_ desk: Desk) -> Figures {
        let seats = desk.seats
        var figures = [
            Figures.Figure("\(desk.event.form.applying == .group ? seats.taken : desk.count(.admitted))",
                t(T.registration.figureAdmitted(seats: .number(seats.seats))), .good),
            Figures.Figure("\(seats.waiting)", t(T.registration.figureWaiting), seats.waiting > 0 ? .waiting : .neutral),
        ]
        if desk.count(.offered) > 0 { figures.append(Figures.Figure("\(desk.count(.offered))", t(T.registration.figureOffered), .waiting)) }
        if desk.missing > 0 { figures.append(Figures.Figure("\(desk.missing)", t(T.registration.figureMissing(count: desk.missing)), .bad)) }
        figures.append(Figures.Figure(t.day(desk.event.plan.deadline, .short), t(T.registration.figureDeadline), .neutral))
        return Figures(figures)
    }

    /// The smallest group: formed, or missing so many until the day of decision.
    @HTMLBuilder private func group(_ desk: Desk) -> some HTML {
        if desk.event.state == .announced, desk.event.plan.seatsMin > 0, let day = desk.event.decision(desk.centre.rules, in: desk.centre.zone) {
            Notice(desk.missing > 0 ? .waiting : .good) {
                HTML::p { desk.missing > 0 ? t(T.registration.groupMissing(count: desk.missing, day: .day(day))) : t(T.registration.groupFormed) }
            }
        }
    }

    /// That seats are given by need, and when.
    @HTMLBuilder private func need(_ desk: Desk) -> some HTML {
        if let day = desk.seats.collects {
            Notice(.info) { HTML::p { t(T.registration.needShort(day: .day(day))); " "; a(.href(path(desk.event.id) + "/need")) { t(T.registration.needWho) } } }
        }
    }

    /// Halls and trainers that other events want at the same time.
    @HTMLBuilder private func clashes(_ desk: Desk) -> some HTML {
        if !desk.clashes.isEmpty {
            Notice(.waiting, t(T.registration.deskClashes)) {
                ul {
                    ForEach(desk.clashes) { clash in
                        li { t(clash.what); if let path = clash.path { " "; a(.href(reader.link(path))) { t.run(clash.title) } } }
                    }
                }
            }
        }
    }

    // MARK: The list

    @HTMLBuilder private func list(_ desk: Desk, _ form: FilledForm) -> some HTML {
        let question = desk.question
        let states = RegistrationState.allCases.filter { desk.count($0) > 0 }
        Form(action: path(desk.event.id), method: .get, hidden: kept(question), isInline: true) {
            Field(
                t(T.registration.find), name: "q", value: question.words.joined(separator: " "), optional: "", autocomplete: "off"
            ).search()
            Field(t(T.registration.sort), name: "sort", value: question.sort, optional: "").select(DeskQuestion.sorts.map { Field.Choice($0.value, t($0.name)) })
            Submit(t(T.common.search), .quiet)
        }
        FilterChips(
            t(T.registration.state),
            [NavItem(t(T.common.all), href: reader.here("state", nil), isCurrent: question.state == nil, count: desk.total)] + states.map { state in
                NavItem(t(state.name), href: reader.here("state", state.rawValue), isCurrent: question.state == state, count: desk.count(state))
            })
        if desk.rows.isEmpty {
            EmptyState(t(T.registration.nobodyFound), t(T.registration.nobodyFoundText)) { LinkButton(t(T.common.clear), href: path(desk.event.id), .quiet) }
        } else {
            if question.isWhole {
                PrintButton(t(T.common.print))
                DataTable(t(T.registration.listTitle), rows: desk.rows, columns: columns(desk), isCaptionHidden: true)
            } else {
                table(desk, Set(ChosenForm.chosen(form.typed)))
                desk.paging.links(reader)
                chosen(desk, form)
            }
        }
    }

    /// A search keeps the state that was chosen.
    private func kept(_ question: DeskQuestion) -> [Hidden] {
        question.state.map { [Hidden("state", $0.rawValue)] } ?? []
    }

    private func table(_ desk: Desk, _ chosen: Set<Registration.ID>) -> some HTML {
        let box = Column<DeskRow>(t(T.registration.choose), .act) { row in
            RowBox(row.name.listed, name: "chosen", value: "\(row.registration.id)", form: Self.chosenForm, isChosen: chosen.contains(row.registration.id))
        }
        return DataTable(t(T.registration.listTitle), rows: desk.rows, columns: [box] + columns(desk), isCaptionHidden: true) { row in
            Markup(RowDetails(t(T.registration.handle), of: row.name.listed) { details(desk, row) })
        }
    }

    private func columns(_ desk: Desk) -> [Column<DeskRow>] {
        let question = desk.question
        return [
            Column(t(T.registration.name), .name, sorting: question.sorting(by: .name, reader)) { row in
                if row.registration.isUnnamed { t(T.registration.seatUnnamed) } else { row.name.listed }
                if row.registration.schoolGroup != nil { " "; Chip(.info, t(T.registration.schoolGroupOf)) }
                if !row.registration.note.isEmpty { " "; Chip(.info, t(T.registration.hasNote)) }
                if !row.registration.remark.isEmpty { " "; Chip(.neutral, t(T.registration.hasRemark)) }
            },
            Column(t(T.registration.school), sorting: question.sorting(by: .school, reader)) { row in
                t.run(row.school)
                if !row.place.isEmpty { span(.class("muted")) { " "; t.run(row.place) } }
            },
            second(desk),
            Column(t(T.registration.state), sorting: question.sorting(by: .state, reader)) { row in
                Chip(row.registration.state.tone, t(row.registration.state.name))
                if row.deadLetter != nil { " "; Chip(.bad, t(T.accounts.letterNotArrived)) }
                if let queue = row.queue, desk.seats.collects == nil { span(.class("small")) { " "; t(T.registration.queuePlace(place: .number(queue))) } }
                if row.registration.state == .offered, let until = row.registration.offeredUntil {
                    span(.class("small")) { " "; t(T.registration.untilShort(until: .instant(until))) }
                }
            },
        ]
    }

    /// Who pays; where groups come without paying, what the group is.
    private func second(_ desk: Desk) -> Column<DeskRow> {
        if desk.event.form.applying == .group {
            return Column(t(T.registration.groupTitle)) { row in row.registration.group.map { t($0.line) } ?? "" }
        }
        return Column(t(T.registration.payer), sorting: desk.question.sorting(by: .payer, reader)) { row in t(row.registration.payer.ofOthers) }
    }

    /// What can be done with one person.
    @HTMLBuilder private func details(_ desk: Desk, _ row: DeskRow) -> some HTML {
        let registration = row.registration
        let base = reader.link("/staff/registrations/\(registration.id)"), back = desk.question.query
        let verbs = DeskVerb.allCases.filter { $0.isPossible(registration, of: desk.event, at: reader.now) }
        let rest = verbs.filter { ![.admit, .refuse, .remark].contains($0) }.map { Look.Link(t($0.name), href: address($0, base, back)) }
        HTML::p(.class("said")) {
            if let email = row.email { span { a(.href("mailto:\(email)")) { email } }; " " }
            if let dead = row.deadLetter { span { a(.href(reader.link("/staff/letters/\(dead)"))) { t(T.accounts.letterNotArrived) } }; " " }
            if !row.phone.isEmpty { span { a(.href("tel:\(Phone.dialled(row.phone))")) { row.phone } }; " " }
            if !row.job.isEmpty { span { t.run(row.job) }; " " }
            span(.class("muted")) { t(T.registration.appliedAtMoment(moment: .instant(registration.applied))) }
        }
        if !row.school.isEmpty { HTML::p { t.run([row.school, row.place].filter { !$0.isEmpty }.joined(separator: ", ")) } }
        if !registration.note.isEmpty { HTML::p { t(T.registration.note); ": "; registration.note } }
        if !registration.reason.isEmpty { HTML::p { t(T.registration.reason); ": "; registration.reason } }
        Form(action: base + "/remark", hidden: reader.hidden + [Hidden("back", back)], id: "line-\(registration.id)") {
            FieldRow {
                Field(
                    t(T.registration.remark), name: "remark", row: "\(registration.id)", value: registration.remark, hint: t(T.registration.remarkHint), optional: "",
                    width: .full, most: Registration.longestRemark
                ).text()
                Submit(t(T.registration.saveRemark), .quiet)
            }
        }
        let card = registration.hasCounted ? [Look.Link(t(T.registration.personCard), href: reader.link("/people/\(registration.person)"))] : []
        ActBar(t(T.common.more), rest: rest + card) {
            if verbs.contains(.admit) { ButtonForm(t(T.registration.admit), action: base + "/admit", hidden: reader.hidden + [Hidden("back", back)]) }
        } away: {
            if verbs.contains(.refuse) { LinkButton(t(T.registration.refuse), href: address(.refuse, base, back), .danger) }
        }
    }

    private func address(_ verb: DeskVerb, _ base: String, _ back: String) -> String {
        let query = Typed(["back": back]).query
        return "\(base)/\(verb.rawValue)" + (query.isEmpty ? "" : "?\(query)")
    }

    /// One act with all whose boxes are ticked.
    private func chosen(_ desk: Desk, _ form: FilledForm) -> some HTML {
        let path = path(desk.event.id)
        return Form(action: path + "/chosen", hidden: reader.hidden + [Hidden("back", desk.question.query)], id: Self.chosenForm, label: t(T.registration.withChosen)) {
            div(.class("chosen")) {
                HTML::p(.class("chosen-title")) { t(T.registration.withChosen) }
                AllBox(t(T.registration.chooseAll), name: "chosen")
                Field(
                    t(T.registration.reason), name: "reason", value: form["reason"], hint: t(T.registration.chosenReasonHint), error: form.fault("reason"),
                    optional: "", width: .full, most: Registration.longestRemark
                ).text()
                Buttons {
                    Submit(t(T.registration.admit), .quiet, name: "deed", value: DeskVerb.admit.rawValue)
                    Submit(t(T.registration.waitAct), .quiet, name: "deed", value: DeskVerb.wait.rawValue)
                    Submit(t(T.registration.message), .quiet, name: "deed", value: Self.writes)
                    div(.class("away")) { Submit(t(T.registration.refuse), .danger, name: "deed", value: DeskVerb.refuse.rawValue) }
                }
            }
        }
    }

    // MARK: The journal

    /// The deed as a text of its room, and whom it concerned; an old deed whose text is gone stands as its key.
    private func said(_ line: JournalLine) -> String {
        let deed = t.written(line.entry.deed)
        return line.whom.isEmpty ? deed : "\(line.whom): \(deed)"
    }

    private func reason(_ entry: JournalEntry) -> String? {
        guard let reason = entry.changes["reason"]?.last, !reason.isEmpty else { return nil }
        return reason
    }

    private func path(_ event: Event.ID) -> String { reader.link("/staff/events/\(event)") }
}

extension RegistrationState {
    package var tone: Tone {
        switch self {
        case .admitted: .good
        case .waiting, .offered, .unconfirmed: .waiting
        case .refused: .bad
        case .lapsed, .withdrawn, .moved, .unseated: .neutral
        }
    }
}
