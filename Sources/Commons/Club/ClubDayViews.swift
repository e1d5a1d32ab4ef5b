import Events
import Forms
import HTML
import Kernel
import Languages
import Look

/// Big days.
struct ClubDayViews {
    let reader: Reader
    private var t: Texts { reader.t }

    private func hours(_ shift: ClubShift) -> String {
        let zone = reader.centre.zone
        return t.times(zone.time(of: shift.hours.lowerBound), to: zone.time(of: shift.hours.upperBound))
    }

    // MARK: For everybody

    func show(_ day: ClubDay, _ form: FilledForm) -> Screen {
        let title = t.run(day.event.title(in: t.language))
        return Screen(title.text, trail: [Look.Link(t(T.club.title), href: reader.link("/club"))]) {
            FormFaults(form)
            Heading(title, kind: Run(t(T.club.bigDay)))
            if let on = day.day { HTML::p { strong { t.day(on) } } }
            HTML::p { a(.href(reader.link("/events/\(day.event.id)"))) { t(T.club.toEvent) } }
            h2 { t(T.club.stands) }
            if day.stands.isEmpty { HTML::p { t(T.club.noStands) } }
            ForEach(day.stands) { stand in
                h3(.lang(t.run(stand.draft.name).lang)) { t.number(stand.number); ". "; t.shown(stand.draft.name) }
                if !stand.draft.summary.isEmpty { HTML::p { t.run(stand.draft.summary) } }
                if !stand.draft.place.isEmpty { HTML::p(.class("meta")) { t.run(stand.draft.place) } }
                ForEach(stand.shifts.filter { $0.hours.upperBound > reader.now }) { shift in self.shift(shift, stand, day) }
            }
        }
    }

    private func shift(_ shift: ClubShift, _ stand: ClubStand, _ day: ClubDay) -> some HTML {
        let isOwn = reader.actor.person.map { person in shift.people.contains { $0.id == person } } ?? false
        return PersonLine(
            hours(shift), state: isOwn ? Chip(.good, t(T.club.youHelp)) : shift.lacks > 0
                ? Chip(.info, t(T.club.lackCount(count: shift.lacks))) : Chip(.neutral, t(T.club.enough))
        ) {
            if isOwn {
                ButtonForm(t(T.club.helpGone), .quiet, action: reader.link("\(day.path)/shifts/\(shift.id)/leave"), hidden: reader.hidden)
                LinkButton(t(T.club.toTally), href: reader.link(stand.tallyPath), .quiet)
            } else if shift.lacks > 0 {
                if reader.actor.isSignedIn {
                    ButtonForm(t(T.club.help), .quiet, action: reader.link("\(day.path)/shifts/\(shift.id)"), hidden: reader.hidden)
                } else {
                    a(.href(reader.link("/me/club"))) { t(T.club.signInToHelp) }
                }
            }
        }
    }

    // MARK: Counting

    func tally(_ day: ClubDay, _ stand: ClubStand, _ form: FilledForm) -> Screen {
        let title = t.run(stand.draft.name)
        return Screen(title.text, trail: [Look.Link(t.run(day.event.title(in: t.language)), href: reader.link(day.path))], isIndexed: false) {
            FormFaults(form)
            Heading(title, kind: Run(t(T.club.tally)), lead: Run(t(T.club.tallyLead)))
            Form(action: reader.link(stand.tallyPath), hidden: reader.hidden, label: t(T.club.tally)) {
                div(.class("tally")) {
                    ForEach(ClubTally.allCases) { kind in
                        section {
                            h2 { span { t(kind.name) }; strong { t.number(stand.counted[kind]) } }
                            div(.class("steps")) {
                                ForEach(ClubTally.steps) { step in
                                    button(
                                        .class("button", step == 1 ? "primary" : "quiet"), .type(.submit), .name("add"), .value("\(kind.rawValue)-\(step)"),
                                        .aria("label", "+\(step) \(t(kind.name))")
                                    ) { "+\(step)" }
                                }
                            }
                        }
                    }
                }
                Buttons { Submit(t(T.club.undo), .quiet, name: "undo", value: "yes") }
            }
            HTML::p { t(T.club.togetherCount(count: stand.counted.sum)) }
            if day.stands.count > 1 {
                h2 { t(T.club.otherStands) }
                ForEach(day.stands.filter { $0.id != stand.id }) { other in
                    PersonLine(t.run(other.draft.name), href: reader.link(other.tallyPath), detail: [Run(t.number(other.counted.sum))])
                }
            }
        }
    }

    // MARK: The desk

    func desk(_ day: ClubDay, _ form: FilledForm) -> Screen {
        let title = t.run(day.event.title(in: t.language)), counted = day.counted
        return Screen(title.text, trail: [Look.Link(t(T.club.title), href: reader.link("/staff/club"))]) {
            FormFaults(form)
            Heading(title, kind: Run(t(T.club.bigDay)))
            Figures([
                .init(t.number(day.stands.count), t(T.club.stands)), .init(t.number(day.shifts.map(\.lacks).reduce(0, +)), t(T.club.lack)),
                .init(t.number(counted.pupils), t(T.club.pupils)), .init(t.number(counted.teachers), t(T.club.teachers)),
                    .init(t.number(counted.others), t(T.club.others)),
            ])
            Buttons {
                LinkButton(t(T.club.asEverybody), href: reader.link(day.path), .quiet)
                LinkButton(t(T.club.toEvent), href: reader.link("/events/\(day.event.id)"), .quiet)
            }
            ForEach(day.stands) { stand in self.stand(stand, day) }
            h2 { t(T.club.addStand) }
            Form(action: reader.link("\(day.deskPath)/stands"), hidden: reader.hidden, isGuarded: true, label: t(T.club.addStand)) {
                form.field(T.club.standName, "name", most: TextLimit.line.rawValue).text()
                form.field(T.club.summary, "summary", .full, isOptional: true).text()
                form.field(T.club.place, "place", isOptional: true).text()
                Buttons { Submit(t(T.club.addStand)) }
            }
            if !day.stands.isEmpty {
                h2 { t(T.club.addShift) }
                Form(action: reader.link("\(day.deskPath)/shifts"), hidden: reader.hidden, isGuarded: true, label: t(T.club.addShift)) {
                    form.field(T.club.stand, "stand").select(
                        [Field.Choice("", t(T.common.choose))] + day.stands.map { Field.Choice("\($0.id)", t.run($0.draft.name)) })
                    FieldRow {
                        form.field(T.club.begins, "begins", .short).time()
                        form.field(T.club.ends, "ends", .short).time()
                        form.field(T.club.needed, "needed", .short, otherwise: "2").number()
                    }
                    Buttons { Submit(t(T.club.addShift)) }
                }
            }
        }
    }

    private func stand(_ stand: ClubStand, _ day: ClubDay) -> some HTML {
        Group {
            h2(.lang(t.run(stand.draft.name).lang)) { t.number(stand.number); ". "; t.shown(stand.draft.name) }
            if !stand.draft.place.isEmpty { HTML::p(.class("meta")) { t.run(stand.draft.place) } }
            ForEach(stand.shifts) { shift in
                PersonLine(
                    hours(shift), detail: shift.people.isEmpty ? t(T.club.nobodyYet) : shift.people.map(\.name).joined(separator: ", "),
                    state: shift.lacks > 0 ? Chip(.waiting, t(T.club.lackCount(count: shift.lacks))) : Chip(.good, t(T.club.enough))
                ) {
                    ButtonForm(t(T.common.remove), .quiet, action: reader.link("\(day.deskPath)/shifts/\(shift.id)/drop"), hidden: reader.hidden)
                }
            }
            HTML::p { t(T.club.togetherCount(count: stand.counted.sum)) }
            Buttons {
                LinkButton(t(T.club.toTally), href: reader.link(stand.tallyPath), .quiet)
                if stand.counted.sum == 0 {
                    ButtonForm(t(T.club.dropStand), .quiet, action: reader.link("\(day.deskPath)/stands/\(stand.id)/drop"), hidden: reader.hidden)
                }
            }
        }
    }
}
