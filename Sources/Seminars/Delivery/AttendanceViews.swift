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
import Web

/// Attendance as those who run the event see it.
enum AttendanceViews {
    static func show(_ visit: Visit, _ roll: Roll, _ problem: Problem? = nil) -> Answer {
        let t = visit.t
        let title = roll.event.title(in: visit.language)
        let base = visit.link("/staff/events/\(roll.event.id)")
        let trail = [Look.Link(t(T.events.all), href: visit.link("/staff/events")), Look.Link(title.text, href: base)]
        return visit.page(t(T.delivery.attendance), trail: trail, status: problem == nil ? 200 : 422) {
            PrintHeader(office: visit.site, title: t(T.delivery.attendance), lines: [title.text] + EventSummary.facts(roll.event, roll.centre, t).map { "\($0.label): \($0.value)" })
            if let problem { refused(visit, problem) }
            Heading(t(T.delivery.attendance), lead: title.text)
            figures(visit, roll)
            HTML::p(.class("small")) { Self.rule(roll.rule, t) }
            Buttons {
                LinkButton(t(T.delivery.sheetPaper), href: base + "/sheet.pdf", .quiet, icon: .print)
                LinkButton(t(T.delivery.blankSheet), href: base + "/sheet", .quiet)
                LinkButton(t(T.delivery.report), href: base + "/report", .quiet, icon: .report)
                PrintButton(t(T.common.print))
            }
            if roll.rows.isEmpty {
                EmptyState(t(T.delivery.nobody), t(T.delivery.nobodyText)) {
                    LinkButton(t(T.registration.add), href: base + "/add")
                    ForEach(roll.sessions.filter { $0.opens <= visit.now }) { session in
                        LinkButton(t(T.delivery.doorOf(session: .text(head(session, t)))), href: "\(base)/sessions/\(session.id)/door", .quiet)
                    }
                }
            } else {
                form(.action(base + "/attendance"), .method(.post), .novalidate(), .data("guard", "")) {
                    HiddenFields(visit.hidden)
                    if roll.event.state == .closed {
                        Notice(.waiting, t(T.delivery.closedTitle)) { HTML::p { t(T.delivery.closedText) } }
                        Field(t(T.delivery.reason), name: "reason", value: visit.typed["reason"], hint: t(T.delivery.reasonHint), error: visit.mistake("reason", problem), width: .full).text()
                    }
                    Buttons { Submit(t(T.common.save)) }
                    quick(visit, roll, problem)
                    table(visit, roll, base, problem)
                    Buttons { Submit(t(T.common.save)) }
                }
            }
        }
    }

    private static func refused(_ visit: Visit, _ problem: Problem) -> some HTML {
        Notice(.bad, visit.t(T.registration.notDone), isNews: true) {
            let said = problem.faults.reduce(into: [Phrase]()) { if !$0.contains($1.phrase) { $0.append($1.phrase) } }
            ForEach(said) { phrase in HTML::p { visit.t(phrase) } }
        }
    }

    private static func figures(_ visit: Visit, _ roll: Roll) -> some HTML {
        let t = visit.t
        let complete = roll.rows.count { roll.result($0).isComplete }
        return Figures([
            Figures.Figure("\(roll.rows.count)", t(T.delivery.figureSeats), .neutral),
            Figures.Figure("\(complete)", t(T.delivery.figureComplete), .good),
        ] + roll.sessions.filter { $0.opens <= visit.now && roll.unmarked($0.id) > 0 }.map { session in
            Figures.Figure("\(roll.unmarked(session.id))", t(T.delivery.figureUnmarked(session: .text(head(session, t)))), .waiting)
        })
    }

    /// The rule of completion in one sentence.
    static func rule(_ rule: CompletionRule, _ t: Texts) -> String {
        let sessions = rule.percent == 100 ? t(T.delivery.ruleAll) : t(T.delivery.rulePercent(percent: .number(rule.percent)))
        let minutes = rule.minutesMissed == 0 ? t(T.delivery.ruleNoMinutes) : t(T.delivery.ruleMinutes(count: rule.minutesMissed))
        return [sessions, minutes, t(rule.countsExcused ? T.delivery.ruleExcused : T.delivery.ruleNotExcused)].joined(separator: " ")
    }

    static func head(_ session: DatedSession, _ t: Texts) -> String { "\(t.day(session.day, .short)) \(t.times(session.begins, to: session.ends))" }

    /// What a mark is called, with its minutes.
    static func word(_ mark: Attendance?, _ t: Texts) -> String {
        guard let kind = mark?.mark else { return "" }
        return kind.hasMinutes ? "\(t(kind.name)), \(t(T.delivery.minutesShort(count: mark?.missed ?? 0)))" : t(kind.name)
    }

    private static func table(_ visit: Visit, _ roll: Roll, _ base: String, _ problem: Problem?) -> some HTML {
        let t = visit.t
        let numbered = Array(roll.rows.enumerated())
        return DataTable(t(T.delivery.attendance), rows: numbered, columns: [
            Column(t(T.registration.number), .number) { "\($0.offset + 1)." },
            Column(t(T.registration.familyAndGiven), .name) { row in
                row.element.name.listed
                if !row.element.school.isEmpty { span(.class("small muted")) { " "; t.shown(row.element.school) } }
            },
        ] + roll.sessions.map { session in
            Column(head(session, t)) { row in cell(visit, roll, row.element, session, problem) }
        } + [
            Column(t(T.delivery.complete)) { row in
                let result = roll.result(row.element)
                Chip(result.isComplete ? .good : .neutral, t(T.delivery.attendedOf(attended: .number(result.attended), sessions: .number(result.sessions))))
            },
        ], isCaptionHidden: true, foot: [Empty(), AnyHTML(strong { t(T.delivery.wereThere) })] + roll.sessions.map { foot(visit, roll, $0, base) } + [Empty()])
    }

    /// A signed list typed back by the codes that are printed on it.
    private static func quick(_ visit: Visit, _ roll: Roll, _ problem: Problem?) -> some HTML {
        let t = visit.t
        let sessions = roll.sessions.filter { $0.opens <= visit.now }
        return Group {
            if !sessions.isEmpty {
                Disclosure(t(T.delivery.quick), isOpen: problem?.fault(at: "codes") != nil) {
                    HTML::p { t(T.delivery.quickText) }
                    Field(t(T.delivery.quickSession), name: "in", value: visit.typed.has("in") ? visit.typed["in"] : sessions.last.map { "\($0.id)" } ?? "")
                        .select(sessions.map { Field.Choice("\($0.id)", head($0, t)) })
                    Field(t(T.delivery.quickField), name: "codes", value: visit.typed["codes"], error: visit.mistake("codes", problem), optional: "").area(rows: 3)
                }
            }
        }
    }

    private static func cell(_ visit: Visit, _ roll: Roll, _ row: RollRow, _ session: DatedSession, _ problem: Problem?) -> some HTML {
        let t = visit.t
        let mark = roll.mark(row.registration, session.id)
        let name = AttendanceForm.name(row.registration, session.id, mark)
        let minutes = AttendanceForm.minutes(row.registration, session.id)
        let isTyped = problem != nil && visit.typed.has(name)
        return Group {
            if visit.now < session.opens {
                span(.class("muted")) { t(T.delivery.notYet) }
            } else {
                MarkCell(
                    name: name, label: "\(row.name.listed), \(head(session, t))", value: isTyped ? visit.typed[name] : mark?.mark?.rawValue ?? "",
                    choices: [Field.Choice("", "–")] + Mark.allCases.map { Field.Choice($0.rawValue, t($0.name)) },
                    minutes: MarkCell.Number(
                        name: minutes, label: t(T.delivery.minutesMissed), value: isTyped ? visit.typed[minutes] : mark.flatMap { $0.missed > 0 ? "\($0.missed)" : nil } ?? "",
                        of: Set(Mark.allCases.filter(\.hasMinutes).map(\.rawValue)), isWrong: visit.mistake(minutes, problem) != nil),
                    printed: word(mark, t))
            }
        }
    }

    private static func foot(_ visit: Visit, _ roll: Roll, _ session: DatedSession, _ base: String) -> any HTML {
        let t = visit.t
        return div(.class("mark-foot")) {
            strong { "\(roll.count(session.id, \.isThere))" }
            if session.opens <= visit.now {
                LinkButton(t(T.delivery.door), href: "\(base)/sessions/\(session.id)/door", .quiet)
                if roll.unmarked(session.id) > 0, roll.event.state != .closed {
                    Submit(t(T.delivery.restPresent), .quiet, name: "rest", value: "\(session.id)")
                }
            }
        }
    }
}
