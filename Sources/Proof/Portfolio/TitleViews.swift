import Accounts
import Events
import Forms
import HTML
import Kernel
import Languages
import Look

/// The way to a higher title.
struct TitleViews {
    let reader: Reader
    private var t: Texts { reader.t }
    private var trail: [Look.Link] { [Look.Link(t(T.accounts.me), href: reader.link("/me")), Look.Link(t(T.portfolio.title), href: reader.link("/me/portfolio"))] }

    func list(_ portfolio: Portfolio, _ form: FilledForm) -> Screen {
        let titles = portfolio.pack?.titles ?? []
        return Screen(t(T.portfolio.titles), trail: trail, isIndexed: false) {
            FormFaults(form)
            Heading(t(T.portfolio.titles), lead: t(T.portfolio.titlesLead))
            PortfolioTabs(reader: reader)
            if titles.isEmpty { EmptyState(t(T.portfolio.titlesNone), t(T.portfolio.titlesNoneText)) { Empty() } }
            ForEach(titles) { title in
                let years = Dossier(title, portfolio, chosen: nil).yearsOfWork(until: reader.today)
                PersonLine(
                    t.run(title.title.wording(in: t.language)), href: reader.link("/me/portfolio/titles/\(title.name)"),
                    detail: [Run(t(T.portfolio.yearsAsked(count: title.years)))] + (years.map { [Run(t(T.portfolio.yearsHave(count: $0)))] } ?? []),
                    state: portfolio.career.title == title.name ? Chip(.good, t(T.portfolio.titleHeld)) : nil)
            }
            if let attestation = portfolio.pack?.attestation { timeline(attestation, portfolio) }
            h2 { t(T.portfolio.career) }
            Form(action: reader.link("/me/portfolio/titles"), hidden: reader.hidden) {
                form.day(T.portfolio.worksSince, "worksSince", isOptional: true)
                form.field(T.portfolio.titleNow, "careerTitle", isOptional: true).select([Field.Choice("", t(T.portfolio.noTitle))] + titles.map {
                    Field.Choice($0.name, t.run($0.title.wording(in: t.language)))
                })
                form.day(T.portfolio.titleSince, "titleSince", isOptional: true)
                Buttons { Submit(t(T.common.save)) }
            }
        }
    }

    /// When the next attestation can be, and by when it is asked for.
    @HTMLBuilder private func timeline(_ attestation: Attestation, _ portfolio: Portfolio) -> some HTML {
        let next = attestation.next(after: portfolio.career.titleSince, from: reader.today)
        h2 { t(T.portfolio.attestation) }
        Steps([
            Steps.Step(t(T.portfolio.titleSince), portfolio.career.titleSince.map { t.day($0, .numeric) } ?? t(T.portfolio.unknown), .done),
            Steps.Step(t(T.portfolio.askBy), t.day(next.ask, .numeric), next.ask <= reader.today ? .now : .next),
            Steps.Step(t(T.portfolio.attestationMonth), t.day(next.month, .numeric), .next),
        ])
        HTML::p(.class("hint")) { t(T.portfolio.attestationText(count: attestation.rest)); " "; t.run(Event.Wording(text: attestation.article, language: .lt)) }
    }

    func title(_ dossier: Dossier) -> Screen {
        let title = dossier.title, name = title.title.wording(in: t.language), years = dossier.yearsOfWork(until: reader.today)
        return Screen(name.text, trail: trail + [Look.Link(t(T.portfolio.titles), href: reader.link("/me/portfolio/titles"))], isIndexed: false) {
            Heading(t.run(name), kind: Run(t(T.portfolio.titleKind)), lead: Run(t(T.portfolio.titleLead)))
            Facts {
                FactLine(t(T.portfolio.yearsOfWork), years.map { t(T.portfolio.yearsOf(count: $0, asked: .number(title.years))) } ?? t(T.portfolio.yearsUnknown))
                FactLine(t(T.portfolio.certainty)) {
                    Chip(title.certainty == .sourced ? .good : .waiting, t(title.certainty == .sourced ? T.portfolio.sourced : T.portfolio.unconfirmed))
                }
            }
            Form(action: reader.link("/me/portfolio/titles/\(title.name)/dossier.zip"), method: .get, hidden: [Hidden("asked", "yes")]) {
                ForEach(dossier.needs) { need in
                    h2 { t.run(need.need.title.wording(in: t.language)) }
                    if need.need.of.isEmpty {
                        HTML::p { t(T.portfolio.needByHand) }
                    } else if need.evidence.isEmpty {
                        HTML::p { t(T.portfolio.needNothing) }
                    } else {
                        Field(t(T.portfolio.needChosen), name: "with", row: "\(dossier.place(of: need.need))", optional: "").checkboxes(need.evidence.map { evidence in
                            let state = t(evidence.standing == .proved ? T.portfolio.proved : T.portfolio.stateUnchecked)
                            return Field.Choice(
                                evidence.key, t.run(dossier.portfolio.shown(evidence)), hints: [Run("\(t.day(evidence.day, .numeric)), \(state)")])
                        }, chosen: Set(need.evidence.map(\.key)))
                    }
                }
                Buttons { Submit(t(T.portfolio.dossier)) }
            }
            HTML::p(.class("hint")) { t(T.portfolio.dossierText) }
        }
    }
}

extension Dossier {
    func place(of need: CareerTitle.Need) -> Int { needs.firstIndex { $0.need == need } ?? 0 }
}
