import Accounts
import Events
import Kernel
import Languages
import Look
import Projects
package import Web

extension Room {
    /// Sources of money, what they may pay for, what is planned, reserved and spent of them; and the ledger.
    package static let purses = Room("purses") { room in
        room.get("/staff/purses", .coordinator, example: "/staff/purses", PursePages.board)
        room.get("/staff/purses/new", .coordinator, example: "/staff/purses/new", PursePages.new)
        room.post("/staff/purses/new", .coordinator, PursePages.add)
        room.get("/staff/purses/accounts", .coordinator, example: "/staff/purses/accounts", LedgerPages.accounts)
        room.post("/staff/purses/accounts", .coordinator, LedgerPages.setAccounts)
        room.get("/staff/purses/ledger", .coordinator, example: "/staff/purses/ledger", LedgerPages.list)
        room.get("/staff/purses/ledger.xlsx", .coordinator, LedgerPages.xlsx)
        room.get("/staff/purses/ledger.csv", .coordinator, LedgerPages.csv)
        room.get("/staff/purses/ledger/balance", .coordinator, example: "/staff/purses/ledger/balance", LedgerPages.balance)
        room.get("/staff/purses/ledger/:entry", .coordinator, example: "/staff/purses/ledger/1", LedgerPages.show)

        room.get("/staff/purses/:purse", .coordinator, example: "/staff/purses/1", PursePages.show)
        room.get("/staff/purses/:purse/edit", .coordinator, example: "/staff/purses/1/edit", PursePages.edit)
        room.post("/staff/purses/:purse/edit", .coordinator, PursePages.save)
        room.post("/staff/purses/:purse/plan", .coordinator, PursePages.plan)
        room.post("/staff/purses/:purse/close", .coordinator, PursePages.close)
        room.get("/staff/purses/:purse/rules", .coordinator, example: "/staff/purses/1/rules", PursePages.rules)
        room.post("/staff/purses/:purse/rules", .coordinator, PursePages.addRule)
        room.post("/staff/purses/:purse/rules/:rule/remove", .coordinator, PursePages.removeRule)
        room.get("/staff/purses/:purse/evidence", .coordinator, example: "/staff/purses/1/evidence", PursePages.evidence)
        room.get("/staff/purses/:purse/evidence.xlsx", .coordinator, PursePages.evidenceSheet)

        room.menu(.staff, T.purses.title, "/staff/purses", .report, in: .office, at: 72)

        room.bring(PersonColumn("ledger_line"))
        for kind in [LedgerKind.reserved, .freed, .spent, .unspent, .passed, .undone] { room.bring(kind) }
        room.answer(HeldAsked.self) { try PurseKeepingStore.held(about: $0.person, in: $1) }
        room.on(PersonErased.self) { try PurseKeepingStore.forget($0.person, in: $1) }
        room.on(PersonPurged.self) { try PurseKeepingStore.forget($0.person, in: $1) }
        room.on(EventDiscarded.self) { try PurseKeepingStore.discard($0.event, in: $1) }
        room.answer(BudgetAsked.self) { try PurseBudgetStore.known($0, in: $1) }
        room.on(BudgetLineRemoving.self) { try PurseBudgetStore.remove($0.line, in: $1) }
        room.nightly("purses.forget") { try PurseKeepingStore.forgetOld(in: $0) }
        room.today(PurseToday.tell)
    }
}
