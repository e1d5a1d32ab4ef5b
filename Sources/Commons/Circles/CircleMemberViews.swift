import Centres
import Forms
import HTML
import Kernel
import Languages
import Look

struct CircleMemberViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func page(_ sight: CircleSight, _ asking: [CircleMember], _ meetings: [CircleMeeting], _ form: FilledForm) -> Screen {
        let base = reader.link(sight.circle.path)
        return CircleFrame(reader, sight).screen(.members, [form]) {
            if sight.mayRun, !asking.isEmpty {
                h2 { t(T.circles.askingTitle) }
                ForEach(asking) { one in
                    PersonLine(Run(one.name), detail: one.schoolName.isEmpty ? [] : [t.run(one.schoolName)]) {
                        if let id = one.id {
                            Markup(Buttons {
                                button(T.circles.accept, one.name, .primary, "\(base)/members/\(id)/accept")
                                button(T.circles.refuse, one.name, .quiet, "\(base)/members/\(id)/leave")
                            })
                        }
                    }
                }
            }
            h2 { t(T.circles.membersCount(count: sight.members.count)) }
            if sight.members.isEmpty { HTML::p { t(T.circles.membersNone) } }
            ForEach(schools(sight)) { school, members in
                h3 { school.isEmpty ? Run(t(T.circles.noSchool)) : t.run(school) }
                ForEach(members) { member in line(member, sight, base) }
            }
            if sight.isStaff, sight.circle.closed == nil { add(base, form) }
            chairs(sight, meetings, base, form)
        }
    }

    private func button(_ verb: Phrase, _ name: String, _ weight: Weight, _ action: String) -> some HTML {
        Form(action: action, hidden: reader.hidden, isInline: true, label: "\(t(verb)): \(name)") { Submit(t(verb), weight) }
    }

    private func schools(_ sight: CircleSight) -> [(String, [CircleMember])] {
        Dictionary(grouping: sight.members, by: \.schoolName).map { ($0.key, $0.value) }
            .sorted { $0.0.isEmpty == $1.0.isEmpty ? $0.0 < $1.0 : !$0.0.isEmpty }
    }

    private func line(_ member: CircleMember, _ sight: CircleSight, _ base: String) -> some HTML {
        let term = sight.chairs.first { $0.person == member.person && $0.holds(on: sight.today) }
        return PersonLine(
            Run(member.name), detail: member.since.map { [Run(t(T.circles.memberSince(day: .day($0))))] } ?? [],
            state: term.map { Chip(.good, t($0.isDeputy ? T.circles.deputy : T.circles.chair)) }
        ) {
            if let id = member.id, sight.mayRun || member.person == sight.person {
                button(member.person == sight.person ? T.circles.leave : T.circles.takeOut, member.name, .quiet, "\(base)/members/\(id)/leave")
            }
        }
    }

    private func add(_ base: String, _ form: FilledForm) -> some HTML {
        Group {
            h2 { t(T.circles.addMember) }
            Form(action: "\(base)/members", hidden: reader.hidden, label: t(T.circles.addMember)) {
                form.field(T.common.email, "email", hint: T.circles.addHint, autocomplete: "off").email()
                Buttons { Submit(t(T.common.add), .quiet) }
            }
        }
    }

    // MARK: Chair and deputy

    @HTMLBuilder private func chairs(_ sight: CircleSight, _ meetings: [CircleMeeting], _ base: String, _ form: FilledForm) -> some HTML {
        h2 { t(T.circles.chairs) }
        if sight.chairs.isEmpty { HTML::p { t(T.circles.errorNoChair) } } else {
            DataTable(t(T.circles.chairs), rows: sight.chairs, columns: [
                Column(t(T.circles.personName), .name) { chair in chair.name },
                Column(t(T.circles.office)) { chair in t(chair.isDeputy ? T.circles.deputy : T.circles.chair) },
                Column(t(T.circles.from)) { chair in t.day(chair.term.lowerBound, .numeric) },
                Column(t(T.circles.untilDay)) { chair in t.day(chair.term.upperBound, .numeric) },
                Column(t(T.circles.howChosen)) { chair in
                    if let meeting = chair.meeting {
                        a(.href("\(base)/meetings/\(meeting)")) { t(T.circles.elected) }
                    } else {
                        t(T.circles.setByCentre)
                    }
                },
            ], isCaptionHidden: true)
        }
        if sight.mayRun {
            Disclosure(t(T.circles.setChair), isOpen: form.problem != nil && form.typed.has("office")) {
                Form(action: "\(base)/chair", hidden: reader.hidden, label: t(T.circles.setChair)) {
                    form.field(T.circles.personName, "person").select(CircleFrame(reader, sight).choices())
                    form.field(T.circles.office, "office", otherwise: "chair").radios([
                        Field.Choice("chair", t(T.circles.chair)), Field.Choice("deputy", t(T.circles.deputy)),
                    ])
                    FieldRow {
                        form.day(T.circles.from, "since")
                        form.day(T.circles.untilDay, "until")
                    }
                    form.field(T.circles.electionPoint, "point", hint: sight.isStaff ? T.circles.electionHint : T.circles.errorElection, isOptional: sight.isStaff)
                        .select([Field.Choice("", t(T.circles.setByCentre))] + meetings.flatMap { meeting in
                            meeting.points.filter { $0.ballot != nil }.map { Field.Choice("\($0.id)",
                                t.run("\(t.day(meeting.details.day, .numeric)): \($0.title)")) }
                        })
                    Buttons { Submit(t(T.common.save), .quiet) }
                }
            }
        }
    }

    // MARK: A school

    /// Who of a school sits where.
    func ofSchool(_ members: [(circle: Circle, member: CircleMember, isChair: Bool)]) -> some HTML {
        ForEach(members) { circle, member, isChair in
            PersonLine(Run(member.name), detail: [t.run(circle.details.name)], state: isChair ? Chip(.good, t(T.circles.chair)) : nil)
        }
    }
}
