import Centres
import Events
import Forms
import HTML
import Kernel
import Languages
import Look

/// Events that centres offer together, as their people see them.
struct JointEventViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func list(_ lines: [JointLine], _ form: FilledForm) -> Screen {
        let own = reader.centre.id, asked = lines.filter { $0.joint.state == .asked && $0.other.id == own }
        let others = lines.filter { line in !asked.contains { $0.joint.id == line.joint.id } }
        return Screen(t(T.networkfront.joint)) {
            FormFaults(form)
            Heading(t(T.networkfront.joint), lead: t(T.networkfront.jointLead))
            if lines.isEmpty {
                EmptyState(t(T.networkfront.jointNone), t(T.networkfront.jointNoneText)) {
                    LinkButton(t(T.networkfront.toEvents), href: reader.link("/staff/events"), .quiet)
                }
            }
            if !asked.isEmpty {
                h2 { t(T.networkfront.waits) }
                ForEach(asked) { line in
                    self.line(line)
                    Buttons {
                        press(line, "agree", T.networkfront.agree, .primary)
                        press(line, "decline", T.networkfront.decline, .quiet)
                    }
                }
            }
            if !others.isEmpty {
                h2 { t(T.networkfront.standing) }
                ForEach(others) { line in
                    self.line(line)
                    Buttons {
                        if line.other.id == own, line.joint.state == .agreed {
                            LinkButton(t(T.networkfront.seats), href: reader.link("/staff/joint/\(line.joint.id)/seats"), .quiet)
                        }
                        press(line, "end", line.joint.state == .declined ? T.networkfront.clear : T.networkfront.end, .quiet)
                    }
                }
            }
        }
    }

    private func line(_ line: JointLine) -> PersonLine {
        let isHome = line.home.id == reader.centre.id, other = isHome ? line.other : line.home
        var detail = [Run(other.name(in: t.language))]
        if let starts = line.event.starts { detail.append(Run(t.day(reader.centre.zone.day(of: starts)))) }
        if !line.joint.words.isEmpty { detail.append(t.run(line.joint.words)) }
        let chip = Chip(line.joint.state == .agreed ? .good : line.joint.state == .asked ? .waiting : .neutral, t(line.joint.state.label))
        return PersonLine(
            t.run(line.event.title(in: t.language)), href: reader.link((isHome ? "/staff" : "") + "/events/\(line.event.id)"), detail: detail, state: chip)
    }

    private func press(_ line: JointLine, _ act: String, _ label: Phrase, _ kind: Weight) -> some HTML {
        let name = "\(t(label)): \(line.event.title(in: t.language).text), \(line.other.name(in: t.language))"
        return Form(action: reader.link("/staff/joint/\(line.joint.id)/\(act)"), hidden: reader.hidden, label: name) { Submit(t(label), kind) }
    }

    /// At the desk of the centre that holds it.
    func ofEvent(_ event: Event, _ joints: [JointEvent], _ centres: [Centre], _ form: FilledForm) -> Screen {
        let free = centres.filter { centre in centre.id != event.centre && !joints.contains { $0.centre == centre.id && $0.state != .declined } }
        let title = t.run(event.title(in: t.language)), desk = reader.link("/staff/events/\(event.id)")
        return Screen(t(T.networkfront.joint), trail: [Look.Link(t(T.events.all), href: reader.link("/staff/events")), Look.Link(title, href: desk)]) {
            FormFaults(form)
            Heading(title, kind: Run(t(T.networkfront.joint)))
            HTML::p(.class("lead")) { t(T.networkfront.ofEventLead) }
            ForEach(joints) { joint in
                PersonLine(
                    Run(centres.first { $0.id == joint.centre }?.name(in: t.language) ?? ""), detail: joint.words.isEmpty ? [] : [t.run(joint.words)],
                    state: Chip(joint.state == .agreed ? .good : joint.state == .asked ? .waiting : .neutral, t(joint.state.label)))
            }
            if free.isEmpty {
                HTML::p { t(T.networkfront.nobodyLeft) }
            } else {
                h2 { t(T.networkfront.ask) }
                Form(action: "\(desk)/joint", hidden: reader.hidden, label: t(T.networkfront.ask)) {
                    form.field(T.networkfront.centre, "centre").select(
                        [Field.Choice("", t(T.networkfront.choose))] + free.map { Field.Choice("\($0.id)", Run($0.name(in: t.language))) })
                    form.field(T.networkfront.words, "words", .full, hint: T.networkfront.wordsHint, isOptional: true, most: 300).text()
                    Submit(t(T.networkfront.askIt))
                }
            }
            HTML::p { a(.href(reader.link("/staff/joint"))) { t(T.networkfront.toJoint) } }
        }
    }

    /// The one list, names and schools alone.
    func seats(_ line: JointLine, _ seats: [JointSeat]) -> Screen {
        let title = t.run(line.event.title(in: t.language))
        return Screen(t(T.networkfront.seats), trail: [Look.Link(t(T.networkfront.joint), href: reader.link("/staff/joint"))]) {
            Heading(title, kind: Run(t(T.networkfront.seats)))
            HTML::p(.class("lead")) { t(T.networkfront.seatsLead(centre: .text(line.home.name(in: t.language)))) }
            if seats.isEmpty {
                HTML::p { t(T.networkfront.seatsNone) }
            } else {
                ForEach(seats) { seat in
                    PersonLine(
                        t.run(name: seat.name, t.language), detail: seat.school.isEmpty ? [] : [t.run(seat.school)],
                        state: Chip(seat.isAdmitted ? .good : .waiting, t(seat.isAdmitted ? T.networkfront.hasSeat : T.networkfront.waitsForSeat)))
                }
            }
        }
    }
}
