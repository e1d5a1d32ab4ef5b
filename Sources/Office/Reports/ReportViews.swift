import Forms
import HTML
import Kernel
import Languages
import Look
import Planning

/// A report on the screen: its figures first, each of which opens; then its tables, with the words beside them.
struct ReportViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func show(_ folder: ReportFolder, _ form: FilledForm) -> Screen {
        let report = folder.report, words = ReportWords(t: t, currency: folder.currency), base = reader.link(report.path)
        return Screen(t(report.title), trail: ReportListViews.trail(reader)) {
            FormFaults(form)
            Heading(Run(t(report.title)), kind: folder.municipality.map { t.run($0) }, lead: Run(t(report.kind.lead)))
            state(folder)
            figures(folder, words)
            Buttons {
                if report.isDraft { LinkButton(t(T.reports.writeWords), href: "\(base)/words") }
                LinkButton(t(T.reports.asPaper), href: "\(base)/report.pdf", .quiet, icon: .print)
                LinkButton(t(T.reports.asWord), href: "\(base)/report.docx", .quiet, icon: .download)
                LinkButton(t(T.reports.asWorkbook), href: "\(base)/report.xlsx", .quiet, icon: .download)
                LinkButton(t(T.reports.asRows), href: "\(base)/rows.xlsx", .quiet, icon: .download)
                LinkButton(t(T.reports.difference), href: "\(base)/difference", .quiet)
                if report.kind.advises { LinkButton(t(T.reports.advice), href: "\(base)/advice", .quiet) }
            }
            ForEach(folder.tables) { table in ReportTableViews(reader: reader, folder: folder, words: words).section(table) }
            acts(report, form, base)
        }
    }

    private func state(_ folder: ReportFolder) -> some HTML {
        let report = folder.report
        return Facts {
            FactLine(t(T.common.state)) { Chip(report.state.tone, t(report.state.name)) }
            if !report.number.isEmpty { FactLine(t(T.reports.number), report.number) }
            if let signed = report.signed { FactLine(t(T.reports.signedOn), t.day(signed)) }
            if !report.reason.isEmpty { FactLine(t(T.reports.reason)) { t.run(report.reason) } }
            FactLine(t(T.reports.reckonedAt), t.instant(report.reckoned))
            FactLine(t(T.reports.countedBy)) {
                t(T.reports.ruleNumber(number: .number(folder.rule.number), way: .phrase(report.way.name)))
            }
        }
    }

    private func figures(_ folder: ReportFolder, _ words: ReportWords) -> some HTML {
        let first: [ReportFigure] = [.events, .persons, .participations, .schools, .hours, .grade]
        return Figures(first.compactMap { figure in
            folder.figure(figure).map { line in
                Figures.Figure(
                    words.number(.now, of: line, in: .summary), t(figure.name),
                    href: figure.opensEvents ? reader.link("\(folder.report.path)/figures/\(figure.rawValue)") : nil)
            }
        })
    }

    // MARK: What may be done with it

    @HTMLBuilder private func acts(_ report: Report, _ form: FilledForm, _ base: String) -> some HTML {
        let isDirector = reader.actor.holds(.director, at: reader.centre.id)
        if report.isDraft {
            h2 { t(T.reports.next) }
            HTML::p { t(T.reports.nextLead) }
            Buttons {
                ButtonForm(t(T.reports.reckonAgain), .quiet, action: "\(base)/reckon", hidden: reader.hidden)
                if isDirector { ButtonForm(t(T.reports.sign), action: "\(base)/sign", hidden: reader.hidden) }
            }
            Disclosure(t(T.reports.discard)) {
                HTML::p { t(T.reports.discardLead) }
                ButtonForm(t(T.reports.discardYes), .danger, action: "\(base)/discard", hidden: reader.hidden)
            }
        } else if report.state == .signed, isDirector {
            Disclosure(t(T.reports.withdraw), isOpen: form.problem != nil) {
                HTML::p { t(T.reports.withdrawLead) }
                Form(action: "\(base)/withdraw", hidden: reader.hidden, label: t(T.reports.withdraw)) {
                    form.field(T.reports.reason, "reason", .full).area(rows: 3)
                    Buttons { Submit(t(T.reports.withdrawYes), .danger) }
                }
            }
        }
    }

    // MARK: Words

    func words(_ folder: ReportFolder, _ form: FilledForm) -> Screen {
        let report = folder.report
        return Screen(t(T.reports.words), trail: ReportListViews.trail(reader, report)) {
            FormFaults(form)
            Heading(t(T.reports.words), kind: t(report.title), lead: t(T.reports.wordsLead))
            Form(action: reader.link("\(report.path)/words"), hidden: reader.hidden, isGuarded: true, label: t(T.reports.words)) {
                ForEach(report.kind.parts) { part in
                    form.field(part.name, "text-\(part.rawValue)", .full, hint: part.definition, isOptional: true).area(rows: 4)
                }
                Buttons { Submit(t(T.common.save)) }
            }
        }
    }

    // MARK: What changed since

    func difference(_ difference: ReportDifference, _ rule: CountingRule, _ folder: ReportFolder, _ titles: [Int64: Run]) -> Screen {
        let report = folder.report
        return Screen(t(T.reports.difference), trail: ReportListViews.trail(reader, report)) {
            Heading(t(T.reports.difference), kind: t(report.title), lead: t(T.reports.differenceLead))
            Figures([
                .init(t.number(difference.before), t(T.reports.toldThen)), .init(t.number(difference.now), t(T.reports.wouldBeNow)),
                .init(t.number(difference.now - difference.before), t(T.reports.differs), difference.isNone ? .good : .waiting),
            ])
            if difference.isNone { Notice(.good) { HTML::p { t(T.reports.differenceNone) } } }
            if difference.byRule != 0 {
                Notice(.info) {
                    HTML::p {
                        t(T.reports.byRule(
                            before: .number(report.countedBy), then: .phrase(report.way.name), now: .number(rule.number), way: .phrase(rule.way.name),
                            amount: .number(difference.byRule)))
                    }
                }
            }
            if difference.erased > 0 { Notice(.info) { HTML::p { t(T.reports.erasedSince(count: difference.erased)) } } }
            changes(T.reports.addedEvents, difference.added, titles)
            changes(T.reports.goneEvents, difference.gone, titles)
            changes(T.reports.changedEvents, difference.changed, titles)
        }
    }

    @HTMLBuilder private func changes(_ title: Phrase, _ changes: [ReportDifference.Change], _ titles: [Int64: Run]) -> some HTML {
        if !changes.isEmpty {
            h2 { t(title) }
            DataTable(t(title), rows: changes, columns: [
                Column(t(T.reports.headEvent), .name) { change in
                    a(.href(reader.link("/staff/events/\(change.event)"))) { titles[change.event.value] ?? Run("№ \(change.event)") }
                },
                Column(t(T.reports.toldThen), .number) { change in t.number(change.before) },
                Column(t(T.reports.wouldBeNow), .number) { change in t.number(change.now) },
                Column(t(T.reports.differs), .number) { change in t.number(change.amount) },
            ], isCaptionHidden: true)
        }
    }
}

extension Report.State {
    var tone: Tone {
        switch self {
        case .draft: .waiting
        case .signed: .good
        case .withdrawn: .bad
        }
    }
}
