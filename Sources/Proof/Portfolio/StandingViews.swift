import Accounts
import Centres
import Events
import Forms
import HTML
import Kernel
import Languages
import Look

/// Where somebody stands: each number with what it is made of, and what it would be.
struct StandingViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func page(_ portfolio: Portfolio, _ form: FilledForm? = nil) -> Screen {
        let form = form ?? FilledForm(.nothing, nil, t)
        return Screen(t(T.portfolio.title), trail: [Look.Link(t(T.accounts.me), href: reader.link("/me"))], isIndexed: false) {
            FormFaults(form)
            Heading(t(T.portfolio.title), lead: t(T.portfolio.lead))
            PortfolioTabs(reader: reader)
            years(portfolio, "/me/portfolio")
            lines(portfolio, isOwn: true)
            whatIf(portfolio)
            leave(portfolio, form)
        }
    }

    func years(_ portfolio: Portfolio, _ path: String) -> some HTML {
        FilterChips(t(T.portfolio.year), portfolio.years.map { year in
            NavItem(t.schoolYear(year), href: reader.link("\(path)?year=\(year.start)"), isCurrent: year == portfolio.year)
        })
    }

    /// Requirement by requirement.
    @HTMLBuilder func lines(_ portfolio: Portfolio, isOwn: Bool) -> some HTML {
        if let standing = portfolio.standing {
            ForEach(standing.lines) { line in
                let meter = Meter(sentence(line), value: line.sumWithSaid, of: line.requirement.least, line.isFulfilled ? .good : .waiting)
                Progress(sentence(line), meter, why: t(T.portfolio.why)) { why(line, portfolio, isOwn: isOwn) }
            }
            HTML::p(.class("hint")) {
                t(T.portfolio.byPack)
                " "
                t.run(standing.pack.title.wording(in: t.language))
                ", "
                t.run(Event.Wording(text: standing.pack.source, language: standing.pack.country == .serbia ? .sr : .lt))
            }
        } else {
            EmptyState(t(T.portfolio.noPackTitle), t(T.portfolio.noPack)) { Empty() }
        }
    }

    private func sentence(_ line: Standing.Line) -> String {
        let name = line.requirement.title.wording(in: t.language).text, unit = line.requirement.count
        let least = Value.phrase(unit.said(line.requirement.least)), sum = Value.number(line.sum)
        if line.isFulfilled { return t(T.portfolio.fulfilled(name: .text(name), sum: sum, least: least)) }
        if line.isFulfilledAsSaid { return t(T.portfolio.fulfilledAsSaid(name: .text(name), sum: .number(line.sumWithSaid), least: least)) }
        if line.sum(.said) > 0 { return t(T.portfolio.notYetSaid(name: .text(name), sum: sum, said: .number(line.sum(.said)), least: least)) }
        return t(T.portfolio.notYet(name: .text(name), sum: sum, least: least))
    }

    /// What was counted, by which article, and how sure that is.
    @HTMLBuilder private func why(_ line: Standing.Line, _ portfolio: Portfolio, isOwn: Bool) -> some HTML {
        let requirement = line.requirement
        Facts {
            if !requirement.article.isEmpty {
                FactLine(t(T.portfolio.article)) { t.run(Event.Wording(text: requirement.article, language: portfolio.pack?.country == .lithuania ? .lt : .sr)) }
            }
            FactLine(t(T.portfolio.certainty)) {
                Chip(requirement.certainty == .sourced ? .good : .waiting, t(requirement.certainty == .sourced ? T.portfolio.sourced : T.portfolio.unconfirmed))
            }
            FactLine(t(T.portfolio.counts), requirement.of.map { t($0.name) }.joined(separator: ", "))
            if requirement.years > 1 { FactLine(t(T.portfolio.span), t.days(requirement.span(to: portfolio.year))) }
        }
        if line.counted.isEmpty {
            HTML::p { t(T.portfolio.nothingCounted) }
        } else {
            DataTable(t(T.portfolio.counted), rows: line.counted, columns: [
                Column(t(T.portfolio.what), .name) { counted in
                    let shown = portfolio.shown(counted.evidence)
                    if isOwn { a(.href(reader.link(shown.path))) { t.run(shown) } } else { t.run(shown) }
                },
                Column(t(T.portfolio.day)) { t.day($0.evidence.day, .numeric) },
                Column(t(T.portfolio.kind)) { t($0.evidence.kind.name) },
                Column(t(T.portfolio.amount), .number) { t(requirement.count.said($0.amount)) },
                Column(t(T.common.state)) { StandingChip(standing: $0.evidence.standing, t: t) },
            ], isCaptionHidden: true)
        }
    }

    // MARK: What if

    @HTMLBuilder private func whatIf(_ portfolio: Portfolio) -> some HTML {
        if let standing = portfolio.standing, !portfolio.coming.isEmpty {
            Disclosure(t(T.portfolio.whatIf), isOpen: reader.query.has("asked")) {
                HTML::p { t(T.portfolio.whatIfText) }
                Form(action: reader.link("/me/portfolio"), method: .get, hidden: [Hidden("asked", "yes"), Hidden("year", "\(portfolio.year.start)")]) {
                    Field(t(T.portfolio.coming), name: "with", optional: "").checkboxes(portfolio.coming.map { event in
                        Field.Choice(event.id.description, t.run(event.title(in: t.language)), hints: [Run(event.days.map { t.days($0) } ?? "")])
                    }, chosen: Set(portfolio.picked.map(\.description)))
                    Buttons { Submit(t(T.portfolio.reckon), .quiet) }
                }
                ul {
                    ForEach(standing.lines) { line in
                        li {
                            Chip(line.isFulfilledThen ? .good : .waiting, t(line.isFulfilledThen ? T.portfolio.thenFulfilled : T.portfolio.thenNotYet))
                            " "
                            t(T.portfolio.thenLine(
                                name: .text(line.requirement.title.wording(in: t.language).text), sum: .number(line.sumWithComing),
                                least: .phrase(line.requirement.count.said(line.requirement.least))))
                        }
                    }
                }
            }
        }
    }

    // MARK: Paid leave

    @HTMLBuilder private func leave(_ portfolio: Portfolio, _ form: FilledForm) -> some HTML {
        if let rule = portfolio.pack?.leave {
            let used = portfolio.leaveOfYear
            let sentence = t(T.portfolio.leaveUsed(count: used.count, most: .number(rule.days)))
            h2 { t(T.portfolio.leave) }
            HTML::p { sentence }
            Meter(sentence, value: used.count, of: rule.days, used.count > rule.days ? .bad : .good)
            ul {
                ForEach(used) { leave in
                    li {
                        t.day(leave.day, .numeric)
                        if !leave.reason.isEmpty { ", "; t.run(leave.reason) }
                        " "
                        ButtonForm(t(T.common.remove), .quiet, action: reader.link("/me/portfolio/leave/remove"), hidden: reader.hidden + [Hidden("day", leave.day.iso)])
                    }
                }
            }
            Disclosure(t(T.portfolio.leaveAdd), isOpen: form.problem != nil) {
                Form(action: reader.link("/me/portfolio/leave"), hidden: reader.hidden) {
                    FieldRow {
                        form.day(T.portfolio.day, "day")
                        form.field(T.portfolio.leaveReason, "reason", isOptional: true).text()
                    }
                    Buttons { Submit(t(T.common.save)) }
                }
            }
        }
    }
}

extension Texts {
    /// What a thing is called, as this page shows it.
    func run(_ shown: Portfolio.Shown) -> Run { shown.language.map { run(shown.title, $0) } ?? run(shown.title) }
}

/// How sure a thing is, in one look.
struct StandingChip: View {
    let standing: EvidenceStanding
    let t: Texts

    var body: Markup {
        switch standing {
        case .proved: Chip(.good, t(T.portfolio.proved))
        case .said: Chip(.waiting, t(T.portfolio.stateUnchecked))
        case .coming: Chip(.info, t(T.portfolio.comes))
        }
    }
}

/// The pages of a portfolio.
struct PortfolioTabs: View {
    let reader: Reader

    var body: Markup {
        let t = reader.t
        let pages = [
            ("/me/portfolio", T.portfolio.standing), ("/me/portfolio/entries", T.portfolio.entries), ("/me/portfolio/goals", T.portfolio.goals),
            ("/me/portfolio/titles", T.portfolio.titles), ("/me/portfolio/record", T.portfolio.record),
        ]
        Tabs(t(T.portfolio.title), pages.map { NavItem(t($0.1), href: reader.link($0.0), isCurrent: reader.path == $0.0) })
    }
}
