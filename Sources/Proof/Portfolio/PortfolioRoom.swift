import Accounts
import Files
import Kernel
import Languages
import Registration
import Look
import Schools
package import Web

extension Room {
    /// What somebody can show for their profession, and where they stand by the rules of their country.
    package static let portfolio = Room("portfolio") { room in
        room.get("/me/portfolio", .person, example: "/me/portfolio", PortfolioPages.show)
        room.post("/me/portfolio/leave", .person, PortfolioPages.leave)
        room.post("/me/portfolio/leave/remove", .person, PortfolioPages.removeLeave)
        room.get("/me/portfolio/entries", .person, example: "/me/portfolio/entries", PortfolioPages.entries)
        room.get("/me/portfolio/entries/new", .person, example: "/me/portfolio/entries/new?kind=inside", PortfolioPages.new)
        room.post("/me/portfolio/entries/new", .person, takes: .uploads, PortfolioPages.add)
        room.get("/me/portfolio/entries/:entry", .person, example: "/me/portfolio/entries/1", PortfolioPages.edit)
        room.post("/me/portfolio/entries/:entry", .person, takes: .uploads, PortfolioPages.change)
        room.post("/me/portfolio/entries/:entry/remove", .person, PortfolioPages.remove)
        room.get("/me/portfolio/goals", .person, example: "/me/portfolio/goals", GoalPages.list)
        room.post("/me/portfolio/goals", .person, GoalPages.add)
        room.get("/me/portfolio/goals/:goal", .person, example: "/me/portfolio/goals/1", GoalPages.edit)
        room.post("/me/portfolio/goals/:goal", .person, GoalPages.change)
        room.post("/me/portfolio/goals/:goal/remove", .person, GoalPages.remove)
        room.get("/me/portfolio/titles", .person, example: "/me/portfolio/titles", TitlePages.list)
        room.post("/me/portfolio/titles", .person, TitlePages.save)
        room.get("/me/portfolio/titles/:title", .person, example: "/me/portfolio/titles/adviser", TitlePages.show)
        room.get("/me/portfolio/titles/:title/dossier.zip", .person, TitlePages.file)
        room.get("/me/portfolio/record", .person, example: "/me/portfolio/record", RecordPages.show)
        room.get("/me/portfolio/record.zip", .person, RecordPages.file)
        room.get("/portfolio.schema.json", .public, RecordPages.schema)

        room.get("/staff/people/:person/portfolio", .coordinator, example: "/staff/people/1/portfolio", LookPages.show)
        room.get("/staff/standing", .coordinator, example: "/staff/standing", StandingFigurePages.show)
        room.get("/staff/standing.xlsx", .coordinator, StandingFigurePages.sheet)
        room.get("/staff/proofs", .coordinator, example: "/staff/proofs", LookPages.waiting)
        room.get("/staff/proofs/:entry", .coordinator, example: "/staff/proofs/4", LookPages.check)
        room.post("/staff/proofs/:entry", .coordinator, LookPages.decide)

        room.get("/settings/rules", .administrator, example: "/settings/rules", RulePackPages.list)
        room.get("/settings/rules/new", .administrator, example: "/settings/rules/new", RulePackPages.new)
        room.post("/settings/rules/new", .administrator, RulePackPages.add)
        room.get("/settings/rules/:pack", .administrator, example: "/settings/rules/RS-2021", RulePackPages.edit)
        room.post("/settings/rules/:pack", .administrator, RulePackPages.save)
        room.post("/settings/rules/:pack/remove", .administrator, RulePackPages.remove)

        room.get("/me/schools/:school/standing", .person, example: "/me/schools/1/standing", SchoolRecordPages.show)
        room.get("/me/schools/:school/standing.xlsx", .person, SchoolRecordPages.sheet)
        for kind in SchoolPaperKind.allCases {
            room.get("/me/schools/:school/\(kind.rawValue).pdf", .person, SchoolRecordPages.paper(kind, isWord: false))
            room.get("/me/schools/:school/\(kind.rawValue).docx", .person, SchoolRecordPages.paper(kind, isWord: true))
        }
        room.get("/me/schools/:school/activities", .person, example: "/me/schools/1/activities", SchoolRecordPages.waiting)
        room.post("/me/schools/:school/activities/:entry", .person, SchoolRecordPages.decide)
        room.get("/me/schools/:school/points", .person, example: "/me/schools/1/points", SchoolRecordPages.table)
        room.post("/me/schools/:school/points", .person, SchoolRecordPages.setTable)
        room.school(T.portfolio.matrix, "standing", at: 20)
        room.school(T.portfolio.activities, "activities", at: 30)
        room.school(T.portfolio.table, "points", at: 40)

        room.menu(.staff, T.portfolio.proofs, "/staff/proofs", .proof, in: .proof, at: 42)
        room.menu(.staff, T.portfolio.figures, "/staff/standing", .report, in: .proof, at: 58)
        room.nightly("portfolio.figures", work: { try await StandingFigureStore.count($0) })
        room.settings(T.portfolio.packs, "/settings/rules", T.portfolio.packsLead, at: 52)
        room.bring(PersonColumn("portfolio_entry"))
        room.bring(PersonColumn("portfolio_goal"))
        room.bring(PersonColumn("paid_leave", mayStay: true))
        room.bring(PersonColumn("career", key: "person", mayStay: true))
        room.bring(FileColumn("portfolio_entry", isPersonal: true))
        room.answer(FileSightAsked.self) { try EntryStore.shows($0.file, in: $1) }
        room.on(PersonErased.self) { try EntryStore.forget($0.person, in: $1) }
        room.answer(HeldAsked.self) { try EntryStore.held(about: $0.person, in: $1) }
        room.answer(NeedAsked.self) { try NeedDueStore.tell($0, in: $1) }
        room.answer(LeaveAsked.self) { try NeedDueStore.leave($0, in: $1) }
        room.answer(CardAsked.self, PortfolioToday.card)
        room.today(PortfolioToday.tell)
        room.me(PortfolioToday.mine)
    }
}
