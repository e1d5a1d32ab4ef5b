import Accounts
import Centres
import Events
import Kernel
import Languages
import Library
import Loans
import Look
import Schools
package import Web

extension Room {
    /// Kits and devices that travel over schools, the counting of shelves, and what the resource centre prints.
    package static let kits = Room("kits") { room in
        room.get("/kits", .public, example: "/kits", KitPages.list)
        room.get("/kits/:title", .public, example: "/kits/11", KitPages.show)
        room.get("/kits/:title/book", .person, example: "/kits/11/book", KitPages.new)
        room.post("/kits/:title/book", .person, KitPages.book)

        room.get("/me/kits", .person, example: "/me/kits", KitPages.mine)
        room.get("/me/kits/:booking", .person, example: "/me/kits/1", KitPages.booking)
        room.post("/me/kits/:booking/cancel", .person, KitPages.cancel)
        room.post("/me/kits/:booking/notes/:stop", .person, KitPages.note)
        room.school(KitSharedPages.ofSchool)

        room.get("/staff/kits", .librarian, example: "/staff/kits", KitDeskPages.board)
        room.get("/staff/kits/:title", .librarian, example: "/staff/kits/11", KitDeskPages.show)
        room.post("/staff/kits/:title", .librarian, KitDeskPages.setRule)
        room.get("/staff/kits/:title/book", .librarian, example: "/staff/kits/11/book", KitDeskPages.new)
        room.post("/staff/kits/:title/book", .librarian, KitDeskPages.book)
        room.get("/staff/kits/bookings/:booking", .librarian, example: "/staff/kits/bookings/1", KitDeskPages.booking)
        room.post("/staff/kits/bookings/:booking/out", .librarian, KitDeskPages.handOut)
        room.post("/staff/kits/bookings/:booking/back", .librarian, KitDeskPages.takeBack)
        room.post("/staff/kits/bookings/:booking/cancel", .librarian, KitDeskPages.cancel)
        room.get("/staff/kits/bookings/:booking/protocol.pdf", .librarian, KitDeskPages.handOver)

        room.get("/staff/stock", .librarian, example: "/staff/stock", StockPages.list)
        room.post("/staff/stock", .librarian, StockPages.begin)
        room.get("/staff/stock/:take", .librarian, example: "/staff/stock/1", StockPages.show)
        room.post("/staff/stock/:take/scan", .librarian, StockPages.scan)
        room.post("/staff/stock/:take/undo", .librarian, StockPages.undo)
        room.post("/staff/stock/:take/close", .librarian, StockPages.close)
        room.get("/staff/stock/:take/report.pdf", .librarian, StockPages.report)

        room.get("/staff/prints", .librarian, example: "/staff/prints", PrintPages.show)
        room.get("/staff/prints/labels.pdf", .librarian, PrintPages.labels)
        room.get("/staff/prints/cards.pdf", .librarian, PrintPages.cards)
        room.get("/staff/prints/slip.pdf", .librarian, PrintPages.slip)
        room.get("/staff/prints/book.pdf", .librarian, PrintPages.book)
        room.get("/staff/prints/write-offs.pdf", .librarian, PrintPages.writeOffs)

        room.menu(.staff, T.kits.title, "/staff/kits", .event, in: .resources, at: 68)
        room.menu(.staff, T.kits.stock, "/staff/stock", .apply, in: .resources, at: 69)
        room.menu(.foot, T.kits.title, "/kits", at: 7)

        room.bring(PersonColumn("kit_booking"))
        room.bring(PersonColumn("kit_stop"))
        room.bring(PersonColumn("kit_note", mayStay: true))
        for kind in KitLetters.kinds { room.bring(kind) }
        room.answer(HeldAsked.self) { try KitKeepingStore.held(about: $0.person, in: $1) }
        room.on(PersonErased.self) { try KitKeepingStore.forget($0.person, in: $1) }
        room.on(PersonPurged.self) { try KitKeepingStore.forget($0.person, in: $1) }
        room.on(CopyRemoving.self) { try KitKeepingStore.remove($0.copy.id, in: $1) }
        room.on(TitleRemoving.self) { try KitKeepingStore.remove($0.title, in: $1) }
        room.on(EventDiscarded.self) { try KitTermStore.discard($0.event, in: $1) }
        room.answer(TitlePageAsked.self, KitSharedPages.onTitle)
        room.answer(TitleDeskAsked.self, KitSharedPages.onDesk)
        room.answer(LibraryFiguresAsked.self, KitSharedPages.figures)
        room.answer(LibraryDoorsAsked.self) { _, _ in [LibraryDoor(T.kits.prints, "/staff/prints")] }
        room.answer(BorrowerDoorsAsked.self) { asked, _ in
            [(T.kits.printCard, "cards"), (T.kits.printSlip, "slip")].map { LibraryDoor($0, "/staff/prints/\($1).pdf?borrower=\(asked.borrower)") }
        }
        room.each(minutes: 30, "kits", { records in
            try await KitTermStore.tend(records)
            try await KitKeepingStore.tend(records)
        })
        room.nightly("kits.forget") { try KitKeepingStore.forgetOld(in: $0) }
        room.today(KitSharedPages.today)
        room.me(KitSharedPages.mine)
    }
}
