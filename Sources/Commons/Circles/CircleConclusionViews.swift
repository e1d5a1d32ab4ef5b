import Accounts
import Delivery
import Events
import Forms
import HTML
import Kernel
import Languages
import Look

/// What became of conclusions.
struct CircleConclusionViews {
    let reader: Reader
    private var t: Texts { reader.t }

    // MARK: A year, and the year before

    func year(_ found: ConclusionYear, _ form: FilledForm) -> Screen {
        let sight = found.sight, frame = CircleFrame(reader, sight)
        return frame.screen(.conclusions, [form]) {
            h2 { t(T.circles.whatBecame) }
            HTML::p { t(T.circles.whatBecameLead) }
            frame.years(found.year, "conclusions")
            if found.own.isEmpty { HTML::p { t(T.circles.noConclusionsYear) } } else {
                bar(found.sum)
                table(found.own, sight)
            }
            if !found.earlier.isEmpty {
                h2 { t(T.circles.ofYearBefore(year: .schoolYear(found.year.previous))) }
                bar(found.sumBefore)
                table(found.earlier, sight)
            }
            if !found.ofEvents.isEmpty {
                h2 { t(T.circles.ofEvents) }
                HTML::p { t(T.circles.ofEventsLead) }
                events(found.ofEvents)
            }
            if sight.mayRun {
                Disclosure(t(T.circles.newConclusion), isOpen: form.problem != nil) {
                    fields(sight, nil, found.plan, form, action: reader.link("\(sight.circle.path)/conclusions"))
                }
            }
        }
    }

    /// How many stand how, as a bar, with the same in words.
    func bar(_ sum: ConclusionSum) -> some HTML {
        BarChart(t(T.circles.stateBar), description: t(T.circles.conclusionsCount(count: sum.all)), of: max(1, sum.all), [
            CircleConclusion.State.done, .underway, .open, .dropped,
        ].map { state in BarChart.Bar(Run(t(state.name)), sum[state], t.number(sum[state]), isMarked: state == .done) })
    }

    func table(_ conclusions: [CircleConclusion], _ sight: CircleSight) -> some HTML {
        DataTable(t(T.circles.conclusions), rows: conclusions, columns: [
            Column(t(T.circles.conclusion), .name) { conclusion in
                a(.href(reader.link("\(sight.circle.path)/conclusions/\(conclusion.id)"))) { t.run(conclusion.details.text) }
                if conclusion.isAdvice { " "; Chip(.waiting, t(T.circles.adviceOnly)) }
            },
            Column(t(T.circles.owner)) { conclusion in owner(conclusion, sight) },
            Column(t(T.circles.due)) { conclusion in t.day(conclusion.details.due, .numeric) },
            Column(t(T.common.state)) { conclusion in chip(conclusion) },
            Column(t(T.circles.became)) { conclusion in
                if conclusion.outcome.isEmpty { "–" } else { t.run(conclusion.outcome) }
            },
        ], isCaptionHidden: true)
    }

    @HTMLBuilder private func owner(_ conclusion: CircleConclusion, _ sight: CircleSight) -> some HTML {
        if let name = conclusion.ownerName {
            name
            if !conclusion.state.isSettled, !sight.members.contains(where: { $0.person == conclusion.details.owner }) {
                " "; Chip(.waiting, t(T.circles.ownerLeft))
            }
        } else {
            Chip(.waiting, t(T.circles.ownerGone))
        }
    }

    func chip(_ conclusion: CircleConclusion) -> Chip {
        if conclusion.isLate(on: reader.today) { return Chip(.bad, t(T.circles.late)) }
        let tone: Tone = switch conclusion.state {
        case .open: .waiting
        case .underway: .info
        case .done: .good
        case .dropped: .neutral
        }
        return Chip(tone, t(conclusion.state.name))
    }

    private func events(_ agreed: [(event: Event, conclusion: Conclusion)]) -> some HTML {
        DataTable(t(T.circles.ofEvents), rows: agreed, columns: [
            Column(t(T.circles.conclusion), .name) { one in t.run(one.conclusion.details.text) },
            Column(t(T.circles.atEvent)) { one in a(.href(reader.link("/events/\(one.event.id)"))) { t.run(one.event.title(in: t.language)) } },
            Column(t(T.circles.owner)) { one in one.conclusion.details.owner },
            Column(t(T.circles.due)) { one in one.conclusion.details.due.map { t.day($0, .numeric) } ?? "–" },
            Column(t(T.circles.became)) { one in
                one.conclusion.done == nil ? Chip(.waiting, t(T.circles.stateOpen)) : Chip(.good, t(T.circles.stateDone))
                if !one.conclusion.outcome.isEmpty { " "; t.run(one.conclusion.outcome) }
            },
        ], isCaptionHidden: true)
    }

    // MARK: One of them

    func page(
        _ sight: CircleSight, _ conclusion: CircleConclusion, _ folder: MeetingFolder?, _ plan: [CirclePlanLine], _ word: FilledForm, _ form: FilledForm
    ) -> Screen {
        let path = "\(sight.circle.path)/conclusions", own = reader.link("\(path)/\(conclusion.id)")
        let mayWord = sight.circle.closed == nil && (sight.mayRun || conclusion.details.owner == sight.person)
        return Screen(
            t(T.circles.conclusion), trail: CircleFrame(reader, sight).trail(below: true, [Look.Link(t(T.circles.conclusions),
                href: reader.link(path))]), isIndexed: false
        ) {
            FormFaults(word)
            FormFaults(form)
            Heading(t(T.circles.conclusion))
            HTML::p(.class("lead")) { t.run(conclusion.details.text) }
            if conclusion.isAdvice { Notice(.waiting) { HTML::p { t(T.circles.isAdvice) } } }
            facts(sight, conclusion, folder, plan)
            if mayWord {
                h2 { t(T.circles.sayWhatBecame) }
                Form(action: own + "/state", hidden: reader.hidden, label: t(T.circles.sayWhatBecame)) {
                    word.field(T.common.state, "state").radios(CircleConclusion.State.allCases.map { Field.Choice($0.rawValue, t($0.name)) })
                    word.field(T.circles.became, "outcome", .full, hint: T.circles.outcomeHint, isOptional: true).area(rows: 3)
                    Buttons { Submit(t(T.common.save)) }
                }
            }
            if sight.mayRun {
                Disclosure(t(T.circles.editConclusion), isOpen: form.problem != nil) { fields(sight, folder, plan, form, action: own) }
            }
        }
    }

    private func facts(_ sight: CircleSight, _ conclusion: CircleConclusion, _ folder: MeetingFolder?, _ plan: [CirclePlanLine]) -> some HTML {
        Facts {
            FactLine(t(T.circles.owner)) { owner(conclusion, sight) }
            FactLine(t(T.circles.due), t.day(conclusion.details.due))
            FactLine(t(T.common.state)) { chip(conclusion) }
            FactLine(t(T.circles.concludedOn)) {
                if let folder {
                    a(.href(reader.link("\(sight.circle.path)/meetings/\(folder.meeting.id)"))) { t.day(conclusion.day) }
                } else {
                    t.day(conclusion.day)
                }
            }
            if let line = plan.first(where: { $0.id == conclusion.details.planLine }) { FactLine(t(T.circles.planLine), t.run(line.details.text)) }
            if let event = conclusion.details.event {
                FactLine(t(T.circles.cameEvent)) { a(.href(reader.link("/events/\(event)"))) { t(T.circles.openEvent) } }
            }
            if let settled = conclusion.settled { FactLine(t(T.circles.settledOn), t.day(settled)) }
            if !conclusion.outcome.isEmpty { FactLine(t(T.circles.became), t.run(conclusion.outcome)) }
        }
    }

    func fields(_ sight: CircleSight, _ folder: MeetingFolder?, _ plan: [CirclePlanLine], _ form: FilledForm, action: String) -> some HTML {
        Form(action: action, hidden: reader.hidden, isGuarded: true, label: t(T.circles.conclusion)) {
            form.field(T.circles.conclusion, "text", .full, hint: T.circles.conclusionHint, most: TextLimit.note.rawValue).area(rows: 3)
            FieldRow {
                form.field(T.circles.owner, "owner").select(CircleFrame(reader, sight).choices())
                form.day(T.circles.due, "due")
            }
            if let folder, !folder.meeting.points.isEmpty {
                form.field(T.circles.point, "point", isOptional: true)
                    .select([Field.Choice("", t(T.circles.noPoint))] + folder.meeting.points.map { Field.Choice("\($0.id)", t.run($0.title)) })
            }
            if !plan.isEmpty {
                form.field(T.circles.planLine, "plan", isOptional: true)
                    .select([Field.Choice("", t(T.circles.noPlanLine))] + plan.map { Field.Choice("\($0.id)", t.run($0.details.text)) })
            }
            form.field(T.circles.cameEvent, "event", hint: T.circles.atEventHint, isOptional: true, most: TextLimit.line.rawValue).text()
            Buttons { Submit(t(T.circles.saveConclusion), .quiet) }
        }
    }
}
