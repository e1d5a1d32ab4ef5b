import Accounts
import Files
import Imports
import Kernel
import Languages
import Look
package import Web

extension Room {
    /// The resource centre: titles, their copies, journals with their issues, and what readers would like to have.
    package static let library = Room("library") { room in
        room.get("/library", .public, example: "/library", kept: .whileSeated, LibraryPages.list)
        room.get("/library/wishes", .person, example: "/library/wishes", WishPages.mine)
        room.post("/library/wishes", .person, WishPages.wish)
        room.get("/library/:title", .public, example: "/library/1", kept: .whileSeated, LibraryPages.show)

        room.get("/staff/library", .librarian, example: "/staff/library", TitleDeskPages.list)
        room.get("/staff/library/titles.xlsx", .librarian, TitleFilePages.workbook)
        room.get("/staff/library/titles.csv", .librarian, TitleFilePages.commas)
        room.get("/staff/library/titles.xml", .librarian, TitleFilePages.records)
        room.get("/staff/library/new", .librarian, example: "/staff/library/new", TitleDeskPages.new)
        room.post("/staff/library/new", .librarian, TitleDeskPages.add)
        room.get("/staff/library/records", .coordinator, example: "/staff/library/records", RecordPages.form)
        room.post("/staff/library/records", .coordinator, takes: .uploads, RecordPages.upload)
        room.get("/staff/library/issues", .librarian, example: "/staff/library/issues", JournalPages.missing)
        room.get("/staff/library/wishes", .librarian, example: "/staff/library/wishes", WishPages.desk)
        room.post("/staff/library/wishes/:wish", .librarian, WishPages.answer)
        room.get("/staff/library/write-off", .librarian, example: "/staff/library/write-off", CopyPages.writingOff)
        room.post("/staff/library/write-off", .librarian, CopyPages.writeOff)
        room.get("/staff/library/figures", .librarian, example: "/staff/library/figures", FiguresPages.show)
        room.get("/staff/library/copies/:copy", .librarian, example: "/staff/library/copies/1", CopyPages.show)
        room.post("/staff/library/copies/:copy", .librarian, CopyPages.save)
        room.post("/staff/library/copies/:copy/state", .librarian, CopyPages.stand)
        room.get("/staff/library/:title", .librarian, example: "/staff/library/1", TitleDeskPages.show)
        room.get("/staff/library/:title/edit", .librarian, example: "/staff/library/1/edit", TitleDeskPages.edit)
        room.post("/staff/library/:title/edit", .librarian, TitleDeskPages.save)
        room.post("/staff/library/:title/copies", .librarian, TitleDeskPages.take)
        room.post("/staff/library/:title/parts", .librarian, TitleDeskPages.parts)
        room.post("/staff/library/:title/cover", .librarian, takes: .uploads, TitleDeskPages.cover)
        room.post("/staff/library/:title/remove", .librarian, TitleDeskPages.remove)
        room.get("/staff/library/:title/issues", .librarian, JournalPages.show)
        room.post("/staff/library/:title/issues", .librarian, JournalPages.subscribe)
        room.post("/staff/library/:title/issues/:issue/arrived", .librarian, JournalPages.arrive)
        room.post("/staff/library/:title/issues/:issue/claim", .librarian, JournalPages.claim)

        room.menu(.foot, T.library.title, "/library", at: 6)
        room.menu(.staff, T.library.title, "/staff/library", .book, in: .resources, at: 64)
        room.imports(TitleImport.self)
        room.bring(FileColumn("title", "cover"))
        room.bring(PersonColumn("title_wish"))
        room.answer(FileSightAsked.self) { try LibraryKeepingStore.shows($0.file, in: $1) }
        room.answer(HeldAsked.self) { try WishStore.held(about: $0.person, in: $1) }
        room.on(PersonErased.self) { try WishStore.forget($0.person, in: $1) }
        room.on(PersonPurged.self) { try WishStore.forget($0.person, in: $1) }
        room.nightly("library.forget") { try WishStore.forgetOld(in: $0) }
        room.index(TitleStore.reindex)
        room.today(LibraryParts.today)
        room.me(LibraryParts.mine)
    }
}
