import Accounts
import Contests
import Forms
import HTML
import Kernel
import Languages
import Look

/// Results as everybody reads them, and as a mentor does.
struct JuryResultViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func results(_ results: JuryResults) -> Screen {
        let contest = results.contest
        return Screen(
            "\(t(T.juries.results)): \(t.shown(contest.name))", trail: [Look.Link(t.run(contest.name, contest.language), href: reader.link(contest.path))]
        ) {
            Heading(
                t.run(contest.name, contest.language), kind: Run(t(T.juries.results)),
                lead: Run(
                    [contest.decidedOn.map { t(T.juries.decidedOn(day: .day($0))) }, t(T.juries.worksTook(count: results.works))].compactMap(\.self)
                        .joined(separator: " ")))
            if results.hasGallery { Buttons { LinkButton(t(T.juries.toGallery), href: reader.link("\(contest.path)/gallery")) } }
            ForEach(results.parts.filter { !$0.results.isEmpty }) { part in
                h2(.lang(t.run(part.category.name, contest.language).lang)) { t.run(part.category.name, contest.language).text }
                Facts { ForEach(part.results) { result in FactLine(t(result.prize.name)) { line(result, contest) } } }
            }
            if results.parts.allSatisfy(\.results.isEmpty) { HTML::p { t(T.juries.noPrizes) } }
            HTML::p(.class("muted small")) { t(T.juries.namesText) }
            if let event = results.event {
                HTML::p { a(.href(reader.link(event.path))) { event.day.map { t(T.juries.openingOn(day: .day($0))) } ?? t(T.juries.toOpening) } }
            }
        }
    }

    @HTMLBuilder private func line(_ result: JuryResult, _ contest: Contest) -> some HTML {
        let work = result.work
        if work.isShown {
            a(.href(reader.link("\(contest.path)/gallery/\(work.code)"))) { work.title.isEmpty ? Run(work.code) : t.run(work.title) }
            ", "
        }
        t.run(work.signature(t))
    }

    // MARK: A mentor

    func outcome(_ outcome: MentorOutcome, _ form: FilledForm) -> Screen {
        let contest = outcome.contest, base = reader.link("/me/results/\(contest.id)")
        return Screen("\(t(T.juries.results)): \(t.shown(contest.name))", trail: [Look.Link(t(T.accounts.me), href: reader.link("/me"))], isIndexed: false) {
            FormFaults(form)
            Heading(t.run(contest.name, contest.language), kind: Run(t(T.juries.yourWorks)))
            DataTable(t(T.juries.yourWorks), rows: outcome.lines, columns: [
                Column(t(T.juries.workTitle), .name) { line in line.work.title.isEmpty ? Run(line.work.code) : t.run(line.work.title) },
                Column(t(T.juries.code)) { line in line.work.code },
                Column(t(T.juries.result)) { line in
                    if let prize = line.prize { Chip(.good, t(prize.name)) } else { t(T.juries.tookPart) }
                },
            ])
            Buttons {
                LinkButton(t(T.juries.printThanks), href: "\(base)/thanks.pdf", icon: .print)
                if outcome.lines.contains(where: { $0.prize != nil }) { LinkButton(t(T.juries.printDiplomas), href: "\(base)/diplomas.pdf", .quiet, icon: .print) }
            }
            HTML::p { a(.href(reader.link("\(contest.path)/results"))) { t(T.juries.seeResults) } }
            portfolio(outcome, base, form)
        }
    }

    @HTMLBuilder private func portfolio(_ outcome: MentorOutcome, _ base: String, _ form: FilledForm) -> some HTML {
        h2 { t(T.juries.portfolioTitle) }
        if let offered = outcome.thanks.offered {
            Notice(.good) { HTML::p { t(T.juries.offeredOn(day: .day(reader.centre.zone.day(of: offered)))) } }
        } else if outcome.offers.isEmpty {
            HTML::p { t(T.juries.noSchool) }
        } else {
            HTML::p { t(T.juries.portfolioLead) }
            Look::Form(action: "\(base)/portfolio", hidden: reader.hidden, label: t(T.juries.portfolioTitle)) {
                form.field(T.juries.offer, "offer").radios(outcome.offers.map { offer in
                    let points = offer.points.map { t(T.juries.pointsOf(count: $0)) } ?? t(T.juries.withoutPoints)
                    return Field.Choice(offer.key, t.run([offer.schoolName, offer.activity].filter { !$0.isEmpty }.joined(separator: ": ")), hint: points)
                })
                Buttons { Submit(t(T.juries.offerAct)) }
            }
        }
    }
}
