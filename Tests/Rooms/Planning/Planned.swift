import Accounts
import Catalogue
import Centres
import Events
import Kernel
import Languages
import Planning
import Storage
import Testing
import Town

/// What stories about plans begin with.
extension Town {
    /// The plan of the school year in which the town lives.
    func yearPlan() async throws -> YearPlan.ID {
        let centre = centre
        return try await vesna.does { try YearPlanStore.begin(PlanYear(.school, 2025), copies: false, at: centre, in: $0) }
    }

    /// A line for which Весна answers, in March 2026 unless the story says otherwise.
    func line(
        _ title: String = "Читање наглас", in plan: YearPlan.ID, _ from: String = "2026-03-01", _ until: String = "2026-03-31", programme: Programme.ID? = nil,
        people: Int? = 20
    ) async throws -> PlanItem.ID {
        let days = try #require(Day(iso: from))...(try #require(Day(iso: until)))
        let details = PlanItemDetails(programme: programme, title: title, person: vesna.id, days: days, place: "Сала 1", target: "наставници", people: people)
        return try await vesna.does { try YearPlanStore.add(details, to: plan, in: $0) }
    }

    /// Бранко becomes the director.
    func directed() async throws {
        try await branko.becomes(.director, at: centre)
        try await branko.enters(withFactor: true)
    }

    func done(_ plan: YearPlan.ID) async throws -> PlanDone { try await finds { try PlanDoneStore.done(YearPlanStore.plan(plan, in: $0), in: $0) } }

    func waiting(_ plan: YearPlan.ID) async throws -> PlanDecision.ID {
        try #require(try await finds { try YearPlanStore.plan(plan, in: $0).version?.next?.id })
    }

    /// Another centre, of Rūta's, with a browser at its door.
    func neighbour() async throws -> (centre: Centre.ID, browser: Browser) {
        let id = try await does { [ruta = ruta.id, zone] act in
            let centre = try CentreStore.found(
                name: "Švietimo centras", country: .lithuania, zone: zone, language: .lt, currency: .eur, email: "c@lt.example", host: "lt.example", in: act)
            try PersonStore.grant(Grant(.coordinator, centre: centre), to: ruta, in: act)
            return centre
        }
        clock.passes(seconds: 5)
        try await ruta.enters(withFactor: true)
        let browser = newBrowser(language: "lt", host: "lt.example")
        browser.set(cookie: "session", ruta.browser.cookie("session"))
        return (id, browser)
    }
}
