import Accounts
import Centres
import Kernel
import Languages
import Library
import Look
import Schools
package import Web

extension Room {
    /// Circulation: who borrows what of the resource centre, until when, and who waits for it.
    package static let loans = Room("loans") { room in
        room.get("/staff/desk", .librarian, example: "/staff/desk", DeskPages.show)
        room.post("/staff/desk", .librarian, DeskPages.take)
        room.post("/staff/desk/undo", .librarian, DeskPages.undo)
        room.post("/staff/desk/renew", .librarian, DeskPages.renew)
        room.post("/staff/desk/site", .librarian, DeskPages.useOnSite)
        room.get("/staff/loans", .librarian, example: "/staff/loans", LoanListPages.loans)
        room.get("/staff/loans/figures", .librarian, example: "/staff/loans/figures", LoanFigurePages.show)
        room.get("/staff/loans/:loan", .librarian, example: "/staff/loans/1", LoanListPages.show)
        room.post("/staff/loans/:loan/return", .librarian, LoanListPages.takeBack)
        room.post("/staff/loans/:loan/lose", .librarian, LoanListPages.lose)
        room.get("/staff/reservations", .librarian, example: "/staff/reservations", LoanListPages.reservations)
        room.post("/staff/reservations/:reservation/cancel", .librarian, LoanListPages.cancel)
        room.get("/staff/borrowers", .librarian, example: "/staff/borrowers", BorrowerPages.list)
        room.get("/staff/borrowers/new", .librarian, example: "/staff/borrowers/new", BorrowerPages.new)
        room.post("/staff/borrowers/new/person", .librarian, BorrowerPages.addPerson)
        room.post("/staff/borrowers/new/institution", .librarian, BorrowerPages.addInstitution)
        room.post("/staff/borrowers/new/pupil", .librarian, BorrowerPages.addPupil)
        room.get("/staff/borrowers/:borrower", .librarian, example: "/staff/borrowers/1", BorrowerPages.show)
        room.post("/staff/borrowers/:borrower/block", .librarian, BorrowerPages.block)
        room.post("/staff/borrowers/:borrower/card", .librarian, BorrowerPages.renewCard)
        room.post("/staff/borrowers/:borrower/change", .librarian, BorrowerPages.change)

        room.get("/settings/loans", .librarian, example: "/settings/loans", LoanRulePages.show)
        room.post("/settings/loans", .director, LoanRulePages.setDesk)
        room.post("/settings/loans/closures", .librarian, LoanRulePages.close)
        room.post("/settings/loans/closures/:closure/remove", .librarian, LoanRulePages.reopen)
        room.get("/settings/loans/:borrower", .director, example: "/settings/loans/person", LoanRulePages.edit)
        room.post("/settings/loans/:borrower", .director, LoanRulePages.save)

        room.get("/library/:title/reserve", .person, example: "/library/1/reserve", MyLoanPages.askToReserve)
        room.post("/library/:title/reserve", .person, MyLoanPages.reserve)
        room.get("/me/loans", .person, example: "/me/loans", MyLoanPages.list)
        room.post("/me/loans/:loan/renew", .person, MyLoanPages.renew)
        room.post("/me/reservations/:reservation/cancel", .person, MyLoanPages.cancel)
        room.get("/me/pupils", .person, example: "/me/pupils", MyLoanPages.pupils)
        room.post("/me/pupils", .person, MyLoanPages.addPupil)

        room.menu(.staff, T.loans.desk, "/staff/desk", .book, in: .resources, at: 27)
        room.settings(T.loans.settings, "/settings/loans", T.loans.settingsLine, at: 58)

        for kind in LoanLetters.kinds { room.bring(kind) }
        room.bring(PersonColumn("borrower"))
        room.answer(TiesAsked.self) { asked, _ in LoanKeepingStore.ties(to: asked.centre) }
        room.answer(HeldAsked.self) { try LoanKeepingStore.held(about: $0.person, in: $1) }
        room.answer(CopiesOutAsked.self) { try LoanKeepingStore.copiesOut(of: $0.centre, in: $1) }
        room.answer(TitlePageAsked.self, LoanSharedPages.ofTitle)
        room.answer(TitleDeskAsked.self, LoanSharedPages.ofTitleDesk)
        room.on(CopyStateChanging.self) { try LoanKeepingStore.changing($0, in: $1) }
        room.on(CopyRemoving.self) { try LoanKeepingStore.remove($0.copy.id, in: $1) }
        room.on(TitleRemoving.self) { try LoanKeepingStore.remove($0.title, in: $1) }
        room.on(PersonErased.self) { try LoanKeepingStore.forget($0.person, in: $1) }
        room.on(PersonPurged.self) { try LoanKeepingStore.forget($0.person, in: $1) }
        room.each(minutes: 10, "loans", { try await LoanTendingStore.tend($0) })
        room.nightly("loans.forget") { try LoanKeepingStore.forgetOld(in: $0) }
        room.today(LoanSharedPages.today)
        room.me(LoanSharedPages.mine)
        room.school(LoanSharedPages.ofSchool)
    }
}
