import Accounts
import Centres
import Forms
import HTML
import Kernel
import Languages
import Look
import Portfolio

struct CircleVisitViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func list(_ sight: CircleSight, _ visits: [CircleVisit], _ form: FilledForm) -> Screen {
        let base = reader.link("\(sight.circle.path)/visits")
        return CircleFrame(reader, sight).screen(.visits, [form]) {
            HTML::p { t(T.circles.visitsLead) }
            if visits.isEmpty { EmptyState(t(T.circles.visitsNone), t(T.circles.visitsNoneText)) { Empty() } }
            ForEach(visits) { one in
                article {
                    h2 { t.day(one.details.day); ": "; t.run(one.details.lesson) }
                    if !one.details.seen.isEmpty { HTML::p { t.run(one.details.seen) } }
                    sides(one)
                    acts(one, sight, base)
                }
            }
            if sight.circle.closed == nil, sight.members.count > 1 {
                Disclosure(t(T.circles.newVisit), isOpen: form.problem != nil && form.typed.has("lesson")) { fields(sight, base, form) }
            }
        }
    }

    private func sides(_ visit: CircleVisit) -> some HTML {
        ForEach(visit.sides) { side in
            PersonLine(
                Run(side.name), detail: [Run(t(side.part.name))] + (side.schoolName.isEmpty ? [] : [t.run(side.schoolName)])
                    + (side.points.map { [Run(t(T.circles.pointsGiven(count: $0)))] } ?? []),
                state: side.signed == nil ? Chip(.waiting, t(T.circles.notConfirmed)) : Chip(.good, t(T.circles.confirmed)))
        }
    }

    @HTMLBuilder private func acts(_ visit: CircleVisit, _ sight: CircleSight, _ base: String) -> some HTML {
        let own = visit.sides.first { $0.person == sight.person && $0.signed == nil }, name = t.run(visit.details.lesson).text
        let isFree = visit.sides.allSatisfy { $0.signed == nil } && (sight.mayRun || visit.sides.contains { $0.person == sight.person })
        if own != nil || isFree {
            Form(action: "\(base)/\(visit.id)", hidden: reader.hidden, label: "\(t(T.circles.visit)) \(t.day(visit.details.day, .numeric)): \(name)") {
                Buttons {
                    if own != nil, visit.details.day <= sight.today { Submit(t(T.circles.confirmVisit), name: "sign", value: "yes") }
                    if isFree { Submit(t(T.common.remove), .quiet, name: "remove", value: "yes") }
                }
            }
        }
    }

    private func fields(_ sight: CircleSight, _ base: String, _ form: FilledForm) -> some HTML {
        let choices = CircleFrame(reader, sight).choices()
        return Form(action: base, hidden: reader.hidden, label: t(T.circles.newVisit)) {
            form.day(T.circles.day, "day")
            form.field(T.circles.lesson, "lesson", .full, hint: T.circles.lessonHint, most: TextLimit.sentence.rawValue).text()
            FieldRow {
                form.field(T.circles.host, "host", hint: T.circles.hostHint).select(choices)
                form.field(T.circles.guest, "guest", hint: T.circles.guestHint).select(choices)
            }
            form.field(T.circles.seen, "seen", .full, hint: T.circles.seenHint, isOptional: true, most: TextLimit.note.rawValue).area(rows: 4)
            Buttons { Submit(t(T.common.save)) }
        }
    }

    // MARK: The school

    func ofSchool(_ visits: [SchoolVisit], in school: School, _ form: FilledForm) -> Screen {
        let waiting = visits.filter { $0.side.confirmed == nil && !$0.isOwn }, others = visits.filter { $0.side.confirmed != nil || $0.isOwn }
        return Screen(t(T.circles.schoolVisits), trail: [Look.Link(t.run(school.name), href: reader.link("/me/schools/\(school.id)"))], isIndexed: false) {
            FormFaults(form)
            Heading(t(T.circles.schoolVisits), lead: t(T.circles.schoolLead))
            if visits.isEmpty { EmptyState(t(T.circles.schoolNone), t(T.circles.schoolNoneText)) { Empty() } }
            ForEach(waiting) { one in
                line(one)
                Form(
                    action: reader.link("/me/schools/\(school.id)/visits/\(one.side.id)"), hidden: reader.hidden,
                    label: "\(one.side.name): \(t.day(one.visit.details.day, .numeric))"
                ) {
                    if !one.lines.isEmpty {
                        Field(
                            t(T.circles.line), name: "line", row: "\(one.side.id)", hint: t(T.circles.lineHint), error: form.fault("line"),
                            optional: t(T.common.optional)
                        ).select([Field.Choice("", t(T.circles.noPoints))] + one.lines.map { line in
                            Field.Choice(line.id.description, Run("\(t.shown(line.activity)) – \(t(T.circles.pointsGiven(count: one.points(by: line) ?? 0)))"))
                        })
                    }
                    Buttons { Submit(t(T.circles.confirm)) }
                }
            }
            if !others.isEmpty {
                h2 { t(T.circles.schoolOthers) }
                ForEach(others) { line($0) }
            }
        }
    }

    private func line(_ one: SchoolVisit) -> some HTML {
        let details = one.visit.details
        let other = one.visit[one.side.part == .host ? .guest : .host]
        return PersonLine(
            Run(one.side.name),
            detail: [Run(t(one.side.part.name)), Run(t.day(details.day, .numeric)), t.run(details.lesson)]
                + (other.map { [Run("\(t($0.part.name)): \($0.name)")] } ?? []) + (one.side.points.map { [Run(t(T.circles.pointsGiven(count: $0)))] } ?? []),
            state: one.side.confirmed == nil ? nil : Chip(.good, t(T.circles.confirmed)))
    }
}
