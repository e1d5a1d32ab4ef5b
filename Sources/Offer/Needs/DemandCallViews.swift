import Centres
import Forms
import HTML
import Kernel
import Languages
import Look

struct DemandCallViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func list(_ calls: [ListedCall], _ rule: DemandRule, _ form: FilledForm) -> Screen {
        Screen(t(T.needs.calls), trail: [Look.Link(t(T.needs.demand), href: reader.link("/staff/needs"))]) {
            FormFaults(form)
            Heading(t(T.needs.calls), lead: t(T.needs.callsLead))
            DemandTabs(reader: reader, current: "/calls")
            HTML::p {
                said(rule)
                " "
                a(.href(reader.link("/settings/demand"))) { t(T.needs.changeRule) }
            }
            if calls.isEmpty { EmptyState(t(T.needs.callsNone), t(T.needs.callsNoneText)) { Empty() } }
            ForEach(calls) { listed in line(listed, form) }
        }
    }

    private func said(_ rule: DemandRule) -> String {
        let people = Value.phrase(T.needs.peopleCount(count: rule.people)), schools = Value.phrase(T.needs.schoolsCount(count: rule.schools))
        return t(rule.km.map { T.needs.ruleSaidNear(people: people, schools: schools, km: .number($0)) } ?? T.needs.ruleSaid(people: people, schools: schools))
    }

    private func line(_ listed: ListedCall, _ form: FilledForm) -> some HTML {
        let call = listed.call, name = t.run(listed.title, listed.language)
        return Group {
            PersonLine(
                name, href: reader.link(call.subject.path), detail: [
                    Run(t(T.needs.reachedOn(when: .instant(call.at)))), Run(t(T.needs.peopleCount(count: listed.comers))),
                    Run(t(T.needs.schoolsCount(count: listed.schools.count))),
                ] + listed.municipalities.map { t.run($0) },
                state: Chip(call.ended == nil ? .waiting : .neutral, t(call.ended == nil ? T.needs.callOpen : T.needs.callEndedState))
            ) {
                if call.ended == nil {
                    Form(action: reader.link("/staff/needs/calls/\(call.id)/end"), hidden: reader.hidden, isInline: true, label: name.text) {
                        let isOwn = reader.path.hasSuffix("/\(call.id)/end")
                        Field(t(T.needs.reason), name: "reason", row: "\(call.id)", value: isOwn ? form["reason"] : "", error: isOwn ? form.fault("reason") : nil).text()
                        Submit(t(T.needs.putAside), .quiet)
                    }
                }
            }
            if !listed.schools.isEmpty {
                Disclosure(t(T.needs.whichSchools)) { ul { ForEach(listed.schools) { school in li { t.run(school) } } } }
            }
            if !call.reason.isEmpty { HTML::p { t.run(call.reason) } }
        }
    }

    func rule(_ places: [Municipality], _ form: FilledForm) -> Screen {
        Screen(t(T.needs.rule), trail: reader.settingsTrail) {
            FormFaults(form)
            Heading(t(T.needs.rule), lead: t(T.needs.ruleLead))
            Form(action: reader.link("/settings/demand"), hidden: reader.hidden, isGuarded: true) {
                form.field(T.needs.rulePeople, "people", .short).number()
                form.field(T.needs.ruleSchools, "schools", .short).number()
                form.field(T.needs.ruleKm, "km", .short, hint: T.needs.ruleKmHint, isOptional: true).number()
                form.field(T.needs.rulePlace, "place", isOptional: true)
                    .select([Field.Choice("", t(T.needs.ownPlace))] + places.map { Field.Choice("\($0.id)", t.run($0.name)) })
                Buttons { Submit(t(T.common.save)) }
            }
        }
    }
}
