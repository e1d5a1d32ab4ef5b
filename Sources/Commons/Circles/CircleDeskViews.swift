import Centres
import Forms
import HTML
import Kernel
import Languages
import Look

/// The circles of a centre for its people.
struct CircleDeskViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func board(
        _ lines: [CircleLine], late: [(circle: Circle, conclusion: CircleConclusion)], unsigned: [(circle: Circle, meeting: CircleMeeting)]
    ) -> Screen {
        Screen(t(T.circles.title)) {
            Heading(t(T.circles.title), lead: t(T.circles.deskLead))
            Buttons { LinkButton(t(T.circles.new), href: reader.link("/staff/circles/new")) }
            if lines.isEmpty {
                EmptyState(t(T.circles.none), t(T.circles.deskNone)) { Empty() }
            } else {
                if !late.isEmpty || !unsigned.isEmpty {
                    ActList(late.map { circle, conclusion in
                        ActList.Line(
                            .bad, when: t(T.circles.until(day: .day(conclusion.details.due))),
                            t.run([circle.details.name, conclusion.ownerName, conclusion.details.text].compactMap(\.self).joined(separator: ": ")),
                            act: Look.Link(t(T.circles.sayWhatBecame), href: reader.link("\(circle.path)/conclusions/\(conclusion.id)")))
                    } + unsigned.map { circle, meeting in
                        ActList.Line(
                            .waiting, when: t.day(meeting.details.day, .numeric), t.run(circle.details.name), detail: t(T.circles.unsigned),
                            act: Look.Link(t(T.circles.openMeeting), href: reader.link("\(circle.path)/meetings/\(meeting.id)")))
                    })
                }
                table(lines)
            }
        }
    }

    private func table(_ lines: [CircleLine]) -> some HTML {
        DataTable(t(T.circles.title), rows: lines, columns: [
            Column(t(T.circles.name), .name) { line in a(.href(reader.link(line.circle.path))) { t.run(line.circle.details.name) } },
            Column(t(T.circles.kind)) { line in t(line.circle.details.kind.name) },
            Column(t(T.circles.members), .number) { line in t.number(line.members) },
            Column(t(T.circles.chair)) { line in
                if let chair = line.chair {
                    chair.name; " "; span(.class("small")) { t(T.circles.until(day: .day(chair.term.upperBound, .numeric))) }
                } else if line.circle.closed == nil {
                    Chip(.waiting, t(T.circles.nobodyLeads))
                }
            },
            Column(t(T.circles.nextMeeting)) { line in line.next.map { t.day($0.details.day, .numeric) } ?? "–" },
            Column(t(T.common.state)) { line in line.circle.closed == nil ? Chip(.good, t(T.circles.active)) : Chip(.neutral, t(T.circles.closed)) },
            Column(t(T.common.edit), .act) { line in
                a(.href(reader.link("/staff/circles/\(line.circle.id)")), .aria("label",
                    "\(t(T.common.edit)): \(t.run(line.circle.details.name).text)")) { t(T.common.edit) }
            },
        ], isCaptionHidden: true)
    }

    func form(_ circle: Circle?, _ councils: [Circle], _ form: FilledForm) -> Screen {
        let title = circle == nil ? T.circles.new : T.circles.edit
        return Screen(t(title), trail: [Look.Link(t(T.circles.title), href: reader.link("/staff/circles"))]) {
            FormFaults(form)
            Heading(Run(t(title)), lead: circle.map { t.run($0.details.name) })
            Form(action: reader.link(circle.map { "/staff/circles/\($0.id)" } ?? "/staff/circles/new"), hidden: reader.hidden, isGuarded: true) {
                form.field(T.circles.name, "name", .full).text()
                form.field(T.circles.kind, "kind").radios(Circle.Kind.allCases.map { Field.Choice($0.rawValue, t($0.name)) })
                form.field(T.circles.subject, "subject", isOptional: true).text()
                form.field(T.circles.aim, "aim", .full, hint: T.circles.aimHint, isOptional: true, most: TextLimit.note.rawValue).area(rows: 3)
                form.field(T.circles.joining, "joining").radios(Circle.Joining.allCases.map { Field.Choice($0.rawValue, t($0.name)) })
                Fieldset(t(T.circles.quorum), hint: t(T.circles.quorumHint)) {
                    form.field(T.circles.quorumRule, "quorum").radios([
                        Field.Choice("half", t(T.circles.quorumHalf)), Field.Choice("third", t(T.circles.quorumThird)), Field.Choice("number", t(T.circles.quorumSome)),
                    ])
                    form.field(T.circles.quorumNumber, "quorumNumber", .short, isOptional: true).number()
                }
                if !councils.isEmpty {
                    form.field(T.circles.council, "council", hint: T.circles.councilHint, isOptional: true)
                        .select([Field.Choice("", t(T.circles.noCouncil))] + councils.filter { $0.id != circle?.id }.map {
                            Field.Choice("\($0.id)", t.run($0.details.name))
                        })
                }
                Field(t(T.circles.talks), name: "talks", hint: t(T.circles.talksHint), optional: "").check(isOn: form.typed.has("talks"))
                Buttons { Submit(t(T.common.save)) }
            }
            if let circle {
                ButtonForm(
                    t(circle.closed == nil ? T.circles.close : T.circles.reopen), .quiet, action: reader.link("/staff/circles/\(circle.id)/close"),
                    hidden: reader.hidden)
            }
        }
    }
}
