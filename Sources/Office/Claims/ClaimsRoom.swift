import Accounts
import Events
import Kernel
import Languages
import Look
import Purses
import Registration
import Schools
package import Web

extension Room {
    /// What is owed to a centre: prices and reductions, claims, who pays them and from which source.
    package static let claims = Room("claims") { room in
        room.get("/prices", .public, example: "/prices", PricePages.list)
        room.get("/prices.pdf", .public, PricePages.paper)
        room.get("/staff/prices", .coordinator, example: "/staff/prices", PricePages.desk)
        room.get("/staff/prices/new", .coordinator, example: "/staff/prices/new", PricePages.new)
        room.post("/staff/prices/new", .coordinator, PricePages.add)
        room.get("/staff/prices/:price", .coordinator, example: "/staff/prices/1", PricePages.edit)
        room.post("/staff/prices/:price", .coordinator, PricePages.change)
        room.get("/staff/prices/reductions/new", .coordinator, example: "/staff/prices/reductions/new", PricePages.newReduction)
        room.post("/staff/prices/reductions/new", .coordinator, PricePages.addReduction)
        room.get("/staff/prices/reductions/:reduction", .coordinator, example: "/staff/prices/reductions/1", PricePages.editReduction)
        room.post("/staff/prices/reductions/:reduction", .coordinator, PricePages.changeReduction)
        room.get("/settings/claims", .director, example: "/settings/claims", PricePages.rules)
        room.post("/settings/claims", .director, PricePages.setRule)

        room.get("/staff/claims", .coordinator, example: "/staff/claims", ClaimPages.list)
        room.get("/staff/claims.xlsx", .coordinator, ClaimPages.workbook)
        room.get("/staff/claims/new", .coordinator, example: "/staff/claims/new", ClaimPages.new)
        room.post("/staff/claims/new", .coordinator, ClaimPages.add)
        room.get("/staff/claims/:claim", .coordinator, example: "/staff/claims/1", ClaimPages.show)
        room.post("/staff/claims/:claim/split", .coordinator, ClaimPages.split)
        room.post("/staff/claims/:claim/money", .coordinator, ClaimPages.money)
        room.post("/staff/claims/:claim/cancel", .coordinator, ClaimPages.cancel)
        room.get("/staff/claims/payers/new", .coordinator, example: "/staff/claims/payers/new", PayerPages.new)
        room.post("/staff/claims/payers/new", .coordinator, PayerPages.add)
        room.get("/staff/claims/payers/:payer", .coordinator, example: "/staff/claims/payers/1", PayerPages.show)
        room.post("/staff/claims/payers/:payer", .coordinator, PayerPages.change)
        room.get("/staff/events/:event/claims", .coordinator, example: "/staff/events/1/claims", ClaimPages.ofEvent)
        room.get("/me/payments", .person, example: "/me/payments", PaymentPages.mine)
        room.get("/me/schools/:school/payments", .person, PaymentPages.ofSchool)

        room.menu(.staff, T.claims.title, "/staff/claims", .money, in: .office, at: 74)
        room.menu(.staff, T.claims.prices, "/staff/prices", .money, in: .office, at: 73)
        room.menu(.foot, T.claims.prices, "/prices", at: 9)
        room.settings(T.claims.ruleTitle, "/settings/claims", T.claims.ruleLead, at: 56)

        room.on(RegistrationChanged.self) { try ClaimStore.follow($0, in: $1) }
        room.on(SeatPassed.self) { try ClaimStore.follow($0, in: $1) }
        room.on(EventCancelled.self) { try ClaimStore.cancelled($0.event, in: $1) }
        room.on(EventDiscarded.self) { try ClaimKeepingStore.discard($0.event, in: $1) }
        room.bring(PersonColumn("claim"))
        room.bring(PersonColumn("payer"))
        for kind in LedgerKind.ofClaims { room.bring(kind) }
        for kind in ClaimLetters.kinds { room.bring(kind) }
        room.answer(HeldAsked.self) { try ClaimKeepingStore.held(about: $0.person, in: $1) }
        room.on(PersonErased.self) { try ClaimKeepingStore.forget($0.person, in: $1) }
        room.on(PersonPurged.self) { try ClaimKeepingStore.purge($0.person, in: $1) }
        room.answer(EventDeskAsked.self, ClaimSharedPages.onDesk)
        room.each(minutes: 30, "claims", { try await ClaimKeepingStore.tend($0) })
        room.nightly("claims.forget") { try ClaimKeepingStore.forgetOld(in: $0) }
        room.index(ClaimStore.reindex)
        room.today(ClaimSharedPages.today)
        room.me(ClaimSharedPages.mine)
        room.school(ClaimSharedPages.ofSchool)
    }
}
