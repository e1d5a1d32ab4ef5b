import Accounts
import Forms
import HTML
import Kernel
import Languages
import Look

/// Calls that are followed.
struct FundingCallViews {
    let reader: Reader
    private var t: Texts { reader.t }
    private var trail: [Look.Link] {
        [Look.Link(t(T.projects.title), href: reader.link("/staff/projects")), Look.Link(t(T.projects.calls), href: reader.link("/staff/calls"))]
    }

    func list(_ calls: [FundingCall]) -> Screen {
        let open = calls.filter { !$0.isOver(at: reader.now) }, over = calls.filter { $0.isOver(at: reader.now) }
        return Screen(t(T.projects.calls), trail: Array(trail.prefix(1))) {
            Heading(t(T.projects.calls), lead: t(T.projects.callsLead))
            Buttons { LinkButton(t(T.projects.newCall), href: reader.link("/staff/calls/new")) }
            if calls.isEmpty { EmptyState(t(T.projects.callsNone), t(T.projects.callsNoneText)) { Empty() } }
            ForEach(open) { line($0) }
            if !over.isEmpty { Disclosure(t(T.projects.callsOver(count: over.count))) { ForEach(over) { line($0) } } }
        }
    }

    private func line(_ call: FundingCall) -> PersonLine {
        var detail = [t.run(call.details.caller), Run(t(T.projects.untilMoment(at: .instant(call.details.deadline))))]
        if call.state == .watched, let day = call.details.decisionDay {
            let name = call.deciderName
            detail.append(Run(name.isEmpty ? t(T.projects.decideBy(day: .day(day))) : t(T.projects.decidesBy(name: .text(name), day: .day(day)))))
        }
        return PersonLine(t.run(call.details.title), href: reader.link(call.path), detail: detail, state: chip(call))
    }

    private func chip(_ call: FundingCall) -> Chip {
        if call.isOver(at: reader.now), call.state == .watched { return Chip(.neutral, t(T.projects.callOver)) }
        let tone: Tone = switch call.state {
        case .watched: .info
        case .applying: .waiting
        case .declined: .neutral
        }
        return Chip(tone, t(call.state.name))
    }

    func show(_ call: FundingCall, _ projects: [Project], _ form: FilledForm) -> Screen {
        let title = t.run(call.details.title), details = call.details
        return Screen(title.text, trail: trail) {
            FormFaults(form)
            Heading(title, kind: Run(t(T.projects.call)))
            HTML::p { chip(call) }
            if !call.reason.isEmpty { Notice(.neutral) { HTML::p { t.run(call.reason) } } }
            Facts {
                FactLine(t(T.projects.caller), t.run(details.caller))
                FactLine(t(T.projects.deadline), t.instant(details.deadline, .long))
                if let amount = details.amount { FactLine(t(T.projects.mostMoney), t.money(amount)) }
                if !details.funds.isEmpty { FactLine(t(T.projects.funds), t.run(details.funds)) }
                if !details.fit.isEmpty { FactLine(t(T.projects.fit), t.run(details.fit)) }
                if let day = details.decisionDay { FactLine(t(T.projects.decisionDay), t.day(day)) }
                if !call.deciderName.isEmpty { FactLine(t(T.projects.decider), call.deciderName) }
                if !details.link.isEmpty { FactLine(t(T.projects.link)) { a(.href(details.link), .rel("noopener")) { details.link } } }
            }
            Buttons {
                LinkButton(t(T.common.edit), href: reader.link("\(call.path)/edit"), .quiet)
                if call.state == .applying { LinkButton(t(T.projects.newProject), href: reader.link("/staff/projects/new?call=\(call.id)")) }
            }
            if !projects.isEmpty {
                h2 { t(T.projects.title) }
                ForEach(projects) { one in
                    PersonLine(t.run(one.details.name), href: reader.link(one.deskPath), state: ProjectFrame.chip(one.state, t))
                }
            }
            decision(call, form)
        }
    }

    private func decision(_ call: FundingCall, _ form: FilledForm) -> some HTML {
        Look::Form(action: reader.link("\(call.path)/state"), hidden: reader.hidden, label: t(T.projects.decide)) {
            Fieldset(t(T.projects.decide)) {
                form.field(T.projects.reason, "reason", .full, hint: T.projects.declineHint, isOptional: true, most: TextLimit.note.rawValue).area(rows: 3)
            }
            Buttons {
                if call.state != .applying, !call.isOver(at: reader.now) { Submit(t(T.projects.weApply), name: "state", value: FundingCall.State.applying.rawValue) }
                if call.state != .declined { Submit(t(T.projects.notForUs), .quiet, name: "state", value: FundingCall.State.declined.rawValue) }
                if call.state != .watched { Submit(t(T.projects.watchAgain), .quiet, name: "state", value: FundingCall.State.watched.rawValue) }
            }
        }
    }

    // MARK: The form of one

    func edit(_ call: FundingCall?, _ staff: [(id: Person.ID, name: String)], _ form: FilledForm) -> Screen {
        let heading = t(call == nil ? T.projects.newCall : T.projects.editCall), back = call?.path ?? "/staff/calls"
        return Screen(heading, trail: trail) {
            FormFaults(form)
            Heading(Run(heading), kind: call.map { t.run($0.details.title) })
            Look::Form(action: reader.link(call.map { "\($0.path)/edit" } ?? "/staff/calls/new"), hidden: reader.hidden, isGuarded: true) {
                form.field(T.projects.callTitle, "title", .full, most: TextLimit.sentence.rawValue).text()
                form.field(T.projects.caller, "caller", hint: T.projects.callerHint, most: TextLimit.line.rawValue).text()
                form.field(T.projects.link, "link", .full, isOptional: true, most: TextLimit.sentence.rawValue).address()
                FieldRow {
                    form.day(T.projects.deadlineDay, "deadline")
                    form.field(T.projects.deadlineTime, "time", .short).time()
                }
                form.field(T.projects.funds, "funds", .full, isOptional: true, most: TextLimit.note.rawValue).area(rows: 3)
                FieldRow {
                    form.field(T.projects.mostMoney, "amount", .short, isOptional: true, most: TextLimit.number.rawValue).text()
                    form.field(T.projects.currency, "currency", .short).select(Currency.allCases.map { Field.Choice($0.rawValue, $0.rawValue) })
                }
                form.field(T.projects.fit, "fit", .full, hint: T.projects.fitHint, isOptional: true, most: TextLimit.note.rawValue).area(rows: 3)
                FieldRow {
                    form.field(T.projects.decider, "decider", isOptional: true).select(
                        [Field.Choice("", t(T.projects.nobodyYet))] + staff.map { Field.Choice("\($0.id)", $0.name) })
                    form.day(T.projects.decisionDay, "decisionDay", isOptional: true)
                }
                Buttons { Submit(t(T.common.save)); LinkButton(t(T.common.cancel), href: reader.link(back), .quiet) }
            }
        }
    }
}
