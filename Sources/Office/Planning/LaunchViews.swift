import Catalogue
import Centres
import Events
import Forms
import HTML
import Kernel
import Languages
import Look
import Needs

struct LaunchViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func list(_ launches: [ShownLaunch]) -> Screen {
        Screen(t(T.planning.launches), trail: [Look.Link(t(T.planning.plans), href: reader.link("/staff/plans"))]) {
            Heading(t(T.planning.launches), lead: t(T.planning.launchesLead))
            if launches.isEmpty {
                EmptyState(t(T.planning.launchesNone), t(T.planning.launchesNoneText)) {
                    LinkButton(t(T.planning.toCalls), href: reader.link("/staff/needs/calls"), .quiet)
                }
            }
            ForEach(launches) { shown in
                PersonLine(
                    name(shown), href: reader.link("/staff/launches/\(shown.launch.id)"),
                    detail: [Run(t(T.needs.peopleCount(count: shown.launch.people))), Run(t(T.needs.schoolsCount(count: shown.launch.schools)))],
                    state: shown.event.map { Chip($0.state == .draft ? .waiting : .good, t($0.state.name)) } ?? Chip(.neutral, t(T.planning.launchNoEvent))
                ) { Empty() }
            }
        }
    }

    private func name(_ shown: ShownLaunch) -> Run { t.run(shown.call.title, shown.call.language) }

    func show(_ shown: ShownLaunch, _ form: FilledForm) -> Screen {
        let launch = shown.launch, name = name(shown)
        return Screen(name.text, trail: [Look.Link(t(T.planning.launches), href: reader.link("/staff/launches"))]) {
            FormFaults(form)
            Heading(name, kind: Run(t(T.planning.launch)), lead: Run(t(T.planning.launchLead)))
            Facts {
                FactLine(t(T.planning.launchWho)) { t(T.needs.peopleCount(count: launch.people)); ", "; t(T.needs.schoolsCount(count: launch.schools)) }
                if let programme = shown.programme {
                    FactLine(t(T.planning.programme)) { a(.href(reader.link("/catalogue/programmes/\(programme.id)"))) { t.run(programme.title, programme.language) } }
                }
                if let event = shown.event, !event.plan.trainers.isEmpty {
                    FactLine(t(event.form.lead.name), event.plan.trainers.map(\.name).joined(separator: ", "))
                }
                if let event = shown.event, event.plan.fee.minor > 0 {
                    let all = Money(minor: event.plan.fee.minor * launch.people, event.plan.fee.currency) ?? event.plan.fee
                    FactLine(t(T.planning.launchCost), t(T.planning.launchCostSaid(fee: .money(event.plan.fee), all: .money(all))))
                }
                FactLine(t(T.planning.launchKm), t(T.planning.launchKmSaid(km: .number(launch.km))))
                FactLine(t(T.planning.launchTold), t(T.planning.launchToldSaid(count: shown.told)))
            }
            h2 { t(T.planning.launchDates) }
            if launch.dates.isEmpty { HTML::p { t(T.planning.launchDatesNone) } }
            ForEach(Array(launch.dates.enumerated())) { place, date in
                let hall = date.hall.flatMap { shown.halls[$0] }.map { t.run($0.details.name) }
                PersonLine(Run(t.day(date.day, .long)), detail: [hall].compactMap(\.self)) {
                    if let event = shown.event, event.state == .draft {
                        if event.plan.sessions.map(\.day).min() == date.day { Chip(.good, t(T.planning.launchDateNow)) } else {
                            Form(
                                action: reader.link("/staff/launches/\(launch.id)"), hidden: reader.hidden + [Hidden("date", "\(place)")], isInline: true,
                                label: t.day(date.day, .long)
                            ) {
                                Submit(t(T.planning.launchChoose), .quiet)
                            }
                        }
                    }
                }
            }
            if let event = shown.event {
                Buttons { LinkButton(t(T.planning.toEvent), href: reader.link("/staff/events/\(event.id)"), .primary) }
            } else {
                HTML::p { t(T.planning.launchNoEventText) }
            }
        }
    }
}
