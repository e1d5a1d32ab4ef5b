import Accounts
import Events
import Files
import Kernel
import Languages
import Library
import Look
package import Web

extension Room {
    /// Projects from a call to their last report, what shows that they reached what they promised, and the partners of the centre.
    package static let projects = Room("projects") { room in
        room.get("/projects", .public, example: "/projects", ProjectPages.list)
        room.get("/projects/:project", .public, example: "/projects/1", ProjectPages.show)

        room.get("/me/projects", .person, example: "/me/projects", MyProjectPages.list)
        room.get("/me/projects/:project", .person, example: "/me/projects/1", MyProjectPages.show)
        room.post("/me/projects/:project/hours", .person, MyProjectPages.write)
        room.get("/me/projects/:project/indicators/:indicator", .person, example: "/me/projects/1/indicators/1", MyProjectPages.indicator)
        room.post("/me/projects/:project/indicators/:indicator/evidence", .person, takes: .uploads, MyProjectPages.prove)

        room.get("/staff/projects", .coordinator, example: "/staff/projects", ProjectDeskPages.board)
        room.get("/staff/projects/new", .coordinator, example: "/staff/projects/new", ProjectDeskPages.new)
        room.post("/staff/projects/new", .coordinator, ProjectDeskPages.add)
        room.get("/staff/projects/:project", .coordinator, example: "/staff/projects/1", ProjectDeskPages.show)
        room.post("/staff/projects/:project/state", .coordinator, ProjectDeskPages.move)
        room.get("/staff/projects/:project/edit", .coordinator, example: "/staff/projects/1/edit", ProjectDeskPages.edit)
        room.post("/staff/projects/:project/edit", .coordinator, ProjectDeskPages.save)

        room.get("/staff/projects/:project/activities", .coordinator, example: "/staff/projects/1/activities", ProjectWorkPages.activities)
        room.post("/staff/projects/:project/activities", .coordinator, ProjectWorkPages.addActivity)
        room.get("/staff/projects/:project/activities/:activity", .coordinator, example: "/staff/projects/1/activities/1", ProjectWorkPages.activity)
        room.post("/staff/projects/:project/activities/:activity", .coordinator, ProjectWorkPages.saveActivity)
        room.post("/staff/projects/:project/activities/:activity/remove", .coordinator, ProjectWorkPages.removeActivity)
        room.post("/staff/projects/:project/activities/:activity/links", .coordinator, ProjectWorkPages.link)
        room.post("/staff/projects/:project/activities/:activity/links/:link/remove", .coordinator, ProjectWorkPages.unlink)

        room.get("/staff/projects/:project/indicators", .coordinator, example: "/staff/projects/1/indicators", IndicatorPages.list)
        room.post("/staff/projects/:project/indicators", .coordinator, IndicatorPages.add)
        room.get("/staff/projects/:project/indicators/:indicator", .coordinator, example: "/staff/projects/1/indicators/1", IndicatorPages.show)
        room.post("/staff/projects/:project/indicators/:indicator", .coordinator, IndicatorPages.save)
        room.post("/staff/projects/:project/indicators/:indicator/reason", .coordinator, IndicatorPages.explain)
        room.post("/staff/projects/:project/indicators/:indicator/remove", .coordinator, IndicatorPages.remove)
        room.post("/staff/projects/:project/indicators/:indicator/evidence", .coordinator, takes: .uploads, IndicatorPages.prove)
        room.post("/staff/projects/:project/indicators/:indicator/evidence/:row/remove", .coordinator, IndicatorPages.withdraw)

        room.get("/staff/projects/:project/budget", .coordinator, example: "/staff/projects/1/budget", ProjectWorkPages.budget)
        room.post("/staff/projects/:project/budget", .coordinator, ProjectWorkPages.addLine)
        room.get("/staff/projects/:project/budget/:line", .coordinator, example: "/staff/projects/1/budget/1", ProjectWorkPages.line)
        room.post("/staff/projects/:project/budget/:line", .coordinator, ProjectWorkPages.saveLine)
        room.post("/staff/projects/:project/budget/:line/remove", .coordinator, ProjectWorkPages.removeLine)
        room.post("/staff/projects/:project/budget/:line/spendings", .coordinator, ProjectWorkPages.spend)
        room.post("/staff/projects/:project/budget/:line/spendings/:spending/remove", .coordinator, ProjectWorkPages.takeBack)

        room.get("/staff/projects/:project/people", .coordinator, example: "/staff/projects/1/people", ProjectPeoplePages.list)
        room.post("/staff/projects/:project/people", .coordinator, ProjectPeoplePages.add)
        room.get("/staff/projects/:project/people/:person", .coordinator, example: "/staff/projects/1/people/1", ProjectPeoplePages.show)
        room.post("/staff/projects/:project/people/:person", .coordinator, ProjectPeoplePages.save)
        room.post("/staff/projects/:project/people/:person/remove", .coordinator, ProjectPeoplePages.remove)
        room.post("/staff/projects/:project/partners", .coordinator, ProjectPeoplePages.setPartner)
        room.get("/staff/projects/:project/hours", .coordinator, example: "/staff/projects/1/hours", ProjectPeoplePages.hours)
        room.post("/staff/projects/:project/hours", .coordinator, ProjectPeoplePages.write)
        room.get("/staff/projects/:project/hours.xlsx", .coordinator, ProjectPeoplePages.sheet)

        room.get("/staff/projects/:project/checklist", .coordinator, example: "/staff/projects/1/checklist", ProjectPaperPages.checklist)
        room.post("/staff/projects/:project/checklist", .coordinator, ProjectPaperPages.addCheck)
        room.post("/staff/projects/:project/checklist/:check", .coordinator, takes: .uploads, ProjectPaperPages.setCheck)
        room.get("/staff/projects/:project/reports", .coordinator, example: "/staff/projects/1/reports", ProjectPaperPages.reports)
        room.post("/staff/projects/:project/reports", .coordinator, ProjectPaperPages.addReport)
        room.get("/staff/projects/:project/reports/:report", .coordinator, example: "/staff/projects/1/reports/1", ProjectPaperPages.report)
        room.post("/staff/projects/:project/reports/:report", .coordinator, takes: .uploads, ProjectPaperPages.send)
        room.post("/staff/projects/:project/reports/:report/remove", .coordinator, ProjectPaperPages.removeReport)
        room.get("/staff/projects/:project/documents", .coordinator, example: "/staff/projects/1/documents", ProjectPaperPages.documents)
        room.post("/staff/projects/:project/documents", .coordinator, takes: .uploads, ProjectPaperPages.addDocument)
        room.post("/staff/projects/:project/documents/:document/remove", .coordinator, ProjectPaperPages.removeDocument)

        room.get("/staff/calls", .coordinator, example: "/staff/calls", FundingCallPages.list)
        room.get("/staff/calls/new", .coordinator, example: "/staff/calls/new", FundingCallPages.new)
        room.post("/staff/calls/new", .coordinator, FundingCallPages.add)
        room.get("/staff/calls/:call", .coordinator, example: "/staff/calls/1", FundingCallPages.show)
        room.get("/staff/calls/:call/edit", .coordinator, example: "/staff/calls/1/edit", FundingCallPages.edit)
        room.post("/staff/calls/:call/edit", .coordinator, FundingCallPages.save)
        room.post("/staff/calls/:call/state", .coordinator, FundingCallPages.decide)

        room.get("/staff/partners", .coordinator, example: "/staff/partners", PartnerPages.list)
        room.get("/staff/partners/new", .coordinator, example: "/staff/partners/new", PartnerPages.new)
        room.post("/staff/partners/new", .coordinator, PartnerPages.add)
        room.get("/staff/partners/:partner", .coordinator, example: "/staff/partners/1", PartnerPages.show)
        room.get("/staff/partners/:partner/edit", .coordinator, example: "/staff/partners/1/edit", PartnerPages.edit)
        room.post("/staff/partners/:partner/edit", .coordinator, PartnerPages.save)
        room.post("/staff/partners/:partner/agreements", .coordinator, takes: .uploads, AgreementPages.sign)
        room.get("/staff/partners/:partner/agreements/:agreement", .coordinator, example: "/staff/partners/1/agreements/1", AgreementPages.show)
        room.post("/staff/partners/:partner/agreements/:agreement", .coordinator, takes: .uploads, AgreementPages.save)
        room.post("/staff/partners/:partner/agreements/:agreement/deeds", .coordinator, AgreementPages.note)
        room.post("/staff/partners/:partner/agreements/:agreement/deeds/:deed/remove", .coordinator, AgreementPages.removeNote)

        room.get("/settings/projects", .coordinator, example: "/settings/projects", ProjectRulePages.show)
        room.post("/settings/projects", .director, ProjectRulePages.set)
        room.settings(T.projects.ruleTitle, "/settings/projects", T.projects.ruleSettings, at: 67)

        room.menu(.staff, T.projects.title, "/staff/projects", .book, in: .office, at: 78)
        room.menu(.foot, T.projects.title, "/projects", at: 8)

        room.bring(PersonColumn("project_person"))
        room.bring(PersonColumn("project", "lead"))
        room.bring(PersonColumn("funding_call", "decider"))
        room.bring(PersonColumn("partner", "keeper"))
        for table in ["project_file", "project_check", "project_report", "evidence_row", "agreement"] as [StaticString] { room.bring(FileColumn(table)) }
        room.answer(FileSightAsked.self) { try ProjectKeepingStore.shows($0.file, in: $1) }
        room.answer(TiesAsked.self) { asked, _ in ProjectPeopleStore.ties(to: asked.centre) }
        room.answer(HeldAsked.self) { try ProjectKeepingStore.held(about: $0.person, in: $1) }
        room.on(PersonErased.self) { try ProjectKeepingStore.forget($0.person, in: $1) }
        room.on(PersonPurged.self) { try ProjectKeepingStore.forget($0.person, in: $1) }
        room.on(EventDiscarded.self) { try ProjectKeepingStore.discard($0.event, in: $1) }
        room.on(TitleRemoving.self) { try ProjectKeepingStore.remove($0.title, in: $1) }
        room.each(minutes: 30, "projects.remind", { try await ProjectReminderStore.tend($0) })
        room.nightly("projects.forget") { try ProjectKeepingStore.forgetOld(in: $0) }
        room.index(ProjectStore.reindex)
        room.today(ProjectSharedPages.today)
        room.me(ProjectSharedPages.mine)
    }
}
