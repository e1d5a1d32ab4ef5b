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
}
