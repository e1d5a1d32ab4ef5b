import Accounts
import Forms
import HTML
import Kernel
import Languages
import Look

/// What a mentor has sent in, contest by contest.
struct MyContestViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func mine(_ lines: [MyContestLine], _ open: [Contest]) -> Screen {
        Screen(t(T.contests.mine), trail: [Look.Link(t(T.accounts.me), href: reader.link("/me"))], isIndexed: false) {
            Heading(t(T.contests.mine), lead: t(T.contests.mineLead))
            if lines.isEmpty { HTML::p { t(T.contests.mineNone) } }
            part(lines)
            let new = open.filter { one in !lines.contains { $0.contest.id == one.id } }
            if !new.isEmpty {
                h2 { t(T.contests.openNow) }
                ForEach(new) { contest in
                    PersonLine(
                        t.run(contest.name, contest.language), href: reader.link(contest.path),
                        detail: [Run(t(T.contests.untilMoment(moment: .text(t.instant(contest.closes, .inSentence)))))])
                }
            }
        }
    }

    @HTMLBuilder func part(_ lines: [MyContestLine]) -> some HTML {
        ForEach(lines) { line in
            let missing = line.missing, drafts = line.drafts
            PersonLine(
                t.run(line.contest.name, line.contest.language), href: reader.link("/me/contests/\(line.contest.id)"),
                detail: [Run(t(T.contests.worksCount(count: line.works.count)))]
                    + (missing > 0 ? [Run(t(T.contests.consentsMissing(count: missing)))] : []) + (drafts > 0 ? [Run(t(T.contests.draftsCount(count: drafts)))] : []),
                state: Chip(line.contest.state.tone, t(line.contest.state.name)))
        }
    }

    // MARK: One contest

    func contest(_ contest: Contest, _ works: [ContestWork], links: [ContestAuthor.ID: String], _ form: FilledForm) -> Screen {
        let base = reader.link("/me/contests/\(contest.id)"), takes = contest.takesWorks(at: reader.now)
        return Screen(t.run(contest.name, contest.language).text, trail: [Look.Link(t(T.contests.mine), href: reader.link("/me/contests"))], isIndexed: false) {
            FormFaults(form)
            Heading(t.run(contest.name, contest.language), kind: Run(t(contest.state.name)))
            HTML::p { a(.href(reader.link(contest.path))) { t(T.contests.toContest) } }
            if takes {
                Buttons {
                    LinkButton(t(T.contests.sendWork), href: "\(base)/new")
                    if contest.isForPupils { LinkButton(t(T.contests.sendClass), href: "\(base)/class", .quiet) }
                }
            }
            if works.isEmpty { HTML::p { t(T.contests.noWorks) } } else { table(contest, works) }
            let asked = works.filter { $0.state != .withdrawn && $0.state != .disqualified }.filter { work in work.authors.contains { links[$0.id] != nil } }
            if contest.isForPupils, !asked.isEmpty { consents(contest, asked, links, base) }
            if works.contains(where: { $0.lentFrom != nil }) { HTML::p { a(.href("\(base)/receipt.pdf")) { t(T.contests.receipt) } } }
        }
    }

    private func table(_ contest: Contest, _ works: [ContestWork]) -> some HTML {
        DataTable(t(T.contests.myWorks), rows: works, columns: [
            Column(t(T.contests.workTitle), .name) { work in
                a(.href(reader.link("/me/works/\(work.id)"))) { work.title.isEmpty ? Run(work.code) : t.run(work.title, contest.language) }
            },
            Column(t(T.contests.code)) { work in work.code },
            Column(t(T.contests.authors)) { work in work.authors.map(\.name).filter { !$0.isEmpty }.joined(separator: ", ") },
            Column(t(T.contests.category)) { work in contest.category(work.category).map { t.run($0.name, contest.language) } ?? Run("") },
            Column(t(T.common.state)) { work in Chip(work.tone, t(work.standing)) },
        ])
    }

    @HTMLBuilder private func consents(_ contest: Contest, _ works: [ContestWork], _ links: [ContestAuthor.ID: String], _ base: String) -> some HTML {
        h2 { t(T.contests.consents) }
        HTML::p { t(T.contests.consentsLead) }
        Buttons { LinkButton(t(T.contests.printForms), href: "\(base)/consents.pdf", .quiet) }
        Look::Form(action: "\(base)/consents", hidden: reader.hidden, isGuarded: true, label: t(T.contests.consents)) {
            ForEach(works) { work in
                ForEach(work.authors.filter { links[$0.id] != nil }) { author in row(contest, work, author) }
            }
            Buttons { Submit(t(T.contests.savePaper)) }
        }
        h2 { t(T.contests.links) }
        HTML::p { t(T.contests.linksLead) }
        ForEach(works) { work in
            ForEach(work.authors.filter { links[$0.id] != nil }) { author in
                PersonLine(Run(author.name), detail: [Run(work.code)]) {
                    a(.href(links[author.id] ?? "")) { t(T.contests.guardiansLink) }
                    Look::Form(action: "\(base)/links/\(author.id)", hidden: reader.hidden, label: "\(t(T.contests.renewLink)): \(author.name), \(work.code)") {
                        Submit(t(T.contests.renewLink), .quiet)
                    }
                }
            }
        }
    }

    private func row(_ contest: Contest, _ work: ContestWork, _ author: ContestAuthor) -> some HTML {
        Fieldset("\(author.name), \(t(T.contests.codeOf(code: .text(work.code))))") {
            if author.consent == .link {
                HTML::p {
                    t(T.contests.saidByLink(
                        enter: .phrase(author.mayEnter.name), show: .phrase(author.mayShow.name), name: .phrase(author.mayBeNamed.name)))
                }
            } else {
                FieldRow {
                    choice(T.contests.mayEnter, "enter", author, author.mayEnter)
                    choice(T.contests.mayShow, "show", author, author.mayShow)
                    choice(T.contests.mayBeNamed, "name", author, author.mayBeNamed)
                }
            }
        }
    }

    private func choice(_ label: Phrase, _ name: String, _ author: ContestAuthor, _ said: Consent) -> some HTML {
        Field(t(label), name: "\(name)-\(author.id)", value: said.rawValue, optional: "", width: .short)
            .select(Consent.allCases.map { Field.Choice($0.rawValue, t($0.name)) })
    }
}
