import Accounts
import Kernel
import Languages
import Look
package import Web

extension Room {
    /// Own tables over what a centre has: columns, filters, sums; kept under a name, shared, taken out as a file.
    package static let tables = Room("tables") { room in
        room.get("/staff/tables", .librarian, example: "/staff/tables", TablePages.list)
        room.get("/staff/tables/:kind", .librarian, example: "/staff/tables/registrations", TablePages.show)
        room.post("/staff/tables/:kind", .librarian, OwnTablePages.save)
        room.get("/staff/tables/:kind/choose", .librarian, example: "/staff/tables/registrations/choose", TablePages.choose)
        room.get("/staff/tables/:kind/table.xlsx", .librarian, TablePages.xlsx)
        room.get("/staff/tables/:kind/table.csv", .librarian, TablePages.csv)
        room.get("/staff/own-tables/looks", .director, example: "/staff/own-tables/looks", OwnTablePages.looks)
        room.post("/staff/own-tables/:table/take", .librarian, OwnTablePages.take)
        room.post("/staff/own-tables/:table/remove", .librarian, OwnTablePages.remove)

        room.menu(.staff, T.tables.title, "/staff/tables", .report, in: .office, at: 82)
        room.bring(PersonColumn("own_table", "owner"))
        room.answer(HeldAsked.self) { try TableKeepingStore.held(about: $0.person, in: $1) }
        room.on(PersonErased.self) { try TableKeepingStore.forget($0.person, in: $1) }
        room.on(PersonPurged.self) { try TableKeepingStore.forget($0.person, in: $1) }
        room.nightly("tables.forget") { try TableKeepingStore.forgetOld(in: $0) }
    }
}
