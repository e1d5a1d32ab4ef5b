import Accounts
package import Centres
package import Claims
package import Kernel
package import Languages
import Purses
import Storage

/// What lines were for, as rows: each verb moves the money of the claims, the ledger and the rest of the line in one act.
package enum PaymentStore {
    // MARK: Reads

    static func payments(_ condition: SQL, in act: Act) throws -> [Payment] {
        let rows = try act.db.rows("SELECT p.* FROM payment p WHERE \(condition) ORDER BY p.id")
        let ids: [ClaimShare.ID] = try rows.compactMap { try $0["share"] }
        let shares = Dictionary(uniqueKeysWithValues: try ClaimShareStore.shares(Array(Set(ids)), in: act).map { ($0.id, $0) })
        let claims = Dictionary(uniqueKeysWithValues: try ClaimStore.claims(Array(Set(shares.values.map(\.claim))), in: act).map { ($0.id, $0) })
        return try rows.map { row in
            let share = (try row["share"] as ClaimShare.ID?).flatMap { shares[$0] }
            return try Payment(row: row, share, share.flatMap { claims[$0.claim] })
        }
    }

    /// Which of a centre's shares were paid from which lines, for whoever asks where the money of a claim came from.
    package static func payments(of share: ClaimShare.ID, in act: Act) throws -> [Payment] { try payments("p.share = \(share) AND p.undone IS NULL", in: act) }

    // MARK: Verbs

    /// Money of a line pays shares.
    /// - Throws: a problem where it is more than is left of the line, or than a share is still owed.
    package static func settle(
        _ id: StatementLine.ID, _ parts: [(ClaimShare.ID, Money)], _ ground: Payment.Ground, at centre: Centre.ID, in act: Act
    ) throws {
        let line = try held(id, at: centre, in: act)
        guard line.isIn else { throw Problem.conflict(T.statements.errorOutgoing) }
        for (share, _) in parts { _ = try ClaimShareStore.share(share, at: centre, in: act) }
        try pay(line, parts, ground, in: act)
    }

    static func pay(_ line: StatementLine, _ parts: [(ClaimShare.ID, Money)], _ ground: Payment.Ground, in act: Act) throws {
        let sum = parts.reduce(0) { $0 + $1.1.minor }
        guard !parts.isEmpty, sum > 0 else { throw Problem.invalid("share", T.statements.errorNoShare) }
        guard parts.allSatisfy({ $0.1.currency == line.rest.currency }) else { throw Problem.invalid("share", T.statements.errorOtherCurrency) }
        guard sum <= line.rest.minor else { throw Problem.conflict(T.statements.errorRest(rest: .money(line.rest))) }
        for (share, amount) in parts {
            try ClaimMoneyStore.paid(share, amount, on: line.said.day, words(line), from: .unknownPayments, in: act)
            try add(.paid, line, share: share, amount, ground, in: act)
        }
        try act.db.run("UPDATE statement_line SET rest = rest - \(sum) WHERE id = \(line.id)")
    }

    /// What went out gave back what was paid for a share.
    package static func refund(_ id: StatementLine.ID, _ share: ClaimShare.ID, _ amount: Money, _ ground: Payment.Ground, at centre: Centre.ID, in act: Act) throws {
        let line = try held(id, at: centre, in: act)
        guard !line.isIn else { throw Problem.conflict(T.statements.errorIncoming) }
        _ = try ClaimShareStore.share(share, at: centre, in: act)
        try check(amount, of: line)
        try ClaimMoneyStore.refunded(share, amount, on: line.said.day, words(line), from: .bank, in: act)
        try add(.refund, line, share: share, amount, ground, in: act)
        try act.db.run("UPDATE statement_line SET rest = rest + \(amount.minor) WHERE id = \(line.id)")
    }

    /// What went out gave back money of which nobody knew what for it had come.
    package static func giveBack(_ id: StatementLine.ID, of origin: StatementLine.ID, _ amount: Money, at centre: Centre.ID, in act: Act) throws {
        let line = try held(id, at: centre, in: act), from = try held(origin, at: centre, in: act)
        guard !line.isIn, from.isIn else { throw Problem.conflict(T.statements.errorIncoming) }
        try check(amount, of: line)
        guard amount.currency == from.rest.currency, amount.minor <= from.rest.minor else { throw Problem.conflict(T.statements.errorRest(rest: .money(from.rest))) }
        try Ledger.post(LedgerPosting(.returned, on: line.said.day, words: words(line), amount, from: .bank, to: .unknownPayments, LedgerMark()), at: centre, in: act)
        try add(.returned, line, origin: origin, amount, .choice, in: act)
        try act.db.run("UPDATE statement_line SET rest = rest + \(amount.minor) WHERE id = \(line.id)")
        try act.db.run("UPDATE statement_line SET rest = rest - \(amount.minor) WHERE id = \(origin)")
    }

    /// What is left of a line is no money for claims: it leaves the ledger again, for the bookkeeper's own.
    package static func setAside(_ id: StatementLine.ID, because note: String, at centre: Centre.ID, in act: Act) throws {
        let line = try held(id, at: centre, in: act)
        guard let amount = Money(minor: abs(line.rest.minor), line.rest.currency), !amount.isZero else { throw Problem.conflict(T.statements.errorNothingLeft) }
        guard !note.isEmpty else { throw Problem.invalid("note", T.common.errorMissing) }
        if line.isIn { try post(amount, line, from: .bank, to: .unknownPayments, in: act) }
        let payment = try add(.aside, line, note: note, amount, .choice, in: act)
        try act.db.run("UPDATE statement_line SET rest = 0 WHERE id = \(line.id)")
        try act.record(T.statements.asideDeed, .payment(payment), centre: centre, changes: [Change("note", from: "", to: note)])
    }

    /// It was a mistake: the money is posted back and the line waits again.
    package static func undo(_ id: Payment.ID, of line: StatementLine.ID, at centre: Centre.ID, in act: Act) throws {
        let line = try held(line, at: centre, in: act)
        guard let payment = try payments("p.id = \(id) AND p.line = \(line.id)", in: act).first else { throw Problem.missing }
        guard !payment.isUndone else { throw Problem.conflict(T.statements.errorUndone) }
        let day = try CentreStore.centre(centre, in: act).zone.day(of: act.now), said = words(line), sign = line.isIn ? 1 : -1
        switch payment.kind {
        case .paid: if let share = payment.share { try ClaimMoneyStore.refunded(share, payment.amount, on: day, said, from: .unknownPayments, in: act) }
        case .refund: if let share = payment.share { try ClaimMoneyStore.unrefunded(share, payment.amount, on: day, said, in: act) }
        case .returned:
            try Ledger.post(LedgerPosting(.returned, on: day, words: said, payment.amount, from: .unknownPayments, to: .bank, LedgerMark()), at: centre, in: act)
            if let origin = payment.origin { try act.db.run("UPDATE statement_line SET rest = rest + \(payment.amount.minor) WHERE id = \(origin)") }
        case .aside: if line.isIn { try post(payment.amount, line, from: .unknownPayments, to: .bank, in: act) }
        }
        try act.db.run("UPDATE payment SET undone = \(act.now), undone_by = \(act.by.person) WHERE id = \(id)")
        try act.db.run("UPDATE statement_line SET rest = rest + \(sign * payment.amount.minor) WHERE id = \(line.id)")
        try act.record(T.statements.undoneDeed, .payment(id), centre: centre, changes: [Change("amount", from: "\(payment.amount.minor)", to: "")])
    }

    /// A line that was brought by mistake leaves the ledger again.
    static func unbring(_ line: StatementLine, in act: Act) throws {
        if line.isIn { try post(line.amount, line, from: .bank, to: .unknownPayments, in: act) }
    }

    // MARK: Parts

    private static func held(_ id: StatementLine.ID, at centre: Centre.ID, in act: Act) throws -> StatementLine {
        _ = try StatementLineStore.line(id, at: centre, in: act)
        try act.db.hold("statement_line", id.value)
        return try StatementLineStore.line(id, at: centre, in: act)
    }

    private static func check(_ amount: Money, of line: StatementLine) throws {
        guard amount.currency == line.rest.currency, amount.minor > 0, amount.minor <= -line.rest.minor else {
            throw Problem.conflict(T.statements.errorRest(rest: .money(Money(minor: abs(line.rest.minor), line.rest.currency) ?? line.rest)))
        }
    }

    private static func post(_ amount: Money, _ line: StatementLine, from credit: LedgerRole, to debit: LedgerRole, in act: Act) throws {
        try Ledger.post(LedgerPosting(.aside, on: line.said.day, words: words(line), amount, from: credit, to: debit, LedgerMark()), at: line.centre, in: act)
    }

    /// As an entry of the ledger says it: who paid, and by what the bank knows it.
    private static func words(_ line: StatementLine) -> String { [line.said.name, line.said.bankReference].filter { !$0.isEmpty }.joined(separator: " · ") }

    @discardableResult
    private static func add(
        _ kind: Payment.Kind, _ line: StatementLine, share: ClaimShare.ID? = nil, origin: StatementLine.ID? = nil, note: String = "", _ amount: Money,
        _ ground: Payment.Ground, in act: Act
    ) throws -> Payment.ID {
        Payment.ID(try act.db.insert("""
            INSERT INTO payment (centre, line, kind, share, origin, amount, currency, ground, note, made, person)
            VALUES (\(line.centre), \(line.id), \(kind), \(share), \(origin), \(amount.minor), \(amount.currency), \(ground), \(note), \(act.now), \(act.by.person))
            RETURNING id
            """))
    }
}

extension Payment {
    init(row: Row, _ share: ClaimShare?, _ claim: Claim?) throws {
        (id, line, kind, self.share, origin) = (try row["id"], try row["line"], try row["kind"], try row["share"], try row["origin"])
        amount = try row.money("amount", "currency")
        (ground, note, made, undone) = (try row["ground"], try row["note"], try row["made"], try row["undone"])
        (self.claim, what) = (claim?.id, claim?.what ?? "")
        (payerName, personName) = (share?.payerName ?? "", claim?.personName ?? "")
    }
}
