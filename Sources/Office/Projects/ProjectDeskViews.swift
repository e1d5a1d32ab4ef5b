import Accounts
import Forms
import HTML
import Kernel
import Languages
import Look

/// All projects of a centre, and the form of one.
struct ProjectDeskViews {
    let reader: Reader
    private var t: Texts { reader.t }

    /// What stands beside the projects on the board.
    struct Board: Sendable {
        let projects: [Project]
        let calls: [FundingCall]
        let ending: [(partner: Partner, agreement: Agreement)]
        let reports: [(project: Project, report: ProjectReport)]
    }

    func board(_ board: Board) -> Screen {
        let today = reader.today
        return Screen(t(T.projects.title)) {
            Heading(t(T.projects.title), lead: t(T.projects.deskLead))
            Figures([
                .init(t.number(board.projects.count { $0.state == .running }), t(T.projects.figureRunning)),
                .init(t.number(board.projects.count { $0.state.isBefore }), t(T.projects.figureBefore)),
                .init(t.number(board.calls.count), t(T.projects.figureCalls), href: reader.link("/staff/calls")),
                .init(t.number(board.ending.count), t(T.projects.figureEnding), board.ending.isEmpty ? .neutral : .waiting, href: reader.link("/staff/partners")),
            ])
            Buttons {
                LinkButton(t(T.projects.newProject), href: reader.link("/staff/projects/new"))
                LinkButton(t(T.projects.calls), href: reader.link("/staff/calls"), .quiet)
                LinkButton(t(T.projects.partners), href: reader.link("/staff/partners"), .quiet)
            }
            if !board.reports.isEmpty {
                h2 { t(T.projects.reportsDue) }
                ActList(board.reports.map { project, report in
                    ActList.Line(
                        report.isLate(on: today) ? .bad : .waiting, when: t.day(report.due, .short), t.run(project.details.name),
                        detail: t(T.projects.todayReport(title: .title(report.title))),
                        act: Look.Link(t(T.projects.openReports), href: reader.link("\(project.deskPath)/reports")))
                })
            }
            if board.projects.isEmpty { EmptyState(t(T.projects.none), t(T.projects.noneText)) { Empty() } }
            ForEach(ProjectState.boardOrder.filter { state in board.projects.contains { $0.state == state } }) { state in
                h2 { t(state.board) }
                ForEach(board.projects.filter { $0.state == state }) { line($0) }
            }
        }
    }

    private func line(_ project: Project) -> PersonLine {
        var detail = [Run(t(project.details.part.name))]
        if let days = project.days { detail.append(Run(t.days(days))) } else { detail.append(Run(t(T.projects.sinceDay(day: .day(project.since))))) }
        if !project.details.source.isEmpty { detail.append(t.run(project.details.source)) }
        if !project.leadName.isEmpty { detail.append(Run(project.leadName)) }
        return PersonLine(t.run(project.details.name), href: reader.link(project.deskPath), detail: detail, state: ProjectFrame.chip(project.state, t))
    }

    // MARK: The form of one

    /// What the form offers to choose from.
    struct Choices: Sendable {
        let calls: [FundingCall]
        let staff: [(id: Person.ID, name: String)]
    }

    func new(_ choices: Choices, _ form: FilledForm) -> Screen {
        Screen(t(T.projects.newProject), trail: [Look.Link(t(T.projects.title), href: reader.link("/staff/projects"))]) {
            FormFaults(form)
            Heading(t(T.projects.newProject), lead: t(T.projects.newLead))
            fields(choices, form, action: "/staff/projects/new", back: "/staff/projects")
        }
    }

    func edit(_ project: Project, _ choices: Choices, _ form: FilledForm) -> Screen {
        Screen(t(T.projects.editProject), trail: ProjectFrame(reader, project).trail(.home, isBelow: true)) {
            FormFaults(form)
            Heading(Run(t(T.projects.editProject)), kind: t.run(project.details.name))
            fields(choices, form, action: "\(project.deskPath)/edit", back: project.deskPath)
        }
    }

    private func fields(_ choices: Choices, _ form: FilledForm, action: String, back: String) -> some HTML {
        Look::Form(action: reader.link(action), hidden: reader.hidden, isGuarded: true) {
            form.field(T.projects.name, "name", .full, most: TextLimit.line.rawValue).text()
            FieldRow {
                form.field(T.projects.number, "number", .short, isOptional: true, most: TextLimit.label.rawValue).text()
                form.field(T.projects.part, "part").select(Project.Part.allCases.map { Field.Choice($0.rawValue, t($0.name)) })
            }
            form.field(T.projects.fromCall, "call", isOptional: true).select(
                [Field.Choice("", t(T.projects.noCall))] + choices.calls.map { Field.Choice("\($0.id)", t.run($0.details.title)) })
            form.field(T.projects.lead, "lead", isOptional: true).select(
                [Field.Choice("", t(T.projects.nobodyYet))] + choices.staff.map { Field.Choice("\($0.id)", $0.name) })
            Fieldset(t(T.projects.money)) {
                form.field(T.projects.source, "source", hint: T.projects.sourceHint, isOptional: true, most: TextLimit.line.rawValue).text()
                FieldRow {
                    form.field(T.projects.amount, "amount", .short, isOptional: true, most: TextLimit.number.rawValue).text()
                    form.field(T.projects.ownShare, "ownShare", .short, isOptional: true, most: TextLimit.number.rawValue).text()
                    form.field(T.projects.currency, "currency", .short).select(Currency.allCases.map { Field.Choice($0.rawValue, $0.rawValue) })
                }
            }
            FieldRow {
                form.day(T.projects.firstDay, "first", isOptional: true)
                form.day(T.projects.lastDay, "last", isOptional: true)
            }
            Fieldset(t(T.projects.forEverybody), hint: t(T.projects.forEverybodyHint)) {
                form.field(T.projects.summary, "summary", .full, hint: T.projects.summaryHint, isOptional: true, most: TextLimit.sentence.rawValue).text()
                form.field(T.projects.description, "description", .full, hint: T.projects.descriptionHint, isOptional: true, most: TextLimit.text.rawValue)
                    .area(rows: 10)
                Field(t(T.projects.shown), name: "shown", hint: t(T.projects.shownHint), optional: "").check(isOn: form.typed.has("shown"))
            }
            Buttons { Submit(t(T.common.save)); LinkButton(t(T.common.cancel), href: reader.link(back), .quiet) }
        }
    }
}

extension ProjectState {
    /// What is alive before what is over.
    static let boardOrder: [ProjectState] = [.running, .approved, .sent, .application, .idea, .closed, .rejected, .dropped]
}
