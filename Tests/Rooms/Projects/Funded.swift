import Accounts
import Centres
import Kernel
import Languages
import Projects
import Site
import Storage
import Testing
import Town

/// A project of the town that runs: Весна leads it, Ана works in it with a quarter of a post; nobody else has to do with it.
struct Funded {
    let town: Town
    let project: Project.ID
    let member: ProjectPerson.ID

    var deskPath: String { "/staff/projects/\(project)" }
    var ownPath: String { "/me/projects/\(project)" }
    var today: Day { town.zone.day(of: town.clock.now) }

    init(_ town: Town, _ name: String = "Наука за све", isShown: Bool = false, state: ProjectState = .running) async throws {
        self.town = town
        let (centre, today, ana, vesna) = (town.centre, town.zone.day(of: town.clock.now), town.ana.id, town.vesna.id)
        (project, member) = try await town.vesna.does { act in
            var details = ProjectDetails(name, amount: .rsd(1_200_000))
            (details.source, details.number, details.lead, details.isShown) = ("Центар за промоцију науке", "451-02-17/2026", vesna, isShown)
            (details.summary, details.first, details.last) = ("Огледи у сваку школу.", today.adding(days: -120), today.adding(days: 240))
            let id = try ProjectStore.add(details, at: centre, in: act)
            try ProjectPeopleStore.add(ana, named: "", part: "огледи", WorkShare(25, today.adding(days: -120)...today.adding(days: 240)), to: id, at: centre, in: act)
            let way: [ProjectState] = [.application, .sent, .approved, .running]
            for step in way {
                try ProjectStore.move(id, to: step, on: today, at: centre, in: act)
                if step == state { break }
            }
            guard let member = try ProjectPeopleStore.people(of: id, in: act).first else { throw Problem.missing }
            return (id, member.id)
        }
    }

    func indicator(_ name: String = "Наставници на обукама", target: Int = 40, _ way: Indicator.Way = .sum) async throws -> Indicator.ID {
        let (project, centre) = (project, town.centre)
        return try await town.vesna.does { try IndicatorStore.add(IndicatorDetails(name, unit: "наставника", target: target, way), to: project, at: centre, in: $0) }
    }

    func activity(_ name: String = "Радионице", _ first: Int = -30, _ last: Int = 60) async throws -> ProjectActivity.ID {
        let (project, centre, days) = (project, town.centre, today.adding(days: first)...today.adding(days: last))
        return try await town.vesna.does { try ProjectActivityStore.add(ProjectActivityDetails(name, days), to: project, at: centre, in: $0) }
    }

    /// What of it stands, as its own people read it.
    func reached(_ indicator: Indicator.ID) async throws -> Int? {
        let project = project
        return try await town.finds { try IndicatorStore.indicator(indicator, of: project, in: $0).reached }
    }

    /// Sends the form of evidence that stands on the open page, without a file.
    func proves(_ someone: Someone, _ values: KeyValuePairs<String, String>) async throws -> Page {
        try await someone.browser.uploads("/evidence", field: "file", name: "", bytes: [], values)
    }
}
