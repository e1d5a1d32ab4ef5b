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

    func show(_ desk: Desk, _ journal: [JournalLine], _ refused: RefusedLine?) -> Screen {
        let title = desk.event.title(in: reader.language)
        return Screen(title.text, trail: [Look.Link(t(T.events.all), href: reader.link("/staff/events"))]) {
            Heading(title.text, kind: "\(t(desk.event.form.name)) · \(t(desk.event.state.name))", lang: title.language.htmlLang)
            if let problem = refused?.form.problem {
                Notice(.bad, t(T.registration.notDone), isNews: true) { ForEach(problem.faults) { fault in HTML::p { t(fault.phrase) } } }
            }
            figures(desk)
            group(desk)
            EventActs.buttons(desk.event, reader)
            clashes(desk)
            Facts { ForEach(EventSummary.facts(desk.event, desk.centre, t)) { fact in FactLine(fact.label, fact.value) } }
            h2 { t(T.registration.listTitle) }
            buttons(desk.event)
            if desk.rows.isEmpty {
                EmptyState(t(T.registration.nobodyYet), t(T.registration.nobodyYetText)) { Empty() }
            } else {
                list(desk, refused)
            }
            h2 { t(T.registration.history) }
            Timeline(journal.map { line in
                Timeline.Entry(moment: line.entry.at.iso, when: t.instant(line.entry.at), who: line.who, what: said(line, desk), detail: reason(line.entry))
            })
        }
    }

    private func figures(_ desk: Desk) -> Figures {
        let seats = desk.seats
        var figures = [
            Figures.Figure("\(desk.count(.admitted))", t(T.registration.figureAdmitted(seats: .number(seats.seats))), .good),
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

    /// Halls and trainers that other events want at the same time.
    @HTMLBuilder private func clashes(_ desk: Desk) -> some HTML {
        if !desk.clashes.isEmpty {
            Notice(.waiting, t(T.registration.deskClashes)) {
                ul {
                    ForEach(desk.clashes) { clash in
                        li { clash.what; ", "; t.day(clash.day, .short); ": "; a(.href(path(clash.event))) { t.shown(clash.title) } }
                    }
                }
            }
        }
    }

    private func buttons(_ event: Event) -> Buttons {
        let isOver = event.state == .held || event.state == .closed
        let path = path(event.id)
        return Buttons {
            LinkButton(t(T.registration.add), href: path + "/add", .primary, icon: .apply)
            if event.state.isAlive || event.state == .closed {
                LinkButton(t(T.registration.toAttendance), href: path + "/attendance", .quiet, icon: .check)
            }
            if isOver { LinkButton(t(T.registration.toReport), href: path + "/report", .quiet, icon: .report) }
            LinkButton(t(T.registration.message), href: path + "/message", .quiet)
            LinkButton(t(T.registration.printSheet), href: path + "/sheet.pdf", .quiet, icon: .print)
            LinkButton(t(T.registration.download), href: path + "/list.xlsx", .quiet, icon: .download)
            if isOver { LinkButton(t(T.registration.certificates), href: path + "/certificates", .quiet) }
        }
    }

    // MARK: The list

    @HTMLBuilder private func list(_ desk: Desk, _ refused: RefusedLine?) -> some HTML {
        let path = path(desk.event.id)
        let filter = RegistrationState(rawValue: reader.query["state"])
        let states = RegistrationState.allCases.filter { desk.count($0) > 0 }
        FilterChips(
            t(T.registration.state),
            [NavItem(t(T.common.all), href: path, isCurrent: filter == nil, count: desk.rows.count)]
                + states.map { NavItem(t($0.name), href: "\(path)?state=\($0.rawValue)", isCurrent: filter == $0, count: desk.count($0)) })
        table(desk, desk.rows.filter { row in filter.map { $0 == row.registration.state } ?? true }, refused)
    }

    private func table(_ desk: Desk, _ rows: [DeskRow], _ refused: RefusedLine?) -> some HTML {
        DataTable(t(T.registration.listTitle), rows: rows, columns: [
            Column(t(T.registration.name), .name) { row in
                row.name.listed
                if !row.registration.note.isEmpty { HTML::p(.class("small")) { row.registration.note } }
                if !row.registration.remark.isEmpty { HTML::p(.class("small muted")) { row.registration.remark } }
            },
            Column(t(T.registration.school)) { row in
                t.shown(row.school)
                if !row.place.isEmpty { span(.class("muted")) { " "; t.shown(row.place) } }
            },
            Column(t(T.registration.payer)) { row in t(row.registration.payer.ofOthers) },
            Column(t(T.registration.state)) { row in
                Chip(row.registration.state.tone, t(row.registration.state.name))
                if row.deadLetter != nil { " "; Chip(.bad, t(T.accounts.letterNotArrived)) }
                if let queue = row.queue { span(.class("small")) { " "; t(T.registration.queuePlace(place: .number(queue))) } }
                if row.registration.state == .offered, let until = row.registration.offeredUntil {
                    span(.class("small")) { " "; t(T.registration.untilShort(until: .instant(until))) }
                }
            },
            Column(t(T.registration.acts), .act) { row in
                acts(desk, row, refused?.registration == row.registration.id ? refused?.form : nil)
            },
        ], isCaptionHidden: true)
    }

    /// What can be done with one person, in place.
    /// - Parameter refused: the line's form when its act was refused.
    private func acts(_ desk: Desk, _ row: DeskRow, _ refused: FilledForm?) -> some HTML {
        let registration = row.registration
        let base = reader.link("/staff/registrations/\(registration.id)")
        return Disclosure(t(T.registration.handle), isOpen: refused != nil) {
            if let email = row.email { HTML::p { a(.href("mailto:\(email)")) { email } } }
            if let dead = row.deadLetter { HTML::p { a(.href(reader.link("/staff/letters/\(dead)"))) { t(T.accounts.letterNotArrived) } } }
            if !row.phone.isEmpty { HTML::p { a(.href("tel:\(row.phone)")) { row.phone } } }
            HTML::p(.class("small")) { t(T.registration.appliedAtMoment(moment: .instant(registration.applied))) }
            Form(action: base + "/remark", hidden: reader.hidden, id: "line-\(registration.id)") {
                Field(
                    t(T.registration.reasonOrRemark), name: "reason", row: "\(registration.id)", value: refused.map { $0["reason"] } ?? registration.remark,
                    hint: t(T.registration.reasonOrRemarkHint), error: refused?.fault("reason"), optional: "", width: .full
                ).text()
                if desk.moves(registration) {
                    Field(
                        t(T.registration.moveTo), name: "event", row: "\(registration.id)", value: refused?["event"] ?? "", error: refused?.fault("event"),
                        optional: "")
                        .select([Field.Choice("", t(T.common.choose))] + desk.others.map { Field.Choice("\($0.id)", label($0, desk)) })
                }
                Buttons {
                    if registration.state.awaitsSeat { Submit(t(T.registration.admit), .primary, action: base + "/admit") }
                    if desk.moves(registration) { Submit(t(T.registration.moveAct), .quiet, action: base + "/move") }
                    if registration.state.next.contains(.refused) { Submit(t(T.registration.refuse), .danger, action: base + "/refuse") }
                    Submit(t(T.registration.saveRemark), .quiet)
                }
            }
        }
    }

    private func label(_ event: Event, _ desk: Desk) -> String {
        let day = event.starts.map { t.day(desk.centre.zone.day(of: $0), .numeric) } ?? ""
        return "\(day) \(event.title(in: reader.language).text)"
    }

    // MARK: The journal

    /// The deed as a text of its room, and whom it concerned; an old deed whose text is gone stands as its key.
    private func said(_ line: JournalLine, _ desk: Desk) -> String {
        let deed = t.written(line.entry.deed)
        guard let row = desk.rows.first(where: { .registration($0.registration.id) == line.entry.subject }) else { return deed }
        return "\(row.name.full): \(deed)"
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
        case .lapsed, .withdrawn, .moved: .neutral
        }
    }
}
