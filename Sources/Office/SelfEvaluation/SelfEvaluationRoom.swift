import Accounts
import Kernel
import Languages
import Look
package import Web

extension Room {
    /// The evidence room: how a centre values its own work, year by year, for its accreditation.
    package static let selfEvaluation = Room("selfevaluation") { room in
        room.get("/staff/self-evaluation", .coordinator, example: "/staff/self-evaluation", SelfPages.list)
        room.post("/staff/self-evaluation", .coordinator, SelfPages.open)
        room.get("/staff/self-evaluation/report.pdf", .coordinator, SelfPages.pdf)
        room.get("/staff/self-evaluation/report.docx", .coordinator, SelfPages.docx)
        room.get("/staff/self-evaluation/:year", .coordinator, example: "/staff/self-evaluation/1", SelfPages.show)
        room.post("/staff/self-evaluation/:year", .coordinator, SelfPages.conclude)
        room.post("/staff/self-evaluation/:year/close", .director, SelfPages.close)
        room.get("/staff/self-evaluation/:year/:feature", .coordinator, example: "/staff/self-evaluation/1/1", SelfPages.edit)
        room.post("/staff/self-evaluation/:year/:feature", .coordinator, SelfPages.write)
        room.get("/settings/self-evaluation", .director, example: "/settings/self-evaluation", SelfSchemePages.show)
        room.post("/settings/self-evaluation/begin", .director, SelfSchemePages.begin)
        room.post("/settings/self-evaluation/rules", .director, SelfSchemePages.setRule)
        room.post("/settings/self-evaluation/accreditations", .director, SelfSchemePages.addAccreditation)
        room.post("/settings/self-evaluation/areas", .director, SelfSchemePages.addArea)
        room.get("/settings/self-evaluation/areas/:area/features/new", .director, example: "/settings/self-evaluation/areas/1/features/new",
            SelfSchemePages.newFeature)
        room.post("/settings/self-evaluation/areas/:area/features/new", .director, SelfSchemePages.addFeature)
        room.get("/settings/self-evaluation/areas/:area/features/:feature", .director, example: "/settings/self-evaluation/areas/1/features/1",
            SelfSchemePages.editFeature)
        room.post("/settings/self-evaluation/areas/:area/features/:feature", .director, SelfSchemePages.saveFeature)

        room.menu(.staff, T.selfevaluation.title, "/staff/self-evaluation", .report, in: .office, at: 85)
        room.settings(T.selfevaluation.scheme, "/settings/self-evaluation", T.selfevaluation.schemeLead, at: 60)
        room.bring(PersonColumn("self_answer"))
        room.bring(PersonColumn("self_year", "closed_by"))
        room.answer(HeldAsked.self) { asked, act in
            var held = HeldData("self_answer", try SelfYearStore.held(about: asked.person, in: act))
            held.add("self_year", try SelfYearStore.closedYears(by: asked.person, in: act))
            return held
        }
        room.on(PersonErased.self) { try SelfYearStore.forget($0.person, in: $1) }
        room.on(PersonPurged.self) { try SelfYearStore.forget($0.person, in: $1) }
        room.today(SelfSharedPages.today)
    }
}
