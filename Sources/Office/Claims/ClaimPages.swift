import Accounts
import Centres
import Events
import Forms
import Kernel
import Languages
import Look
import Purses
import Schools
import Web

/// Claims for the centre's people: the list, those of an event, one claim and what is done with it.
enum ClaimPages {
    // MARK: Lists

    @Sendable static func list(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id, today = visit.today, filter = ClaimFilter(visit.query)
        let listing = try await visit.read { try ClaimListStore.listing(filter, at: centre, on: today, in: $0) }
        return visit.page(ClaimListViews(reader: visit.reader).list(listing))
    }

    @Sendable static func workbook(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id, today = visit.today, filter = ClaimFilter(visit.query), sheet = ClaimSheet(t: visit.t, today: today)
        let bytes = try await visit.read { act in
            try sheet.xlsx { body in try ClaimListStore.each(filter, at: centre, on: today, in: act, body) }
        }
        return .file(
            bytes: bytes, type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", name: "\(visit.t(T.claims.title)).xlsx")
    }

    @Sendable static func ofEvent(_ visit: Visit) async throws -> Answer {
        let (id, centre): (Event.ID, Centre.ID) = (try visit.id("event"), visit.centre.id)
        let (event, claims) = try await visit.read { act in
            let event = try EventStore.event(runBy: act.by, id, in: act)
            guard event.centre == centre else { throw Problem.missing }
            return (event, try ClaimStore.claims(of: id, in: act))
        }
        return visit.page(ClaimListViews(reader: visit.reader).ofEvent(event, claims))
    }

    // MARK: By hand

    @Sendable static func new(_ visit: Visit) async throws -> Answer {
        let price = Price.ID(visit.query["price"]), centre = visit.centre.id, today = visit.today, query = visit.query
        let typed = try await visit.read { act in
            let price = try price.map { try PriceStore.price($0, at: centre, in: act) }, rule = try PriceStore.rule(of: centre, on: today, in: act)
            return Typed([
                ("listed", price.map { "\($0.id)" } ?? ""), ("subject", price?.details.name ?? ""), ("amount", price?.details.amount.typed ?? ""),
                ("due", rule.due(asked: today, first: nil).iso), ("payer", query["payer"]), ("event", query["event"]),
            ].map { (name: $0, value: $1) })
        }
        return visit.page(try await new(visit, visit.form(typed)))
    }

    private static func new(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        let centre = visit.centre.id, today = visit.today
        let (prices, payers, currency) = try await visit.read { act in
            let payers = try ClaimPayerStore.institutions(of: centre, in: act)
            let asked = try ClaimPayer.ID(form["payer"]).map { try ClaimPayerStore.payers([$0], in: act) } ?? [:]
            return (
                try PriceStore.prices(of: centre, on: today, in: act),
                payers + asked.values.filter { one in one.centre == centre && !payers.contains { $0.id == one.id } },
                try CentreStore.centre(centre, in: act).currency
            )
        }
        return ClaimViews(reader: visit.reader).new(prices, payers, currency, form)
    }

    @Sendable static func add(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id, typed = visit.typed, own = visit.language, currency = try await PricePages.currency(visit)
        return try await visit.submit {
            let draft = try ClaimDraft(typed, currency, own: own)
            return try await visit.act { act in
                let id = try ClaimStore.add(draft, at: centre, in: act)
                return Redirect(visit.link("/staff/claims/\(id)"), T.common.saved)
            }
        } again: { try await new(visit, $0) }
    }

    // MARK: One claim

    @Sendable static func show(_ visit: Visit) async throws -> Answer { visit.page(try await show(visit, nil)) }

    private static func show(_ visit: Visit, _ form: FilledForm?) async throws -> Screen {
        let (centre, id): (Centre.ID, Claim.ID) = (visit.centre.id, try visit.id("claim")), today = visit.today
        let (sight, parts) = try await visit.read { act in
            let sight = try ClaimSight(id, at: centre, today: today, in: act)
            return (sight, try act.ask(ClaimPartAsked(claim: sight.claim)).sorted { $0.place < $1.place }.map(\.part))
        }
        let reader = visit.reader, brought = parts.map { (title: $0.title, content: $0.show(reader)) }
        return ClaimViews(reader: reader).show(sight, brought, form ?? visit.form(ClaimSplitForm.typed(sight.claim)))
    }

    @Sendable static func split(_ visit: Visit) async throws -> Answer {
        let (centre, id): (Centre.ID, Claim.ID) = (visit.centre.id, try visit.id("claim")), typed = visit.typed
        return try await visit.submit {
            let currency = try await visit.read { try ClaimStore.claim(id, at: centre, in: $0).currency }
            let form = try ClaimSplitForm(typed, currency)
            return try await visit.act { act in
                let parts = try form.lines.map { ClaimPart(try ClaimShareStore.payer($0.payer, of: id, at: centre, in: act), from: $0.purse, $0.amount) }
                try ClaimShareStore.split(id, into: parts, rows: form.lines.map(\.row), at: centre, in: act)
                return Redirect(visit.link("/staff/claims/\(id)"), T.common.saved)
            }
        } again: { try await show(visit, $0) }
    }

    @Sendable static func money(_ visit: Visit) async throws -> Answer {
        let (centre, id): (Centre.ID, Claim.ID) = (visit.centre.id, try visit.id("claim")), typed = visit.typed, own = visit.language, today = visit.today
        return try await visit.submit {
            let currency = try await visit.read { try ClaimStore.claim(id, at: centre, in: $0).currency }
            let form = try ClaimMoneyForm(typed, currency, today: today, own: own)
            return try await visit.act { act in
                let share = try ClaimShareStore.share(form.share, at: centre, in: act)
                guard act.by.coordinates(centre), share.claim == id else { throw Problem.missing }
                switch form.deed {
                case .paid: try ClaimMoneyStore.paid(share.id, form.amount, on: form.day, form.words, in: act)
                case .refunded: try ClaimMoneyStore.refunded(share.id, form.amount, on: form.day, form.words, in: act)
                case .lost: try ClaimMoneyStore.writtenOff(share.id, form.amount, on: form.day, form.words, in: act)
                }
                return Redirect(visit.link("/staff/claims/\(id)"), T.common.saved)
            }
        } again: { try await show(visit, $0) }
    }

    @Sendable static func cancel(_ visit: Visit) async throws -> Answer {
        let (centre, id): (Centre.ID, Claim.ID) = (visit.centre.id, try visit.id("claim")), reason = visit.typed["reason"]
        return try await visit.submit {
            try await visit.act { act in
                try ClaimStore.cancel(id, because: reason, at: centre, in: act)
                return Redirect(visit.link("/staff/claims/\(id)"), T.claims.saidCancelled)
            }
        } again: { try await show(visit, $0) }
    }
}
