import Accounts
package import Centres
package import Events
package import Kernel
package import Languages
import Purses
package import Registration
import Storage

/// Claims as rows: how one comes to be, follows its seat, and is cancelled. Money moves in `ClaimMoneyStore` only.
package enum ClaimStore {
    // MARK: Seats

    /// An application has come to another state. Whoever is admitted owes what the seat cost on the day of the application; whoever gave the seat back in
    /// time owes nothing.
    static func follow(_ changed: RegistrationChanged, in act: Act) throws {
        let (registration, event) = (changed.registration, changed.event)
        switch registration.state {
        case .admitted:
            if changed.isNew {
                try make(registration, event, promised: fullPrice(of: registration, event), in: act)
            } else if let claim = try held(of: registration.id, in: act), !claim.isCancelled {
                try adapt(claim, to: registration, event, in: act)
            } else {
                try made(for: registration, event, in: act)
            }
        case .waiting, .offered: try promise(registration, event, in: act)
        // What was paid goes along to the other event: told by `SeatPassed`.
        case .moved, .unconfirmed: break
        case .lapsed, .withdrawn, .refused, .unseated:
            try act.db.run("DELETE FROM promised_price WHERE registration = \(registration.id)")
            try givenBack(registration, event, in: act)
        }
        if registration.state == .waiting, !changed.isNew, let claim = try held(of: registration.id, in: act), !claim.isCancelled, claim.isUntouched {
            try cancel(claim, because: T.claims.becauseWaiting, in: act)
        }
    }

    /// A seat has another bearer: what was claimed, invoiced and paid for it stays, the name changes.
    static func follow(_ passed: SeatPassed, in act: Act) throws {
        let (seat, event) = (passed.to, passed.event)
        guard let claim = try held(of: passed.from, in: act), !claim.isCancelled else {
            try promise(seat, event, instead: passed.from, in: act)
            if seat.state == .admitted { try made(for: seat, event, in: act) }
            return
        }
        let isElsewhere = claim.event != event.id
        if isElsewhere, seat.state != .admitted || claim.price != fullPrice(of: seat, event) {
            // Another event with another price, or a seat that is yet to come: what nobody has paid ends, for the rest somebody decides.
            if claim.isUntouched { try cancel(claim, because: T.claims.becauseMoved, in: act) }
            if seat.state == .admitted { try made(for: seat, event, in: act) } else { try promise(seat, event, in: act) }
            return try ClaimReductionStore.settle(of: claim, in: act)
        }
        try act.db.run("""
            UPDATE claim SET registration = \(seat.id), event = \(event.id), person = \(seat.person), what = \(isElsewhere ? what(event, in: act) : claim.what)
            WHERE id = \(claim.id)
            """)
        try act.record(T.claims.passedDeed, .claim(claim.id), under: .event(event.id), centre: claim.centre, changes: [
            Change("person", from: claim.person.map { "\($0)" } ?? "", to: "\(seat.person)"),
        ])
        try index(claim.id, in: act)
        let now = try self.claim(claim.id, at: claim.centre, in: act)
        try ClaimMoneyStore.pass(now, in: act)
        if isElsewhere {
            // Neither event counts as it did: what comes free stays where so many are.
            try ClaimReductionStore.settle(of: claim, in: act)
            try ClaimReductionStore.settle(seatsLike: seat, event, in: act)
        } else if claim.isUntouched {
            try adapt(now, to: seat, event, in: act)
        }
    }

    /// The claim of a seat, which nobody else changes until the act ends.
    private static func held(of registration: Registration.ID, in act: Act) throws -> Claim? {
        guard let id: Claim.ID = try act.db.value("SELECT id FROM claim WHERE registration = \(registration)") else { return nil }
        try act.db.hold("claim", id.value)
        return try claims([id], in: act).first
    }

    /// What a seat costs whole, as the event says now. Nil where nobody pays.
    private static func fullPrice(of seat: Registration, _ event: Event) -> Money? {
        guard event.form.has(.fee), seat.payer != .free, !event.plan.fee.isZero else { return nil }
        return Money(minor: event.plan.fee.minor * seat.people, event.plan.fee.currency)
    }

    /// Remembers the price of the day on which somebody applied who has to wait.
    private static func promise(_ seat: Registration, _ event: Event, instead earlier: Registration.ID? = nil, in act: Act) throws {
        if let earlier { try act.db.run("UPDATE promised_price SET registration = \(seat.id) WHERE registration = \(earlier)") }
        guard seat.state != .admitted, let price = fullPrice(of: seat, event) else { return }
        try act.db.run("""
            INSERT INTO promised_price (registration, price, currency) VALUES (\(seat.id), \(price.minor), \(price.currency)) ON CONFLICT (registration) DO NOTHING
            """)
    }

    /// Claims what a seat costs. Nothing is made where nobody pays, or where it costs nothing.
    @discardableResult
    package static func made(for seat: Registration, _ event: Event, in act: Act) throws -> Claim.ID? {
        let row = try act.db.row("DELETE FROM promised_price WHERE registration = \(seat.id) RETURNING price, currency")
        return try make(seat, event, promised: row.map { try $0.money("price", "currency") } ?? fullPrice(of: seat, event), in: act)
    }

    /// - Parameter price: as it was promised, else as the event says now.
    @discardableResult
    private static func make(_ seat: Registration, _ event: Event, promised price: Money?, in act: Act) throws -> Claim.ID? {
        guard seat.payer != .free, let price else { return nil }
        let zone = try CentreStore.centre(event.centre, in: act).zone, today = zone.day(of: act.now), asked = zone.day(of: seat.queued ?? seat.applied)
        let due = try PriceStore.rule(of: event.centre, on: today, in: act).due(asked: today, first: event.starts.map { zone.day(of: $0) })
        // A seat that was given back and is taken again has a claim already, which is over.
        try act.db.run("UPDATE claim SET registration = NULL WHERE registration = \(seat.id) AND cancelled IS NOT NULL")
        let id = Claim.ID(try act.db.insert("""
            INSERT INTO claim (centre, registration, event, person, school, what, price, amount, currency, made, asked, due)
            VALUES (\(event.centre), \(seat.id), \(event.id), \(seat.isUnnamed ? nil : seat.person), \(seat.school), \(what(event, in: act)), \(price.minor),
                    \(price.minor), \(price.currency), \(act.now), \(asked), \(due)) RETURNING id
            """))
        try act.record(T.claims.madeDeed, .claim(id), under: .event(event.id), centre: event.centre)
        let payer = try payer(of: seat, at: event.centre, in: act)
        try ClaimMoneyStore.begin(id, [ClaimPart(payer, price)], due: due, in: act)
        try ClaimReductionStore.settle(seatsLike: seat, event, in: act)
        try index(id, in: act)
        return id
    }

    /// Who pays a seat: the school on whose behalf it was asked for, else whoever comes.
    private static func payer(of seat: Registration, at centre: Centre.ID, in act: Act) throws -> ClaimPayer.ID {
        if seat.payer == .school, let school = seat.school { return try ClaimPayerStore.payer(for: .school(school), at: centre, in: act) }
        return try ClaimPayerStore.payer(for: .person(seat.person), at: centre, in: act)
    }

    /// What is claimed, in words: the title in the language in which it is held, and its days.
    private static func what(_ event: Event, in act: Act) throws -> String {
        let t = try act.words.texts(event.plan.language, in: CentreStore.centre(event.centre, in: act).zone)
        let title = event.title(in: event.plan.language).text, days = event.days.map { ", \(t.days($0))" } ?? ""
        return String(title.prefix(TextLimit.sentence.rawValue - days.count)) + days
    }

    /// Somebody else pays, or the seat has a name now. A claim of which something was paid or invoiced stays as it is.
    private static func adapt(_ claim: Claim, to seat: Registration, _ event: Event, in act: Act) throws {
        let person: ID<PersonTag>? = seat.isUnnamed ? nil : seat.person
        if claim.person != person || claim.school != seat.school {
            try act.db.run("UPDATE claim SET person = \(person), school = \(seat.school) WHERE id = \(claim.id)")
            try ClaimMoneyStore.pass(self.claim(claim.id, at: claim.centre, in: act), in: act)
            try index(claim.id, in: act)
        }
        guard claim.isUntouched else { return }
        if seat.payer == .free { return try cancel(claim, because: T.claims.becauseFree, in: act) }
        let payer = try payer(of: seat, at: event.centre, in: act)
        if claim.shares.first?.payer != payer {
            try ClaimMoneyStore.divide(claim, [ClaimPart(payer, claim.amount)], in: act)
            try act.record(T.claims.payerDeed, .claim(claim.id), under: .event(event.id), centre: claim.centre)
        }
        try ClaimReductionStore.settle(event: event, besides: seat, in: act)
    }

    /// A seat was given back: in time, and with nothing paid or invoiced, nothing is owed for it. Else the centre decides.
    private static func givenBack(_ seat: Registration, _ event: Event, in act: Act) throws {
        guard let claim = try held(of: seat.id, in: act), !claim.isCancelled else { return }
        let today = try CentreStore.centre(event.centre, in: act).zone.day(of: act.now)
        guard claim.isUntouched, seat.state != .withdrawn || today <= claim.due else { return }
        try cancel(claim, because: T.claims.becauseWithdrawn, in: act)
        try ClaimReductionStore.settle(seatsLike: seat, event, in: act)
    }

    // MARK: Cancelling

    /// Nobody owes it any more. What was paid is to be given back; what stands on an invoice is taken off by its credit note.
    package static func cancel(_ id: Claim.ID, because reason: String, at centre: Centre.ID, in act: Act) throws {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        guard !reason.isEmpty else { throw Problem.invalid("reason", T.common.errorMissing) }
        try act.db.hold("claim", id.value)
        let claim = try claim(id, at: centre, in: act)
        guard !claim.isCancelled else { throw Problem.conflict(T.claims.errorCancelled) }
        try cancel(claim, saying: reason, in: act)
        try ClaimReductionStore.settle(of: claim, in: act)
    }

    private static func cancel(_ claim: Claim, because reason: Phrase, in act: Act) throws {
        let centre = try CentreStore.centre(claim.centre, in: act)
        try cancel(claim, saying: act.words.texts(centre.language, in: centre.zone)(reason), in: act)
    }

    private static func cancel(_ claim: Claim, saying reason: String, in act: Act) throws {
        try act.db.run("UPDATE claim SET cancelled = \(act.now), reason = \(reason) WHERE id = \(claim.id)")
        try ClaimMoneyStore.end(claim, in: act)
        try act.record(
            T.claims.cancelledDeed, .claim(claim.id), under: claim.event.map { .event($0) }, centre: claim.centre, changes: [Change("reason", from: "", to: reason)])
        for share in claim.shares where share.paid.minor > 0 { try ClaimLetters.back(share, of: claim, in: act) }
    }

    /// The event will not be: nobody owes anything for it, and what was paid is to be given back.
    static func cancelled(_ event: Event, in act: Act) throws {
        let ids: [Claim.ID] = try act.db.rows("""
            SELECT id FROM claim WHERE event = \(event.id) AND registration IS NOT NULL AND cancelled IS NULL ORDER BY id
            """).map { try $0["id"] }
        for id in ids { try act.db.hold("claim", id.value) }
        for claim in try claims(ids, in: act) where !claim.isCancelled { try cancel(claim, because: T.claims.becauseEvent, in: act) }
    }

    // MARK: By hand

    /// What is owed for something that is no seat: a hall, a book, a membership.
    package static func add(_ draft: ClaimDraft, at centre: Centre.ID, in act: Act) throws -> Claim.ID {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        let payer = try ClaimPayerStore.payer(draft.payer, at: centre, in: act)
        if let listed = draft.listed { _ = try PriceStore.price(listed, at: centre, in: act) }
        if let event = draft.event { guard try EventStore.event(event, in: act).centre == centre else { throw Problem.missing } }
        let today = try CentreStore.centre(centre, in: act).zone.day(of: act.now)
        var (person, school): (ID<PersonTag>?, School.ID?) = (nil, nil)
        switch payer.whose {
        case .person(let own): person = own
        case .school(let own): school = own
        case .municipality, .body: break
        }
        let id = Claim.ID(try act.db.insert("""
            INSERT INTO claim (centre, event, person, school, listed, what, price, amount, currency, made, asked, due)
            VALUES (\(centre), \(draft.event), \(person), \(school), \(draft.listed), \(draft.what), \(draft.amount.minor), \(draft.amount.minor),
                    \(draft.amount.currency), \(act.now), \(today), \(draft.due)) RETURNING id
            """))
        try act.record(T.claims.madeDeed, .claim(id), under: draft.event.map { .event($0) }, centre: centre)
        try ClaimMoneyStore.begin(id, [ClaimPart(payer.id, draft.amount)], due: draft.due, in: act)
        try index(id, in: act)
        return id
    }

    // MARK: Found

    /// What words, or the digits of a reference, find for the centre's people.
    static func index(_ id: Claim.ID, in act: Act) throws {
        guard let claim = try claims([id], in: act).first else { return }
        let language: Language = try CentreStore.centre(claim.centre, in: act).language
        let references = claim.shares.compactMap(\.reference).flatMap { [$0.base, $0.control + $0.base] }.joined(separator: " ")
        try act.db.index("claim", id.value, SearchText(
            number: references, titles: [(claim.what, language)], bodies: claim.shares.map { ($0.payerName, language) }, names: [claim.personName]))
    }

    /// Makes its part of the search index again.
    static func reindex(in act: Act) throws {
        for row in try act.db.rows("SELECT id FROM claim ORDER BY id") { try index(row["id"], in: act) }
    }
}

/// What somebody writes down who claims by hand.
package struct ClaimDraft: Sendable {
    package let payer: ClaimPayer.ID
    package let what: String
    package let amount: Money
    package let due: Day
    package let listed: Price.ID?
    package let event: Event.ID?

    package init(_ payer: ClaimPayer.ID, _ what: String, _ amount: Money, due: Day, listed: Price.ID? = nil, event: Event.ID? = nil) {
        (self.payer, self.what, self.amount, self.due, self.listed, self.event) = (payer, what, amount, due, listed, event)
    }
}
