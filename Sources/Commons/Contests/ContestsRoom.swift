import Accounts
import Centres
import Events
import Files
import Kernel
import Languages
import Look
import Schools
package import Web

extension Room {
    /// Contests, festivals and exhibitions: calls, works and who made them, what the parents have said.
    package static let contests = Room("contests") { room in
        room.get("/contests", .public, example: "/contests", ContestPages.list)
        room.get("/contests/:contest", .public, example: "/contests/1", ContestPages.show)
        room.get("/contests/:contest/order", .public, example: "/contests/3/order", ContestPages.order)
        room.get("/contests/:contest/poster.pdf", .public, ContestPages.poster)
        room.get("/contests/:contest/rules.pdf", .public, ContestPages.rules)
        room.get("/guardians/:author/:key", .public, ConsentPages.show)
        room.post("/guardians/:author/:key", .public, ConsentPages.answer)
        room.get("/guardians/:author/:key/erase", .public, ConsentPages.askErase)
        room.post("/guardians/:author/:key/erase", .public, ConsentPages.erase)

        room.get("/me/contests", .person, example: "/me/contests", MyContestPages.mine)
        room.get("/me/contests/:contest", .person, example: "/me/contests/1", MyContestPages.contest)
        room.post("/me/contests/:contest/consents", .person, MyContestPages.saveConsents)
        room.post("/me/contests/:contest/links/:author", .person, MyContestPages.renew)
        room.get("/me/contests/:contest/consents.pdf", .person, MyContestPages.consentForms)
        room.get("/me/contests/:contest/receipt.pdf", .person, MyContestPages.receipt)
        room.get("/me/contests/:contest/new", .person, example: "/me/contests/1/new", WorkPages.new)
        room.post("/me/contests/:contest/new", .person, takes: .uploads, WorkPages.begin)
        room.get("/me/contests/:contest/class", .person, example: "/me/contests/1/class", ClassPages.show)
        room.post("/me/contests/:contest/class", .person, takes: .uploads, ClassPages.send)
        room.get("/me/works/:work", .person, WorkPages.show)
        room.post("/me/works/:work", .person, takes: .uploads, WorkPages.write)
        room.post("/me/works/:work/files/:file/remove", .person, WorkPages.removeFile)
        room.get("/me/works/:work/withdraw", .person, WorkPages.askWithdraw)
        room.post("/me/works/:work/withdraw", .person, WorkPages.withdraw)

        room.get("/staff/contests", .coordinator, example: "/staff/contests", ContestDeskPages.list)
        room.get("/staff/contests/new", .coordinator, example: "/staff/contests/new", ContestDeskPages.new)
        room.post("/staff/contests/new", .coordinator, takes: .words, ContestDeskPages.announce)
        room.get("/staff/contests/retention", .director, example: "/staff/contests/retention", ContestDeskPages.retention)
        room.post("/staff/contests/retention", .director, ContestDeskPages.setRetention)
        room.get("/staff/contests/:contest", .coordinator, example: "/staff/contests/1", ContestDeskPages.show)
        room.get("/staff/contests/:contest/edit", .coordinator, example: "/staff/contests/1/edit", ContestDeskPages.edit)
        room.post("/staff/contests/:contest/edit", .coordinator, takes: .words, ContestDeskPages.save)
        room.get("/staff/contests/:contest/categories/new", .coordinator, example: "/staff/contests/1/categories/new", ContestDeskPages.newCategory)
        room.post("/staff/contests/:contest/categories/new", .coordinator, ContestDeskPages.addCategory)
        room.get("/staff/contests/:contest/categories/:category", .coordinator, example: "/staff/contests/1/categories/1", ContestDeskPages.category)
        room.post("/staff/contests/:contest/categories/:category", .coordinator, ContestDeskPages.saveCategory)
        room.post("/staff/contests/:contest/categories/:category/remove", .coordinator, ContestDeskPages.removeCategory)
        room.post("/staff/contests/:contest/move", .coordinator, ContestDeskPages.move)
        room.post("/staff/contests/:contest/event", .coordinator, ContestDeskPages.setEvent)
        room.post("/staff/contests/:contest/poster", .coordinator, takes: .uploads, ContestDeskPages.setPoster)
        room.post("/staff/contests/:contest/remind", .coordinator, ContestDeskPages.remind)
        room.post("/staff/contests/:contest/take", .coordinator, ContestDeskPages.take)
        room.post("/staff/contests/:contest/discard", .coordinator, ContestDeskPages.discard)
        room.get("/staff/contests/:contest/works.xlsx", .coordinator, ContestDeskPages.export)
        room.get("/staff/contests/:contest/order", .coordinator, example: "/staff/contests/3/order", ContestDeskPages.order)
        room.post("/staff/contests/:contest/order", .coordinator, ContestDeskPages.saveOrder)
        room.get("/staff/works/:work", .coordinator, example: "/staff/works/1", WorkDeskPages.show)
        room.post("/staff/works/:work/admit", .coordinator, WorkDeskPages.admit)
        room.post("/staff/works/:work/disqualify", .coordinator, WorkDeskPages.disqualify)
        room.post("/staff/works/:work/restore", .coordinator, WorkDeskPages.restore)
        room.post("/staff/works/:work/exhibit", .coordinator, WorkDeskPages.lend)

        room.menu(.staff, T.contests.title, "/staff/contests", .proof, in: .pupils, at: 66)
        room.menu(.foot, T.contests.title, "/contests", at: 8)

        room.bring(PersonColumn("contest_work", "mentor"))
        room.bring(PersonColumn("contest_author"))
        room.bring(FileColumn("contest", "poster"))
        room.bring(FileColumn("contest_file", "original", isPersonal: true))
        room.bring(FileColumn("contest_file", "shown", isPersonal: true))
        for kind in ContestLetters.kinds { room.bring(kind) }
        room.answer(FileSightAsked.self) { try ContestKeepingStore.shows($0.file, in: $1) }
        room.answer(HeldAsked.self) { try ContestKeepingStore.held(about: $0.person, in: $1) }
        room.on(PersonErased.self) { try ContestKeepingStore.forget($0.person, in: $1) }
        room.on(PersonPurged.self) { try ContestKeepingStore.forget($0.person, in: $1) }
        room.on(EventDiscarded.self) { try ContestBoardStore.discard($0.event, in: $1) }
        room.nightly("contests.forget") { try ContestKeepingStore.forgetOld(in: $0) }
        room.index(ContestStore.reindex)
        room.today(ContestParts.today)
        room.me(ContestParts.mine)
        room.school(ContestParts.ofSchool)
    }
}
