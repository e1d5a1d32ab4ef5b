import Forms
import HTML
import Kernel
import Languages
import Look

/// Who works in a project and who takes part in it; the sheet of hours.
struct ProjectPeopleViews {
    let reader: Reader
    private var t: Texts { reader.t }

    /// A project with its people, partners and hours.
    struct Sight: Sendable {
        let sight: ProjectSight
        let hours: [WorkHours]
        let partners: [ProjectPartner]
        let others: [Partner]
        /// People who have more than a whole post somewhere, and since when.
        let overfull: [ProjectPerson.ID: Day]
    }

    func list(_ people: Sight, _ form: FilledForm) -> Screen {
        let project = people.sight.project, base = "\(project.deskPath)/people"
        return ProjectFrame(reader, project).screen(.people, form) {
            if people.sight.people.isEmpty { EmptyState(t(T.projects.peopleNone), t(T.projects.peopleNoneText)) { Empty() } } else {
                table(people, base)
                Buttons { LinkButton(t(T.projects.hoursSheet), href: reader.link("\(project.deskPath)/hours"), .quiet) }
            }
            Look::Form(action: reader.link(base), hidden: reader.hidden, isGuarded: true, label: t(T.projects.addPerson)) {
                Fieldset(t(T.projects.addPerson), hint: t(T.projects.addPersonHint)) {
                    form.field(T.common.email, "email", isOptional: true, most: TextLimit.line.rawValue).email()
                    form.field(T.projects.personName, "name", hint: T.projects.personNameHint, isOptional: true, most: TextLimit.line.rawValue).text()
                    personFields(form)
                }
                Buttons { Submit(t(T.common.add)) }
            }
            h2 { t(T.projects.partners) }
            partners(people, form)
        }
    }

    @HTMLBuilder private func personFields(_ form: FilledForm) -> some HTML {
        form.field(T.projects.does, "part", isOptional: true, most: TextLimit.label.rawValue).text()
        form.field(T.projects.percent, "percent", .short, hint: T.projects.percentHint).number()
        FieldRow {
            form.day(T.projects.firstDay, "first")
            form.day(T.projects.lastDay, "last")
        }
    }

    private func table(_ people: Sight, _ base: String) -> some HTML {
        let hours = Dictionary(grouping: people.hours, by: \.member).mapValues { $0.reduce(0) { $0 + $1.hours } }
        return DataTable(t(T.projects.people), rows: people.sight.people, columns: [
            Column(t(T.projects.person), .name) { one in a(.href(reader.link("\(base)/\(one.id)"))) { one.name.isEmpty ? t(T.projects.formerPerson) : one.name } },
            Column(t(T.projects.does)) { one in if one.part.isEmpty { "–" } else { t.run(one.part) } },
            Column(t(T.projects.percent), .number) { one in t(T.projects.percentOf(percent: .number(one.share.percent))) },
            Column(t(T.projects.days)) { one in
                t.days(one.share.days)
                if let day = people.overfull[one.id] { " "; Chip(.waiting, t(T.projects.overfull(day: .day(day)))) }
            },
            Column(t(T.projects.hours), .number) { one in t.number(hours[one.id] ?? 0) },
        ], isCaptionHidden: true)
    }

    @HTMLBuilder private func partners(_ people: Sight, _ form: FilledForm) -> some HTML {
        ForEach(people.partners) { one in
            PersonLine(
                t.run(one.partner.details.name), href: reader.link(one.partner.path), detail: [Run(t(one.partner.details.kind.name))],
                state: Chip(.info, t(one.part.name)))
        }
        if people.others.isEmpty { HTML::p { a(.href(reader.link("/staff/partners/new"))) { t(T.projects.newPartner) } } } else {
            Look::Form(action: reader.link("\(people.sight.project.deskPath)/partners"), hidden: reader.hidden, label: t(T.projects.setPartner)) {
                FieldRow {
                    form.field(T.projects.partner, "partner").select(
                        [Field.Choice("", t(T.common.choose))] + people.others.map { Field.Choice("\($0.id)", t.run($0.details.name)) })
                    form.field(T.projects.partInProject, "partnerPart", isOptional: true).select(
                        Partner.Part.allCases.map { Field.Choice($0.rawValue, t($0.name)) } + [Field.Choice("", t(T.projects.notInProject))])
                }
                Buttons { Submit(t(T.projects.setPartner), .quiet) }
            }
        }
    }

    // MARK: One person

    func show(_ sight: ProjectSight, _ person: ProjectPerson, _ hours: [WorkHours], _ form: FilledForm) -> Screen {
        let base = "\(sight.project.deskPath)/people/\(person.id)", name = person.name.isEmpty ? t(T.projects.formerPerson) : person.name
        return Screen(name, trail: ProjectFrame(reader, sight.project).trail(.people, isBelow: true)) {
            FormFaults(form)
            Heading(name, kind: t(T.projects.person))
            HoursView(project: sight.project, people: [person], hours: hours, reader: reader).body
            if sight.project.state == .running { HoursForm(action: "\(sight.project.deskPath)/hours", people: [person], form: form, reader: reader).body }
            h2 { t(T.common.edit) }
            Look::Form(action: reader.link(base), hidden: reader.hidden, isGuarded: true, label: t(T.common.edit)) {
                personFields(form)
                Buttons { Submit(t(T.common.save)) }
            }
            if hours.isEmpty { ButtonForm(t(T.projects.removePerson), .danger, action: reader.link("\(base)/remove"), hidden: reader.hidden) }
        }
    }

    // MARK: The sheet

    func hours(_ sight: ProjectSight, _ hours: [WorkHours], _ form: FilledForm) -> Screen {
        let project = sight.project
        return Screen(t(T.projects.hoursSheet), trail: ProjectFrame(reader, project).trail(.people, isBelow: true)) {
            FormFaults(form)
            Heading(Run(t(T.projects.hoursSheet)), kind: t.run(project.details.name))
            if hours.isEmpty { HTML::p { t(T.projects.hoursNone) } }
            HoursView(project: project, people: sight.people, hours: hours, reader: reader).body
            if !hours.isEmpty { Buttons { LinkButton(t(T.projects.download), href: reader.link("\(project.deskPath)/hours.xlsx"), .quiet, icon: .download) } }
            if project.state == .running, !sight.people.isEmpty {
                HoursForm(action: "\(project.deskPath)/hours", people: sight.people, form: form, reader: reader).body
            }
        }
    }
}

/// Hours by person and month; what is more than the share gives is marked.
struct HoursView: View {
    let project: Project
    let people: [ProjectPerson]
    let hours: [WorkHours]
    let reader: Reader
    private var t: Texts { reader.t }

    var body: Markup {
        let known = Dictionary(people.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let rows = hours.filter { known[$0.member] != nil }
        if !rows.isEmpty {
            DataTable(t(T.projects.hours), rows: rows, columns: [
                Column(t(T.projects.month), .name) { row in t.month(row.month.first.month, row.month.first.year) },
                Column(t(T.projects.person)) { row in known[row.member].map { $0.name.isEmpty ? t(T.projects.formerPerson) : $0.name } ?? "–" },
                Column(t(T.projects.hours), .number) { row in t.number(row.hours) },
                Column(t(T.projects.byShare), .number) { row in known[row.member].map { t.number(row.month.hours(of: $0.share)) } ?? "–" },
                Column(t(T.projects.words)) { row in
                    if row.words.isEmpty { "–" } else { t.run(row.words) }
                    if let person = known[row.member], row.hours > row.month.hours(of: person.share) { " "; Chip(.waiting, t(T.projects.overShare)) }
                },
            ], isCaptionHidden: true, foot: [
                t(T.projects.together), "", t.number(rows.reduce(0) { $0 + $1.hours }), "", "",
            ]).body
        }
    }
}

/// Hours of a month.
struct HoursForm: View {
    /// Behind the language.
    let action: String
    let people: [ProjectPerson]
    let form: FilledForm
    let reader: Reader
    private var t: Texts { reader.t }

    /// Months that may still be written down.
    private var months: [WorkMonth] {
        let last = WorkMonth(containing: reader.today)
        return (0..<18).map { WorkMonth(containing: last.first.adding(months: -$0)) }
    }

    var body: Markup {
        Look::Form(action: reader.link(action), hidden: reader.hidden, isGuarded: true, label: t(T.projects.writeHours)) {
            Fieldset(t(T.projects.writeHours), hint: t(T.projects.writeHoursHint)) {
                form.field(T.projects.person, "member").select(people.map { Field.Choice("\($0.id)", choice($0, form)) })
                FieldRow {
                    form.field(T.projects.month, "month").select(months.map { Field.Choice($0.first.iso, t.month($0.first.month, $0.first.year)) })
                    form.field(T.projects.hours, "hours", .short, most: TextLimit.number.rawValue).number()
                }
                form.field(T.projects.words, "words", .full, hint: T.projects.hoursWordsHint, isOptional: true, most: TextLimit.sentence.rawValue).text()
            }
            Buttons { Submit(t(T.common.save)) }
        }
    }

    /// In numbers behind the name, which belong to no language: an option of a list has one for all of it.
    private func choice(_ person: ProjectPerson, _ form: FilledForm) -> String {
        let name = person.name.isEmpty ? t(T.projects.formerPerson) : person.name, days = person.share.days
        return "\(name), \(person.share.percent) %, \(form.typed(days.lowerBound)) – \(form.typed(days.upperBound))"
    }
}
