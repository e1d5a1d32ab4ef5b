import Accounts
import Centres
import Events
import Forms
import HTML
import Kernel
import Languages
import Look
import Registration
import Schools
import Web

/// What claims bring to pages that rooms share.
enum ClaimSharedPages {
    private static let linesMost = 10

    /// Seats that were given back and are owed still, money to be given back, invoices of what was cancelled, and what is overdue.
    @Sendable static func today(_ asked: TodayAsked, in act: Act) throws -> TodayPart {
        let centre = asked.centre.id, t = asked.t, zone = asked.centre.zone
        guard act.by.coordinates(centre) else { return TodayPart() }
        let waiting = try ClaimListStore.waiting(at: centre, limit: linesMost, in: act), late = try ClaimListStore.late(at: centre, on: asked.today, in: act)
        func line(_ claim: Claim, _ what: Phrase) -> TodayPart.Line {
            TodayPart.Line(.waiting, zone.day(of: claim.cancelled ?? claim.made), t.run(claim.what), what, T.common.show, path: claim.path)
        }
        var lines = waiting.undecided.map { line($0, T.claims.todayDecide(name: .text($0.personName))) }
        lines += waiting.back.map { claim in
            line(claim, T.claims.todayBack(sum: .money(Money(minor: -min(0, claim.rest.minor), claim.currency) ?? claim.rest)))
        }
        for claim in waiting.asked {
            let open = claim.shares.map { max(0, $0.rest.minor) }.reduce(0, +)
            lines.append(line(claim, T.claims.todayAsked(sum: .money(Money(minor: open, claim.currency) ?? claim.rest))))
        }
        if late > 0 {
            let path = "/staff/claims?state=late"
            lines.append(TodayPart.Line(.bad, asked.today, Run(t(T.claims.title)), T.claims.todayLate(count: late), T.common.show, path: path))
        }
        return TodayPart(lines: lines)
    }

    /// What somebody has to pay.
    @Sendable static func mine(_ asked: MeAsked, in act: Act) throws -> MePart {
        let lines = try ClaimListStore.shares(of: asked.person, at: asked.centre.id, in: act), open = lines.filter { $0.share.rest.minor != 0 }
        guard !lines.isEmpty else { return MePart() }
        return MePart((24, PagePart(T.claims.mine) { reader in
            PaymentViews(reader: reader).part(open)
            HTML::p { a(.href(reader.link("/me/payments"))) { reader.t(T.claims.allMine) } }
        }))
    }

    /// What a school has to pay, for its head.
    @Sendable static func ofSchool(_ asked: SchoolPageAsked, in act: Act) throws -> SchoolPagePart? {
        let id = asked.school.id
        guard try SchoolTeamStore.isHead(act.by.person, of: id, in: act) else { return nil }
        let lines = try ClaimListStore.shares(ofSchool: id, at: asked.centre, in: act), open = lines.filter { $0.share.rest.minor != 0 }
        guard !lines.isEmpty else { return nil }
        return SchoolPagePart(at: 30, PagePart(T.claims.ofSchool) { reader in
            HTML::p { open.isEmpty ? reader.t(T.claims.mineNone) : reader.t(T.claims.schoolOpen(count: open.count)) }
            HTML::p { a(.href(reader.link("/me/schools/\(id)/payments"))) { reader.t(T.claims.allOfSchool) } }
        })
    }

    /// On the desk of an event: the way to its claims, and how much of them is paid.
    @Sendable static func onDesk(_ asked: EventDeskAsked, in act: Act) throws -> EventDeskPart? {
        asked.event.form.has(.fee) ? EventDeskPart(at: 30, doors: [EventDoor(T.claims.title, "claims")]) : nil
    }
}
