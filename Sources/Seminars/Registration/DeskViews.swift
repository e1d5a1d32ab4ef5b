import Accounts
import Catalogue
import Centres
import Events
import Forms
import HTML
import Kernel
import Languages
package import Look
import Web

/// The desk of one event: one page from the first application to the sign-in sheet.
enum DeskViews {
    /// A line whose act was refused: it stays open with what was typed.
    struct Trouble {
        let registration: Registration.ID
        let typed: Typed
        let problem: Problem
    }

    static func show(_ visit: Visit, _ desk: Desk, _ journal: [JournalLine], _ trouble: Trouble? = nil) -> Answer {
        let t = visit.t
        let title = desk.event.title(in: visit.language)
        let base = visit.link("/staff/events/\(desk.event.id)")
        let filter = RegistrationState(rawValue: visit.query["state"])
        let rows = desk.rows.filter { row in filter.map { $0 == row.registration.state } ?? true }
        return visit.page(title.text, trail: [Look.Link(t(T.events.all), href: visit.link("/staff/events"))], status: trouble == nil ? 200 : 422) {
            Heading(title.text, kind: "\(t(desk.event.form.name)) · \(t(desk.event.state.name))", lang: title.language.htmlLang)
            if let trouble {
                Notice(.bad, t(T.registration.notDone), isNews: true) { ForEach(trouble.problem.faults) { fault in HTML::p { t(fault.phrase) } } }
            }
            figures(visit, desk)
            group(visit, desk)
            EventActs.buttons(desk.event, visit.reader)
            warnings(visit, desk)
            Facts { ForEach(EventSummary.facts(desk.event, desk.centre, t)) { fact in Fact(fact.label, fact.value) } }
            h2 { t(T.registration.listTitle) }
            Buttons {
                LinkButton(t(T.registration.add), href: base + "/add", .primary, icon: .apply)
                if desk.event.state.isAlive || desk.event.state == .closed {
                    LinkButton(t(T.registration.toAttendance), href: base + "/attendance", .quiet, icon: .check)
                }
                if desk.event.state == .held || desk.event.state == .closed { LinkButton(t(T.registration.toReport), href: base + "/report", .quiet, icon: .report) }
                LinkButton(t(T.registration.message), href: base + "/message", .quiet)
                LinkButton(t(T.registration.printSheet), href: base + "/sheet", .quiet, icon: .print)
                LinkButton(t(T.registration.download), href: base + "/list.xlsx", .quiet, icon: .download)
                if desk.event.state == .held || desk.event.state == .closed { LinkButton(t(T.registration.certificates), href: base + "/certificates", .quiet) }
            }
            if desk.rows.isEmpty {
                EmptyState(t(T.registration.nobodyYet), t(T.registration.nobodyYetText)) { Empty() }
            } else {
                chips(visit, desk, filter, base)
                table(visit, desk, rows, base, trouble)
            }
            h2 { t(T.registration.history) }
            Timeline(journal.map { line in
                Timeline.Entry(moment: line.entry.at.iso, when: t.instant(line.entry.at), who: line.who, what: said(line, desk, t), detail: reason(line.entry))
            })
        }
    }

    private static func figures(_ visit: Visit, _ desk: Desk) -> some HTML {
        let t = visit.t
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
    private static func group(_ visit: Visit, _ desk: Desk) -> some HTML {
        let t = visit.t
        return Group {
            if desk.event.state == .announced, desk.event.plan.seatsMin > 0, let day = desk.event.decision(desk.centre.rules, in: desk.centre.zone) {
                Notice(desk.missing > 0 ? .waiting : .good) {
                    HTML::p { desk.missing > 0 ? t(T.registration.groupMissing(count: desk.missing, day: .day(day))) : t(T.registration.groupFormed) }
                }
            }
        }
    }

    private static func warnings(_ visit: Visit, _ desk: Desk) -> some HTML {
        let t = visit.t
        return Group {
            if !desk.clashes.isEmpty {
                Notice(.waiting, t(T.registration.deskClashes)) {
                    ul {
                        ForEach(desk.clashes) { clash in
                            li { clash.what; ", "; t.day(clash.day, .short); ": "; a(.href(visit.link("/staff/events/\(clash.event)"))) { t.shown(clash.title) } }
                        }
                    }
                }
            }
        }
    }

    private static func chips(_ visit: Visit, _ desk: Desk, _ filter: RegistrationState?, _ base: String) -> some HTML {
        let t = visit.t
        let states = RegistrationState.allCases.filter { desk.count($0) > 0 }
        return FilterChips(
            t(T.registration.state),
            [NavItem(t(T.common.all), href: base, isCurrent: filter == nil, count: desk.rows.count)]
                + states.map { NavItem(t($0.name), href: "\(base)?state=\($0.rawValue)", isCurrent: filter == $0, count: desk.count($0)) })
    }

    private static func table(_ visit: Visit, _ desk: Desk, _ rows: [DeskRow], _ base: String, _ trouble: Trouble?) -> some HTML {
        let t = visit.t
        return DataTable(t(T.registration.listTitle), rows: rows, columns: [
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
                if let queue = row.queue { span(.class("small")) { " "; t(T.registration.queuePlace(place: .number(queue))) } }
                if row.registration.state == .offered, let until = row.registration.offeredUntil { span(.class("small")) { " "; t(T.registration.untilShort(until: .instant(until))) } }
            },
            Column(t(T.registration.acts), .act) { row in acts(visit, desk, row, trouble?.registration == row.registration.id ? trouble : nil) },
        ], isCaptionHidden: true)
    }

    /// What can be done with one person, in place.
    private static func acts(_ visit: Visit, _ desk: Desk, _ row: DeskRow, _ trouble: Trouble?) -> some HTML {
        let t = visit.t
        let base = visit.link("/staff/registrations/\(row.registration.id)")
        let typed = trouble?.typed ?? .nothing
        let id = "\(row.registration.id)"
        return Disclosure(t(T.registration.handle), isOpen: trouble != nil) {
            if let email = row.email { HTML::p { a(.href("mailto:\(email)")) { email } } }
            if !row.phone.isEmpty { HTML::p { a(.href("tel:\(row.phone)")) { row.phone } } }
            HTML::p(.class("small")) { t(T.registration.appliedAtMoment(moment: .instant(row.registration.applied))) }
            Look::Form(action: base + "/remark", hidden: visit.hidden, id: "line-\(id)") {
                Field(t(T.registration.reasonOrRemark), name: "reason", value: trouble == nil ? row.registration.remark : typed["reason"],
                      hint: t(T.registration.reasonOrRemarkHint), error: trouble.flatMap { visit.mistake("reason", $0.problem) }, optional: "", width: .full, .id("reason-\(id)")).text()
                if row.registration.state.next.contains(.moved), !desk.others.isEmpty {
                    Field(t(T.registration.moveTo), name: "event", value: typed["event"], error: trouble.flatMap { visit.mistake("event", $0.problem) }, optional: "")
                        .select([Field.Choice("", t(T.common.choose))] + desk.others.map { Field.Choice("\($0.id)", label($0, desk, visit)) })
                }
                Buttons {
                    if row.registration.state == .waiting || row.registration.state == .offered { Submit(t(T.registration.admit), .primary, action: base + "/admit") }
                    if row.registration.state.next.contains(.moved), !desk.others.isEmpty { Submit(t(T.registration.moveAct), .quiet, action: base + "/move") }
                    if row.registration.state.next.contains(.refused) { Submit(t(T.registration.refuse), .danger, action: base + "/refuse") }
                    Submit(t(T.registration.saveRemark), .quiet)
                }
            }
        }
    }

    private static func label(_ event: Event, _ desk: Desk, _ visit: Visit) -> String {
        let day = event.starts.map { visit.t.day(desk.centre.zone.day(of: $0), .numeric) } ?? ""
        return "\(day) \(event.title(in: visit.language).text)"
    }

    /// The deed as a text of its room, and whom it concerned; an old deed whose text is gone stands as its key.
    private static func said(_ line: JournalLine, _ desk: Desk, _ t: Texts) -> String {
        let deed = t.written(line.entry.deed)
        guard let row = desk.rows.first(where: { .registration($0.registration.id) == line.entry.subject }) else { return deed }
        return "\(row.name.full): \(deed)"
    }

    private static func reason(_ entry: JournalEntry) -> String? {
        guard let reason = entry.changes["reason"]?.last, !reason.isEmpty else { return nil }
        return reason
    }

    // MARK: Adding

    static func add(_ visit: Visit, _ desk: Desk, _ typed: Typed, found: [School], _ problem: Problem?) -> Answer {
        let t = visit.t
        let title = desk.event.title(in: visit.language)
        let base = visit.link("/staff/events/\(desk.event.id)")
        return visit.page(t(T.registration.add), trail: [Look.Link(t(T.events.all), href: visit.link("/staff/events")), Look.Link(title.text, href: base)], status: problem == nil ? 200 : 422) {
            ErrorSummary(t(T.registration.notDone), visit.mistakes(problem))
            Heading(t(T.registration.add), lead: t(T.registration.addText), lang: nil)
            if let problem, visit.mistakes(problem).isEmpty {
                Notice(.bad, isNews: true) { ForEach(problem.faults) { fault in HTML::p { t(fault.phrase) } } }
            }
            Look::Form(action: base + "/add", hidden: visit.hidden, isGuarded: true) {
                Field(t(T.registration.given), name: "given", value: typed["given"], error: visit.mistake("given", problem), autocomplete: "off").text()
                Field(t(T.registration.family), name: "family", value: typed["family"], error: visit.mistake("family", problem), autocomplete: "off").text()
                Field(t(T.registration.email), name: "email", value: typed["email"], hint: t(T.registration.addEmailHint), error: visit.mistake("email", problem), optional: t(T.common.optional), autocomplete: "off").email()
                Field(t(T.registration.phone), name: "phone", value: typed["phone"], optional: t(T.common.optional), autocomplete: "off").phone()
                SchoolField(visit.form(typed, problem), offered: found)
                Field(t(T.registration.payer), name: "payer", value: typed["payer"].isEmpty ? (desk.event.plan.payers.first?.rawValue ?? "") : typed["payer"], error: visit.mistake("payer", problem))
                    .radios(desk.event.plan.payers.map { Field.Choice($0.rawValue, t($0.name)) })
                Field(t(T.registration.note), name: "note", value: typed["note"], optional: t(T.common.optional)).area(rows: 2)
                Buttons {
                    Submit(t(T.registration.addAct))
                    LinkButton(t(T.common.cancel), href: base, .quiet)
                }
            }
        }
    }

    // MARK: The printed list

    static func sheet(_ visit: Visit, _ desk: Desk) -> Answer {
        let t = visit.t
        let title = desk.event.title(in: visit.language)
        return visit.sheet(t(T.registration.sheetTitle)) {
            PrintHeader(office: visit.site, title: t(T.registration.sheetTitle), lines: [title.text] + EventSummary.facts(desk.event, desk.centre, t).map { "\($0.label): \($0.value)" })
            Heading(t(T.registration.sheetTitle), lead: title.text)
            PrintButton(t(T.registration.print))
            DataTable(t(T.registration.sheetTitle), rows: Array(desk.admitted.enumerated()), columns: [
                Column(t(T.registration.number), .number) { row in "\(row.offset + 1)." },
                Column(t(T.registration.familyAndGiven), .name) { row in row.element.name.listed },
                Column(t(T.registration.school)) { row in t.shown([row.element.school, row.element.place].filter { !$0.isEmpty }.joined(separator: ", ")) },
            ] + desk.event.plan.sessions.map { session in
                Column("\(t.day(session.day, .short)) \(t.times(session.begins, to: session.ends))") { _ in "" }
            }, onPhone: .scroll, isCaptionHidden: true)
            if !desk.event.plan.trainers.isEmpty {
                HTML::p { t(T.registration.trainers); ": "; desk.event.plan.trainers.map(\.name).joined(separator: ", ") }
            }
        }
    }
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
