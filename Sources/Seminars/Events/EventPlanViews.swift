import Catalogue
import Centres
package import Forms
import HTML
import Kernel
package import Languages
package import Look

/// The one form in which an event is planned, and the question before it is moved.
package struct EventPlanViews {
    let reader: Reader
    private var t: Texts { reader.t }

    package init(reader: Reader) { self.reader = reader }

    package func form(_ planning: EventPlanning, _ form: FilledForm) -> Screen {
        let title = planning.event?.title(in: t.language), heading = title?.text ?? t(T.events.new)
        return Screen(heading, trail: trail(planning)) {
            FormFaults(form)
            Heading(
                heading, kind: planning.event.map { t(T.events.editing(state: .phrase($0.state.name))) } ?? t.shown(planning.form.name(in: t.language).text),
                lang: title.flatMap { t.lang(of: $0.language) })
            EventClashNotice(planning.clashes, reader)
            TrainerNotice(outsiders: planning.outsiders, t: t)
            if planning.tells {
                Notice(.info) { HTML::p { t(T.events.changeTells(count: planning.concerned.letters + planning.concerned.others.count)) } }
            }
            if planning.event == nil, planning.copied == nil { EventFormChoice(planning, reader) }
            if planning.copied != nil { Notice(.info) { HTML::p { t(T.events.copyText) } } }
            EventFormView(planning, form, action: action(planning), reader)
        }
    }

    private func trail(_ planning: EventPlanning) -> [Look.Link] {
        let desk = Look.Link(t(T.events.all), href: reader.link("/staff/events"))
        return [desk] + (planning.event.map { [Look.Link(t.run($0.title(in: t.language)), href: reader.link("/staff/events/\($0.id)"))] } ?? [])
    }

    private func action(_ planning: EventPlanning) -> String {
        if let event = planning.event { return reader.link("/staff/events/\(event.id)/edit") }
        return reader.link("/staff/events/new") + (planning.copied.map { "?copy=\($0)" } ?? "")
    }

    /// Before other days are written to everybody concerned: what they were, what they become, how many are told. Where a deadline that somebody has
    /// set stays behind, whether it is to follow.
    /// - Parameters:
    ///   - tells: whether people are written to.
    ///   - deadline: the one that the rule counts, when the set one may be left behind.
    package func question(
        _ planning: EventPlanning, moving event: Event, to plan: EventPlan, _ form: EventPlanForm, tells: Bool, deadline: Day?
    ) -> Screen {
        let action = action(planning), heading = t(tells ? T.events.moveQuestion : T.events.deadlineQuestion)
        let carried = form.typed.fields.filter { $0.name != "act" && (deadline == nil || $0.name != "deadline") }.map { Hidden($0.name, $0.value) }
        return Screen(heading) {
            div(.class("confirmation")) {
                Heading(heading)
                Facts {
                    FactLine(t(T.events.daysBefore)) { days(event.plan) }
                    FactLine(t(T.events.daysAfter)) { days(plan) }
                }
                if tells {
                    HTML::p { t(T.events.moveTells(count: planning.concerned.letters)) }
                    UnwrittenNotice(planning.concerned.others, reader)
                }
                Look.Form(action: action, hidden: reader.hidden + carried + [Hidden("sure", "yes")]) {
                    if let deadline {
                        let kept = form.typed["deadline"]
                        Field(t(T.events.deadlineLeft), name: "deadline", value: kept).radios([
                            Field.Choice("", t(T.events.deadlineFollows(day: .day(deadline, .long)))),
                            Field.Choice(kept, t(T.events.deadlineStays(day: .day(plan.deadline, .long)))),
                        ])
                    }
                    Buttons {
                        Submit(t(tells ? T.events.moveAct : T.common.save))
                        LinkButton(t(T.common.cancel), href: action, .quiet)
                    }
                }
            }
        }
    }

    private func days(_ plan: EventPlan) -> some HTML {
        ForEach(plan.sessions) { session in
            div { t.day(session.day, .long); ", "; t.times(session.begins, to: session.ends); if !session.place.isEmpty { ", "; t.run(session.place) } }
        }
    }
}
