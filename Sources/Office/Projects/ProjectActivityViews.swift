import Forms
import HTML
import Kernel
import Languages
import Look

/// What a project does, and what belongs to it.
struct ProjectActivityViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func list(_ sight: ProjectSight, _ activities: [ProjectActivity], _ form: FilledForm) -> Screen {
        let project = sight.project, base = "\(project.deskPath)/activities"
        return ProjectFrame(reader, project).screen(.activities, form) {
            if activities.isEmpty { EmptyState(t(T.projects.activitiesNone), t(T.projects.activitiesNoneText)) { Empty() } } else {
                ActivityChart(activities: activities, days: project.days, reader: reader).body
                DataTable(t(T.projects.activities), rows: activities, columns: [
                    Column(t(T.projects.activity), .name) { one in a(.href(reader.link("\(base)/\(one.id)"))) { t.run(one.details.name) } },
                    Column(t(T.projects.days)) { one in t.days(one.details.days) },
                    Column(t(T.projects.responsible)) { one in one.details.responsible.isEmpty ? "–" : one.details.responsible },
                    Column(t(T.projects.belongs), .number) { one in t.number(one.links.count) },
                    Column(t(T.common.state)) { one in chip(one) },
                ])
            }
            h2 { t(T.projects.addActivity) }
            Look::Form(action: reader.link(base), hidden: reader.hidden, isGuarded: true, label: t(T.projects.addActivity)) {
                fields(form)
                Buttons { Submit(t(T.common.add)) }
            }
        }
    }

    private func chip(_ activity: ProjectActivity) -> Chip {
        if activity.isLate(on: reader.today) { return Chip(.bad, t(T.projects.late)) }
        let tone: Tone = switch activity.details.state {
        case .planned, .dropped: .neutral
        case .underway: .waiting
        case .done: .good
        }
        return Chip(tone, t(activity.details.state.name))
    }

    @HTMLBuilder private func fields(_ form: FilledForm) -> some HTML {
        form.field(T.projects.activityName, "name", .full, most: TextLimit.line.rawValue).text()
        FieldRow {
            form.day(T.projects.firstDay, "first")
            form.day(T.projects.lastDay, "last")
        }
        form.field(T.projects.responsible, "responsible", isOptional: true, most: TextLimit.line.rawValue).text()
        form.field(T.common.state, "state").select(ProjectActivity.State.allCases.map { Field.Choice($0.rawValue, t($0.name)) })
    }

    // MARK: One

    func show(_ sight: ProjectSight, _ activity: ProjectActivity, _ form: FilledForm) -> Screen {
        let project = sight.project, base = "\(project.deskPath)/activities/\(activity.id)", name = t.run(activity.details.name)
        return Screen(name.text, trail: ProjectFrame(reader, project).trail(.activities, isBelow: true)) {
            FormFaults(form)
            Heading(name, kind: Run(t(T.projects.activity)))
            HTML::p { chip(activity) }
            h2 { t(T.projects.belongs) }
            if activity.links.isEmpty { HTML::p { t(T.projects.belongsNone) } } else { links(activity, base) }
            Look::Form(action: reader.link("\(base)/links"), hidden: reader.hidden, label: t(T.projects.addLink)) {
                Fieldset(t(T.projects.addLink), hint: t(T.projects.addLinkHint)) {
                    form.field(T.projects.event, "event", .short, hint: T.projects.eventHint, isOptional: true, most: TextLimit.sentence.rawValue).text()
                    form.field(T.projects.libraryTitle, "title", .short, hint: T.projects.libraryTitleHint, isOptional: true, most: TextLimit.sentence.rawValue).text()
                    FieldRow {
                        form.field(T.projects.purchase, "purchase", isOptional: true, most: TextLimit.sentence.rawValue).text()
                        form.field(T.projects.amount, "amount", .short, isOptional: true, most: TextLimit.number.rawValue).text()
                    }
                }
                Buttons { Submit(t(T.common.add)) }
            }
            h2 { t(T.common.edit) }
            Look::Form(action: reader.link(base), hidden: reader.hidden, isGuarded: true, label: t(T.common.edit)) {
                fields(form)
                Buttons { Submit(t(T.common.save)) }
            }
            ButtonForm(t(T.projects.removeActivity), .danger, action: reader.link("\(base)/remove"), hidden: reader.hidden)
        }
    }

    private func links(_ activity: ProjectActivity, _ base: String) -> some HTML {
        DataTable(t(T.projects.belongs), rows: activity.links, columns: [
            Column(t(T.projects.thing), .name) { link in
                switch link.thing {
                case .event(let event, let title): a(.href(reader.link("/events/\(event)"))) { t.run(title) }
                case .title(let id, let name): a(.href(reader.link("/library/\(id)"))) { t.run(name) }
                case .purchase(let words, _): t.run(words)
                }
            },
            Column(t(T.projects.kind)) { link in t(kind(link.thing)) },
            Column(t(T.projects.amount), .number) { link in
                if case .purchase(_, let amount?) = link.thing { t.money(amount) } else { "–" }
            },
            Column(t(T.projects.handle), .act) { link in
                Look::Form(
                    action: reader.link("\(base)/links/\(link.id)/remove"), hidden: reader.hidden, isInline: true,
                    label: "\(t(T.common.remove)): \(name(link.thing)), \(link.id)"
                ) { Submit(t(T.common.remove), .quiet) }
            },
        ], isCaptionHidden: true)
    }

    private func kind(_ thing: ActivityLink.Thing) -> Phrase {
        switch thing {
        case .event: T.projects.thingEvent
        case .title: T.projects.thingTitle
        case .purchase: T.projects.thingPurchase
        }
    }

    private func name(_ thing: ActivityLink.Thing) -> String {
        switch thing {
        case .event(_, let title): t.shown(title)
        case .title(_, let name): t.shown(name)
        case .purchase(let words, _): t.shown(words)
        }
    }
}
