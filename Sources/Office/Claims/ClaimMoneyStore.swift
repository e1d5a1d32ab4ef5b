package import Accounts
import Centres
import Events
package import Kernel
package import Languages
package import Purses
import Storage

/// Money of claims: each verb changes a share and posts the ledger in one act. Nothing else changes these columns.
package enum ClaimMoneyStore {
    // MARK: Shares come and go

    /// The first parts of a new claim.
    static func begin(_ claim: Claim.ID, _ parts: [ClaimPart], due: Day, in act: Act) throws {
        guard let claim = try ClaimStore.claims([claim], in: act).first else { throw Problem.missing }
        for part in parts { try add(part, to: claim, due: due, in: act) }
    }

    private static func add(_ part: ClaimPart, to claim: Claim, due: Day, in act: Act) throws {
        let day = try today(of: claim.centre, in: act), zone = try CentreStore.centre(claim.centre, in: act).zone
        let year = part.purse == nil ? nil : day.year
        let id = try act.db.insert("""
            INSERT INTO claim_share (claim, centre, payer, purse, purse_year, amount, rest, currency, due)
            VALUES (\(claim.id), \(claim.centre), \(part.payer), \(part.purse), \(year), \(part.amount.minor), \(part.amount.minor), \(part.amount.currency), \(due))
            RETURNING id
            """)
        let reference = Reference(year: zone.day(of: claim.made).year, event: claim.event?.value ?? 0, share: id)
        try act.db.run("UPDATE claim_share SET reference = \(reference.base) WHERE id = \(id)")
        let share = try share(ClaimShare.ID(id), in: act)
        try post(.claimed, share, claim, part.amount, on: day, from: .income, to: .receivable, in: act)
        guard let purse = part.purse, part.amount.minor > 0 else { return }
        try PurseMoneyStore.reserve(use(part.amount, of: share, claim, on: day, in: act), from: purse, at: claim.centre, in: act)
    }

    /// Divides a claim anew: what nobody has touched of it ends, and the parts stand in its place. What was paid or invoiced stays beside them.
    static func divide(_ claim: Claim, _ parts: [ClaimPart], in act: Act) throws {
        for share in claim.shares where !share.isTouched { try drop(share, of: claim, in: act) }
        for part in parts { try add(part, to: claim, due: claim.due, in: act) }
    }

    /// The only share of a claim costs more or less than it did. It keeps its reference, which may stand on a slip already.
    static func resize(_ share: ClaimShare, of claim: Claim, to amount: Money, in act: Act) throws {
        let day = try today(of: claim.centre, in: act), more = amount.minor - share.amount.minor
        try act.db.run("UPDATE claim_share SET amount = \(amount.minor), rest = rest + \(more) WHERE id = \(share.id)")
        guard more != 0, let change = Money(minor: abs(more), share.currency) else { return }
        if more > 0 {
            try post(.claimed, share, claim, change, on: day, from: .income, to: .receivable, in: act)
        } else {
            try post(.claimedBack, share, claim, change, on: day, from: .receivable, to: .income, in: act)
        }
    }

    /// A share ends of which nothing was paid: it is posted back, and worth nothing from now on.
    private static func drop(_ share: ClaimShare, of claim: Claim, in act: Act) throws {
        let day = try today(of: claim.centre, in: act)
        try post(.claimedBack, share, claim, share.amount, on: day, from: .receivable, to: .income, in: act)
        try free(share, claim, share.amount, on: day, in: act)
        try act.db.run("UPDATE claim_share SET amount = 0, rest = 0, gone = \(true) WHERE id = \(share.id)")
    }

    /// A claim is cancelled: what stands on no invoice is taken off.
    static func end(_ claim: Claim, in act: Act) throws {
        for share in claim.shares where !share.isInvoiced {
            let left = share.amount.minor + share.debited.minor - share.credited.minor - share.lost.minor
            guard left > 0, let amount = Money(minor: left, share.currency) else { continue }
            try credited(share.id, amount, on: today(of: claim.centre, in: act), claim.what, in: act)
        }
    }

    /// It is for somebody else now, or for another event: what sources have put aside and spent for it goes along.
    static func pass(_ claim: Claim, in act: Act) throws {
        let day = try today(of: claim.centre, in: act)
        try PurseStore.hold(claim.shares.compactMap(\.purse), at: claim.centre, in: act)
        for share in claim.shares {
            guard let purse = share.purse else { continue }
            try PurseMoneyStore.pass(to: use(share.amount, of: share, claim, on: day, in: act), from: purse, at: claim.centre, in: act)
        }
    }

    // MARK: What happens to a share. Who may is decided by the room that calls. What is still to be paid of a source's share stays put aside there, always.

    /// Money came for it.
    /// - Parameter source: where the money stands until now: at the bank, or among payments of which nobody knew whose they were.
    /// - Throws: a conflict where it is more than is still to be paid: what is too much belongs to somebody else, or is an advance.
    @discardableResult
    package static func paid(
        _ id: ClaimShare.ID, _ amount: Money, on day: Day, _ words: String, from source: LedgerRole = .bank, in act: Act
    ) throws -> LedgerEntry.ID? {
        let (share, claim) = try held(id, amount, in: act)
        guard amount.minor <= share.rest.minor else { throw Problem.conflict(T.claims.errorTooMuch(rest: .money(share.rest))) }
        return try take(amount, for: share, claim, on: day, words, from: source, in: act)
    }

    /// What was given back was not after all: it counts as paid again, whatever is owed by now.
    @discardableResult
    package static func unrefunded(
        _ id: ClaimShare.ID, _ amount: Money, on day: Day, _ words: String, from source: LedgerRole = .bank, in act: Act
    ) throws -> LedgerEntry.ID? {
        let (share, claim) = try held(id, amount, in: act)
        return try take(amount, for: share, claim, on: day, words, from: source, in: act)
    }

    private static func take(
        _ amount: Money, for share: ClaimShare, _ claim: Claim, on day: Day, _ words: String, from source: LedgerRole, in act: Act
    ) throws -> LedgerEntry.ID? {
        try act.db.run("UPDATE claim_share SET paid = paid + \(amount.minor), rest = rest - \(amount.minor) WHERE id = \(share.id)")
        let entry = try post(.paid, share, claim, amount, on: day, words, from: .receivable, to: source, in: act)
        if let purse = share.purse { try PurseMoneyStore.spend(use(amount, of: share, claim, on: day, in: act), from: purse, at: claim.centre, in: act) }
        try record(T.claims.paidDeed, claim, Change("paid", from: "", to: "\(amount.minor)"), in: act)
        return entry
    }

    /// It was not paid after all, or what was paid was given back: it leaves the same place.
    /// - Throws: a conflict where so much was never paid.
    @discardableResult
    package static func refunded(
        _ id: ClaimShare.ID, _ amount: Money, on day: Day, _ words: String, from source: LedgerRole = .bank, in act: Act
    ) throws -> LedgerEntry.ID? {
        let (share, claim) = try held(id, amount, in: act)
        guard amount.minor <= share.paid.minor else { throw Problem.conflict(T.claims.errorNotPaid(paid: .money(share.paid))) }
        try act.db.run("UPDATE claim_share SET paid = paid - \(amount.minor), rest = rest + \(amount.minor) WHERE id = \(id)")
        let entry = try post(.refunded, share, claim, amount, on: day, words, from: source, to: .receivable, in: act)
        if let purse = share.purse {
            let kept = Money(minor: min(amount.minor, max(0, share.rest.minor + amount.minor)), amount.currency)
            try PurseMoneyStore.unspend(use(amount, of: share, claim, on: day, in: act), keeping: kept, from: purse, at: claim.centre, in: act)
        }
        try record(T.claims.refundedDeed, claim, Change("paid", from: "\(amount.minor)", to: ""), in: act)
        return entry
    }

    /// Taken off: by a credit note, or because nobody owes it any more.
    @discardableResult
    package static func credited(_ id: ClaimShare.ID, _ amount: Money, on day: Day, _ words: String, in act: Act) throws -> LedgerEntry.ID? {
        let (share, claim) = try held(id, amount, in: act)
        let most = share.amount.minor + share.debited.minor - share.credited.minor - share.lost.minor
        guard amount.minor <= most else { throw Problem.conflict(T.claims.errorCredit) }
        try act.db.run("UPDATE claim_share SET credited = credited + \(amount.minor), rest = rest - \(amount.minor) WHERE id = \(id)")
        try free(share, claim, Money(minor: max(0, min(amount.minor, share.rest.minor)), amount.currency) ?? .nothing(amount.currency), on: day, in: act)
        return try post(.credited, share, claim, amount, on: day, words, from: .receivable, to: .income, in: act)
    }

    /// A credit note was itself taken back, or a claim that was cancelled stands again.
    @discardableResult
    package static func uncredited(_ id: ClaimShare.ID, _ amount: Money, on day: Day, _ words: String, in act: Act) throws -> LedgerEntry.ID? {
        let (share, claim) = try held(id, amount, in: act)
        guard amount.minor <= share.credited.minor else { throw Problem.conflict(T.claims.errorCredit) }
        try act.db.run("UPDATE claim_share SET credited = credited - \(amount.minor), rest = rest + \(amount.minor) WHERE id = \(id)")
        try reserve(amount, more: share, claim, on: day, in: act)
        return try post(.claimed, share, claim, amount, on: day, words, from: .income, to: .receivable, in: act)
    }

    /// Added by a debit note.
    /// - Throws: a conflict with reason and article where the source that pays it may not pay so much more.
    @discardableResult
    package static func debited(_ id: ClaimShare.ID, _ amount: Money, on day: Day, _ words: String, in act: Act) throws -> LedgerEntry.ID? {
        let (share, claim) = try held(id, amount, in: act)
        try act.db.run("UPDATE claim_share SET debited = debited + \(amount.minor), rest = rest + \(amount.minor) WHERE id = \(id)")
        try reserve(amount, more: share, claim, on: day, in: act)
        return try post(.debited, share, claim, amount, on: day, words, from: .income, to: .receivable, in: act)
    }

    /// It will never be paid.
    @discardableResult
    package static func writtenOff(_ id: ClaimShare.ID, _ amount: Money, on day: Day, _ words: String, in act: Act) throws -> LedgerEntry.ID? {
        let (share, claim) = try held(id, amount, in: act)
        guard amount.minor <= share.rest.minor else { throw Problem.conflict(T.claims.errorTooMuch(rest: .money(share.rest))) }
        try act.db.run("UPDATE claim_share SET lost = lost + \(amount.minor), rest = rest - \(amount.minor) WHERE id = \(id)")
        try free(share, claim, amount, on: day, in: act)
        try record(T.claims.writtenOffDeed, claim, Change("lost", from: "", to: "\(amount.minor)"), in: act)
        return try post(.writtenOff, share, claim, amount, on: day, words, from: .receivable, to: .loss, in: act)
    }

    /// A seat that a source bears without a paper, once its event was held: the source has paid it.
    static func borne(_ share: ClaimShare, on day: Day, in act: Act) throws {
        let (share, claim) = try held(share.id, share.rest, in: act)
        guard share.payer == nil, let purse = share.purse, share.rest.minor > 0 else { return }
        try act.db.run("UPDATE claim_share SET paid = paid + \(share.rest.minor), rest = 0 WHERE id = \(share.id)")
        try PurseMoneyStore.spend(use(share.rest, of: share, claim, on: day, in: act), from: purse, at: claim.centre, in: act)
    }

    // MARK: The ledger

    private static func held(_ id: ClaimShare.ID, _ amount: Money, in act: Act) throws -> (ClaimShare, Claim) {
        guard let claim = try ClaimStore.claims([share(id, in: act).claim], in: act).first else { throw Problem.missing }
        try act.db.hold("claim", claim.id.value)
        let share = try share(id, in: act)
        guard amount.currency == share.currency else { throw Problem.invalid("amount", T.claims.errorCurrency(currency: .text(share.currency.rawValue))) }
        guard amount.minor > 0 else { throw Problem.invalid("amount", T.claims.errorNothing) }
        return (share, claim)
    }

    private static func share(_ id: ClaimShare.ID, in act: Act) throws -> ClaimShare {
        guard let share = try ClaimShareStore.shares([id], in: act).first else { throw Problem.missing }
        return share
    }

    private static func record(_ deed: Phrase, _ claim: Claim, _ change: Change, in act: Act) throws {
        try act.record(deed, .claim(claim.id), under: claim.event.map { .event($0) }, centre: claim.centre, changes: [change])
    }

    /// A share that a source bears alone is nobody's debt: only the source's own money is moved for it.
    @discardableResult
    private static func post(
        _ kind: LedgerKind, _ share: ClaimShare, _ claim: Claim, _ amount: Money, on day: Day, _ words: String? = nil, from credit: LedgerRole,
        to debit: LedgerRole, in act: Act
    ) throws -> LedgerEntry.ID? {
        guard share.payer != nil, amount.minor > 0 else { return nil }
        let mark = LedgerMark(share: share.id.value, payer: share.payer?.value, event: claim.event)
        return try Ledger.post(LedgerPosting(kind, on: day, words: words ?? claim.what, amount, from: credit, to: debit, mark), at: claim.centre, in: act)
    }

    /// So much more is to be paid of a share: what of that is not paid already is put aside at its source.
    private static func reserve(_ amount: Money, more share: ClaimShare, _ claim: Claim, on day: Day, in act: Act) throws {
        let open = max(0, share.rest.minor + amount.minor) - max(0, share.rest.minor)
        guard let purse = share.purse, open > 0, let more = Money(minor: open, amount.currency) else { return }
        try PurseMoneyStore.reserve(use(more, of: share, claim, on: day, in: act), from: purse, at: claim.centre, in: act)
    }

    /// Gives back to its source what is put aside for a share, as far as something is.
    private static func free(_ share: ClaimShare, _ claim: Claim, _ amount: Money, on day: Day, in act: Act) throws {
        guard let purse = share.purse, amount.minor > 0 else { return }
        let aside = try Ledger.balances(ofShare: share.id.value, in: act)[.reserved] ?? 0
        guard aside > 0, let left = Money(minor: min(amount.minor, aside), amount.currency) else { return }
        try PurseMoneyStore.free(use(left, of: share, claim, on: day, in: act), from: purse, at: claim.centre, in: act)
    }

    private static func use(_ amount: Money, of share: ClaimShare, _ claim: Claim, on day: Day, in act: Act) throws -> PurseUse {
        try ClaimUseStore.use(amount, of: claim, share: share.id, payer: share.payer, year: share.purseYear, on: day, in: act)
    }

    private static func today(of centre: Centre.ID, in act: Act) throws -> Day { try CentreStore.centre(centre, in: act).zone.day(of: act.now) }
}

extension LedgerKind {
    static let claimed = LedgerKind("claimed", T.claims.ledgerClaimed)
    static let claimedBack = LedgerKind("claimed_back", T.claims.ledgerClaimedBack)
    static let paid = LedgerKind("paid", T.claims.ledgerPaid)
    static let refunded = LedgerKind("refunded", T.claims.ledgerRefunded)
    static let credited = LedgerKind("credited", T.claims.ledgerCredited)
    static let debited = LedgerKind("debited", T.claims.ledgerDebited)
    static let writtenOff = LedgerKind("written_off", T.claims.ledgerWrittenOff)

    static let ofClaims: [LedgerKind] = [.claimed, .claimedBack, .paid, .refunded, .credited, .debited, .writtenOff]
}
