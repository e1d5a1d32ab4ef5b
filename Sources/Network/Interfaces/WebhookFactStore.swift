import Centres
import Events
import Kernel
import Languages
import Registration
import Storage

/// What rooms below state, as webhooks are told of it. Of registrations and certificates they hear numbers, never people.
enum WebhookFactStore {
    static func event(_ kind: WebhookKind, _ event: Event, in act: Act) throws {
        guard event.isPublic else { return }
        try WebhookOutboxStore.tell(kind, about: event.id.value, at: event.centre, in: act) {
            let centre = try CentreStore.centre(event.centre, in: act), origin = centre.origin(default: act.address)
            return .fields([
                ("event", event.id.apiValue), ("address", .text("\(origin)\(API.root)/events/\(event.id)")),
                ("page", .text("\(origin)/\(centre.language.rawValue)/events/\(event.id)")),
                ("title", APILanguages(event.plan.texts.mapValues(\.title)).apiValue), ("state", .text(event.state.rawValue)),
                ("starts", event.starts.apiValue), ("ends", event.ends.apiValue), ("seats", event.seats.apiValue),
            ])
        }
    }

    /// A registration begins to count when it gets its place in the queue; what is typed and not confirmed is told to nobody.
    static func registration(_ changed: RegistrationChanged, in act: Act) throws {
        let registration = changed.registration, event = changed.event
        let kind: WebhookKind? = switch registration.state {
        case .withdrawn where registration.hasCounted: .withdrawn
        case .admitted, .waiting: registration.queued == act.now ? .registered : nil
        default: nil
        }
        guard let kind, event.isPublic else { return }
        try WebhookOutboxStore.tell(kind, about: registration.id.value, at: event.centre, in: act) {
            let seats = try RegistrationStore.seats(of: event, in: act)
            return .fields([
                ("event", event.id.apiValue), ("seats", seats.seats.apiValue), ("taken", seats.taken.apiValue), ("waiting", seats.waiting.apiValue),
            ])
        }
    }

    /// A signed batch.
    static func paper(_ made: PaperMade, in act: Act) throws {
        guard made.kind == "certificate_batch" else { return }
        try WebhookOutboxStore.tell(.issued, about: made.row, at: made.centre, in: act) {
            let event: Event.ID? = try act.db.value("SELECT event FROM certificate_batch WHERE id = \(made.row)")
            let count = try act.db.count("SELECT count(*) FROM certificate WHERE batch = \(made.row)")
            return .fields([("event", event.apiValue), ("count", count.apiValue)])
        }
    }
}
