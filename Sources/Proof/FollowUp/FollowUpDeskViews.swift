import Events
import Forms
import HTML
import Kernel
import Languages
import Look

struct FollowUpDeskViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func page(_ desk: FollowUpDesk) -> Screen {
        Screen(t(T.followup.desk)) {
            Heading(t(T.followup.desk), lead: t(T.followup.deskLead))
            if desk.rule?.asks != true {
                Notice(.info) {
                    HTML::p { t(T.followup.nobodyAsked) }
                    if reader.actor.holds(.director, at: reader.centre.id) {
                        HTML::p { a(.href(reader.link("/settings/follow-up"))) { t(T.followup.toRule) } }
                    }
                }
            }
            if desk.lines.isEmpty {
                EmptyState(t(T.followup.deskNone), t(T.followup.deskNoneText)) { Empty() }
            } else {
                UseViews(reader: reader).figures(desk.whole, bias: desk.bias)
                hindrances(desk)
                table(desk)
                named(desk)
            }
        }
    }

    // MARK: What hinders

    @HTMLBuilder private func hindrances(_ desk: FollowUpDesk) -> some HTML {
        h2 { t(T.followup.hindrances) }
        if desk.hindrances.isTold {
            HTML::p { t(T.followup.hindrancesLead(count: desk.hindrances.answered)) }
            ForEach(Hindrance.Hand.allCases) { hand in
                let lines = desk.hindrances.lines(of: hand)
                if !lines.isEmpty {
                    BarChart(t(hand.name), of: desk.hindrances.answered, lines.map { line in
                        BarChart.Bar(
                            Run(t(line.hindrance.name)), line.count ?? 0, line.count.map { t.number($0) } ?? t(T.followup.fewer(least: .number(UseIndex.least))))
                    })
                }
            }
            if !desk.words.isEmpty {
                Disclosure(t(T.followup.inWords)) { ul { ForEach(desk.words) { words in li { t.run(words) } } } }
            }
        } else {
            HTML::p { t(T.followup.tooFew(least: .number(UseIndex.least))) }
        }
    }

    // MARK: Each programme

    private func table(_ desk: FollowUpDesk) -> some HTML {
        DataTable(t(T.followup.byProgramme), rows: desk.lines, columns: [
            Column(t(T.followup.what), .name) { line in
                a(.href(reader.link("/staff/events/\(line.event.id)"))) { t.run(line.event.title(in: t.language)) }
            },
            Column(t(T.followup.events), .number) { line in t.number(line.events) },
            Column(t(T.followup.asked), .number) { line in t.number(line.index.asked) },
            Column(t(T.followup.answeredBar), .number) { line in
                line.index.isTold ? t.number(line.index.answered) : t(T.followup.fewer(least: .number(UseIndex.least)))
            },
            Column(t(T.followup.usedBar)) { line in
                if let share = line.index.share {
                    t(share.said)
                    if line.index.isBiased(below: desk.bias) { " "; Chip(.waiting, t(T.followup.biasChip)) }
                } else {
                    "–"
                }
            },
        ])
    }

    // MARK: Those who let the centre see their names

    @HTMLBuilder private func named(_ desk: FollowUpDesk) -> some HTML {
        h2 { t(T.followup.named) }
        if desk.named.isEmpty { HTML::p { t(T.followup.namedNone) } }
        ForEach(desk.named) { one in
            PersonLine(
                Run(one.name), href: reader.link("/people/\(one.step.person)"),
                detail: [t.run(StepViews.short(one.step.details.text)), t.run(one.event.title(in: t.language)), Run(one.step.last.map { t($0.use.name) } ?? "")]
                    .filter { !$0.text.isEmpty },
                state: one.step.confirmed == nil ? nil : Chip(.good, t(T.followup.confirmed)))
            ProofShown(step: one.step, file: one.file, reader: reader)
        }
    }
}

/// When people are asked, from which day on.
struct FollowUpRuleViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func page(_ rules: [FollowUpRule], _ form: FilledForm) -> Screen {
        Screen(t(T.followup.rule), trail: reader.settingsTrail) {
            FormFaults(form)
            Heading(t(T.followup.rule), lead: t(T.followup.ruleLead))
            Form(action: reader.link("/settings/follow-up"), hidden: reader.hidden) {
                Field(t(T.followup.asks), name: "asks", hint: t(T.followup.asksHint), optional: "").check(isOn: form.typed.has("asks"))
                form.day(T.followup.since, "since", hint: T.followup.sinceHint)
                FieldRow {
                    form.field(T.followup.firstDays, "firstDays", .short).number()
                    form.field(T.followup.secondDays, "secondDays", .short).number()
                    form.field(T.followup.openDays, "openDays", .short).number()
                }
                form.field(T.followup.biasField, "bias", .short, hint: T.followup.biasHint).number()
                Buttons { Submit(t(T.common.save)) }
            }
            if !rules.isEmpty {
                DataTable(t(T.followup.rules), rows: rules, columns: [
                    Column(t(T.followup.since), .name) { rule in t.day(rule.since, .numeric) },
                    Column(t(T.followup.asks)) { rule in t(rule.asks ? T.common.yes : T.common.no) },
                    Column(t(T.followup.firstDays), .number) { rule in t.number(rule.firstDays) },
                    Column(t(T.followup.secondDays), .number) { rule in t.number(rule.secondDays) },
                    Column(t(T.followup.openDays), .number) { rule in t.number(rule.openDays) },
                ])
            }
        }
    }
}
