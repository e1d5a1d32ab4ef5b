import Accounts
import Centres
import Claims
import Forms
import HTML
import Kernel
import Languages
import Look
import Web

/// What statements bring to pages that rooms share.
enum StatementSharedPages {
    /// Money of which nobody has said what it is, statements whose sums do not agree, and who may be reminded.
    @Sendable static func today(_ asked: TodayAsked, in act: Act) throws -> TodayPart {
        let centre = asked.centre.id
        guard act.by.coordinates(centre) else { return TodayPart() }
        var part = TodayPart()
        let open = try StatementLineStore.openCount(.incoming, at: centre, in: act)
        let gaps = try StatementStore.gaps(at: centre, since: asked.today.adding(days: -60), in: act)
        if open > 0 { part.warnings.append(.init(.waiting, T.statements.todayOpen(count: open), path: "/staff/payments")) }
        if gaps > 0 { part.warnings.append(.init(.bad, T.statements.todayGaps(count: gaps), path: "/staff/statements")) }
        let due = try ReminderStore.due(at: centre, on: asked.today, in: act).count
        if due > 0 { part.warnings.append(.init(.waiting, T.statements.todayRemind(count: due), path: "/staff/ageing?late=yes")) }
        return part
    }

    /// On a claim's page: from which lines it was paid.
    @Sendable static func onClaim(_ asked: ClaimPartAsked, in act: Act) throws -> ClaimBrought? {
        guard act.by.coordinates(asked.claim.centre) else { return nil }
        let payments = try asked.claim.shares.flatMap { try PaymentStore.payments(of: $0.id, in: act) }
        guard !payments.isEmpty else { return nil }
        return ClaimBrought(at: 40, PagePart(T.statements.fromStatements) { reader in
            ForEach(payments) { payment in
                PersonLine(
                    Run(reader.t.money(payment.amount)), href: reader.link("/staff/payments/\(payment.line)"),
                    detail: [Run(reader.t.instant(payment.made, .short)), Run(reader.t(payment.ground.name))], state: Chip(.good, reader.t(payment.kind.name)))
            }
        })
    }

    /// On a payer's page: how late what is owed is, when it was reminded of, and a letter more.
    @Sendable static func onPayer(_ asked: PayerPartAsked, in act: Act) throws -> ClaimBrought? {
        let payer = asked.payer
        guard act.by.coordinates(payer.centre) else { return nil }
        let today = try CentreStore.centre(payer.centre, in: act).zone.day(of: act.now)
        let ageing = try AgeingStore.ageing(of: payer.id, on: today, in: act), reminded = try ReminderStore.last(of: [payer.id], in: act)[payer.id]
        let mayRemind = try ReminderStore.isDue(payer.id, at: payer.centre, on: today, in: act)
        guard !ageing.isEmpty || reminded != nil else { return nil }
        return ClaimBrought(at: 40, PagePart(T.statements.ageing) { reader in
            let t = reader.t
            Facts {
                ForEach(ageing) { sum in ForEach(Age.allCases.filter { !sum[$0].isZero }) { age in FactLine(t(age.name), t.money(sum[age])) } }
                if let reminded { FactLine(t(T.statements.reminder), t.instant(reminded)) }
            }
            if mayRemind {
                ButtonForm(
                    t(T.statements.remindOne), .quiet, action: reader.link("/staff/ageing/remind"), hidden: reader.hidden + [Hidden("payer", "\(payer.id)")])
            }
        })
    }

    /// Whose certificate waits until the seat is paid.
    @Sendable static func mine(_ asked: MeAsked, in act: Act) throws -> MePart {
        guard try PaymentRuleStore.rule(of: asked.centre.id, in: act).holdsPapers else { return MePart() }
        let claims = try HeldPaperStore.held(of: asked.person, at: asked.centre.id, in: act)
        guard !claims.isEmpty else { return MePart() }
        return MePart((27, PagePart(T.statements.heldTitle) { reader in
            ForEach(claims) { claim in
                PersonLine(
                    reader.t.run(claim.what), href: reader.link("/me/payments"), detail: [Run(reader.t(T.statements.heldWhy(rest: .money(claim.rest))))],
                    state: Chip(.waiting, reader.t(T.statements.heldChip)))
            }
        }))
    }
}
