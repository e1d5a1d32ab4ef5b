import Accounts
import Centres
import Events
import Forms
import HTML
import Kernel
import Languages
import Look
import Web

/// Portfolios on the pages that several rooms share.
enum PortfolioToday {
    private static let most = 100

    /// What waits to be looked at.
    @Sendable static func tell(_ asked: TodayAsked, in act: Act) throws -> TodayPart {
        let waiting = try PortfolioStore.waiting(at: asked.centre.id, limit: most, in: act).count
        return TodayPart(warnings: waiting > 0 ? [.init(.waiting, T.portfolio.todayWaiting(count: waiting), path: "/staff/proofs")] : [])
    }

    /// Where the person stands this year, in a line for each thing that is asked.
    @Sendable static func mine(_ asked: MeAsked, in act: Act) throws -> MePart {
        let year = SchoolYear(containing: asked.today), centre = try CentreStore.centre(asked.centre.id, in: act)
        let packs = try RulePackStore.packs(of: centre.country, in: act)
        guard let pack = packs.judging(year) else { return MePart() }
        var store = EvidenceStore()
        let evidence = try store.evidence(of: [asked.person], in: packs.earliest(for: year)...year.last, in: act)[asked.person] ?? []
        let standing = Standing(evidence, in: year, by: pack, of: packs)
        let attestation = try pack.attestation?.near(after: EntryStore.career(of: asked.person, in: act).titleSince, from: asked.today)
        return MePart((55, PagePart(T.portfolio.title) { reader in
            let t = reader.t
            if let attestation {
                HTML::p { t(T.portfolio.attestationNear(month: .day(attestation.month), day: .day(attestation.ask))) }
            }
            ul {
                ForEach(standing.lines) { line in
                    li {
                        Chip(line.isFulfilled ? .good : .waiting, t(line.isFulfilled ? T.portfolio.thenFulfilled : T.portfolio.thenNotYet))
                        " "
                        t(T.portfolio.thenLine(
                            name: .text(line.requirement.title.wording(in: t.language).text), sum: .number(line.sum),
                            least: .phrase(line.requirement.count.said(line.requirement.least))))
                    }
                }
            }
            HTML::p { a(.href(reader.link("/me/portfolio"))) { t(T.portfolio.toPortfolio) } }
        }))
    }

    /// The way to a portfolio from the card of a person.
    @Sendable static func card(_ asked: CardAsked, in act: Act) throws -> MePart? {
        let person = asked.person
        return MePart((25, PagePart(T.portfolio.title) { reader in
            HTML::p { a(.href(reader.link("/staff/people/\(person)/portfolio"))) { reader.t(T.portfolio.lookAt) } }
        }))
    }
}
