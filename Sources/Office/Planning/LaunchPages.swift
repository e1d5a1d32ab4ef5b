import Catalogue
import Centres
import Events
import Forms
import Kernel
import Languages
import Look
import Needs
import Web

/// What stands ready because so many would come.
enum LaunchPages {
    @Sendable static func list(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id, language = visit.language
        let launches = try await visit.read { act in try LaunchStore.all(of: centre, in: act).map { try ShownLaunch($0, language, in: act) } }
        return visit.page(LaunchViews(reader: visit.reader).list(launches))
    }

    @Sendable static func show(_ visit: Visit) async throws -> Answer { visit.page(try await screen(visit, visit.form())) }

    private static func screen(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        let id: Launch.ID = try visit.id("launch"), language = visit.language
        let launch = try await visit.read { try ShownLaunch(LaunchStore.launch(id, in: $0), language, in: $0) }
        return LaunchViews(reader: visit.reader).show(launch, form)
    }

    @Sendable static func choose(_ visit: Visit) async throws -> Answer {
        let id: Launch.ID = try visit.id("launch")
        guard let place = visit.typed.number("date", in: 0...LaunchDates.most) else { throw Problem.missing }
        return try await visit.submit {
            try await visit.act { act in
                let event = try LaunchStore.choose(place, of: id, in: act)
                return Redirect(visit.link("/staff/events/\(event)"), T.planning.saidLaunchChosen)
            }
        } again: { try await screen(visit, $0) }
    }
}

/// A launch with all that its page says.
struct ShownLaunch: Sendable {
    let launch: Launch
    let call: ListedCall
    let event: Event?
    let programme: Programme?
    let halls: [Hall.ID: Hall]
    let told: Int

    init(_ launch: Launch, _ language: Language, in act: Act) throws {
        self.launch = launch
        let call = try DemandCallStore.call(launch.call, in: act)
        guard let listed = try DemandCallStore.listed([call], language, in: act).first else { throw Problem.missing }
        self.call = listed
        event = try launch.event.map { try EventStore.event($0, in: act) }
        programme = try launch.programme.map { try ProgrammeStore.programme($0, in: act) }
        halls = Dictionary(uniqueKeysWithValues: try HallStore.halls(of: launch.centre, all: true, in: act).map { ($0.id, $0) })
        told = try DemandCallStore.people(of: launch.call, in: act).count
    }
}
