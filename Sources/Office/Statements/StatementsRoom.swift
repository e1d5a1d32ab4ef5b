import Accounts
import Certificates
import Claims
import Events
import Imports
import Kernel
import Languages
import Look
import Purses
package import Web

extension Room {
    /// Statements of accounts, what they paid, what is late, and letters that remind of it.
    package static let statements = Room("statements") { room in
        room.get("/staff/statements", .coordinator, example: "/staff/statements", StatementPages.list)
        room.post("/staff/statements", .coordinator, takes: .files, StatementPages.upload)
        room.get("/staff/statements/drafts/:draft", .coordinator, example: "/staff/statements/drafts/1", StatementPages.preview)
        room.post("/staff/statements/drafts/:draft", .coordinator, StatementPages.bring)
        room.post("/staff/statements/drafts/:draft/drop", .coordinator, StatementPages.drop)
        room.get("/staff/statements/:statement", .coordinator, example: "/staff/statements/1", StatementPages.show)

        room.get("/staff/payments", .coordinator, example: "/staff/payments", PaymentPages.list)
        room.get("/staff/payments/:line", .coordinator, example: "/staff/payments/1", PaymentPages.show)
        room.post("/staff/payments/:line/settle", .coordinator, PaymentPages.settle)
        room.post("/staff/payments/:line/refund", .coordinator, PaymentPages.refund)
        room.post("/staff/payments/:line/aside", .coordinator, PaymentPages.setAside)
        room.post("/staff/payments/:line/undo/:payment", .coordinator, PaymentPages.undo)

        room.get("/staff/ageing", .coordinator, example: "/staff/ageing", AgeingPages.show)
        room.get("/staff/ageing.xlsx", .coordinator, AgeingPages.sheet)
        room.post("/staff/ageing/remind", .coordinator, AgeingPages.remind)

        room.get("/settings/payments", .director, example: "/settings/payments", PaymentRulePages.show)
        room.post("/settings/payments", .director, PaymentRulePages.save)
        room.settings(T.statements.rule, "/settings/payments", T.statements.ruleLead, at: 57)

        room.menu(.staff, T.statements.title, "/staff/statements", .event, in: .office, at: 76)

        for table in ["statement", "payment", "reminder", "statement_draft"] as [StaticString] { room.bring(PersonColumn(table)) }
        room.bring(PersonColumn("payment", "undone_by"))
        room.imports(StatementLineImport.self)
        for kind in ReminderLetters.kinds { room.bring(kind) }
        for kind in LedgerKind.ofStatements { room.bring(kind) }
        room.answer(HeldAsked.self) { try StatementKeepingStore.held(about: $0.person, in: $1) }
        room.on(PersonErased.self) { try StatementKeepingStore.forget($0.person, in: $1) }
        room.on(PersonPurged.self) { try StatementKeepingStore.forget($0.person, in: $1) }
        room.answer(HeldUntilPaidAsked.self) { try HeldPaperStore.held($0, in: $1) }
        room.answer(ClaimPartAsked.self, StatementSharedPages.onClaim)
        room.answer(PayerPartAsked.self, StatementSharedPages.onPayer)
        room.each(minutes: 60, "statements.remind", ReminderStore.tend)
        room.nightly("statements.forget") { try StatementKeepingStore.forgetOld(in: $0) }
        room.today(StatementSharedPages.today)
        room.me(StatementSharedPages.mine)
    }
}
