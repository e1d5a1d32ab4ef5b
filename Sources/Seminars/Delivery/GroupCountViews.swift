import Accounts
import Events
import Forms
import HTML
import Kernel
import Languages
import Look
import Registration

/// The groups of an event with what was told before and what was counted after.
struct GroupCountViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func form(_ event: Event, _ roll: GroupRoll, _ form: FilledForm) -> Screen {
        let path = reader.link("/staff/events/\(event.id)")
        let trail = [Look.Link(t(T.events.all), href: reader.link("/staff/events")), Look.Link(t.run(event.title(in: reader.language)), href: path)]
        let isOpen = GroupCountStore.isOpen(event, at: reader.now)
        return Screen(t(T.delivery.groups), trail: trail) {
            FormFaults(form, title: T.registration.notDone)
            Heading(t(T.delivery.groups), lead: t(T.delivery.groupsText))
            if !isOpen { Notice(.waiting) { HTML::p { t(T.delivery.groupsNotYet) } } }
            if roll.isEmpty {
                EmptyState(t(T.delivery.nobody), t(T.delivery.groupsNobody)) { Empty() }
            } else if isOpen {
                Form(action: path + "/groups", hidden: reader.hidden, isGuarded: true) {
                    ForEach(roll.groups) { group in fields(group, form) }
                    Buttons {
                        Submit(t(T.common.save))
                        LinkButton(t(T.delivery.report), href: path + "/report", .quiet)
                    }
                }
            } else {
                GroupTable(roll, t)
            }
            if isOpen, let session = event.sessionRows.first {
                HTML::p { a(.href("\(path)/sessions/\(session)/walk-in")) { t(T.delivery.groupsUntold) } }
            }
        }
    }

    private func fields(_ group: CountedGroup, _ form: FilledForm) -> some HTML {
        let id = group.row.registration
        return Fieldset(name(group), hint: t(group.group.line)) {
            FieldRow {
                form.field(T.registration.groupPupils, GroupCountForm.field("pupils", id), .short, isOptional: true, autocomplete: "off").number()
                form.field(T.registration.groupCompanions, GroupCountForm.field("companions", id), .short, isOptional: true, autocomplete: "off").number()
            }
        }
    }

    private func name(_ group: CountedGroup) -> String {
        [t.shown(group.row.school), group.row.name.full].filter { !$0.isEmpty }.joined(separator: ", ")
    }
}

/// By school: who came with a group, how many were told of, how many came.
struct GroupTable: View {
    let roll: GroupRoll
    let t: Texts

    init(_ roll: GroupRoll, _ t: Texts) { (self.roll, self.t) = (roll, t) }

    var body: Markup {
        DataTable(t(T.delivery.groups), rows: roll.groups, columns: [
            Column(t(T.registration.school), .name) { group in t.run(group.row.school.isEmpty ? group.row.name.full : group.row.school) },
            Column(t(T.delivery.groupTeacher)) { group in group.row.name.full },
            Column(t(T.registration.groupClass)) { group in t.run(group.group.grade) },
            Column(t(T.delivery.groupTold), .number) { group in "\(group.group.people)" },
            Column(t(T.registration.groupPupils), .number) { group in group.came.map { "\($0.pupils)" } ?? "–" },
            Column(t(T.registration.groupCompanions), .number) { group in group.came.map { "\($0.companions)" } ?? "–" },
            Column(t(T.delivery.groupCame), .number) { group in group.came.map { "\($0.people)" } ?? "–" },
        ], isCaptionHidden: true)
    }
}
