import Centres
import Events
import Forms
import Kernel
import Languages
import Materials
import Publishing
import Registration
import Web

/// The front page of a centre: find something, or see what is next.
enum HomePage {
    /// The next one, and a list of five.
    private static let shown = 6
    private static let newest = 3, pastShown = 3

    @Sendable static func show(_ visit: Visit) async throws -> Answer {
        let (centre, zone, today) = (visit.centre.id, visit.centre.zone, visit.today)
        let home = try await visit.read { act in
            let coming = try EventStore.coming(at: centre, limit: shown, in: act)
            let past = try EventStore.listed(inOrder: EventArchiveStore.newest(at: centre, limit: pastShown, in: act), in: act)
            return Home(
                coming: coming, seats: try RegistrationStore.seats(of: coming, in: act),
                packages: try EventPackageStore.applicable(at: centre, in: zone, act),
                news: try ArticleStore.published(.news, of: centre, until: today, limit: newest, in: act), past: past,
                materials: try MaterialStore.everybodys(of: past.map(\.id), in: act))
        }
        return visit.page(HomeViews(reader: visit.reader).page(home, site: visit.site))
    }
}

/// What the front page shows, read in one look.
struct Home: Sendable {
    let coming: [ListedEvent]
    let seats: [Event.ID: Seats]
    let packages: [EventPackage]
    let news: [Article]
    /// What was held last.
    let past: [ListedEvent]
    /// What everybody sees of those.
    let materials: [Event.ID: [Material]]
}
