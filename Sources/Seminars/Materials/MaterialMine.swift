import Events
import Forms
import HTML
import Kernel
import Languages
import Look
import Web

/// The papers of what somebody attends, on *Моја страница*.
enum MaterialMine {
    private static let most = 12

    @Sendable static func tell(_ asked: MeAsked, in act: Act) throws -> MePart {
        let papers = try MaterialStore.papers(for: asked.person, limit: most, in: act)
        return MePart((50, papers.isEmpty ? nil : PagePart(T.materials.mine) { MaterialViews(reader: $0).mine(papers) }))
    }

    /// The files of a group on its leader's page, with the way to put more there.
    static func ofGroup(_ event: Event, in act: Act) throws -> PagePart? {
        let materials = try MaterialStore.materials(of: event, in: act)
        return PagePart { MaterialViews(reader: $0).shown(materials, of: event, mayKeep: true) }
    }
}
