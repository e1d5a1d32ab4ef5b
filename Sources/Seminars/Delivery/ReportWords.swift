import Accounts
import Catalogue
import Centres
import Events
import Kernel
import Languages
import Look
import Registration
import Sheets

/// A report in words: one source for the page, the sheet, the text to copy and the paper.
struct ReportWords {
    let report: EventReport
    let t: Texts

    struct Line: Sendable, Hashable {
        let label: String
        let value: String
        /// Where the value is a number, for cells that count.
        var number: Int?
        /// Of the value, where it is not the page's.
        var lang: String?
    }

    private var event: Event { report.event }

    /// In the order in which centres and the institute that approves programmes put them.
    var facts: [Line] {
        let title = t.run(event.title(in: t.language))
        var lines: [Line] = [Line(label: t(T.delivery.reportTitleOf), value: title.text, lang: title.lang)]
        func add(_ label: Phrase, _ value: String) { if !value.isEmpty { lines.append(Line(label: t(label), value: value)) } }
        func add(_ label: Phrase, text: String) {
            let run = t.run(text)
            if !text.isEmpty { lines.append(Line(label: t(label), value: run.text, lang: run.lang)) }
        }
        if let programme = report.programme {
            add(T.delivery.reportNumber, t(T.delivery.reportNumberIn(number: .text(programme.number), cycle: .text(programme.cycle.name))))
            add(T.delivery.reportCompetence, text: programme.competence.map(code) ?? "")
            add(T.delivery.reportPriority, text: programme.priority.map(code) ?? "")
            add(T.delivery.reportArea, text: programme.area?.name ?? "")
            add(T.delivery.reportInstitution, text: programme.institution)
        }
        add(T.delivery.reportOrganiser, report.roll.centre.name(in: t.language))
        add(T.events.place, text: places)
        add(T.events.when, report.roll.sessions.map { "\(t.day($0.day, .plain)), \(t.times($0.begins, to: $0.ends))" }.joined(separator: "; "))
        add(T.events.facetForm, t.shown(event.form.name(in: t.language).text))
        add(event.form.lead.name, event.plan.trainers.map(\.name).joined(separator: ", "))
        add(T.events.target, text: event.plan.target)
        if event.plan.points > 0 { lines.append(Line(label: t(T.events.points), value: t.number(event.plan.points), number: event.plan.points)) }
        return lines
    }

    private func code(_ code: CycleCode) -> String { code.code == code.name ? code.name : "\(code.code): \(code.name)" }

    private var places: String {
        let places = event.plan.sessions.map { EventSummary.place($0, of: event) }.filter { !$0.isEmpty }
        return places.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }.joined(separator: "; ")
    }

    var numbers: [Line] {
        if event.form.countsVisitors { return counted }
        var lines = [
            Line(label: t(T.delivery.numberApplied), value: t.number(report.applied)), Line(label: t(T.delivery.numberAdmitted), value: t.number(report.admitted)),
            Line(label: t(T.delivery.numberCame), value: t.number(report.came)),
        ]
        if report.roll.sessions.count > 1 {
            lines += report.roll.sessions.map { session in
                Line(label: t(T.delivery.numberInSession(session: .text(t.session(session)))), value: t.number(report.roll.count(session.id, \.isThere)))
            }
        }
        lines.append(Line(label: t(T.delivery.numberComplete), value: t.number(report.complete)))
        if event.plan.points > 0 { lines.append(Line(label: t(T.delivery.numberPoints), value: t.number(report.points))) }
        return lines
    }

    /// Where people are known by number only.
    private var counted: [Line] {
        var lines: [Line] = []
        if event.form.takesApplications {
            lines = [
                Line(label: t(T.delivery.numberApplied), value: t.number(report.applied), number: report.applied),
                Line(label: t(T.delivery.numberSeated), value: t.number(report.seated), number: report.seated),
            ]
        }
        if let pupils = report.groups.pupils, let companions = report.groups.companions {
            lines += [
                Line(label: t(T.registration.groupPupils), value: t.number(pupils), number: pupils),
                Line(label: t(T.registration.groupCompanions), value: t.number(companions), number: companions),
            ]
        }
        return lines + [Line(label: t(T.delivery.visitors), value: report.attended.map { t.number($0) } ?? t(T.delivery.visitorsUnknown), number: report.attended)]
    }

    private var numbersCounted: [(label: String, value: Int)] { counted.compactMap { line in line.number.map { (line.label, $0) } } }

    /// A conclusion in one line.
    func line(_ conclusion: Conclusion) -> String {
        let details = conclusion.details
        return [details.text, details.owner, details.due.map { t.day($0, .plain) } ?? "", conclusion.done == nil ? "" : t(T.delivery.conclusionIsDone)]
            .filter { !$0.isEmpty }.joined(separator: " · ")
    }

    func name(_ share: EventReport.Share) -> String { share.name.isEmpty ? t(T.delivery.notSaid) : t.shown(share.name) }

    func school(of row: RollRow) -> String { [row.school, row.place].filter { !$0.isEmpty }.joined(separator: ", ") }

    func run(_ share: EventReport.Share) -> Run { share.name.isEmpty ? Run(t(T.delivery.notSaid)) : t.run(share.name) }

    /// By groups: school, teacher, class, how many were told of, pupils, companions and people that came.
    var groupLines: [[String]] {
        report.groups.groups.map { group in
            func number(_ part: (GroupCount) -> Int) -> String { group.came.map { t.number(part($0)) } ?? "–" }
            return [
                t.shown(school(of: group.row)), group.row.name.full, t.shown(group.group.grade), t.number(group.group.people), number(\.pupils),
                number(\.companions), number(\.people),
            ]
        }
    }

    var groupHeads: [String] {
        [
            T.registration.school, T.delivery.groupTeacher, T.registration.groupClass, T.delivery.groupTold, T.registration.groupPupils,
            T.registration.groupCompanions, T.delivery.groupCame,
        ].map { t($0) }
    }

    /// One person's line: number, name, school, occupation, sessions, whether it was completed, points.
    func person(_ index: Int, _ row: RollRow) -> [String] {
        let result = report.roll.result(row)
        return [
            "\(index + 1)", row.name.listed, t.shown(school(of: row)), t.shown(row.occupation),
            t(T.delivery.attendedOf(attended: .number(result.attended), sessions: .number(result.sessions))), t(result.isComplete ? T.common.yes : T.common.no),
            result.isComplete ? t.number(event.plan.points) : "0",
        ]
    }

    var heads: [String] {
        [
            T.registration.number, T.registration.familyAndGiven, T.registration.school, T.delivery.occupation, T.delivery.wereThere, T.delivery.complete,
            T.events.points,
        ].map { t($0) }
    }

    /// Plain text, for a letter or a form on another site.
    var text: String {
        var parts = [t(T.delivery.report), lines(facts), lines(numbers)]
        parts.append(lines(report.schools.map { Line(label: name($0), value: t.number($0.admitted)) }))
        if let text = report.text { parts += [text.course, text.remark].filter { !$0.isEmpty } }
        if !report.conclusions.isEmpty { parts.append(([t(T.delivery.conclusions)] + report.conclusions.map(line)).joined(separator: "\n")) }
        parts.append(groupLines.map { $0.filter { !$0.isEmpty }.joined(separator: "; ") }.joined(separator: "\n"))
        let people = (report.groups.isEmpty ? report.roll.rows : []).enumerated().map { index, row in
            person(index, row).dropFirst().reduce("\(index + 1).") { $1.isEmpty ? $0 : "\($0) \($1);" }
        }
        parts.append(people.joined(separator: "\n"))
        return parts.filter { !$0.isEmpty }.joined(separator: "\n\n")
    }

    private func lines(_ lines: [Line]) -> String { lines.map { "\($0.label): \($0.value)" }.joined(separator: "\n") }

    /// The report as a workbook: facts on one sheet, people with each of their sessions on another.
    func sheets() throws -> [UInt8] {
        func shares(_ shares: [EventReport.Share]) -> [[Cell]] { shares.map { [.text(name($0)), .number(.init($0.admitted)), .number(.init($0.complete))] } }
        let rows: [[Cell]] = facts.map { [.text($0.label), $0.number.map { .number($0) } ?? .text($0.value)] }
            + (event.form.countsVisitors ? numbersCounted : report.numbers(t)).map { [.text($0.label), .number(.init($0.value))] }
        let people = report.roll.rows.enumerated().map { index, row -> [Cell] in
            let own = person(index, row)
            let result = report.roll.result(row)
            return [.number(.init(index + 1))] + own[1...3].map { .text($0) } + report.roll.sessions.map { .text(t.mark(report.roll.mark(row.registration, $0.id))) }
                + [.text(own[5]), .number(.init(result.isComplete ? event.plan.points : 0))]
        }
        if !report.groups.isEmpty {
            let groups = report.groups.groups.map { group -> [Cell] in
                [.text(school(of: group.row)), .text(group.row.name.full), .text(group.group.grade), .number(.init(group.group.people))]
                    + (group.came.map { [.number(.init($0.pupils)), .number(.init($0.companions)), .number(.init($0.people))] } ?? [])
            }
            return try [
                Sheet(t(T.delivery.report), columns: [Sheet.Column(t(T.delivery.fact), width: 34), Sheet.Column(t(T.delivery.value), width: 70)], rows: rows),
                Sheet(t(T.delivery.groups), columns: zip(groupHeads, [44, 28, 20, 12, 12, 12, 12]).map { Sheet.Column($0, width: $1) }, rows: groups),
            ].xlsx()
        }
        let counted = [Sheet.Column(t(T.delivery.wereAdmitted), width: 14), Sheet.Column(t(T.delivery.complete), width: 14)]
        return try [
            Sheet(t(T.delivery.report), columns: [Sheet.Column(t(T.delivery.fact), width: 34), Sheet.Column(t(T.delivery.value), width: 70)], rows: rows),
            Sheet(
                t(T.delivery.people),
                columns: [Sheet.Column(heads[0], width: 6), Sheet.Column(heads[1], width: 28), Sheet.Column(heads[2], width: 44), Sheet.Column(heads[3], width: 26)]
                    + report.roll.sessions.map { Sheet.Column(t.session($0), width: 22) } + [Sheet.Column(heads[5], width: 10), Sheet.Column(heads[6], width: 10)],
                rows: people),
            Sheet(t(T.delivery.bySchool), columns: [Sheet.Column(t(T.registration.school), width: 50)] + counted, rows: shares(report.schools)),
            Sheet(t(T.delivery.byMunicipality), columns: [Sheet.Column(t(T.delivery.municipality), width: 34)] + counted, rows: shares(report.municipalities)),
            Sheet(t(T.delivery.byOccupation), columns: [Sheet.Column(t(T.delivery.occupation), width: 34)] + counted, rows: shares(report.occupations)),
        ].xlsx()
    }
}

extension EventReport {
    /// The numbers as numbers, for cells that count.
    fileprivate func numbers(_ t: Texts) -> [(label: String, value: Int)] {
        [(t(T.delivery.numberApplied), applied), (t(T.delivery.numberAdmitted), admitted), (t(T.delivery.numberCame), came)]
            + roll.sessions.map { session in (t(T.delivery.numberInSession(session: .text(t.session(session)))), roll.count(session.id, \.isThere)) }
            + [(t(T.delivery.numberComplete), complete), (t(T.delivery.numberPoints), points)]
    }
}
