import Files
import Forms
import HTML
import Kernel
import Languages
import Look

/// What a call asks for, reports that are due, and documents of a project.
struct ProjectPaperViews {
    let reader: Reader
    private var t: Texts { reader.t }

    // MARK: What a call asks for

    func checklist(_ project: Project, _ checks: [ProjectCheck], _ form: FilledForm) -> Screen {
        let base = "\(project.deskPath)/checklist", ready = checks.count { $0.done != nil }
        return ProjectFrame(reader, project).screen(.checklist, form) {
            if checks.isEmpty { EmptyState(t(T.projects.checklistNone), t(T.projects.checklistNoneText)) { Empty() } } else {
                Meter(t(T.projects.readyOf(ready: .number(ready), all: .number(checks.count))), value: ready, of: checks.count)
                ForEach(checks) { check in self.check(check, base, form) }
            }
            h2 { t(T.projects.addCheck) }
            Look::Form(action: reader.link(base), hidden: reader.hidden, isGuarded: true, label: t(T.projects.addCheck)) {
                form.field(T.projects.checkName, "name", .full, most: TextLimit.line.rawValue).text()
                FieldRow {
                    form.field(T.projects.responsible, "responsible", isOptional: true, most: TextLimit.line.rawValue).text()
                    form.day(T.projects.dueBy, "due", isOptional: true)
                }
                Buttons { Submit(t(T.common.add)) }
            }
        }
    }

    private func check(_ check: ProjectCheck, _ base: String, _ form: FilledForm) -> some HTML {
        let chip = if check.done != nil { Chip(.good, t(T.projects.ready)) } else {
            check.isLate(on: reader.today) ? Chip(.bad, t(T.projects.late)) : Chip(.waiting, t(T.projects.notReady))
        }
        var detail: [Run] = []
        if !check.responsible.isEmpty { detail.append(Run(check.responsible)) }
        if let due = check.due { detail.append(Run(t(T.projects.untilDay(day: .day(due))))) }
        return Group {
            PersonLine(t.run(check.name), detail: detail, state: chip)
            if let file = check.file { HTML::p { a(.href(reader.link(file.path))) { file.name }; " (\(file.label(t)))" } }
            Disclosure(t(T.projects.changeOf(name: .title(check.name)))) {
                Look::Form(
                    action: reader.link("\(base)/\(check.id)"), hidden: reader.hidden, hasFiles: true,
                    label: "\(t(T.projects.ready)): \(t.shown(check.name)), \(check.id)"
                ) {
                    FileFields(form, T.common.file, "file-\(check.id)", [.picture, .document], isOptional: true, asksAlt: false)
                    Buttons {
                        if check.done == nil { Submit(t(T.projects.setReady), name: "done", value: "yes") } else {
                            Submit(t(T.common.save), name: "done", value: "yes")
                            Submit(t(T.projects.setNotReady), .quiet, name: "open", value: "yes")
                        }
                        Submit(t(T.common.remove), .danger, name: "remove", value: "yes")
                    }
                }
            }
        }
    }

    // MARK: Reports

    func reports(_ project: Project, _ reports: [ProjectReport], _ form: FilledForm) -> Screen {
        let base = "\(project.deskPath)/reports"
        return ProjectFrame(reader, project).screen(.reports, form) {
            if reports.isEmpty { EmptyState(t(T.projects.reportsNone), t(T.projects.reportsNoneText)) { Empty() } } else {
                DataTable(t(T.projects.reports), rows: reports, columns: [
                    Column(t(T.projects.report), .name) { one in a(.href(reader.link("\(base)/\(one.id)"))) { t.run(one.title) } },
                    Column(t(T.projects.recipient)) { one in t.run(one.recipient) },
                    Column(t(T.projects.dueBy)) { one in t.day(one.due, .numeric) },
                    Column(t(T.projects.sentOn)) { one in one.sent.map { t.day($0, .numeric) } ?? "–" },
                    Column(t(T.common.state)) { one in Self.chip(one, reader) },
                ], isCaptionHidden: true)
            }
            h2 { t(T.projects.addReport) }
            Look::Form(action: reader.link(base), hidden: reader.hidden, isGuarded: true, label: t(T.projects.addReport)) {
                form.field(T.projects.reportTitle, "title", .full, most: TextLimit.sentence.rawValue).text()
                form.field(T.projects.recipient, "recipient", most: TextLimit.line.rawValue).text()
                form.day(T.projects.dueBy, "due", hint: T.projects.reportDueHint)
                Buttons { Submit(t(T.common.add)) }
            }
        }
    }

    static func chip(_ report: ProjectReport, _ reader: Reader) -> Chip {
        let t = reader.t
        if report.sent != nil { return Chip(.good, t(T.projects.sent)) }
        return report.isLate(on: reader.today) ? Chip(.bad, t(T.projects.late)) : Chip(.waiting, t(T.projects.due))
    }

    func report(_ project: Project, _ report: ProjectReport, _ form: FilledForm) -> Screen {
        let base = "\(project.deskPath)/reports/\(report.id)", title = t.run(report.title)
        return Screen(title.text, trail: ProjectFrame(reader, project).trail(.reports, isBelow: true)) {
            FormFaults(form)
            Heading(title, kind: Run(t(T.projects.report)))
            HTML::p { Self.chip(report, reader) }
            Facts {
                FactLine(t(T.projects.recipient), t.run(report.recipient))
                FactLine(t(T.projects.dueBy), t.day(report.due))
                if let sent = report.sent { FactLine(t(T.projects.sentOn), t.day(sent)) }
                if let file = report.file { FactLine(t(T.common.file)) { a(.href(reader.link(file.path))) { file.name }; " (\(file.label(t)))" } }
            }
            Look::Form(action: reader.link(base), hidden: reader.hidden, hasFiles: true, isGuarded: true, label: t(T.projects.setSent)) {
                form.day(T.projects.sentOn, "day")
                FileFields(form, T.common.file, "file", [.document, .picture], isOptional: true, asksAlt: false)
                Buttons {
                    Submit(t(T.projects.setSent))
                    if report.sent != nil { Submit(t(T.projects.setNotSent), .quiet, name: "open", value: "yes") }
                }
            }
            if report.sent == nil { ButtonForm(t(T.projects.removeReport), .danger, action: reader.link("\(base)/remove"), hidden: reader.hidden) }
        }
    }

    // MARK: Documents

    func documents(_ project: Project, _ files: [ProjectFile], _ form: FilledForm) -> Screen {
        let base = "\(project.deskPath)/documents"
        return ProjectFrame(reader, project).screen(.documents, form) {
            if files.isEmpty { EmptyState(t(T.projects.documentsNone), t(T.projects.documentsNoneText)) { Empty() } } else {
                DataTable(t(T.projects.documents), rows: files, columns: [
                    Column(t(T.projects.document), .name) { one in
                        a(.href(reader.link(one.file.path))) { t.run(one.title) }; " "; span(.class("hint")) { "(\(one.file.label(t)))" }
                    },
                    Column(t(T.projects.day)) { one in t.day(t.zone.day(of: one.added), .numeric) },
                    Column(t(T.projects.handle), .act) { one in
                        Look::Form(
                            action: reader.link("\(base)/\(one.id)/remove"), hidden: reader.hidden, isInline: true,
                            label: "\(t(T.common.remove)): \(t.shown(one.title)), \(one.id)"
                        ) { Submit(t(T.common.remove), .quiet) }
                    },
                ], isCaptionHidden: true)
            }
            h2 { t(T.projects.addDocument) }
            Look::Form(action: reader.link(base), hidden: reader.hidden, hasFiles: true, label: t(T.projects.addDocument)) {
                form.field(T.projects.documentTitle, "title", .full, most: TextLimit.sentence.rawValue).text()
                FileFields(form, T.common.file, "file", [.document, .picture], asksAlt: false)
                Buttons { Submit(t(T.common.add)) }
            }
        }
    }
}
