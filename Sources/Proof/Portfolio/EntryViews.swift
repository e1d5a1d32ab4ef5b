import Accounts
import Centres
import Certificates
import Events
import Files
import Forms
import HTML
import Kernel
import Languages
import Look

/// What one put into the portfolio, and how.
struct EntryViews {
    let reader: Reader
    private var t: Texts { reader.t }
    private var trail: [Look.Link] { [Look.Link(t(T.accounts.me), href: reader.link("/me")), Look.Link(t(T.portfolio.title), href: reader.link("/me/portfolio"))] }

    func list(_ portfolio: Portfolio) -> Screen {
        let planned = portfolio.entries.filter { $0.state == .planned }
        return Screen(t(T.portfolio.entries), trail: trail, isIndexed: false) {
            Heading(t(T.portfolio.entries), lead: t(T.portfolio.entriesLead))
            PortfolioTabs(reader: reader)
            Disclosure(t(T.portfolio.add), isOpen: portfolio.entries.isEmpty) { kinds(plan: false) }
            Disclosure(t(T.portfolio.plan)) { kinds(plan: true) }
            if !planned.isEmpty {
                h2 { t(T.portfolio.plannedTitle) }
                ForEach(planned) { line($0) }
            }
            years(portfolio)
        }
    }

    private func kinds(plan isPlan: Bool) -> some HTML {
        ul(.class("choices")) {
            ForEach(EvidenceKind.allCases) { kind in
                li { a(.href(reader.link("/me/portfolio/entries/new?kind=\(kind.rawValue)\(isPlan ? "&plan=yes" : "")"))) { t(kind.name) } }
            }
        }
    }

    /// All that there is, school year by school year.
    @HTMLBuilder private func years(_ portfolio: Portfolio) -> some HTML {
        let done = portfolio.entries.filter { $0.state != .planned }
        let papers = portfolio.evidence.filter { if case .certificate = $0.source { true } else { false } }
        let years = Set(done.map { SchoolYear(containing: $0.details.day) } + papers.map { SchoolYear(containing: $0.day) }).sorted(by: >)
        if years.isEmpty, portfolio.entries.isEmpty { EmptyState(t(T.portfolio.emptyTitle), t(T.portfolio.empty)) { Empty() } }
        ForEach(years) { year in
            h2 { t(T.portfolio.yearTitle(year: .schoolYear(year))) }
            ForEach(papers.filter { year.days.contains($0.day) }.sorted { $0.day > $1.day }) { evidence in
                let shown = portfolio.shown(evidence)
                PersonLine(
                    t.run(shown), href: reader.link(shown.path), detail: [Run(t(evidence.kind.name)), Run(t.day(evidence.day, .numeric)), amount(evidence)],
                    state: Chip(.good, t(T.portfolio.ofHouse)))
            }
            ForEach(done.filter { year.days.contains($0.details.day) }) { line($0) }
        }
    }

    private func amount(_ evidence: Evidence) -> Run {
        if let points = evidence.points { return Run(t(T.portfolio.pointsCount(count: points))) }
        return Run(evidence.hours > 0 ? t(T.portfolio.hoursCount(count: evidence.hours)) : t(T.portfolio.daysCount(count: evidence.days)))
    }

    private func line(_ entry: PortfolioEntry) -> some HTML {
        let details = entry.details
        return PersonLine(
            t.run(details.title), href: reader.link("/me/portfolio/entries/\(entry.id)"),
            detail: [Run(t(details.kind.name)), Run(t.day(details.day, .numeric))] + (details.points.map { [Run(t(T.portfolio.pointsCount(count: $0)))] } ?? []),
            state: Chip(entry.state.tone, t(entry.state.name)))
    }

    // MARK: The form

    func form(_ entry: PortfolioEntry?, _ kind: EvidenceKind, _ ground: EntryGround, isPlanned: Bool, _ form: FilledForm) -> Screen {
        let title = entry.map { t.run($0.details.title) } ?? Run(t(kind.name))
        let path = entry.map { "/me/portfolio/entries/\($0.id)" } ?? "/me/portfolio/entries/new"
        return Screen(title.text, trail: trail + [Look.Link(t(T.portfolio.entries), href: reader.link("/me/portfolio/entries"))], isIndexed: false) {
            FormFaults(form)
            Heading(title, kind: Run(t(isPlanned ? T.portfolio.statePlanned : kind.name)))
            if let entry, entry.state == .refused {
                Notice(.bad, t(T.portfolio.stateRefused)) { HTML::p { t.run(entry.reason) } }
            }
            if let entry, entry.state == .checked { Notice(.info) { HTML::p { t(T.portfolio.changeAgain) } } }
            Form(
                action: reader.link(path), hidden: reader.hidden + [Hidden("kind", kind.rawValue)] + (isPlanned && entry == nil ? [Hidden("plan", "yes")] : []),
                hasFiles: true, isGuarded: true
            ) {
                fields(kind, ground, isPlanned: isPlanned, form)
                if !isPlanned { scan(entry, form) }
                Buttons {
                    Submit(t(T.common.save))
                    if let entry, entry.state == .planned { Submit(t(T.portfolio.done), .quiet, name: "done", value: "yes") }
                }
            }
            if let entry {
                ButtonForm(t(T.common.remove), .danger, action: reader.link("/me/portfolio/entries/\(entry.id)/remove"), hidden: reader.hidden)
            }
        }
    }

    @HTMLBuilder private func fields(_ kind: EvidenceKind, _ ground: EntryGround, isPlanned: Bool, _ form: FilledForm) -> some HTML {
        if kind == .inside {
            inside(ground, form)
        }
        form.field(T.portfolio.entryTitle, "title", .full, hint: kind == .inside ? T.portfolio.insideTitleHint : nil, isOptional: kind == .inside).text()
        form.day(isPlanned ? T.portfolio.byWhen : T.portfolio.lastDay, "day")
        if kind != .leading, kind != .writing {
            form.field(T.portfolio.part, "part", otherwise: "attended").radios([
                Field.Choice("attended", t(T.portfolio.attended)), Field.Choice("led", t(T.portfolio.led)),
            ])
        }
        if kind != .inside {
            form.field(T.portfolio.organiser, "organiser", isOptional: true).text()
            FieldRow {
                form.field(T.portfolio.hours, "hours", .short, isOptional: true).number()
                form.field(T.portfolio.days, "days", .short, isOptional: true).number()
                if kind == .study { form.field(T.portfolio.credits, "credits", .short, isOptional: true).number() }
                form.field(T.portfolio.points, "points", .short, isOptional: true).number()
            }
            HTML::p(.class("hint")) { t(T.portfolio.pointsHint) }
            form.field(T.portfolio.number, "number", isOptional: true).text()
            form.field(T.portfolio.competence, "competence", hint: T.portfolio.competenceHint, isOptional: true).text()
            Field(t(T.portfolio.priority), name: "priority", optional: "").check(isOn: form.typed.has("priority"))
            if kind == .gathering { Field(t(T.portfolio.international), name: "international", optional: "").check(isOn: form.typed.has("international")) }
        }
        if !ground.goals.isEmpty {
            form.field(T.portfolio.forGoal, "goal", isOptional: true).select([Field.Choice("", t(T.portfolio.noGoal))] + ground.goals.map { goal in
                Field.Choice(goal.id.description, t.run(Self.short(goal.details.text)))
            })
        }
        form.field(T.portfolio.note, "note", hint: T.portfolio.noteHint, isOptional: true).area(rows: 3)
        if isPlanned { Field(t(T.portfolio.share), name: "shared", hint: t(T.portfolio.shareHint), optional: "").check(isOn: form.typed.has("shared")) }
    }

    /// Activities of the schools' own tables; a school without one counts by hours.
    @HTMLBuilder private func inside(_ ground: EntryGround, _ form: FilledForm) -> some HTML {
        let choices = ground.schools.flatMap { school in
            let lines = ground.tables.first { $0.school == school.id }?.lines ?? [], name = t.shown(school.name)
            return lines.map { line in
                Field.Choice("\(school.id)-\(line.id)", t.run("\(line.activity) – \(school.name)"), hints: [Run(worth(line))])
            } + [Field.Choice("\(school.id)", t(T.portfolio.otherActivity(school: .text(name))))]
        }
        form.field(T.portfolio.activity, "line", .full, hint: T.portfolio.activityHint, isOptional: true).select([Field.Choice("", t(T.portfolio.noActivity))] + choices)
        form.field(T.portfolio.hours, "hours", .short, hint: T.portfolio.insideHoursHint, isOptional: true).number()
    }

    private func worth(_ line: PointsTable.Line) -> String {
        [line.leading.map { t(T.portfolio.leadingWorth(points: .number($0))) }, line.attending.map { t(T.portfolio.attendingWorth(points: .number($0))) }]
            .compactMap(\.self).joined(separator: ", ")
    }

    @HTMLBuilder private func scan(_ entry: PortfolioEntry?, _ form: FilledForm) -> some HTML {
        if let file = entry?.file { HTML::p { a(.href(reader.link("/files/\(file)"))) { t(T.portfolio.openScan) } } }
        FileFields(form, entry?.file == nil ? T.portfolio.scan : T.portfolio.scanNew, "scan", [.picture, .document], isOptional: true, asksAlt: false)
    }

    private static let shownMost = 80
    static func short(_ text: String) -> String {
        let line = text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
        return line.count > shownMost ? line.prefix(shownMost) + "…" : line
    }
}

extension PortfolioEntry.State {
    var tone: Tone {
        switch self {
        case .planned: .info
        case .unchecked: .waiting
        case .checked: .good
        case .refused: .bad
        }
    }
}
