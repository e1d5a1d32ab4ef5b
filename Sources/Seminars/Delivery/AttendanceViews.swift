import Accounts
import Catalogue
import Centres
import Events
import Forms
import HTML
import Kernel
import Languages
import Look
import Registration

/// Attendance as those who run the event see it.
struct AttendanceViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func show(_ roll: Roll, _ form: FilledForm) -> Screen {
        let title = roll.event.title(in: reader.language)
        let base = base(roll)
        let trail = [Look.Link(t(T.events.all), href: reader.link("/staff/events")), Look.Link(t.run(title), href: base)]
        return Screen(t(T.delivery.attendance), trail: trail) {
            PrintHeader(
                office: reader.site, title: t(T.delivery.attendance),
                lines: [t.run(title)] + EventSummary.facts(roll.event, roll.centre, t).map { Run("\($0.label): \($0.value.text)", lang: $0.value.lang) })
            refused(form)
            Heading(Run(t(T.delivery.attendance)), lead: t.run(title))
            doorway(roll)
            figures(roll)
            online(roll)
            if roll.rows.isEmpty { nobody(roll) } else { marks(roll, form) }
            HTML::p(.class("small muted")) { t.rule(roll.rule) }
            Buttons {
                LinkButton(t(T.delivery.sheetPaper), href: base + "/sheet.pdf", .quiet, icon: .print)
                LinkButton(t(T.delivery.report), href: base + "/report", .quiet, icon: .report)
                PrintButton(t(T.common.print))
            }
        }
    }

    /// The doors of the sessions that are held on this day: on a phone the first thing there is.
    @HTMLBuilder private func doorway(_ roll: Roll) -> some HTML {
        let sessions = roll.sessions.filter { $0.day == reader.today && $0.opens <= reader.now }
        if !sessions.isEmpty, roll.event.state != .closed {
            div(.class("doorway")) {
                ForEach(sessions) { session in
                    let path = "\(base(roll))/sessions/\(session.id)"
                    HTML::p { strong { t(T.delivery.doorOf(session: .text(t.session(session)))) } }
                    Buttons {
                        LinkButton(t(T.delivery.todayDoorAct), href: path + "/door", icon: .check)
                        LinkButton(t(T.delivery.screen), href: path + "/screen", .quiet)
                    }
                }
            }
        }
    }

    /// Where the report of a platform can be read.
    @HTMLBuilder private func online(_ roll: Roll) -> some HTML {
        let sessions = zip(roll.sessions, roll.event.plan.sessions).filter { $0.0.opens <= reader.now && (roll.event.form.has(.online) || $0.1.isOnline) }.map(\.0)
        if !sessions.isEmpty, !roll.rows.isEmpty {
            Buttons {
                ForEach(sessions) { session in
                    LinkButton(t(T.delivery.onlineOf(session: .text(t.session(session)))), href: "\(base(roll))/sessions/\(session.id)/online", .quiet)
                }
            }
        }
    }

    private func base(_ roll: Roll) -> String { reader.link("/staff/events/\(roll.event.id)") }

    /// The boxes of minutes are too many to be named one by one: each reason is said once, and the box is marked.
    @HTMLBuilder private func refused(_ form: FilledForm) -> some HTML {
        if let problem = form.problem {
            Notice(.bad, t(T.registration.notDone), isNews: true) {
                let said = problem.faults.reduce(into: [Phrase]()) { if !$0.contains($1.phrase) { $0.append($1.phrase) } }
                ForEach(said) { phrase in HTML::p { t(phrase) } }
            }
        }
    }

    private func figures(_ roll: Roll) -> some HTML {
        let complete = roll.rows.count { roll.result($0).isComplete }
        return Figures([
            Figures.Figure("\(roll.rows.count)", t(T.delivery.figureSeats), .neutral),
            Figures.Figure("\(complete)", t(T.delivery.figureComplete), .good),
        ] + roll.sessions.filter { $0.opens <= reader.now && roll.unmarked($0.id) > 0 }.map { session in
            Figures.Figure("\(roll.unmarked(session.id))", t(T.delivery.figureUnmarked(session: .text(t.session(session)))), .waiting)
        })
    }

    private func nobody(_ roll: Roll) -> some HTML {
        EmptyState(t(T.delivery.nobody), t(T.delivery.nobodyText)) {
            LinkButton(t(T.registration.add), href: base(roll) + "/add")
            ForEach(roll.sessions.filter { $0.opens <= reader.now }) { session in
                LinkButton(t(T.delivery.doorOf(session: .text(t.session(session)))), href: "\(base(roll))/sessions/\(session.id)/door", .quiet)
            }
        }
    }

    private func marks(_ roll: Roll, _ form: FilledForm) -> some HTML {
        HTML::form(.action(base(roll) + "/attendance"), .method(.post), .novalidate(), .data("guard", "")) {
            HiddenFields(reader.hidden)
            if roll.event.state == .closed {
                Notice(.waiting, t(T.delivery.closedTitle)) { HTML::p { t(T.delivery.closedText) } }
                form.field(T.delivery.reason, "reason", .full, hint: T.delivery.reasonHint).text()
            }
            rest(roll)
            quick(roll, form)
            table(roll, form)
            Buttons { Submit(t(T.common.save)) }
        }
    }

    /// A usual day: those who were missing are marked, and then all the rest were there, at once. It is taken back as easily.
    @HTMLBuilder private func rest(_ roll: Roll) -> some HTML {
        if roll.event.state != .closed {
            let sessions = roll.sessions.filter { $0.opens <= reader.now }
            let unmarked = sessions.filter { roll.unmarked($0.id) > 0 }
            ForEach(sessions.filter { !roll.rest($0.id).isEmpty }) { session in
                let marks = roll.rest(session.id)
                Notice(.info) {
                    HTML::p {
                        t(T.delivery.restWere(count: marks.count, session: .text(t.session(session)))); " "
                        Submit(t(T.delivery.takeBack), .quiet, name: "undo", value: "\(session.id)")
                    }
                }
            }
            Buttons {
                Submit(t(T.common.save), unmarked.isEmpty ? .primary : .quiet)
                ForEach(Array(unmarked.enumerated())) { place, session in
                    let count = Value.number(roll.unmarked(session.id))
                    Submit(
                        sessions.count == 1 ? t(T.delivery.restPresent(number: count)) : t(T.delivery.restPresentOf(session: .text(t.session(session)), number: count)),
                        place == 0 ? .primary : .quiet, name: "rest", value: "\(session.id)")
                }
            }
        }
    }

    /// A signed list typed back by the codes that are printed on it.
    @HTMLBuilder private func quick(_ roll: Roll, _ form: FilledForm) -> some HTML {
        let sessions = roll.sessions.filter { $0.opens <= reader.now }
        if let last = sessions.last {
            Disclosure(t(T.delivery.quick), isOpen: form.fault("codes") != nil) {
                HTML::p { t(T.delivery.quickText) }
                form.field(T.delivery.quickSession, "in", otherwise: "\(last.id)").select(sessions.map { Field.Choice("\($0.id)", t.session($0)) })
                Field(t(T.delivery.quickField), name: "codes", value: form["codes"], error: form.fault("codes"), optional: "",
                    limit: t(T.forms.atMost(most: .number(TextLimit.text.rawValue)))).area(rows: 3)
            }
        }
    }

    private func table(_ roll: Roll, _ form: FilledForm) -> some HTML {
        let numbered = Array(roll.rows.enumerated())
        return DataTable(t(T.delivery.attendance), rows: numbered, columns: [
            Column(t(T.registration.number), .number) { "\($0.offset + 1)." },
            Column(t(T.registration.familyAndGiven), .name) { row in
                row.element.name.listed
                if !row.element.school.isEmpty { span(.class("small muted")) { " "; t.run(row.element.school) } }
            },
        ] + roll.sessions.map { session in
            Column(t.session(session)) { row in cell(roll, row.element, session, form) }
        } + [
            Column(t(T.delivery.complete)) { row in
                let result = roll.result(row.element)
                Chip(result.isComplete ? .good : .neutral, t(T.delivery.attendedOf(attended: .number(result.attended), sessions: .number(result.sessions))))
            },
        ], isCaptionHidden: true, foot: [Empty(), AnyHTML(strong { t(T.delivery.wereThere) })] + roll.sessions.map { foot(roll, $0) } + [Empty()])
    }

    @HTMLBuilder private func cell(_ roll: Roll, _ row: RollRow, _ session: DatedSession, _ form: FilledForm) -> some HTML {
        if reader.now < session.opens {
            span(.class("muted")) { t(T.delivery.notYet) }
        } else if !roll.expects(row.registration, in: session.id), roll.mark(row.registration, session.id)?.mark == nil {
            span(.class("muted")) { t(T.delivery.notChosen) }
        } else {
            let mark = roll.mark(row.registration, session.id)
            let name = AttendanceForm.name(row.registration, session.id, mark)
            let minutes = AttendanceForm.minutes(row.registration, session.id)
            let isTyped = form.typed.has(name)
            let missed = mark.flatMap { $0.missed > 0 ? "\($0.missed)" : nil } ?? ""
            MarkCell(
                name: name, label: "\(row.name.listed), \(t.session(session))", value: isTyped ? form[name] : mark?.mark?.rawValue ?? "",
                choices: [Field.Choice("", "–")] + Mark.allCases.map { Field.Choice($0.rawValue, t($0.name)) },
                minutes: MarkCell.Number(
                    name: minutes, label: t(T.delivery.minutesMissed), value: isTyped ? form[minutes] : missed,
                    of: Set(Mark.allCases.filter(\.hasMinutes).map(\.rawValue)), isWrong: form.fault(minutes) != nil),
                printed: t.mark(mark))
        }
    }

    private func foot(_ roll: Roll, _ session: DatedSession) -> any HTML {
        div(.class("mark-foot")) {
            strong { "\(roll.count(session.id, \.isThere))" }
            if session.opens <= reader.now {
                LinkButton(t(T.delivery.door), href: "\(base(roll))/sessions/\(session.id)/door", .quiet)
            }
        }
    }
}
