import Centres
import Claims
import Forms
import Kernel
import Languages
import Look
import Web

/// What came in and went out and is not told of yet: proposals to take with one tap, and all that somebody knows better.
enum PaymentPages {
    @Sendable static func list(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id, page = visit.query.page, side = StatementLineStore.Side(rawValue: visit.query["side"]) ?? .incoming
        let (counts, paging, lines) = try await visit.read { act in
            let counts = try StatementLineStore.Side.allCases.map { try StatementLineStore.openCount($0, at: centre, in: act) }
            let paging = Paging(page, count: counts[side == .incoming ? 0 : 1])
            return (counts, paging, try PaymentDeskStore.lines(side, at: centre, limit: Paging.size, offset: paging.offset, in: act))
        }
        return visit.page(PaymentViews(reader: visit.reader).list(lines, side, counts, paging))
    }

    @Sendable static func show(_ visit: Visit) async throws -> Answer { visit.page(try await show(visit, visit.form())) }

    private static func show(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        let (centre, id): (Centre.ID, StatementLine.ID) = (visit.centre.id, try visit.id("line")), sought = visit.query["q"]
        let folder = try await visit.read { try PaymentDeskStore.folder(id, sought: sought, at: centre, in: $0) }
        return PaymentViews(reader: visit.reader).show(folder, form)
    }

    /// Where somebody goes on: to the list, or to the line while something of it is left.
    private static func onward(_ visit: Visit, _ id: StatementLine.ID, _ act: Act) throws -> String {
        let line = try StatementLineStore.line(id, at: visit.centre.id, in: act)
        return visit.link(line.rest.isZero ? "/staff/payments\(line.isIn ? "" : "?side=out")" : line.path)
    }

    @Sendable static func settle(_ visit: Visit) async throws -> Answer {
        let (centre, id): (Centre.ID, StatementLine.ID) = (visit.centre.id, try visit.id("line"))
        let ids = visit.typed.all("share").compactMap { ClaimShare.ID($0) }, ground: Payment.Ground = visit.typed.has("proposal") ? .proposal : .choice
        return try await visit.submit {
            guard !ids.isEmpty, Set(ids).count == visit.typed.all("share").count else { throw Problem.invalid("share", T.statements.errorNoShare) }
            return try await visit.act { act in
                let line = try StatementLineStore.line(id, at: centre, in: act)
                try PaymentStore.settle(id, PaymentDeskStore.parts(Set(ids), of: line, at: centre, in: act), ground, at: centre, in: act)
                return Redirect(try onward(visit, id, act), T.statements.saidSettled)
            }
        } again: { try await show(visit, $0) }
    }

    @Sendable static func refund(_ visit: Visit) async throws -> Answer {
        let (centre, id): (Centre.ID, StatementLine.ID) = (visit.centre.id, try visit.id("line"))
        let share = ClaimShare.ID(visit.typed["share"]), origin = StatementLine.ID(visit.typed["origin"])
        return try await visit.submit {
            try await visit.act { act in
                let line = try StatementLineStore.line(id, at: centre, in: act)
                let choices = try RefundStore.choices(for: line, in: act)
                if let share, let choice = choices.first(where: { $0.of == .share(share) }) {
                    try PaymentStore.refund(id, share, choice.amount, .proposal, at: centre, in: act)
                } else if let origin, let choice = choices.first(where: { $0.of == .line(origin) }) {
                    try PaymentStore.giveBack(id, of: origin, choice.amount, at: centre, in: act)
                } else {
                    throw Problem.conflict(T.statements.errorChanged)
                }
                return Redirect(try onward(visit, id, act), T.statements.saidRefunded)
            }
        } again: { try await show(visit, $0) }
    }

    @Sendable static func setAside(_ visit: Visit) async throws -> Answer {
        let (centre, id): (Centre.ID, StatementLine.ID) = (visit.centre.id, try visit.id("line")), note = visit.typed.lines("note")
        return try await visit.submit {
            var faults = Faults()
            faults.limit(note, "note", .note)
            try faults.check()
            return try await visit.act { act in
                try PaymentStore.setAside(id, because: note, at: centre, in: act)
                return Redirect(try onward(visit, id, act), T.statements.saidAside)
            }
        } again: { try await show(visit, $0) }
    }

    @Sendable static func undo(_ visit: Visit) async throws -> Answer {
        let (centre, id, payment): (Centre.ID, StatementLine.ID, Payment.ID) = (visit.centre.id, try visit.id("line"), try visit.id("payment"))
        return try await visit.submit {
            try await visit.act { act in
                try PaymentStore.undo(payment, of: id, at: centre, in: act)
                return Redirect(visit.link("/staff/payments/\(id)"), T.statements.saidUndone)
            }
        } again: { try await show(visit, $0) }
    }
}
