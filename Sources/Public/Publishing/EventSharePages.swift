import Centres
import Documents
import Events
import Forms
import Kernel
import Languages
import Queues
import Web

/// Pictures of events for whoever sends a link: drawn after the act, once for the same facts, by the worker that sets documents.
enum EventSharePages {
    private static let seconds = 10

    @Sendable static func picture(_ visit: Visit) async throws -> Answer {
        let (id, language): (Event.ID, _) = (try visit.id("event"), visit.language)
        return .picture(bytes: try await visit.read { try EventShareStore.picture(of: id, language, in: $0) }, type: "image/png")
    }

    /// The job `publishing.share`.
    @Sendable static func draw(_ job: Job, _ installation: Installation) async throws {
        guard let typesetter = installation.typesetter else { return }
        let id = Event.ID(try job.decoded(as: Int64.self))
        let shares = try await installation.records.read(as: .system) { act in
            let event = try EventStore.event(id, in: act)
            return try EventShareStore.undrawn(event, CentreStore.centre(event.centre, in: act), in: act)
        }
        var drawn: [(share: EventShare, picture: [UInt8])] = []
        for share in shares {
            var setting = try Typesetting(template: "share", share, stamp: 0)
            (setting.isPicture, setting.seconds, setting.party) = (true, seconds, "share")
            let picture: [UInt8]
            do { picture = try await typesetter.set(setting) } catch let fault as TypesetterFault {
                // A letter that no font has stands on no picture; whatever else is wrong is tried again.
                guard case .missingGlyph = fault else { throw fault }
                picture = []
            }
            drawn.append((share, picture))
        }
        try await installation.records.write(by: .system) { [drawn] in try EventShareStore.keep(drawn, of: id, in: $0) }
    }
}
