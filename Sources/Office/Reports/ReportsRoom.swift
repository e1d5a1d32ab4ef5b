import Accounts
import Events
import Kernel
import Languages
import Look
import Registry
package import Web

extension Room {
    /// What a centre tells of a year: figures that open down to their rows, kept as they were reckoned.
    package static let reports = Room("reports") { room in
        room.get("/staff/reports", .coordinator, example: "/staff/reports", ReportPages.list)
        room.post("/staff/reports", .coordinator, ReportPages.make)
        room.get("/staff/reports/rules", .coordinator, example: "/staff/reports/rules", ReportRulePages.show)
        room.post("/staff/reports/rules", .coordinator, ReportRulePages.set)
        room.get("/staff/reports/:report", .coordinator, example: "/staff/reports/1", ReportPages.show)
        room.get("/staff/reports/:report/words", .coordinator, example: "/staff/reports/2/words", ReportPages.words)
        room.post("/staff/reports/:report/words", .coordinator, ReportPages.write)
        room.post("/staff/reports/:report/reckon", .coordinator, ReportPages.reckon)
        room.post("/staff/reports/:report/sign", .director, ReportPages.sign)
        room.post("/staff/reports/:report/withdraw", .director, ReportPages.withdraw)
        room.post("/staff/reports/:report/discard", .coordinator, ReportPages.discard)
        room.get("/staff/reports/:report/difference", .coordinator, example: "/staff/reports/1/difference", ReportPages.difference)
        room.get("/staff/reports/:report/figures/:figure", .coordinator, example: "/staff/reports/1/figures/persons", ReportFigurePages.open)
        room.get("/staff/reports/:report/people", .coordinator, example: "/staff/reports/1/people", ReportFigurePages.people)
        room.get("/staff/reports/:report/advice", .coordinator, example: "/staff/reports/2/advice", AdvicePages.show)
        room.post("/staff/reports/:report/advice", .coordinator, AdvicePages.write)
        room.post("/staff/reports/:report/advice/send", .coordinator, AdvicePages.send)
        room.get("/staff/reports/:report/report.pdf", .coordinator, ReportPaperPages.pdf)
        room.get("/staff/reports/:report/report.docx", .coordinator, ReportPaperPages.word)
        room.get("/staff/reports/:report/report.xlsx", .coordinator, ReportPaperPages.workbook)
        room.get("/staff/reports/:report/rows.xlsx", .coordinator, ReportPaperPages.rows)

        room.menu(.staff, T.reports.title, "/staff/reports", .report, in: .office, at: 81)
        for kind in ReportLetters.kinds { room.bring(kind) }

        room.bring(PersonColumn("report", "made_by"))
        room.bring(PersonColumn("report", "signed_by"))
        room.bring(RegistryKind("report", T.reports.report))
        room.answer(HeldAsked.self) { try ReportKeepingStore.held(about: $0.person, in: $1) }
        room.on(PersonErased.self) { try ReportKeepingStore.forget($0.person, in: $1) }
        room.on(PersonPurged.self) { try ReportKeepingStore.forget($0.person, in: $1) }
        room.on(EventDiscarded.self) { try ReportKeepingStore.discard($0.event, in: $1) }
        room.nightly("reports.forget") { try ReportKeepingStore.forgetOld(in: $0) }
        room.today(ReportSharedPages.today)
    }
}
